package org.doorstep.understand;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hears danger in words: by the phrases of {@code danger.yml}, each of which is enough, and by what
 * was learnt from examples. Leans towards raising: a false alarm costs a coordinator a minute.
 */
final class DangerReader {

  private static final String WORDS = "words";

  /** Even less likely danger than not is raised: to miss one is worse. */
  private static final Bar ANY = new Bar(-1.48, -0.05);

  /**
   * Of other languages than English less was learnt, so that a few everyday words look like danger
   * sooner; and what danger looks like in a few words was learnt from examples of just that.
   */
  private static final Bar FEW_WORDS = new Bar(-0.8, 0.5);

  private static final int FEW = 8;

  /** Abuse is told of in the most general words: any other kind that is heard is the likelier. */
  private static final int MOST_FOR_ABUSE = 2;

  private static final int SHOWN = 5;

  /** A name or an answer says too little to be weighed; plain danger is in the phrases. */
  private static final int FEWEST = 3;

  /**
   * How likely danger has to be, as a logarithm of odds.
   *
   * @param enough to be raised
   * @param sure to be sure of it
   */
  private record Bar(double enough, double sure) {}

  private final Phrasebook book;
  private final DangerModel model;

  DangerReader(Phrasebook book, DangerModel model) {
    this.book = book;
    this.model = model;
  }

  Optional<Alarm> in(Words message) {
    List<Hit> alarms = alarms(message);
    if (alarms.isEmpty()) return learnt(message);
    Map<Danger, Integer> votes = new EnumMap<>(Danger.class);
    for (Hit hit : alarms) {
      Danger danger = danger(hit.key());
      if (danger != null) votes.merge(danger, vote(hit), Integer::sum);
    }
    votes.computeIfPresent(Danger.ABUSE, (_, sum) -> Math.min(sum, MOST_FOR_ABUSE));
    return votes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> new Alarm(most.getKey(), words(message, alarms, most.getKey()), true));
  }

  private Optional<Alarm> learnt(Words message) {
    if (message.size() < FEWEST) return Optional.empty();
    DangerModel.Seen seen = model.see(message);
    DangerModel.Verdict verdict = seen.judged();
    Bar bar = message.size() <= FEW && !message.language().english() ? FEW_WORDS : ANY;
    if (verdict.odds() < bar.enough()) return Optional.empty();
    return Optional.of(
        new Alarm(seen.kind(verdict), seen.because(verdict, SHOWN), verdict.odds() >= bar.sure()));
  }

  private static List<String> words(Words message, List<Hit> alarms, Danger danger) {
    for (Hit hit : alarms) {
      if (danger(hit.key()) != danger) continue;
      List<String> words = new ArrayList<>();
      for (int i = hit.start(); i < hit.end(); i++) words.add(message.get(i).typed());
      return words;
    }
    return List.of();
  }

  private List<Hit> alarms(Words message) {
    List<Hit> alarms = new ArrayList<>();
    List<Hit> deniers = new ArrayList<>();
    for (Hit hit : book.in(message)) {
      if (hit.list().equals(Phrasebook.UNLESS) || danger(hit.key()) == null) deniers.add(hit);
      else alarms.add(hit);
    }
    alarms.removeIf(hit -> denied(hit, deniers, message));
    return alarms;
  }

  private static int vote(Hit hit) {
    return hit.list().equals(WORDS) ? 3 : 2;
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
          boolean same = other.key().equals(hit.key());
          if (same && near && other.start() <= hit.end() && hit.start() <= other.end()) return true;
        }
      }
    }
    return false;
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
