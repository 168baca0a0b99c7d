package org.doorstep.understand;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
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
  private static final Cue GREETING =
      Cue.of(
          "(?:^\\W*(?:morning|afternoon|evening)\\b(?= *(?:[,.!?\\n]+ *\\w|(?:all|everyone|folks|team))))|\\bgreeting\\b|\\bgone\\b",
          Mark.GREETING);

  /** "He is sat at home", "the sun is out": not days. */
  private static final Cue SEATED =
      Cue.of(
          "\\b(?:is|was|been|be|just|he|she|shes|hes|im|i|were|are|theyre|we|they|them|getting|and|ive|just|been) saturday\\b(?= (?:at|in|on|here|there|down|with|by|outside|waiting|up|alone|next|around|all|doing|watching|for|looking))|\\bsaturday (?:nav|down|dish)\\b|\\b(?:the|in|hot|bit of|my) sunday\\b(?= (?:is|was|out|has|cream|all|back|shin)|[.!]|$)|\\bmonday pay\\b",
          Mark.SEATED);

  /** Days on which something is over, shut, paid or happens to others. */
  private static final Pattern BACKGROUND_BEFORE =
      Pattern.compile(
          "\\b(?:since|until after|deadline after|after|while|happy|merry|pay (?:you|yous|u|ye|it|them|back)?(?: back)?(?: on)?|(?:in|off|stuck|isolating|not in|shielding) (?:deadline|about)(?: the)?|last|gone|from last|closed(?: on| all)?|but|not(?: on)?|except|stopped|shut(?: on)?|paid(?: on)?|payday(?: is| on)?|discharged \\(?|\\bwages(?: on| come| in)?|\\b(?:money|uc|pip|esa|jsa|paid|benefits?|credit|cash|food|pay|wages|giro|pension|anything|away|hols|holiday|spain|nothing)\\b[^.!?\\n]{0,24}\\b(?:deadline|till|until)(?: the)?|\\bback (?:deadline|till|until)|\\bworking|\\bfell(?: on)?|\\bdied(?: on| last| in)?|\\b(?:happened|went|broke|came|said|told|rang|called|ordered|had|moved|stole|passed)\\b[^.!?,\\n]{0,18}(?:\\bon)?|\\baway (?:from |on |deadline )?|\\bits(?: now)?) *$");

  /** What follows a "later" that means today. */
  private static final Pattern LATER =
      Pattern.compile("(?:[ ,]*(?:on|today|please|thanks|this|if|or|is|\\W).*|\\W*)");

  private static final Cue ASAP =
      Cue.of(
          "(?<!not )(?<!not an )(?<!isnt )(?<!not that )(?<!nothing )\\basap\\b(?!\\s?(?:tax|cord|light|appointment|service|number|dentist))",
          Mark.ASAP);
  private static final Cue NOW =
      Cue.of(
          "\\b(?:hour|free|available|somebody|someone|come|around|about|please|need it|needs it) now\\b(?! and)|\\bnow (?:please|if|or)\\b|^\\W*now\\W*$"
              + "|(?<!\\d )(?<!\\b(?:by|its|is|im|shes|hes|just|deadline|for|not|sorted|fine|ok|okay|home|better|gone|alone|days|weeks|old|years|own|all|well|right|back|been|up|good|here|left|until|till|and|us|and now) )\\bnow(?=,|\\.|!|\\?|$|\\n)",
          Mark.ANY_NOW);
  private static final Cue WHENEVER = Cue.of("\\bwhenever\\b", Mark.WHENEVER);
  private static final Pattern DEADLINE_BEFORE =
      Pattern.compile(
          "\\b(?:deadline|before|due|out by|appeal|hearing|court|ends|evict\\w*|this side of|in time for|ahead of|prior to|out of hospital|discharged|bailiffs?|moves? in|term starts?|starts? school|coming home|home)(?: (?:on|the|is|it|comes|about|my|baby|at|appointment|out|for|this|next|about))*[ (]*$");

  private static final Cue FORTNIGHTLY = Cue.of("\\bfortnightly\\b", Mark.FORTNIGHTLY);
  private static final Cue MONTHLY =
      Cue.of(
          "\\bmonthly\\b|\\b(?:first|1st|last|2nd|3rd) " + DAYS + " (?:of (?:the|every) month)",
          Mark.MONTHLY);
  private static final Cue DAILY =
      Cue.of(
          "\\b(?:daily\\b|(?:every|most) (?:days|mornings|afternoons|evenings|nights)\\b|every (?:morning|afternoon|evening|night|lunchtime)\\b|(?:mornings|evenings|afternoons)\\b(?! (?:are|get|is|drag)))",
          Mark.DAILY);
  private static final Cue WEEKDAYS = Cue.of("\\bweekdays\\b", Mark.WEEKDAYS);
  private static final Cue WEEKLY =
      Cue.of(
          "\\b(?:weekly\\b|weekends\\b|every (?:[a-z]+ )?(?:"
              + DAYS
              + "|weekend)s?\\b|"
              + DAYS
              + "s\\b(?<!\\b(?:not|but|except|never|no) [a-z]{6,9})(?! (?:went|one|run))|"
              + DAYS
              + " (?:mornings|afternoons|evenings|nights)\\b)",
          Mark.WEEKLY);
  private static final Cue SEVERAL =
      Cue.of(
          "\\b" + DAYS + "s?(?: ?[,/&+]| and)? ?" + DAYS + "s?(?: ?[,/&+]| and)*(?: and)? ?" + DAYS,
          Mark.WEEKDAY);
  private static final Pattern BEFORE_THEN = Pattern.compile("\\b(?:before|deadline) then\\b");
  private static final Pattern LIMIT =
      Pattern.compile(
          "^ ?(?:is (?:the|my|our) (?:limit|deadline|last|latest)|at the latest|latest|deadline|or (?:they|he|she|itll|ill|im|we) )");
  private static final Cue LIST =
      Cue.of("\\b" + DAYS + "s?(?: ?[0-9:.apm-]+)* ?(?:/|,|&|and|or|-|to) ?" + DAYS, Mark.WEEKDAY);
  private static final Cue HOURS =
      Cue.of("\\b" + DAYS + " \\d{1,2}(?:[:.]\\d\\d)? ?(?:-|to)", Mark.WEEKDAY, Mark.DIGIT);

  private static final Pattern PART =
      Pattern.compile("\\b(mornings?|afternoons?|evenings?|tonight|overnight|nights?|am|pm)\\b");
  private static final Pattern PART_CUE =
      Pattern.compile(
          "(?:tomorrow|today|this|the|in|a|any|some|one|each|most|every|day|deadline|about|or|first|"
              + DAYS
              + "s?|\\d{1,2}(?:st|nd|rd|th)?|weekend|week|time|early|late|mid|next)[ ,]*$");

  private static final Pattern PART_AFTER =
      Pattern.compile(
          "^(?:s)? ?(?:please|if|is|only|would|best|ok|or (?:morning|afternoon|evening)|after|before|about|$|[.,!?](?! all))");

  /** Parts of days that drag, not those on which help is wanted. */
  private static final Pattern DULL = Pattern.compile("\\b(?:at|every|all|the|long) $");

  private final TimeWords words;

  WhenReader(TimeWords words) {
    this.words = words;
  }

  /** Null where no time is named. */
  @Nullable Found<When> in(Words message, boolean offer, ZonedDateTime zoned) {
    Dial dial = words.dial(message);
    LocalDate today = zoned.toLocalDate();
    Set<Mark> marks = Mark.in(dial.text());
    if (marks.isEmpty()) return null;
    String text = blank(blank(dial.text(), GREETING, marks), SEATED, marks);
    List<Days.Day> days =
        Days.in(text, marks, today).stream().filter(d -> !background(text, d)).toList();
    int[] span = {Integer.MAX_VALUE, 0};
    Days.Day day = days.isEmpty() ? null : days.getFirst();
    Recurrence recurring = recurring(text, marks, days, offer, span);
    if (day != null && recurring != null) {
      for (Days.Day other : days)
        if (other.date().isBefore(day.date()) && other.bare()) day = other;
      Days.Day said = Days.nextOne(days, text);
      if (said != null) day = said;
    }
    Clocks.Clock first = days.size() > 1 ? Clocks.in(text, marks, null) : null;
    if (first != null && recurring == null)
      for (Days.Day other : days) if (beside(other, first)) day = other;
    PartOfDay part = part(text, day, message.size(), span);
    Clocks.Clock clock = Clocks.in(text, marks, part);
    if (clock != null
        && part == null
        && offer
        && recurring == Recurrence.DAILY
        && clock.time().getHour() < 5) part = PartOfDay.AFTERNOON;
    boolean asap = mark(ASAP, text, marks, span);
    boolean now = mark(NOW, text, marks, span);
    boolean any = mark(WHENEVER, text, marks, span);
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

  private static boolean beside(Days.Day day, Clocks.Clock clock) {
    int gap = clock.start() - day.end();
    return gap >= 0 && gap < 4;
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
    if (day != null && LIMIT.matcher(text.substring(day.end())).find()) return true;
    if (day != null && BEFORE_THEN.matcher(text).find()) return true;
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
        && !LATER.matcher(text.substring(day.end())).matches()) return true;
    return BACKGROUND_BEFORE.matcher(before).find();
  }

  private static @Nullable Recurrence recurring(
      String text, Set<Mark> marks, List<Days.Day> days, boolean offer, int[] span) {
    if (mark(FORTNIGHTLY, text, marks, span)) return Recurrence.FORTNIGHTLY;
    if (mark(MONTHLY, text, marks, span)) return Recurrence.MONTHLY;
    if (mark(WEEKDAYS, text, marks, span)) return Recurrence.WEEKDAYS;
    if (mark(WEEKLY, text, marks, span)) return Recurrence.WEEKLY;
    if (mark(DAILY, text, marks, span)) return Recurrence.DAILY;
    boolean list =
        LIST.find(text, marks) != null || (days.size() > 1 && HOURS.find(text, marks) != null);
    if (SEVERAL.find(text, marks) != null) return Recurrence.WEEKLY;
    return offer && list && days.stream().anyMatch(Days.Day::bare) ? Recurrence.WEEKLY : null;
  }

  private static @Nullable PartOfDay part(
      String text, Days.@Nullable Day day, int size, int[] span) {
    Matcher m = PART.matcher(text);
    Matcher best = null;
    boolean beside = false;
    while (m.find()) {
      boolean close =
          day != null
              && ((m.start() >= day.start() && m.start() - day.end() < 4)
                  || (m.end() <= day.start() && day.start() - m.end() < 5));
      if (!close && (best != null || !meant(text, m, size, day))) continue;
      if (close && beside) continue;
      best = m;
      beside |= close;
      if (close) break;
      best = PART.matcher(text).region(m.start(), text.length());
      best.find();
    }
    if (best == null) {
      boolean early = day != null && text.startsWith(" early", day.end());
      return early ? PartOfDay.MORNING : null;
    }
    widen(span, best.start(), best.end());
    boolean late = text.contains("overnight");
    return switch (best.group()) {
      case "morning", "mornings", "am" -> PartOfDay.MORNING;
      case "afternoon", "afternoons", "pm" -> PartOfDay.AFTERNOON;
      case "overnight" -> PartOfDay.NIGHT;
      case "tonight" -> late ? PartOfDay.NIGHT : PartOfDay.EVENING;
      default -> PartOfDay.EVENING;
    };
  }

  /** A part of the day that does not stand beside a day, and yet tells when. */
  private static boolean meant(String text, Matcher m, int size, Days.@Nullable Day day) {
    String before = text.substring(Math.max(0, m.start() - 60), m.start());
    String word = m.group();
    if (word.equals("am") || word.equals("pm") || word.startsWith("night")) return false;
    if (BACKGROUND_BEFORE.matcher(before.replaceAll("this $", "")).find()) return false;
    if (word.equals("tonight") || word.equals("overnight")) return true;
    boolean plural = word.endsWith("s");
    if (plural) return !(DULL.matcher(before).find() && day == null && text.length() > 60);
    String after = text.substring(m.end());
    return PART_CUE.matcher(before).find()
        || m.start() < 2
        || size <= 6
        || PART_AFTER.matcher(after).find();
  }

  private static boolean mark(Cue cue, String text, Set<Mark> marks, int[] span) {
    Matcher m = cue.find(text, marks);
    if (m == null) return false;
    widen(span, m.start(), m.end());
    return true;
  }

  private static void widen(int[] span, int start, int end) {
    span[0] = Math.min(span[0], start);
    span[1] = Math.max(span[1], end);
  }

  private static String blank(String text, Cue cue, Set<Mark> marks) {
    if (!cue.possible(marks)) return text;
    return cue.pattern().matcher(text).replaceAll(m -> ".".repeat(m.group().length()));
  }

  private static Found<When> found(When when, Dial dial, int[] span) {
    return new Found<>(when, dial.typedStart(span[0]), dial.typedEnd(span[1]), PLAIN);
  }
}
