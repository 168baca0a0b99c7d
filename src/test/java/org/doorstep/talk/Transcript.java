package org.doorstep.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.help.Flag;
import org.doorstep.help.When;
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

  private final Talk talk;
  private final Understanding understanding;
  private final Map<?, ?> test;
  private final boolean typing;
  private final List<Utterance> said = new ArrayList<>();
  private final String flow;
  private Instant now;
  private @Nullable Conversation conversation;

  /**
   * @param typing taps are answered in words instead, as on a phone without buttons
   */
  Transcript(
      Talk talk,
      Understanding understanding,
      Map<?, ?> test,
      Instant now,
      String flow,
      boolean typing) {
    this.talk = talk;
    this.understanding = understanding;
    this.test = test;
    this.now = now;
    this.flow = flow;
    this.typing = typing;
  }

  void play() {
    if (test.get("resume") instanceof Map<?, ?> resume) resume(resume);
    for (Object step : list(test.get("steps"))) step((Map<?, ?>) step);
  }

  private void resume(Map<?, ?> resume) {
    Map<String, Known> slots = new HashMap<>();
    if (resume.get("slots") instanceof Map<?, ?> given) {
      given.forEach(
          (k, v) -> {
            SlotValue value = new SlotValue.Picked(List.of(v.toString()));
            slots.put(k.toString(), new Known(value, Known.Source.SAID, 1));
          });
    }
    conversation =
        new Conversation(
            flow,
            (int) resume.get("version"),
            resume.get("state").toString(),
            null,
            slots,
            List.copyOf(slots.keySet()),
            0,
            1,
            null,
            now,
            now);
  }

  private void step(Map<?, ?> step) {
    if (step.get("clock") instanceof String clock) {
      now = now.plus(Duration.parse("PT" + clock.substring(1).toUpperCase(java.util.Locale.ROOT)));
    }
    Turn turn = turn(step);
    conversation = turn.next();
    List<String> ids = new ArrayList<>();
    List<String> done = new ArrayList<>();
    for (Turn.Step each : turn.steps()) {
      switch (each) {
        case Turn.Step.Say say -> {
          said.add(say.utterance());
          ids.add(say.utterance().id());
          assertThat(say.utterance().text()).as(say.utterance().id()).isNotBlank();
        }
        case Turn.Step.Do action -> done.add(action.doing().key());
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
      Map<String, String> known = new TreeMap<>(known(turn));
      known.keySet().retainAll(wanted.keySet());
      assertThat(known).as(at).isEqualTo(wanted);
    }
    if (step.containsKey("over")) {
      assertThat(conversation == null).as("over, " + at).isEqualTo(step.get("over"));
    }
  }

  private Turn turn(Map<?, ?> step) {
    if (step.get("pin") instanceof String pin) {
      return talk.hear(conversation, new Heard("", null, SmallMap.place(pin)), setting(""));
    }
    if (step.get("tap") instanceof String choice) {
      Choice tapped = find(said.reversed(), null, choice);
      String text = typing ? tapped.label() : "";
      Tap tap = typing ? null : tapped.tap();
      return talk.hear(conversation, new Heard(text, tap, null), setting(text));
    }
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
    return new Setting(now, ZONE, Channel.WHATSAPP, values, places, SmallMap.AREA, last);
  }

  private Map<String, String> known(Turn turn) {
    Map<String, Known> known = new HashMap<>();
    turn.steps()
        .forEach(
            s -> {
              if (s instanceof Turn.Step.Do d) known.putAll(d.slots());
            });
    Conversation next = turn.next();
    if (next != null) known.putAll(next.slots());
    Map<String, String> written = new HashMap<>();
    known.forEach(
        (key, value) ->
            written.put(
                key,
                write(value.value())
                    + (value.confidence() > 0 && value.confidence() < 0.7 ? "?" : "")));
    return written;
  }

  private static String write(SlotValue value) {
    return switch (value) {
      case SlotValue.Words words -> words.text();
      case SlotValue.Picked picked -> String.join(",", picked.keys());
      case SlotValue.At at -> at.place().written();
      case SlotValue.OneOf several -> "one of " + several.places().size();
      case SlotValue.Time time -> write(time.when());
      case SlotValue.Raised raised ->
          String.join(",", raised.flags().stream().sorted().map(Flag::key).toList());
      case SlotValue.Skipped skipped -> "skipped";
    };
  }

  private static String write(When when) {
    if (when.asap()) return "asap";
    List<String> parts = new ArrayList<>();
    if (when.by()) parts.add("by");
    Optional.ofNullable(when.date()).ifPresent(d -> parts.add(d.toString()));
    Optional.ofNullable(when.part())
        .filter(p -> when.time() == null)
        .ifPresent(p -> parts.add(p.name().toLowerCase(java.util.Locale.ROOT)));
    Optional.ofNullable(when.time()).ifPresent(t -> parts.add(t.toString()));
    return parts.isEmpty() ? "any" : String.join("/", parts);
  }

  private List<String> ids(@Nullable Object written) {
    return strings(written).stream().map(this::id).toList();
  }

  /** {@code ask.need} is the flow's own; others are written in full. */
  private String id(String written) {
    boolean full =
        List.of("common.", "join.", "request-help.").stream().anyMatch(written::startsWith);
    return full ? written : flow + "." + written;
  }

  private static List<?> list(@Nullable Object value) {
    return value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
  }

  private static List<String> strings(@Nullable Object value) {
    return list(value).stream().map(String::valueOf).toList();
  }
}
