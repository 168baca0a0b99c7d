package org.doorstep.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.people.Need;

/**
 * Decides what a message is for and which needs it names, by what was learned from examples; what
 * the rules heard is part of what it goes by.
 */
final class Judge {

  /** A need at least this likely is taken. */
  private static final double LIKELY = 0.35;

  /** Beside one that is likelier, or that a rule heard plainly, it has to be as likely as this. */
  private static final double BESIDE = 0.45;

  /** A need that a rule heard plainly is taken if it is at least this likely. */
  private static final double HEARD = 0.05;

  /** Up to so many words are judged by the rules alone: an answer is not a message. */
  private static final int FEW = 6;

  /**
   * Most examples ask for something, so that a request is heard too easily: what is not one counts
   * as so much likelier.
   */
  private static final float NO_REQUEST = 1.5f;

  /** Where the rules hear a request for something plainly named, this is likely enough. */
  private static final float ASKED = 0.2f;

  /** In the order in which they are learned. */
  private static final List<Intent> INTENTS = List.of(Intent.REQUEST, Intent.OFFER, Intent.OTHER);

  /** As the examples name them. */
  private static final List<String> NAMES = List.of("request", "offer", "other");

  private static final int OTHER = INTENTS.indexOf(Intent.OTHER);

  private final IntentReader intents;
  private final Features features;
  private final Classifier classifier;
  private final List<String> names;

  /** What was decided. */
  record Verdict(Intent intent, List<Wanted> wanted) {}

  /**
   * @param at the word that says it first
   */
  record Wanted(Need need, double likely, int at) {}

  Judge(IntentReader intents, Features features, List<String> names, Classifier classifier) {
    this.intents = intents;
    this.features = features;
    this.names = names;
    this.classifier = classifier;
  }

  /**
   * @param names the needs, in the order of their labels
   * @param examples by what they are for and the needs they name
   */
  static Classifier learn(
      NeedReader needs,
      IntentReader intents,
      Features features,
      List<String> names,
      Map<String, List<Words>> examples) {
    List<Lesson.Example> learned = new ArrayList<>();
    examples.forEach(
        (key, messages) -> {
          List<String> parts = List.of(key.split(" "));
          Set<String> right = Set.copyOf(parts.subList(1, parts.size()));
          int purpose = NAMES.indexOf(parts.getFirst());
          if (purpose < 0) throw new IllegalArgumentException("examples of no intent: " + key);
          messages.parallelStream()
              .map(m -> features.of(m, needs.in(m), intents.hits(m)))
              .map(finds -> new Lesson.Example(finds, purpose, right, purpose != OTHER))
              .forEachOrdered(learned::add);
        });
    return Lesson.learn(INTENTS.size(), names, learned);
  }

  /**
   * @param named the needs that the rules heard
   * @param flagged it tells of a circumstance that somebody who asks for help would name
   */
  Verdict of(Words message, List<NeedReader.Named> named, boolean flagged) {
    List<Hit> heard = intents.hits(message);
    Intent byRules = IntentReader.of(heard, named, flagged);
    if (message.size() <= FEW) return byRules(byRules, named);
    if (named.isEmpty() && heard.isEmpty() && !features.tells(message))
      return new Verdict(Intent.OTHER, List.of());
    Finds.Sight sight = classifier.see(features.of(message, named, heard));
    float[] likely = classifier.likely(sight);
    boolean plain = named.stream().anyMatch(n -> !n.weak() && !n.negated());
    boolean asked = byRules == Intent.REQUEST && plain && likely[0] >= ASKED;
    Intent decided = asked && likely[0] > likely[1] ? Intent.REQUEST : INTENTS.get(kind(likely));
    boolean foreign = !message.language().english();
    List<Wanted> wanted = new ArrayList<>();
    if (decided == Intent.OTHER) return new Verdict(decided, wanted);
    int best = INTENTS.size();
    for (int label = best; label < likely.length; label++)
      if (likely[label] > likely[best]) best = label;
    for (int i = 0; i < names.size(); i++) {
      int label = INTENTS.size() + i;
      double least = plain || label != best ? BESIDE : LIKELY;
      if (heard(named, names.get(i))) least = foreign ? 0.0 : HEARD;
      if (likely[label] > least) wanted.add(wanted(label, likely, sight, message));
    }
    if (wanted.size() > 1 && !heard(named, Need.OTHER.key()))
      wanted.removeIf(one -> one.need().equals(Need.OTHER));
    if (wanted.isEmpty() && decided == Intent.REQUEST)
      wanted.add(wanted(best, likely, sight, message));
    return new Verdict(decided, wanted);
  }

  private static int kind(float[] likely) {
    int kind = 0;
    float most = likely[0] / NO_REQUEST;
    for (int i = 1; i < INTENTS.size(); i++) {
      if (likely[i] < most) continue;
      most = likely[i];
      kind = i;
    }
    return kind;
  }

  private static Verdict byRules(Intent decided, List<NeedReader.Named> named) {
    if (decided == Intent.OTHER) return new Verdict(decided, List.of());
    return new Verdict(
        decided,
        named.stream()
            .filter(one -> !one.negated())
            .map(one -> new Wanted(one.need(), 0, one.hit().start()))
            .toList());
  }

  private static boolean heard(List<NeedReader.Named> named, String need) {
    for (NeedReader.Named n : named)
      if (n.need().key().equals(need) && !n.weak() && !n.negated()) return true;
    return false;
  }

  private Wanted wanted(int label, float[] likely, Finds.Sight sight, Words message) {
    return new Wanted(
        new Need(names.get(label - INTENTS.size())),
        likely[label],
        classifier.because(label, sight, message.size()));
  }
}
