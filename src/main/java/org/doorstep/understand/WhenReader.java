package org.doorstep.understand;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.help.PartOfDay;
import org.doorstep.help.Recurrence;
import org.doorstep.help.When;
import org.jspecify.annotations.Nullable;

/** Tells when help is wanted, with UK habits: dd/mm, half 2, a week on Friday, teatime. */
final class WhenReader {

  private static final double PLAIN = 0.9;

  private static final String DAYS = "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
  private static final Pattern GREETING =
      Pattern.compile(
          "(?:^\\W*(?:morning|afternoon|evening)\\b(?= *(?:[,.!?\\n]+ *\\w|(?:all|everyone|folks|team))))|\\bgreeting\\b|\\bgone\\b");

  /** "He is sat at home", "the sun is out": not days. */
  private static final Pattern SEATED =
      Pattern.compile(
          "\\b(?:is|was|been|be|just|he|she|shes|hes|im|i|were|are|theyre|we|they|them|getting|and|ive|just|been) saturday\\b(?= (?:at|in|on|here|there|down|with|by|outside|waiting|up|alone|next|around|all|doing|watching|for|looking))|\\bsaturday (?:nav|down|dish)\\b|\\b(?:the|in|hot|bit of|my) sunday\\b(?= (?:is|was|out|has|cream|all|back|shin)|[.!]|$)|\\bmonday pay\\b");

  /** Days on which something is over, shut, paid or happens to others. */
  private static final Pattern BACKGROUND_BEFORE =
      Pattern.compile(
          "(?:\\bsince|\\blast|\\bgone|\\bfrom last|\\bclosed(?: on| all)?|\\bbut|\\bnot(?: on)?|\\bexcept|\\bstopped|\\bshut(?: on)?|\\bpaid(?: on)?|\\bpayday(?: is| on)?|\\bdischarged \\(?|\\bwages(?: on| come| in)?|\\b(?:money|paid|benefits?|credit|cash|food|pay|wages|giro|pension|anything|away|hols|holiday|spain|nothing)\\b[^.!?\\n]{0,24}\\b(?:deadline|till|until)(?: the)?|\\bback (?:deadline|till|until)|\\bworking|\\bfell(?: on)?|\\bdied(?: on| last| in)?|\\b(?:happened|went|broke|came|said|told|rang|called|ordered|had|moved|stole|passed)\\b[^.!?,\\n]{0,18}(?:\\bon)?|\\baway (?:from |on |deadline )?|\\bits(?: now)?) *$");

  private static final Pattern ASAP =
      Pattern.compile(
          "(?<!not )(?<!not an )(?<!isnt )(?<!not that )(?<!nothing )\\basap\\b(?!\\s?(?:tax|cord|light|appointment|service|number|dentist))");
  private static final Pattern NOW =
      Pattern.compile(
          "\\b(?:hour|free|available|somebody|someone|come|around|about|please|need it|needs it) now\\b(?! and)|\\bnow please\\b|^\\W*now\\W*$");
  private static final Pattern WHENEVER = Pattern.compile("\\bwhenever\\b");
  private static final Pattern DEADLINE_BEFORE =
      Pattern.compile(
          "\\b(?:deadline|before|due|out by|appeal|hearing|court|ends|evict\\w*|bailiffs?|moves? in|term starts?|starts? school|coming home|home)(?: (?:on|the|is|it|comes|about|my|baby|at|appointment|out|for|this|next|about))*[ (]*$");

