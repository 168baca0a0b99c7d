package org.doorstep.cell;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doorstep.people.Flag;
import org.doorstep.people.Need;
import org.doorstep.people.Travel;
import org.doorstep.place.Postcode;

/**
 * How one kind of value is written in a cell's file.
 *
 * @param shape what it should be, with an example, to finish the sentence "should be …"
 * @param instead stands in for a value that was refused, so that reading can go on to the next
 *     fault
 */
record Form<T>(String shape, T instead, Function<String, Optional<T>> reader) {

  static final Form<String> NAME = text("a name of at most 60 characters, on one line", 60);
  static final Form<String> SENTENCE =
      text("a sentence of at most 300 characters, on one line", 300);

  static final Form<String> LINK =
      new Form<>(
          "the address of a page, such as https://leeds.example/privacy",
          "",
          text -> matched(text, "https://[A-Za-z0-9.-]+(/[A-Za-z0-9._~/%#?=&-]{0,150})?"));

  static final Form<CellId> ID =
      new Form<>(
          "an id of lower-case letters, digits and hyphens, such as hyde-park",
          new CellId("x"),
          text -> text.matches("[a-z0-9][a-z0-9-]{0,39}") ? Optional.of(new CellId(text)) : none());

  static final Form<ZoneId> ZONE =
      new Form<>("a time zone such as Europe/London", ZoneOffset.UTC, Form::zone);

  static final Form<String> LANGUAGE =
      new Form<>(
          "the tag of a language, such as cy or pl",
          "en",
          text -> matched(text, "[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?"));

  static final Form<String> NUMBER =
      new Form<>(
          "a phone number with its country code, such as \"+447700900000\"",
          "",
          text -> matched(text.replaceAll("[ -]", ""), "\\+[1-9][0-9]{7,14}"));

  static final Form<String> TEAM =
      slackId("the id of a Slack workspace, such as T0123ABCD", "[TE][A-Z0-9]{2,20}");
  static final Form<String> CHANNEL =
      slackId(
          "the id of a Slack channel (not its name), such as C0123ABCD: in Slack, open the"
              + " channel's details and scroll down",
          "[CG][A-Z0-9]{2,20}");
  static final Form<String> USER =
      slackId(
          "the id of a Slack member (not their name), such as U0123ABCD: in Slack, open their"
              + " profile, then More, then Copy member ID",
          "[UW][A-Z0-9]{2,20}");

  /** The one or the other: a lead may be on Slack, on WhatsApp, or on both. */
  static final Form<String> LEAD =
      new Form<>(
          "the id of a Slack member, such as U0123ABCD, or a phone number in quotes with its country"
              + " code, such as \"+447700900000\"",
          "",
          text ->
              USER.reader().apply(text).isPresent()
                  ? Optional.of(text)
                  : NUMBER.reader().apply(text).isPresent()
                      ? Optional.of(text.replaceAll("[ -]", ""))
                      : none());

  static final Form<String> OUTCODE =
      new Form<>(
          "the first half of a postcode, such as LS6",
          "",
          text -> Postcode.parse(text).filter(p -> !p.full()).map(Postcode::outcode));

  static final Form<Duration> DURATION =
      new Form<>("a time such as 20m, 4h or 2d", Duration.ofMinutes(1), Form::duration);

  /** The longest leaves time to answer within ten seconds. */
  static final Form<Duration> PAUSE =
      new Form<>("a pause of at most 5s, such as 2.5s, or 0s for none", Duration.ZERO, Form::pause);

  static final Form<Integer> METRES =
      new Form<>("a distance of at most 100 km, such as 800 m or 1.5 km", 1, Form::metres);

  static final Form<LocalTime> TIME =
      new Form<>(
          "a time of day in quotes, such as \"22:00\"",
          LocalTime.MIDNIGHT,
          text -> matched(text, "([01][0-9]|2[0-3]):[0-5][0-9]").map(LocalTime::parse));

  static final Form<DayOfWeek> DAY = named("a day of the week, such as monday", DayOfWeek.values());

  static final Form<Double> LATITUDE = degrees("a latitude in degrees, such as 53.822", 90);
  static final Form<Double> LONGITUDE = degrees("a longitude in degrees, such as -1.575", 180);

  static final Form<Stance> STANCE =
      named("one of integrated, loose and arms-length", Stance.values());

  static final Form<Join> JOIN = named("one of open, lead-approves and invitation", Join.values());

  static final Form<Model> MODEL = named("one of direct, hubs and broker", Model.values());

  static final Form<Level> LEVEL =
      named("one of street, hub, specialist, statutory and emergency", Level.values());

