package org.doorstep.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hears danger in words. Leans towards raising: a false alarm costs a coordinator a minute. What is
 * plainly over, learnt about or laughed at is not raised.
 */
final class DangerReader {

  private static final String WORDS = "words";

  private final Phrasebook book;

  DangerReader(Phrasebook book) {
    this.book = book;
  }

  Optional<Danger> in(Words message) {
    List<Hit> hits = book.in(message);
    List<Hit> alarms = new ArrayList<>();
    for (Hit hit : hits) {
      if (kind(hit) && !hit.list().equals("unless") && !denied(hit, hits, message)) alarms.add(hit);
    }
    if (alarms.isEmpty()) return Optional.empty();
    Hit worst = alarms.getFirst();
    int[] votes = new int[Danger.values().length];
    for (Hit hit : alarms) votes[danger(hit).ordinal()] += hit.list().equals(WORDS) ? 3 : 2;
    for (Hit hit : alarms) {
      if (votes[danger(hit).ordinal()] > votes[danger(worst).ordinal()]) worst = hit;
    }
    return Optional.of(danger(worst));
  }

  private boolean denied(Hit hit, List<Hit> hits, Words message) {
    int from = message.sentenceStart(hit.start());
    int to = message.sentenceEnd(hit.end() - 1);
    boolean strong = hit.list().equals(WORDS);
    for (Hit other : hits) {
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

  private static boolean kind(Hit hit) {
    return switch (hit.key()) {
      case "settled", "lesson", "joke" -> false;
      default -> true;
    };
  }

  private static Danger danger(Hit hit) {
    return switch (hit.key()) {
      case "self-harm" -> Danger.SELF_HARM;
      case "violence" -> Danger.VIOLENCE;
      case "abuse" -> Danger.ABUSE;
      case "fire-gas" -> Danger.FIRE_GAS;
      case "exploitation" -> Danger.EXPLOITATION;
      case "missing" -> Danger.MISSING;
      default -> Danger.MEDICAL;
    };
  }
}