  private static final Pattern FORTNIGHTLY = Pattern.compile("\\bfortnightly\\b");
  private static final Pattern MONTHLY =
      Pattern.compile(
          "\\bmonthly\\b|\\b(?:first|1st|last|2nd|3rd) " + DAYS + " (?:of (?:the|every) month)");
  private static final Pattern DAILY =
      Pattern.compile(
          "\\bdaily\\b|\\bevery (?:morning|afternoon|evening|night|lunchtime)\\b|\\b(?:mornings|evenings|afternoons)\\b(?! (?:are|get|is|drag))");
  private static final Pattern WEEKDAYS = Pattern.compile("\\bweekdays\\b");
  private static final Pattern WEEKLY =
      Pattern.compile(
          "\\bweekly\\b|\\bweekends\\b|\\bevery (?:[a-z]+ )?(?:"
              + DAYS
              + "|weekend)s?\\b|\\b"
              + DAYS
              + "s\\b(?! (?:went|one|run))|\\b"
              + DAYS
              + " (?:mornings|afternoons|evenings)\\b");
  private static final Pattern LIST =
      Pattern.compile(DAYS + "s?(?: ?[0-9:.apm-]+)* ?(?:/|,|&|and|or|-|to) ?" + DAYS);
  private static final Pattern HOURS = Pattern.compile(DAYS + " \\d{1,2}(?:[:.]\\d\\d)? ?(?:-|to)");

  private static final Pattern PART =
      Pattern.compile("\\b(mornings?|afternoons?|evenings?|tonight|night|am|pm)\\b");
  private static final Pattern PART_CUE =
      Pattern.compile(
          "(?:tomorrow|today|this|the|in|every|day|deadline|about|or|first|"
              + DAYS
              + "s?|\\d{1,2}(?:st|nd|rd|th)?|weekend|week|time|early|late|mid|next)[ ,]*$");

  private final TimeWords words;

  WhenReader(TimeWords words) {
    this.words = words;
  }

  /** Null where no time is named. */
  @Nullable Found<When> in(Words message, boolean offer, ZonedDateTime zoned) {
    Dial dial = words.dial(message);
    LocalDate today = zoned.toLocalDate();
    String text = blank(blank(dial.text(), GREETING), SEATED);
    List<Days.Day> days = Days.in(text, today).stream().filter(d -> !background(text, d)).toList();
    int[] span = {Integer.MAX_VALUE, 0};
    Days.Day day = days.isEmpty() ? null : days.getFirst();
    Recurrence recurring = recurring(text, days, offer, span);
    if (day != null && recurring != null) {
      for (Days.Day other : days)
        if (other.date().isBefore(day.date()) && other.bare()) day = other;
      Days.Day said = Days.nextOne(days, text);
      if (said != null) day = said;
    }
    PartOfDay part = part(text, day, message.size(), span);
    Clocks.Clock clock = Clocks.in(text, part);
    if (clock != null
        && part == null
        && offer
        && recurring == Recurrence.DAILY
        && clock.time().getHour() < 5) part = PartOfDay.AFTERNOON;
    boolean asap = mark(ASAP, text, span);
    boolean now = mark(NOW, text, span);
    boolean any = mark(WHENEVER, text, span);
    if (day != null) widen(span, day.start(), day.end());
    if (clock != null) widen(span, clock.start(), clock.end());
    if (span[0] > span[1]) return null;
    LocalDate date = day != null && (!asap || !rough(text, day)) ? day.date() : now ? today : null;
    boolean by = deadline(text, day, clock);
    LocalTime time = clock == null ? null : clock.time();
    PartOfDay spoken = time != null ? closing(time, by) : part;
    if (any && date == null && time == null && spoken == null && recurring == null)
      return found(When.whenever(), dial, span);
    return found(new When(date, spoken, time, by, asap || now, recurring), dial, span);
  }

  private static boolean rough(String text, Days.Day day) {
    return text.startsWith("later", day.start());
  }

  private static boolean deadline(
      String text, Days.@Nullable Day day, Clocks.@Nullable Clock clock) {
    if (day != null && day.deadline()) return true;
    if (day != null
        && DEADLINE_BEFORE
            .matcher(text.substring(Math.max(0, day.start() - 40), day.start()))
            .find()) return true;
    return clock != null
        && (text.startsWith("deadline", clock.start())
            || text.startsWith("before", clock.start())
            || DEADLINE_BEFORE
                .matcher(text.substring(Math.max(0, clock.start() - 20), clock.start()))
                .find());
  }

