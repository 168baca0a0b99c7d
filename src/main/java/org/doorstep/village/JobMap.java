package org.doorstep.village;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;

/**
 * Which job is where, and which wave reached whom, as far as it can be told from what phones show:
 * Doorstep is not asked.
 */
final class JobMap {

  /**
   * A job.
   *
   * @param home the address of the phone it was asked from; null where that is not known
   * @param standby the addresses of those who come next, in their order
   */
  record Job(
      String request,
      @Nullable String home,
      String label,
      String state,
      int round,
      Map<Integer, Set<String>> waves,
      @Nullable String holder,
      List<String> standby) {

    /** Who has it, or is asked whether they still would, stands by no more; nor do those before. */
    Job now(String newState, @Nullable String newHolder) {
      List<String> line = newHolder == null ? standby : after(newHolder);
      boolean over = newState.equals("delivered") || newState.equals("closed");
      return new Job(
          request, home, label, newState, round, waves, newHolder, over ? List.of() : line);
    }

    private List<String> after(String address) {
      return standby.subList(standby.indexOf(address) + 1, standby.size());
    }

    /** The turn of one of them has come: nobody before them waits any more. */
    Job turnOf(String address) {
      return new Job(request, home, label, state, round, waves, holder, after(address));
    }

    Job joinedBy(String address) {
      if (standby.contains(address)) return this;
      List<String> line = new ArrayList<>(standby);
      line.add(address);
      return new Job(request, home, label, state, round, waves, holder, line);
    }

    Job leftBy(String address) {
      List<String> line = standby.stream().filter(one -> !one.equals(address)).toList();
      return new Job(request, home, label, state, round, waves, holder, line);
    }
  }

  private final Changes changes;
  private final RegularMap regulars;
  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();

  JobMap(Changes changes, RegularMap regulars) {
    this.changes = changes;
    this.regulars = regulars;
  }

  synchronized List<Job> all() {
    return List.copyOf(jobs.values());
  }

  /** Doorstep's message has come to a phone. */
  synchronized void shown(Message message) {
    List<Tap> below = taps(message).toList();
    regulars.shown(message.phone(), message.face().text(), below, message.at());
    below.stream()
        .findFirst()
        .ifPresent(
            tap -> {
              String[] about = tap.about().split("\\.");
              switch (tap.flow() + "/" + tap.state()) {
                case "job/offered" -> offered(message, about);
                case "job/claimed" -> move(about[0], "claimed", message.phone());
                case "job/standby", "job/standby-moved", "job/your-turn" ->
                    waits(tap, message.phone());
                default -> {
                  if (tap.flow().equals("feedback")) move(about[0], "delivered", holder(about[0]));
                }
              }
            });
  }

  /** Somebody has been told that a job is theirs. */
  synchronized void claimed(Tap tap, String address) {
    move(tap.about().split("\\.")[0], "claimed", address);
  }

  /** Somebody has been told that they stand by, or that it is their turn. */
  synchronized void waits(Tap tap, String address) {
    jobs.computeIfPresent(
        tap.about().split("\\.")[0],
        (id, job) -> tap.state().equals("your-turn") ? job.turnOf(address) : job.joinedBy(address));
    changes.map();
  }

  /** Somebody tapped. */
  synchronized void tapped(String address, String payload) {
    Tap.decode(payload).ifPresent(tap -> acted(address, tap));
  }

  /** Somebody wrote; it may be the words on a button of the last question. */
  synchronized void answered(String address, String text, List<Message> before) {
    Optional<Message> question =
        before.reversed().stream()
            .filter(m -> !m.mine() && taps(m).findAny().isPresent())
            .findFirst();
    if (question.isEmpty()) {
      remember(address);
      return;
    }
    Optional<Tap> meant =
        Phones.shown(question.get()).choices().entrySet().stream()
            .filter(choice -> same(choice.getValue(), text) || key(choice.getKey(), text))
            .findFirst()
            .flatMap(choice -> Tap.decode(choice.getKey()));
    if (meant.isPresent()) {
      acted(address, meant.get());
    } else if (taps(question.get()).noneMatch(tap -> tap.flow().equals("job"))) {
      remember(address);
    }
  }

