package org.doorstep.understand;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hears danger in words. Leans towards raising: a false alarm costs a coordinator a minute. What is
 * plainly over, learnt about or laughed at is not raised.
 */
final class DangerReader {

  private static final String WORDS = "words";

  /** What a sign weighs, and how much is enough; found by trying on labelled messages. */
  private static final int CUE = 2;

  private static final int HINT = 1;
  private static final int ENOUGH = 5;

  /** Abuse is told of in the most general words: any other kind that is heard is the likelier. */
  private static final int MOST_FOR_ABUSE = 2;

  /** Signs further apart than this many words do not belong together. */
  private static final int NEAR = 16;

  private final Phrasebook book;

  private final DangerModel model;

  DangerReader(Phrasebook book, DangerModel model) {
    this.book = book;
    this.model = model;
  }

  DangerModel model() {
    return model;
  }

  Optional<Danger> in(Words message) {
    List<Hit> all = book.in(message);
    List<Hit> hits = all.stream().filter(h -> !denier(h)).toList();
    List<Hit> deniers = all.stream().filter(DangerReader::denier).distinct().toList();
    List<Hit> alarms = new ArrayList<>();
    for (Hit hit : hits) {
      boolean plain = hit.list().equals(WORDS) || hit.list().equals("phrases");
      if (kind(hit) && plain && !denied(hit, deniers, message)) alarms.add(hit);
    }
    if (alarms.isEmpty()) return gathered(hits, deniers, message);
    Map<Danger, Integer> votes = new EnumMap<>(Danger.class);
    for (Hit hit : alarms) votes.merge(danger(hit), vote(hit), Integer::sum);
    votes.computeIfPresent(Danger.ABUSE, (_, sum) -> Math.min(sum, MOST_FOR_ABUSE));
    return most(votes);
  }

  /** The kind that weighs most; of equals, the first in the list of kinds. */
  private static Optional<Danger> most(Map<Danger, Integer> weights) {
    Danger best = null;
    int top = 0;
    for (Map.Entry<Danger, Integer> entry : weights.entrySet()) {
      if (entry.getValue() > top) {
        top = entry.getValue();
        best = entry.getKey();
      }
    }
    return Optional.ofNullable(best);
  }

  private static int vote(Hit hit) {
    return hit.list().equals(WORDS) ? 3 : 2;
  }

  /** Danger that no single phrase tells of, but several signs close together do. */
  private Optional<Danger> gathered(List<Hit> hits, List<Hit> deniers, Words message) {
    List<Hit> signs = new ArrayList<>();
    for (Hit hit : hits) {
      boolean sign = kind(hit) && (hit.list().equals("cues") || hit.list().equals("hints"));
      if (sign && !denied(hit, deniers, message)) signs.add(hit);
    }
    Map<Danger, Integer> weights = new EnumMap<>(Danger.class);
    for (Hit first : signs) {
      if (!first.list().equals("cues")) continue;
      int weight = weight(signs, first);
      if (weight >= ENOUGH) weights.merge(danger(first), weight, Math::max);
    }
    return most(weights);
  }

  /** How much the signs of one kind weigh that stand near this one; no word counts twice. */
  private static int weight(List<Hit> signs, Hit first) {
    BitSet used = new BitSet();
    int weight = 0;
    for (String list : List.of("cues", "hints")) {
      for (Hit hit : signs) {
        if (!hit.key().equals(first.key()) || !hit.list().equals(list)) continue;
        if (hit.start() < first.start() - NEAR || hit.end() > first.start() + NEAR) continue;
        if (!used.get(hit.start(), hit.end()).isEmpty()) continue;
        used.set(hit.start(), hit.end());
        weight += list.equals("cues") ? CUE : HINT;
      }
    }
    return weight;
  }

  private static boolean denied(Hit hit, List<Hit> deniers, Words message) {
    int from = message.sentenceStart(hit.start());
    int to = message.sentenceEnd(hit.end() - 1);
    boolean strong = hit.list().equals(WORDS);
    for (Hit other : deniers) {
      boolean near = other.start() >= from && other.end() <= to;
      switch (other.key()) {
        case "settled", "lesson" -> {
          if (near) return true;
        }
        case "joke" -> {
          if (!strong) return true;
        }
        default -> {
          boolean same = other.key().equals(hit.key()) && other.list().equals("unless");
          if (same && near && other.start() <= hit.end() && hit.start() <= other.end()) return true;
        }
      }
    }
    return false;
  }

  private static boolean denier(Hit hit) {
    return hit.list().equals("unless") || !kind(hit);
  }

  private static boolean kind(Hit hit) {
    return switch (hit.key()) {
      case "settled", "lesson", "joke" -> false;
      default -> true;
    };
  }

  private static Danger danger(Hit hit) {
    Danger danger = danger(hit.key());
    return danger == null ? Danger.MEDICAL : danger;
  }

  /** The danger of an entry; null if it is none. */
  static @Nullable Danger danger(String key) {
    return switch (key) {
      case "medical" -> Danger.MEDICAL;
      case "self-harm" -> Danger.SELF_HARM;
      case "violence" -> Danger.VIOLENCE;
      case "abuse" -> Danger.ABUSE;
      case "fire-gas" -> Danger.FIRE_GAS;
      case "exploitation" -> Danger.EXPLOITATION;
      case "missing" -> Danger.MISSING;
      default -> null;
    };
  }
}
