package org.doorstep.village;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.doorstep.talk.Tap;
import tools.jackson.databind.JsonNode;

/** What the people of the story do. */
final class StoryDeeds {

  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  private final Phones phones;
  private final SlackPeople slack;
  private final StoryWatch watch;
  private final VillageClock clock;
  private final Consumer<Duration> forward;

  StoryDeeds(
      Phones phones,
      SlackPeople slack,
      StoryWatch watch,
      VillageClock clock,
      Consumer<Duration> forward) {
    this.phones = phones;
    this.slack = slack;
    this.watch = watch;
    this.clock = clock;
    this.forward = forward;
  }

  /** False while what it needs is not there yet. */
  boolean done(StoryStep step) {
    JsonNode what = step.what();
    return switch (step.deed()) {
      case "says" -> {
        phones.say(Json.text(what, "phone"), worded(Json.text(what, "text")));
        yield true;
      }
      case "taps" -> tap(Json.text(what, "phone"), Pattern.compile(Json.text(what, "tap")));
      case "answers" -> answered(Json.text(what, "phone"), Json.text(what, "to"), what);
      case "presses" -> press(what);
      case "replies" -> reply(what);
      case "forward" -> {
        forward.accept(Duration.parse(what.asString()));
        yield true;
      }
      case "daytime" -> {
        forward.accept(untilDaytime());
        yield true;
      }
      default -> true;
    };
  }

  /** "{later-day}" is a day of the week that is neither today nor tomorrow. */
  private String worded(String text) {
    DayOfWeek today = clock.instant().atZone(ZONE).getDayOfWeek();
    boolean near = today == DayOfWeek.THURSDAY || today == DayOfWeek.WEDNESDAY;
    DayOfWeek day = near ? DayOfWeek.SATURDAY : DayOfWeek.THURSDAY;
    return text.replace("{later-day}", day.getDisplayName(TextStyle.FULL, Locale.UK));
  }

  private boolean tap(String phone, Pattern wanted) {
    Optional<StoryWatch.Found> found = watch.onPhone(phone, wanted);
    found.ifPresent(tap -> phones.tap(phone, tap.on(), tap.payload(), tap.title()));
    return found.isPresent();
  }

  /**
   * Answers one question more, leaving out what may be left out, until the form has come so far.
   */
  private boolean answered(String phone, String to, JsonNode what) {
    Optional<Message> last = watch.lastHeard(phone);
    if (last.isEmpty()) return false;
    if (StoryWatch.offers(last.get(), Pattern.compile(to))) return true;
    if (watch.answeredAlready(phone)) return false;
    Optional<Tap> question = JobMap.taps(last.get()).findFirst();
    String asked = question.map(Tap::state).orElse("");
    Optional<String> known =
        what.path("with").properties().stream()
            .filter(answer -> asked.endsWith("." + answer.getKey()))
            .map(answer -> answer.getValue().asString())
            .findFirst();
    if (question.isEmpty()) {
      phones.say(phone, Json.text(what, "otherwise"));
    } else if (known.isPresent()) {
      phones.say(phone, known.get());
    } else if (!tap(phone, Pattern.compile(state(question.get()) + "/skip"))) {
      tap(phone, Pattern.compile(state(question.get()) + "/"));
    }
    return false;
  }

  private static String state(Tap tap) {
    return Pattern.quote(tap.flow() + "/" + tap.state());
  }

  private boolean press(JsonNode what) {
    String channel = Json.text(what, "channel");
    Optional<StoryWatch.Found> found =
        watch.inSlack(channel, Pattern.compile(Json.text(what, "tap")));
    return found
        .filter(
            tap ->
                slack.press(
                    channel, Json.text(what, "user"), tap.on(), tap.actionId(), tap.payload()))
        .isPresent();
  }

  private boolean reply(JsonNode what) {
    String channel = Json.text(what, "channel");
    return watch
        .inSlack(channel, Pattern.compile(Json.text(what, "to")))
        .filter(on -> slack.say(channel, Json.text(what, "user"), Json.text(what, "text"), on.on()))
        .isPresent();
  }

  /** Nobody is woken for a story: it is told between ten and four. */
  private Duration untilDaytime() {
    ZonedDateTime now = clock.instant().atZone(ZONE);
    ZonedDateTime ten = now.with(LocalTime.of(10, 0));
    if (now.getHour() >= 10 && now.getHour() < 16) return Duration.ZERO;
    return Duration.between(
        now, now.isBefore(ten) ? ten : now.plusDays(1).with(LocalTime.of(10, 0)));
  }
}
