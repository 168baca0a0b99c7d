package org.doorstep.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.doorstep.people.Channel;
import org.doorstep.place.Place;
import org.doorstep.place.PlaceAnswer;
import org.doorstep.understand.Understanding;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Plays one transcript, step by step, and compares ids, slots and actions; never wording. */
@NullUnmarked
final class Transcript {

  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  /** What an id begins with that is the flow's own. */
  private static final Set<String> KINDS =
      Set.of("ask", "offer", "which", "unclear", "check", "after");

  /** How an answer that may be tapped is given. */
  enum Answering {
    TAPS,
    WORDS,
    NUMBERS
  }

  private final Talk talk;
  private final Understanding understanding;
  private final Map<?, ?> test;
  private final Channel channel;
  private final Answering answering;
  private final List<Utterance> said = new ArrayList<>();
  private final Map<Instant, String> later = new TreeMap<>();
  private final String flow;
  private Instant now;
  private @Nullable Conversation conversation;

  Transcript(
      Talk talk,
      Understanding understanding,
      Map<?, ?> test,
      Instant now,
      String flow,
      Channel channel,
      Answering answering) {
    this.talk = talk;
    this.understanding = understanding;
    this.test = test;
    this.now = now;
    this.flow = flow;
    this.channel = channel;
    this.answering = answering;
  }

  void play() {
    if (test.get("resume") instanceof Map<?, ?> resume) resume(resume);
    for (Object step : list(test.get("steps"))) step((Map<?, ?>) step);
  }

  private void resume(Map<?, ?> resume) {
    Map<String, Known> slots = new HashMap<>();
    if (resume.get("slots") instanceof Map<?, ?> given) {
      given.forEach((k, v) -> slots.put(k.toString(), WrittenValues.read(v)));
    }
    conversation =
        new Conversation(
            resume.get("flow") instanceof String named ? named : flow,
            (int) resume.get("version"),
            resume.get("state").toString(),
            resume.get("asking") instanceof String asking ? asking : null,
            slots,
            List.copyOf(slots.keySet()),
            0,
            1,
            null,
            now,
            now,
            now);
  }

  private void step(Map<?, ?> step) {
    List<Turn.Step> steps = new ArrayList<>();
    if (step.get("clock") instanceof String clock) wait(duration(clock), steps);
    boolean heard = List.of("user", "tap", "tap-old", "pin").stream().anyMatch(step::containsKey);
    if (heard) steps.addAll(took(turn(step)));
    List<String> ids = new ArrayList<>();
    List<String> done = new ArrayList<>();
    for (Turn.Step each : steps) {
      switch (each) {
        case Turn.Step.Say say -> {
          said.add(say.utterance());
          ids.add(say.utterance().id());
          ChannelLimits.check(channel, say.utterance());
        }
        case Turn.Step.Do action -> done.add(action.doing().key());
        case Turn.Step.Later asked -> later.put(now.plus(asked.after()), asked.flow());
      }
    }
    String at = "at step " + step;
    if (step.containsKey("bot")) assertThat(ids).as(at).isEqualTo(ids(step.get("bot")));
    assertThat(done).as("does, " + at).isEqualTo(strings(step.get("does")));
    if (step.get("slots") instanceof Map<?, ?> slots) {
      Map<String, String> wanted = new TreeMap<>();
      slots.forEach(
          (k, v) ->
              wanted.put(
                  k.toString(),
                  v instanceof List<?> l ? String.join(",", strings(l)) : String.valueOf(v)));
      Map<String, String> known = new TreeMap<>(known(steps));
      known.keySet().retainAll(wanted.keySet());
      assertThat(known).as(at).isEqualTo(wanted);
    }
    if (step.containsKey("over")) {
      assertThat(conversation == null).as("over, " + at).isEqualTo(step.get("over"));
    }
  }

  private List<Turn.Step> took(Turn turn) {
    conversation = turn.next();
    return turn.steps();
  }

  private static Duration duration(String clock) {
    String length = clock.substring(1).toUpperCase(Locale.ROOT);
    return Duration.parse(length.endsWith("D") ? "P" + length : "PT" + length);
  }