  private void acted(String address, Tap tap) {
    regulars.tapped(address, tap);
    String request = tap.about().split("\\.")[0];
    String choice = tap.choice().toLowerCase(Locale.ROOT);
    switch (tap.flow() + "/" + tap.state()) {
      case "job/claimed", "job/nudge", "job/mine" -> {
        if (choice.contains("done")) move(request, "delivered", address);
        else if (choice.matches(".*(cant|can-t|cannot|back|drop|release|not-able).*")) {
          move(request, "seeking", null);
        }
      }
      case "job/standby", "job/standby-moved", "job/my-standby", "home/standing-by" -> {
        jobs.computeIfPresent(request, (id, job) -> job.leftBy(address));
        changes.map();
      }
      default -> {
        if (tap.flow().equals("request-help")) remember(address);
        if (tap.flow().equals("feedback") && choice.matches("yes|arrived|thanks|ok")) {
          move(request, "closed", holder(request));
        }
      }
    }
  }

  private void remember(String address) {
    asked.remove(address);
    asked.add(address);
  }

  private void offered(Message message, String[] about) {
    if (about.length != 3 || !about[1].matches("[0-9]{1,4}") || !about[2].matches("[0-9]{1,4}")) {
      return;
    }
    int round = Integer.parseInt(about[1]);
    Job known = jobs.get(about[0]);
    Job job =
        known == null
            ? new Job(
                about[0],
                asker(message),
                label(message),
                "seeking",
                round,
                new TreeMap<>(),
                null,
                List.of())
            : known;
    if (round > job.round()) {
      job =
          new Job(
              job.request(),
              job.home(),
              job.label(),
              "seeking",
              round,
              new TreeMap<>(),
              null,
              job.standby());
    }
    Map<Integer, Set<String>> waves = new TreeMap<>(job.waves());
    Set<String> wave = new LinkedHashSet<>(waves.getOrDefault(Integer.valueOf(about[2]), Set.of()));
    wave.add(message.phone());
    waves.put(Integer.valueOf(about[2]), wave);
    jobs.put(
        job.request(),
        new Job(
            job.request(),
            job.home(),
            job.label(),
            job.state(),
            job.round(),
            waves,
            job.holder(),
            job.standby()));
    changes.map();
  }

  private @Nullable String asker(Message offer) {
    return asked.reversed().stream()
        .filter(address -> !address.equals(offer.phone()))
        .findFirst()
        .orElse(null);
  }

  private @Nullable String holder(String request) {
    Job job = jobs.get(request);
    return job == null ? null : job.holder();
  }

  private void move(String request, String state, @Nullable String holder) {
    jobs.computeIfPresent(request, (id, job) -> job.now(state, holder));
    changes.map();
  }

  static Stream<Tap> taps(Message message) {
    return Phones.shown(message).choices().keySet().stream()
        .map(Tap::decode)
        .flatMap(Optional::stream);
  }

  private static boolean same(String title, String text) {
    return words(title).equals(words(text));
  }

  private static boolean key(String payload, String text) {
    return Tap.decode(payload).filter(tap -> words(tap.choice()).equals(words(text))).isPresent();
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** What the offer speaks of: what stands after its first colon, up to the end of that phrase. */
  private static String label(Message message) {
    String text = message.face().text().replaceAll("[*_~]", "");
    String after = text.substring(text.indexOf(':') + 1).strip();
    String phrase = after.split("[,\\n]", 2)[0].strip();
    return phrase.length() <= 40
        ? phrase
        : phrase.substring(0, phrase.offsetByCodePoints(0, 39)) + "…";
  }
}
