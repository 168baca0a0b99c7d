package org.doorstep.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.doorstep.understand.Reply.Meaning;
import org.doorstep.understand.Reply.Which;
import org.jspecify.annotations.Nullable;

/** Tells what a volunteer's message means for the jobs put to them or held by them. */
final class ReplyReader {

  private static final String GENERAL = "-general";

  /** What a question mark at the end adds to a question. */
  private static final double ASKED = 2;

  /** A job that is named in a word or two, and nothing else is said, is taken. */
  private static final int BARE = 4;

  private static final double UNSURE = 0;

  /** Less likely than this is a guess. */
  private static final double GUESS = -1;

  /** What these do to a job is hard to undo: they are not taken on a guess. */
  private static final Set<Meaning> COSTLY = Set.of(Meaning.ACCEPT, Meaning.DONE, Meaning.DROP);

  private final Phrasebook book;
  private final ReplyModel model;
  private final JobFinder finder;

  ReplyReader(Phrasebook book, ReplyModel model, JobFinder finder) {
    this.book = book;
    this.model = model;
    this.finder = finder;
  }

  private record Meant(Meaning meaning, boolean general) {
    static Meant of(String label) {
      String name = label.replace(GENERAL, "").toUpperCase(Locale.ROOT).replace('-', '_');
      return new Meant(Meaning.valueOf(name), label.endsWith(GENERAL));
    }
  }

  Reply read(Words message, List<JobLabel> jobs) {
    if (message.size() == 0) {
      Meaning meaning = asks(message) ? Meaning.ASK : Meaning.OTHER;
      return new Reply(meaning, new Which.None());
    }
    Meant meant = meaning(message, jobs);
    if (meant.general()) return new Reply(meant.meaning(), new Which.None());
    return new Reply(meant.meaning(), which(message, jobs, meant.meaning()));
  }

  private static boolean asks(Words message) {
    return message.plain().text().strip().endsWith("?");
  }

  private Meant meaning(Words message, List<JobLabel> jobs) {
    boolean held = jobs.stream().anyMatch(JobLabel::held);
    boolean open = jobs.stream().anyMatch(j -> !j.held());
    Meant meant = said(message);
    if (meant == null) {
      Map<String, Double> odds = model.odds(message);
      if (asks(message)) odds.computeIfPresent("ask", (_, o) -> o + ASKED);
      if (asks(message)) odds.computeIfPresent("ask-general", (_, o) -> o + ASKED);
      Map.Entry<String, Double> best = most(odds);
      boolean unsure = best == null || best.getValue() < UNSURE;
      if (unsure && open && named(message, jobs)) return new Meant(Meaning.ACCEPT, false);
      meant = best == null ? new Meant(Meaning.OTHER, true) : Meant.of(best.getKey());
      boolean guess = best != null && best.getValue() < GUESS;
      if (guess && COSTLY.contains(meant.meaning()))
        meant = new Meant(asks(message) ? Meaning.ASK : Meaning.OTHER, false);
      boolean no = meant.meaning() == Meaning.DECLINE || meant.meaning() == Meaning.OTHER;
      if (no && open && finder.chooses(message, jobs)) meant = new Meant(Meaning.ACCEPT, false);
    }
    if (meant.meaning() == Meaning.DECLINE && held && !open)
      return new Meant(Meaning.DROP, meant.general());
    return meant;
  }

  private static Map.@Nullable Entry<String, Double> most(Map<String, Double> odds) {
    return odds.entrySet().stream().max(Map.Entry.comparingByValue()).orElse(null);
  }

  /** What stands in the vocabulary just so. */
  private @Nullable Meant said(Words message) {
    Set<String> keys = new TreeSet<>();
    for (Hit hit : book.in(message))
      if (hit.list().equals("words") && hit.length() == message.size()) keys.add(hit.key());
    if (keys.size() != 1 || asks(message)) return null;
    Meaning meaning = Meant.of(keys.iterator().next()).meaning();
    return new Meant(meaning, meaning == Meaning.OTHER);
  }

  private boolean named(Words message, List<JobLabel> jobs) {
    Set<Integer> every = new TreeSet<>();
    for (int i = 0; i < jobs.size(); i++) every.add(i);
    return message.size() <= BARE && finder.in(message, jobs, every, Meaning.ACCEPT).size() == 1;
  }

  private Which which(Words message, List<JobLabel> jobs, Meaning meaning) {
    Set<Integer> open = candidates(jobs, meaning);
    if (open.isEmpty()) return new Which.None();
    Set<Integer> found = finder.in(message, jobs, open, meaning);
    if (jobs.size() > 1 && finder.all(message, jobs.size()) && found.size() != 1)
      return new Which.All();
    if (found.size() == 1) return new Which.One(found.iterator().next());
    if (open.size() == 1) return new Which.One(open.iterator().next());
    List<Integer> left = new ArrayList<>(found.isEmpty() ? open : found);
    left.sort(null);
    return new Which.Ambiguous(left);
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
