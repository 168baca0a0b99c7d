package org.doorstep.understand;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.doorstep.understand.Reply.Meaning;

/**
 * Tells which of several jobs a message speaks of: by number, by kind, by whom it is for, by any
 * word of its label; and which it refuses.
 */
final class JobFinder {

  private static final String EVERY = "all";
  private static final String REFUSED = "not";
  private static final String TURN = "but";
  private static final String OTHER = "other";

  /** Whom a job is for, if its label says so. */
  private static final List<String> WHOM = List.of("her", "him");

  private static final Set<Meaning> REFUSALS = Set.of(Meaning.DECLINE, Meaning.DROP);

  /** A word of one label only; of several of them; of what the job is about; of whom it is for. */
  private static final int OWN = 3;

  private static final int SHARED = 1;
  private static final int KIND = 2;
  private static final int PERSON = 1;

  /** The shortest word that is looked for inside another: {@code bulb} in {@code lightbulb}. */
  private static final int INSIDE = 4;

  private static final String ENGLISH = Language.ENGLISH.tag();

  private final NeedReader needs;
  private final Phrasebook names;
  private final Topics topics;
  private final JobWords words;
  private final JobTimes times;
  private final Function<String, Words> reading;

  /**
   * @param names what volunteers call jobs, by their need
   * @param reading turns a label into words as it does a message
   */
  JobFinder(
      NeedReader needs,
      Phrasebook names,
      Topics topics,
      JobWords words,
      JobTimes times,
      Function<String, Words> reading) {
    this.needs = needs;
    this.names = names;
    this.topics = topics;
    this.words = words;
    this.times = times;
    this.reading = reading;
  }

  /** The jobs that the words fit best; empty if they fit none more than another. */
  Set<Integer> in(Words message, List<JobLabel> jobs, Set<Integer> open, Meaning meaning) {
    List<Hit> hits = names.meant(message);
    Integer ordinal = Ordinals.in(message, hits, jobs.size());
    if (ordinal != null) return Set.of(ordinal);
    BitSet some = new BitSet();
    open.forEach(some::set);
    Mentions mentions = mentions(message, jobs, hits);
    BitSet refused = mentions.refused(some);
    BitSet wanted = mentions.wanted(some);
    if (REFUSALS.contains(meaning) && refused.cardinality() == 1) wanted = refused;
    if (wanted.isEmpty() && meaning == Meaning.ACCEPT && !refused.isEmpty()) {
      some.andNot(refused);
      wanted = some;
    }
    return (wanted.isEmpty() ? refused : wanted).stream().boxed().collect(toUnmodifiableSet());
  }

  /** Whether one job is refused and another is not. */
  boolean chooses(Words message, List<JobLabel> jobs) {
    if (jobs.size() < 2) return false;
    BitSet every = new BitSet();
    every.set(0, jobs.size());
    Mentions mentions = mentions(message, jobs, names.meant(message));
    BitSet wanted = mentions.wanted(every);
    BitSet refused = mentions.refused(every);
    if (refused.isEmpty() || refused.intersects(wanted)) return false;
    return wanted.cardinality() == 1 || (wanted.isEmpty() && other(message));
  }

  /** "The other one". */
  private boolean other(Words message) {
    return names.meant(message).stream().anyMatch(hit -> hit.key().equals(OTHER));
  }

  /** "Both", "none of them". */
  boolean all(Words message, int count) {
    List<Hit> hits = names.meant(message);
    if (hits.stream().anyMatch(hit -> hit.key().equals(EVERY))) return true;
    for (int i = 0; i + 1 < message.size(); i++)
      if (message.text(i).equals("all") && message.text(i + 1).equals(String.valueOf(count)))
        return true;
    return false;
  }

  private Mentions mentions(Words message, List<JobLabel> jobs, List<Hit> hits) {
    int[][] scores = new int[jobs.size()][message.size()];
    List<Set<String>> labels = new ArrayList<>();
    Map<String, Integer> common = new HashMap<>();
    for (JobLabel job : jobs) {
      Set<String> label = words.label(job.words());
      labels.add(label);
      label.forEach(word -> common.merge(word, 1, Integer::sum));
    }
    for (int job = 0; job < scores.length; job++)
      for (int at = 0; at < message.size(); at++)
        scores[job][at] = score(message.get(at), labels.get(job), common);
    kinds(message, jobs, hits, scores);
    people(jobs, hits, scores);
    times.in(message, jobs.stream().map(job -> reading.apply(job.words())).toList(), scores);
    return new Mentions(scores, refused(message, hits), message.size());
  }

  /** By what they are about: once for each job, where it is said first. */
  private void kinds(Words message, List<JobLabel> jobs, List<Hit> hits, int[][] scores) {
    List<NeedReader.Named> named = needs.in(message);
    List<Topics.Named> spoken = topics.in(message);
    List<Set<String>> about = new ArrayList<>();
    for (JobLabel job : jobs) about.add(topics(reading.apply(job.words())));
    for (int job = 0; job < scores.length; job++) {
      String need = jobs.get(job).need().key();
      int first = message.size();
      for (NeedReader.Named one : named)
        if (one.need().key().equals(need)) first = Math.min(first, one.hit().start());
      for (Hit hit : hits) if (hit.key().equals(need)) first = Math.min(first, hit.start());
      for (Topics.Named one : spoken)
        if (about.get(job).contains(one.topic()) && !common(about, one.topic()))
          first = Math.min(first, one.at());
      if (first < message.size()) scores[job][first] += KIND;
    }
  }

  private Set<String> topics(Words label) {
    Set<String> about = new HashSet<>();
    topics.in(label).forEach(one -> about.add(one.topic()));
    return about;
  }

  private static boolean common(List<Set<String>> about, String topic) {
    return about.stream().allMatch(topics -> topics.contains(topic));
  }

  private void people(List<JobLabel> jobs, List<Hit> hits, int[][] scores) {
    for (int job = 0; job < scores.length; job++) {
      List<Hit> label = names.meant(reading.apply(jobs.get(job).words()));
      for (String whom : WHOM) {
        if (label.stream().noneMatch(hit -> hit.key().equals(whom))) continue;
        for (Hit hit : hits) if (hit.key().equals(whom)) scores[job][hit.start()] += PERSON;
      }
    }
  }

  /** The words of each clause in which something is refused. */
  private static BitSet refused(Words message, List<Hit> hits) {
    BitSet turns = new BitSet();
    BitSet refusing = new BitSet();
    for (Hit hit : hits) {
      if (hit.key().equals(TURN)) turns.set(hit.start());
      if (hit.key().equals(REFUSED)) refusing.set(hit.start());
    }
    BitSet refused = new BitSet();
    int from = 0;
    for (int to = 1; to <= message.size(); to++) {
      boolean clause =
          to == message.size() || message.get(to).gap() != Word.JOINED || turns.get(to);
      if (!clause) continue;
      int next = refusing.nextSetBit(from);
      if (next >= 0 && next < to) refused.set(from, to);
      from = to;
    }
    return refused;
  }

  private int score(Word word, Set<String> label, Map<String, Integer> common) {
    for (String form : words.forms(word)) {
      if (label.contains(form) && common.getOrDefault(form, 2) < Math.max(2, common.size()))
        return common.getOrDefault(form, 1) == 1 ? OWN : SHARED;
      boolean part = form.length() >= INSIDE && names.words(ENGLISH).contains(form);
      if (part && label.stream().anyMatch(l -> within(form, l))) return OWN;
    }
    return 0;
  }

  private static boolean within(String form, String word) {
    return word.length() > form.length() && (word.startsWith(form) || word.endsWith(form));
  }
}
