package org.doorstep.understand;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.doorstep.understand.Reply.Meaning;
import org.doorstep.understand.Reply.Which;

/** Tells what a volunteer's message means for the jobs put to them or held by them. */
final class ReplyReader {

  private final Phrasebook book;
  private final NeedReader needs;
  private final JobFinder finder;

  ReplyReader(Phrasebook book, NeedReader needs, JobFinder finder) {
    this.book = book;
    this.needs = needs;
    this.finder = finder;
  }

  Reply read(Words message, List<JobLabel> jobs) {
    if (message.size() == 0) return new Reply(Meaning.OTHER, new Which.None());
    Meaning meaning = meaning(message, jobs);
    return new Reply(meaning, which(message, jobs, meaning));
  }

  private Meaning meaning(Words message, List<JobLabel> jobs) {
    Map<Meaning, Integer> scores = new EnumMap<>(Meaning.class);
    int covered = 0;
    for (Hit hit : book.in(message)) {
      Meaning meaning = Meaning.valueOf(hit.key().toUpperCase(Locale.ROOT).replace('-', '_'));
      int weight = hit.list().equals("words") ? 3 : 2;
      if (hit.start() == 0) weight++;
      if (hit.length() > 2) weight++;
      scores.merge(meaning, weight, Integer::sum);
      covered++;
    }
    boolean asks = message.plain().text().strip().endsWith("?");
    if (asks) scores.merge(Meaning.ASK, 3, Integer::sum);
    boolean held = jobs.stream().anyMatch(JobLabel::held);
    boolean open = jobs.stream().anyMatch(j -> !j.held());
    if (covered == 0)
      return finder(message, jobs) && open ? Meaning.ACCEPT : asks ? Meaning.ASK : Meaning.OTHER;
    return settle(scores, held, open);
  }

  private boolean finder(Words message, List<JobLabel> jobs) {
    Set<Integer> every = new TreeSet<>();
    for (int i = 0; i < jobs.size(); i++) every.add(i);
    return message.size() <= 4 && finder.in(message, jobs, every).size() == 1;
  }

  /** Some meanings win over others that the same words suggest. */
  private static Meaning settle(Map<Meaning, Integer> scores, boolean held, boolean open) {
    for (Meaning strong :
        List.of(Meaning.WORRIED, Meaning.NOBODY_IN, Meaning.DROP, Meaning.LATER)) {
      if (scores.getOrDefault(strong, 0) >= Math.max(4, most(scores, strong) - 1)) return strong;
    }
    int no = scores.getOrDefault(Meaning.DECLINE, 0);
    int yes = scores.getOrDefault(Meaning.ACCEPT, 0);
    if (no > 0 && no + 2 >= yes && no + 1 >= most(scores, Meaning.DECLINE))
      return held && !open ? Meaning.DROP : Meaning.DECLINE;
    Meaning best = Meaning.OTHER;
    int top = 0;
    for (Map.Entry<Meaning, Integer> entry : scores.entrySet()) {
      if (entry.getValue() > top) {
        top = entry.getValue();
        best = entry.getKey();
      }
    }
    return best;
  }

  private static int most(Map<Meaning, Integer> scores, Meaning except) {
    return scores.entrySet().stream()
        .filter(e -> e.getKey() != except)
        .mapToInt(Map.Entry::getValue)
        .max()
        .orElse(0);
  }

  private Which which(Words message, List<JobLabel> jobs, Meaning meaning) {
    Set<Integer> open = candidates(jobs, meaning);
    if (open.isEmpty()) return new Which.None();
    Set<Integer> found = finder.in(message, jobs, open);
    if (jobs.size() > 1 && finder.all(message, jobs.size()) && found.size() != 1)
      return new Which.All();
    if (found.size() == 1) return new Which.One(found.iterator().next());
    if (meaning == Meaning.OTHER)
      return jobs.size() == 1 && about(message) ? new Which.One(0) : new Which.None();
    if (open.size() == 1) return new Which.One(open.iterator().next());
    List<Integer> left = new ArrayList<>(found.isEmpty() ? open : found);
    left.sort(null);
    return new Which.Ambiguous(left);
  }

  private boolean about(Words message) {
    return !needs.in(message).isEmpty()
        || message.list().stream()
            .anyMatch(
                w ->
                    Set.of(
                            "rang", "chemist", "door", "answer", "knocked", "shop", "shes", "hes",
                            "ready", "he", "she")
                        .contains(w.text()));
  }

  /** Jobs that a meaning can be about: what is done or given back is held, the rest is open. */
  private static Set<Integer> candidates(List<JobLabel> jobs, Meaning meaning) {
    Set<Integer> fit = new TreeSet<>();
    Set<Integer> every = new TreeSet<>();
    for (int i = 0; i < jobs.size(); i++) {
      every.add(i);
      boolean held = jobs.get(i).held();
      boolean fits =
          switch (meaning) {
            case DONE, DROP, NOBODY_IN, WORRIED -> held;
            case ACCEPT, DECLINE, LATER -> !held;
            case ASK, OTHER -> true;
          };
      if (fits) fit.add(i);
    }
    return fit.isEmpty() ? every : fit;
  }
}
