package org.doorstep.understand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.doorstep.people.Need;

/**
 * Decides what a message is for and which needs it names, by what was learned from examples; what
 * the rules heard is part of what it goes by.
 */
final class Judge {

  /** A need at least this likely is taken. */
  private static final double LIKELY = 0.3;

  /** A need that a rule heard plainly is taken if it is at least this likely. */
  private static final double HEARD = 0.05;

  /** Up to so many words are judged by the rules alone: an answer is not a message. */
  private static final int FEW = 6;

  private static final List<String> INTENTS = List.of("request", "offer", "other");

  private final NeedReader needs;
  private final IntentReader intents;
  private final Features features;
  private final Classifier intent;
  private final Classifier need;
  private final List<String> names;

  /** What was decided. */
  record Verdict(Intent intent, List<Wanted> wanted) {}

  /**
   * @param at the word that says it first
   */
  record Wanted(Need need, double likely, int at) {}

  Judge(
      NeedReader needs,
      IntentReader intents,
      Features features,
      List<String> names,
      Map<String, List<Words>> examples) {
    this.needs = needs;
    this.intents = intents;
    this.features = features;
    this.names = names;
    List<Classifier.Example> forIntent = new ArrayList<>();
    List<Classifier.Example> forNeed = new ArrayList<>();
    examples.forEach(
        (key, messages) -> {
          List<String> labels = List.of(key.split(" "));
          for (Words message : messages) {
            Set<String> seen = seen(message).keySet();
            forIntent.add(new Classifier.Example(seen, Set.of(labels.getFirst())));
            forNeed.add(new Classifier.Example(seen, Set.copyOf(labels)));
          }
        });
    intent = Classifier.learn(INTENTS, forIntent);
    need = Classifier.learn(names, forNeed);
  }

  private Map<String, Integer> seen(Words message) {
    return features.of(message, needs.in(message), intents.hits(message));
  }

  /**
   * @param flagged it tells of a circumstance that somebody who asks for help would name
   */
  Verdict of(Words message, boolean flagged) {
    List<NeedReader.Named> named = needs.in(message);
    if (message.size() <= FEW) return byRules(message, named, flagged);
    Map<String, Integer> seen = features.of(message, named, intents.hits(message));
    Map<String, Double> kinds = intent.of(seen.keySet());
    String kind = INTENTS.getLast();
    for (String one : INTENTS) if (chance(kinds, one) > chance(kinds, kind)) kind = one;
    boolean plain = names.stream().anyMatch(name -> heard(named, name));
    boolean foreign = !message.language().english();
    Intent decided = Intent.valueOf(kind.toUpperCase(Locale.ROOT));
    // few examples are in other languages: there, a need that is plainly named asks for it
    boolean asked = foreign || intents.of(message, named, flagged) == Intent.REQUEST;
    if (decided == Intent.OTHER && plain && asked) decided = Intent.REQUEST;
    List<Wanted> wanted = new ArrayList<>();
    if (decided == Intent.OTHER) return new Verdict(decided, wanted);
    Map<String, Double> chances = need.of(seen.keySet());
    String best = names.getFirst();
    for (String name : names) {
      if (chance(chances, name) > chance(chances, best)) best = name;
      double least = LIKELY;
      if (heard(named, name)) least = foreign ? 0.0 : HEARD;
      if (chance(chances, name) > least) wanted.add(wanted(name, chances, seen));
    }
    if (wanted.size() > 1 && !heard(named, Need.OTHER.key()))
      wanted.removeIf(one -> one.need().equals(Need.OTHER));
    if (wanted.isEmpty() && decided == Intent.REQUEST) wanted.add(wanted(best, chances, seen));
    return new Verdict(decided, wanted);
  }

  private Verdict byRules(Words message, List<NeedReader.Named> named, boolean flagged) {
    Intent decided = intents.of(message, named, flagged);
    if (decided == Intent.OTHER) return new Verdict(decided, List.of());
    return new Verdict(
        decided,
        named.stream()
            .filter(one -> !one.negated())
            .map(one -> new Wanted(one.need(), 0, one.hit().start()))
            .toList());
  }

  private static boolean heard(List<NeedReader.Named> named, String need) {
    return named.stream().anyMatch(n -> n.need().key().equals(need) && !n.weak() && !n.negated());
  }

  private Wanted wanted(String name, Map<String, Double> chances, Map<String, Integer> seen) {
    Map<Integer, Double> words = new HashMap<>();
    seen.forEach((feature, at) -> words.merge(at, need.weight(name, feature), Double::sum));
    int at =
        words.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(0);
    return new Wanted(new Need(name), chance(chances, name), at);
  }

  private static double chance(Map<String, Double> chances, String name) {
    return chances.getOrDefault(name, 0.0);
  }
}