  /** A deadline on the hour between two parts belongs to the part that it closes. */
  private static PartOfDay closing(LocalTime time, boolean by) {
    return PartOfDay.of(by && time.getMinute() == 0 ? time.minusMinutes(1) : time);
  }

  private static boolean background(String text, Days.Day day) {
    String before = text.substring(Math.max(0, day.start() - 60), day.start());
    if (text.startsWith("later", day.start())
        && text.length() > day.end() + 1
        && !text.substring(day.end())
            .matches("(?:[ ,]*(?:on|today|please|thanks|this|if|or|is|\\W).*|\\W*)")) return true;
    return BACKGROUND_BEFORE.matcher(before).find();
  }

  private static @Nullable Recurrence recurring(
      String text, List<Days.Day> days, boolean offer, int[] span) {
    if (mark(FORTNIGHTLY, text, span)) return Recurrence.FORTNIGHTLY;
    if (mark(MONTHLY, text, span)) return Recurrence.MONTHLY;
    if (mark(WEEKDAYS, text, span)) return Recurrence.WEEKDAYS;
    if (mark(WEEKLY, text, span)) return Recurrence.WEEKLY;
    if (mark(DAILY, text, span)) return Recurrence.DAILY;
    boolean list = LIST.matcher(text).find() || HOURS.matcher(text).find();
    return offer && list && days.stream().anyMatch(Days.Day::bare) ? Recurrence.WEEKLY : null;
  }

  private static @Nullable PartOfDay part(
      String text, Days.@Nullable Day day, int size, int[] span) {
    Matcher m = PART.matcher(text);
    while (m.find()) {
      String before = text.substring(Math.max(0, m.start() - 24), m.start());
      boolean close = day != null && m.start() - day.end() < 4 && m.start() >= day.start();
      boolean plural = m.group().endsWith("s");
      if (!close
          && !plural
          && !m.group().equals("tonight")
          && !PART_CUE.matcher(before).find()
          && !(m.start() < 2 || size <= 6 || m.group().equals("night"))) continue;
      if ((m.group().equals("am") || m.group().equals("pm")) && !close) continue;
      if (before.matches("(?s).*\\b(?:at|every|all|the|long) $")
          && m.group().startsWith("evening")
          && plural
          && day == null
          && text.length() > 60) continue;
      widen(span, m.start(), m.end());
      if (m.group().equals("tonight") && text.contains("night")) {
        Matcher late = Pattern.compile("\\bnight\\b").matcher(text);
        if (late.find()) return PartOfDay.NIGHT;
      }
      return switch (m.group().charAt(0)) {
        case 'm' -> PartOfDay.MORNING;
        case 'a' -> m.group().equals("am") ? PartOfDay.MORNING : PartOfDay.AFTERNOON;
        case 'p' -> PartOfDay.AFTERNOON;
        case 'n' -> PartOfDay.NIGHT;
        default -> PartOfDay.EVENING;
      };
    }
    if (day != null && text.startsWith(" early", day.end())) return PartOfDay.MORNING;
    if (day != null && text.startsWith(" night", day.end())) return PartOfDay.EVENING;
    return null;
  }

  private static boolean mark(Pattern pattern, String text, int[] span) {
    Matcher m = pattern.matcher(text);
    if (!m.find()) return false;
    widen(span, m.start(), m.end());
    return true;
  }

  private static void widen(int[] span, int start, int end) {
    span[0] = Math.min(span[0], start);
    span[1] = Math.max(span[1], end);
  }

  private static String blank(String text, Pattern pattern) {
    return pattern.matcher(text).replaceAll(m -> ".".repeat(m.group().length()));
  }

  private static Found<When> found(When when, Dial dial, int[] span) {
    return new Found<>(when, dial.typedStart(span[0]), dial.typedEnd(span[1]), PLAIN);
  }
}
