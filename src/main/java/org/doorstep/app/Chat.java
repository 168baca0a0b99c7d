package org.doorstep.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.people.Channel;
import org.doorstep.place.Area;
import org.doorstep.place.Place;
import org.doorstep.place.PlaceAnswer;
import org.doorstep.place.Point;
import org.doorstep.place.Postcode;
import org.doorstep.talk.Choice;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Heard;
import org.doorstep.talk.Minutes;
import org.doorstep.talk.Setting;
import org.doorstep.talk.Talk;
import org.doorstep.talk.Turn;
import org.doorstep.talk.Utterance;
import org.doorstep.understand.Understanding;
import org.jspecify.annotations.Nullable;

/**
 * Talks to the engine in a terminal and writes down what was said as a transcript. Every postcode
 * exists here, as in the tests, and LS4 and LS6 are covered.
 */
final class Chat {

  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final Area AREA = new Area(List.of("LS4", "LS6"), List.of());
  private static final Point SOMEWHERE = new Point(53.82, -1.57);
  private static final Pattern CLOCK = Pattern.compile("/clock \\+([0-9]{1,4})([mhd])");
  private static final Pattern PIN = Pattern.compile("/pin (.+)");

  /** What somebody asked for who starts a chat. */
  record Wish(String flow, Channel channel, String language, Instant now) {}

  private final Talk talk;
  private final Understanding understanding;
  private final Wish wish;
  private final PrintWriter out;
  private final Minutes minutes;
  private List<Choice> shown = List.of();
  private Instant now;
  private @Nullable Conversation conversation;

  Chat(Talk talk, Understanding understanding, Wish wish, PrintWriter out) {
    this.talk = talk.in(wish.language());
    this.understanding = understanding;
    this.wish = wish;
    this.out = out;
    this.now = wish.now();
    this.minutes = new Minutes(wish.flow(), wish.now(), ZONE);
  }

  /** Until the input ends, or a line says {@code /end}. */
  void with(BufferedReader in) throws IOException {
    out.println("Write as a person would. A number taps the answer that has it.");
    out.println("/clock +2h lets time go by, /pin LS6 3HN sends a place, /end ends.");
    boolean first = true;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.strip().equals("/end")) break;
      line(line, first);
      first = false;
    }
    out.println();
    out.print(minutes.text());
    out.flush();
  }

  private void line(String line, boolean first) {
    Matcher clock = CLOCK.matcher(line.strip());
    Matcher pin = PIN.matcher(line.strip());
    Optional<Choice> tapped = tapped(line.strip());
    if (clock.matches()) {
      String length = clock.group(1) + clock.group(2);
      step(Map.of("clock", "+" + length), wait(length(clock)));
    } else if (pin.matches()) {
      Heard heard = new Heard("", null, place(pin.group(1)).orElse(null));
      step(Map.of("pin", pin.group(1)), List.of(hear(heard, "")));
    } else if (tapped.isPresent()) {
      Heard heard = new Heard("", tapped.get().tap(), null);
      step(Map.of("tap", tapped.get().tap().choice()), List.of(hear(heard, "")));
    } else if (first) {
      Turn turn = talk.begin(wish.flow(), Heard.text(line), setting(line));
      conversation = turn.next();
      step(Map.of("user", line, "begin", wish.flow()), List.of(turn));
    } else {
      step(Map.of("user", line), List.of(hear(Heard.text(line), line)));
    }
  }

  private static Duration length(Matcher clock) {
    long n = Long.parseLong(clock.group(1));
    return switch (clock.group(2)) {
      case "m" -> Duration.ofMinutes(n);
      case "h" -> Duration.ofHours(n);
      default -> Duration.ofDays(n);
    };
  }

  /** On SMS there is nothing to tap: a number is written like any other answer. */
  private Optional<Choice> tapped(String line) {
    if (wish.channel() == Channel.SMS || !line.matches("[0-9]{1,2}")) return Optional.empty();
    int at = Integer.parseInt(line) - 1;
    return at >= 0 && at < shown.size() ? Optional.of(shown.get(at)) : Optional.empty();
  }

  private Turn hear(Heard heard, String text) {
    Turn turn = talk.hear(conversation, heard, setting(text));
    conversation = turn.next();
    return turn;
  }

  /** Time goes by, and whatever rings on the way is heard. */
  private List<Turn> wait(Duration length) {
    List<Turn> turns = new ArrayList<>();
    Instant until = now.plus(length);
    while (conversation != null) {
      Optional<Instant> rings = talk.rings(conversation, now).filter(r -> !r.isAfter(until));
      if (rings.isEmpty()) break;
      now = rings.get();
      Turn turn = talk.rang(conversation, setting(""));
      conversation = turn.next();
      turns.add(turn);
    }
    now = until;
    return turns;
  }

  private void step(Map<String, String> did, List<Turn> turns) {
    minutes.step(did, turns);
    for (Turn turn : turns) {
      for (Turn.Step each : turn.steps()) {
        switch (each) {
          case Turn.Step.Say say -> say(say.utterance());
          case Turn.Step.Do action -> out.println("  (does " + action.doing().key() + ")");
          case Turn.Step.Later later ->
              out.println("  (asks " + later.flow() + " after " + later.after() + ")");
        }
      }
    }
    if (conversation == null && !turns.isEmpty()) out.println("  (the conversation is over)");
    out.flush();
  }

  private void say(Utterance utterance) {
    out.println("  [" + utterance.id() + "]");
    utterance.text().lines().forEach(line -> out.println("  " + line));
    int number = 1;
    for (Choice choice : utterance.choices()) out.println("  " + number++ + ". " + choice.label());
    shown = utterance.choices();
  }

  private Setting setting(String text) {
    Map<String, PlaceAnswer> places = new HashMap<>();
    for (String name : understanding.placesIn(text)) {
      places.put(
          name,
          place(name).<PlaceAnswer>map(PlaceAnswer.Found::new).orElse(new PlaceAnswer.Unknown()));
    }
    Map<String, String> values =
        Map.of("coordinator", talk.words("common.a-coordinator", Map.of()), "cell", "Doorstep");
    return new Setting(now, ZONE, wish.channel(), values, places, AREA, null);
  }

  private static Optional<Place> place(String name) {
    return Postcode.parse(name).map(p -> new Place(p.toString(), p.outcode(), SOMEWHERE, p.full()));
  }
}