  static final Form<Partner.Kind> PARTNER =
      named("one of lio, hub, specialist and statutory", Partner.Kind.values());

  static final Form<Flag> FLAG =
      named(
          "what is said of somebody, by its key in vocab/flags.yml, such as no-heating",
          Flag.values());

  /** None where there is no waiting. */
  static final Form<Duration> WAIT =
      new Form<>(
          "a time such as 10m, or 0 for none",
          Duration.ZERO,
          text -> text.equals("0") ? Optional.of(Duration.ZERO) : duration(text));

  static final Form<Need> NEED =
      new Form<>(
          "a kind of help by its key in vocab/needs.yml, such as lift",
          Need.OTHER,
          text -> matched(text, "[a-z][a-z-]{0,39}").map(Need::new));

  static final Form<Travel> TRAVEL = named("one of on-foot, bicycle, bus and car", Travel.values());

  static final Form<String> BADGE =
      new Form<>(
          "a badge in lower-case letters, such as dbs or trained",
          "",
          text -> matched(text, "[a-z][a-z0-9-]{0,39}"));

  static final Form<Boolean> YES_OR_NO =
      new Form<>(
          "yes or no",
          false,
          text ->
              switch (text) {
                case "yes", "true" -> Optional.of(true);
                case "no", "false" -> Optional.of(false);
                default -> none();
              });

  static final Form<PayingBack.By> PAID_BACK_BY =
      named("one of resident, float and nobody", PayingBack.By.values());

  static final Form<Money> MONEY =
      new Form<>(
          "an amount in pounds, such as £30 or £12.50",
          Money.NONE,
          text -> Money.parse(text).filter(money -> money.pence() > 0));

  private static <E extends Enum<E>> Form<E> named(String shape, E[] values) {
    return new Form<>(
        shape,
        values[0],
        text ->
            Stream.of(values)
                .filter(v -> v.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text))
                .findFirst());
  }

  static Form<Integer> count(int most) {
    return new Form<>(
        "a whole number from 1 to " + most,
        1,
        text -> matched(text, "[0-9]{1,6}").map(Integer::valueOf).filter(n -> n >= 1 && n <= most));
  }

  private static Form<String> text(String shape, int longest) {
    return new Form<>(
        shape,
        "",
        text ->
            Optional.of(text.strip())
                .filter(t -> !t.isEmpty() && t.length() <= longest)
                .filter(t -> t.chars().noneMatch(Character::isISOControl)));
  }

  private static Form<String> slackId(String shape, String pattern) {
    return new Form<>(shape, "", text -> matched(text, pattern));
  }

  private static Form<Double> degrees(String shape, int most) {
    return new Form<>(
        shape,
        0.0,
        text ->
            matched(text, "-?[0-9]{1,3}(\\.[0-9]{1,15})?")
                .map(Double::valueOf)
                .filter(d -> Math.abs(d) <= most));
  }

  private static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException unknown) {
      return none();
    }
  }

  private static final Pattern DURATION_TEXT =
      Pattern.compile("([0-9]{1,5}) ?(?:(m|min|minutes?)|(h|hours?)|(d|days?))");

  private static Optional<Duration> duration(String text) {
    var match = DURATION_TEXT.matcher(text.toLowerCase(Locale.ROOT));
    if (!match.matches()) return none();
    int n = Integer.parseInt(match.group(1));
    if (n == 0) return none();
    if (match.group(2) != null) return Optional.of(Duration.ofMinutes(n));
    return Optional.of(match.group(3) != null ? Duration.ofHours(n) : Duration.ofDays(n));
  }

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private static Optional<Duration> pause(String text) {
    return matched(text, "[0-9](\\.[0-9]{1,3})? ?s|0")
        .map(t -> Duration.ofMillis(Math.round(Double.parseDouble(t.replaceAll(" ?s", "")) * 1000)))
        .filter(pause -> pause.compareTo(LONGEST_PAUSE) <= 0);
  }

  private static final Pattern METRES_TEXT =
      Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,3})?) ?(?:(km)|m|metres)");

  private static Optional<Integer> metres(String text) {
    var match = METRES_TEXT.matcher(text.toLowerCase(Locale.ROOT));
    if (!match.matches()) return none();
    double n = Double.parseDouble(match.group(1)) * (match.group(2) != null ? 1000 : 1);
    return n >= 1 && n <= 100_000 ? Optional.of((int) Math.round(n)) : none();
  }

  private static Optional<String> matched(String text, String pattern) {
    return text.matches(pattern) ? Optional.of(text) : none();
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