  /** Time goes by, and whatever rings on the way is heard. */
  private void wait(Duration length, List<Turn.Step> steps) {
    Instant until = now.plus(length);
    while (true) {
      Instant at = now;
      Optional<Instant> rings =
          Optional.ofNullable(conversation)
              .flatMap(c -> talk.rings(c, at))
              .filter(ring -> !ring.isAfter(until));
      Optional<Instant> asks =
          later.keySet().stream().filter(ask -> !ask.isAfter(until)).findFirst();
      if (rings.isPresent() && asks.filter(ask -> ask.isBefore(rings.get())).isEmpty()) {
        now = rings.get();
        steps.addAll(took(talk.rang(conversation, setting(""))));
      } else if (asks.isPresent()) {
        now = asks.get();
        String begins = later.remove(asks.get());
        if (conversation == null)
          steps.addAll(took(talk.begin(begins, Heard.text(""), setting(""))));
      } else {
        now = until;
        return;
      }
    }
  }

  private Turn turn(Map<?, ?> step) {
    if (step.get("pin") instanceof String pin) {
      return talk.hear(conversation, new Heard("", null, SmallMap.place(pin)), setting(""));
    }
    if (step.get("tap") instanceof String choice) return answer(choice);
    if (step.get("tap-old") instanceof String old) {
      int slash = old.indexOf('/');
      Choice tapped = find(said, id(old.substring(0, slash)), old.substring(slash + 1));
      return talk.hear(conversation, new Heard("", tapped.tap(), null), setting(""));
    }
    String text = String.valueOf(step.get("user"));
    return conversation == null && step.get("begin") instanceof String begin
        ? talk.begin(begin, Heard.text(text), setting(text))
        : talk.hear(conversation, Heard.text(text), setting(text));
  }

  private Turn answer(String choice) {
    Choice tapped = find(said.reversed(), null, choice);
    String text =
        switch (answering) {
          case TAPS -> "";
          case WORDS -> tapped.label();
          case NUMBERS -> number(tapped);
        };
    Tap tap = answering == Answering.TAPS ? tapped.tap() : null;
    return talk.hear(conversation, new Heard(text, tap, null), setting(text));
  }

  private String number(Choice tapped) {
    Utterance asked =
        said.reversed().stream()
            .filter(u -> u.choices().contains(tapped))
            .findFirst()
            .orElseThrow();
    return Integer.toString(asked.choices().indexOf(tapped) + 1);
  }

  private static Choice find(List<Utterance> all, @Nullable String id, String choice) {
    return all.stream()
        .filter(u -> id == null || u.id().equals(id))
        .flatMap(u -> u.choices().stream())
        .filter(c -> c.tap().choice().equals(choice))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing to tap called " + choice));
  }

  private Setting setting(String text) {
    Map<String, String> values = new HashMap<>();
    values.put("coordinator", "Priya");
    values.put("cell", "Demo");
    values.put("neighbouring-groups", "York Helpers");
    Place last = test.get("last-place") instanceof String place ? SmallMap.place(place) : null;
    if (test.get("known-name") instanceof String name) values.put("name", name);
    boolean reachable = !Boolean.TRUE.equals(test.get("map-down"));
    Map<String, PlaceAnswer> places = SmallMap.answers(understanding, text, reachable);
    return new Setting(now, ZONE, channel, values, places, SmallMap.AREA, last);
  }

  private Map<String, String> known(List<Turn.Step> steps) {
    Map<String, Known> known = new HashMap<>();
    steps.forEach(
        s -> {
          if (s instanceof Turn.Step.Do d) known.putAll(d.slots());
        });
    if (conversation != null) known.putAll(conversation.slots());
    Map<String, String> written = new HashMap<>();
    known.forEach((key, value) -> written.put(key, Minutes.value(value)));
    return written;
  }

  private List<String> ids(@Nullable Object written) {
    return strings(written).stream().map(this::id).toList();
  }

  /** {@code ask.need} is the flow's own; others are written in full. */
  private String id(String written) {
    int dot = written.indexOf('.');
    boolean full = dot > 0 && !KINDS.contains(written.substring(0, dot));
    return full ? written : flow + "." + written;
  }

  private static List<?> list(@Nullable Object value) {
    return value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
  }

  private static List<String> strings(@Nullable Object value) {
    return list(value).stream().map(String::valueOf).toList();
  }
}
