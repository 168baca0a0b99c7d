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
          "\\b(?:is|was|been|be|just|he|she|shes|hes|im|i|were|are|theyre|we|they|them|getting|and|ive|just|been) saturday\\b(?= (?:at|in|on|here|there|down|with|by|outside|waiting|up|alone|next|around|all|doing|watching|for|looking|every))|\\bsaturday (?:nav|down|dish)\\b|\\b(?:the|in|hot|bit of|my) sunday\\b(?= (?:is|was|out|has|cream|all|back|shin)|[.!]|$)|\\bmonday pay\\b",
          Mark.SEATED);

  private static final Cue ASAP =
      Cue.of(
          "(?<!not )(?<!not an )(?<!isnt )(?<!not that )(?<!nothing )\\basap\\b(?!\\s?(?:tax|cord|light|appointment|service|number|dentist))",
          Mark.ASAP);
  private static final Cue NOW =
      Cue.of(
          "\\b(?:hour|free|available|somebody|someone|come|around|about|please|need it|needs it) now\\b(?! and)|\\bnow (?:please|if|or)\\b|^\\W*now\\W*$"
              + "|(?<!\\d )(?<!\\b(?:by|its|is|im|shes|hes|just|deadline|for|not|sorted|fine|ok|okay|home|better|gone|alone|days|weeks|old|years|own|all|well|right|back|been|up|good|here|left|until|till|and|us|and now|me|far|old|better|worse) )\\bnow(?=,|\\.|!|\\?|$|\\n)",
          Mark.ANY_NOW);
  private static final Cue WHENEVER = Cue.words("\\bwhenever\\b", Mark.WHENEVER);
  private static final Pattern DEADLINE_BEFORE =
      Pattern.compile(
          "\\b(?:deadline|before|due|out by|appeal|hearing|court|ends|evict\\w*|this side of|in time for|ahead of|prior to|out of hospital|discharged|bailiffs?|moves? in|term starts?|starts? school|coming home|home)(?: (?:on|the|is|it|comes|about|my|baby|at|appointment|out|for|this|next|about))*[ (]*$");

  private static final Cue FORTNIGHTLY = Cue.words("\\bfortnightly\\b", Mark.FORTNIGHTLY);
  private static final Cue MONTHLY =
      Cue.words(
          "\\bmonthly\\b|\\b(?:first|1st|last|2nd|3rd) " + DAYS + " (?:of (?:the|every) month)",
          Mark.MONTHLY);
  private static final Cue DAILY =
      Cue.words(
          "\\b(?:daily\\b|(?:every|most) (?:days|mornings|afternoons|evenings|nights)\\b|every (?:morning|afternoon|evening|night|lunchtime)\\b|(?:mornings|evenings|afternoons)\\b(?! (?:are|get|is|drag)))",
          Mark.DAILY);
  private static final Cue WEEKDAYS = Cue.words("\\bweekdays\\b", Mark.WEEKDAYS);
  private static final Cue WEEKLY =
      Cue.words(
          "\\b(?:weekly\\b|weekends\\b|every (?:[a-z]+ )?(?:"
              + DAYS
              + "|weekend)s?\\b|"
              + DAYS
              + "s\\b(?<!\\b(?:not|but|except|never|no) [a-z]{6,9})(?! (?:went|one|run))|"
              + DAYS
              + " (?:mornings|afternoons|evenings|nights)\\b)",
          Mark.WEEKLY);
  private static final Cue SEVERAL =
      Cue.words(
          "\\b" + DAYS + "s?(?: ?[,/&+]| and)? ?" + DAYS + "s?(?: ?[,/&+]| and)*(?: and)? ?" + DAYS,
          Mark.WEEKDAY);
  private static final Pattern BEFORE_THEN = Pattern.compile("\\b(?:before|deadline) then\\b");
  private static final Pattern LIMIT =
      Pattern.compile(
          "^ ?(?:is (?:the|my|our) (?:limit|deadline|last|latest)|at the latest|latest|deadline|or (?:they|he|she|itll|ill|im|we) )");
  private static final Cue LIST =
      Cue.words(
          "\\b" + DAYS + "s?(?: ?[0-9:.apm-]+)* ?(?:/|,|&|and|or|-|to) ?" + DAYS, Mark.WEEKDAY);
  private static final Cue HOURS =
      Cue.words("\\b" + DAYS + " \\d{1,2}(?:[:.]\\d\\d)? ?(?:-|to)", Mark.WEEKDAY, Mark.DIGIT);

  /** Said of this moment, and not of how things stand. */
  private static final Cue RIGHT_NOW =
      Cue.of(
          "(?:^|[.!?,\\n] ?|\\b(?:please|help|someone|somebody|anyone|come|here|round|over|free|available) )rightnow\\b|\\brightnow[.!?,]? ?(?:please|is|can|could|would|anyone|anybody|someone|somebody|if)\\b",
          Mark.RIGHT_NOW);

  /** "Friday ... the night before" is Thursday. */
  private static final Cue DAY_BEFORE =
      Cue.of(
          "(?<!in )\\bthe (day|night|evening|afternoon|morning) deadline\\b(?! (?:the|my|our|his|her|a|it|that|we|i|\\d|monday|tuesday|wednesday|thursday|friday|saturday|sunday|christmas))",
          Mark.CUE);

  private static final Cue IN_HOURS = Cue.words("\\bin (an?|1|2|3) hours?\\b", Mark.HOUR);

  /** What makes a later day of several the one that is meant. */
  private static final Pattern CHOSEN =
      Pattern.compile("(?:^|[ ,.])(?:so|make it|rather|prefer|preferably|ideally)(?: on| the)? $");

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
    List<Days.Day> days = Background.without(text, Days.in(text, marks, today));
    int[] span = {Integer.MAX_VALUE, 0};
    Recurrence recurring = recurring(text, marks, days, offer, span);
    Days.Day day = choose(text, days, recurring);
    Clocks.Clock own = days.size() > 1 && day != null ? ofDay(text, marks, day, days, null) : null;
    Clocks.Clock first =
        days.size() > 1 && own == null && recurring == null ? Clocks.in(text, marks, null) : null;
    if (first != null && day != null)
      for (Days.Day other : days)
        if (beside(other, first) && !Background.joined(text, day, other)) day = other;
    Parts.Part named = Parts.in(text, marks, day, days, message.size());
    if (named != null) widen(span, named.start(), named.end());
    PartOfDay part = named == null ? null : named.part();
    Clocks.Clock clock =
        own != null && day != null
            ? ofDay(text, marks, day, days, part)
            : Clocks.in(text, marks, part);
    if (clock != null
        && part == null
        && offer
        && recurring == Recurrence.DAILY
        && clock.time().getHour() < 5) part = PartOfDay.AFTERNOON;
    boolean asap = mark(ASAP, text, marks, span);
    boolean rightNow = rightNow(message, text, marks, span);
    boolean now = mark(NOW, text, marks, span) || rightNow;
    asap |= marks.contains(Mark.RIGHT_NOW);
    boolean any = mark(WHENEVER, text, marks, span);
    if (day != null) widen(span, day.start(), day.end());
    if (clock != null) widen(span, clock.start(), clock.end());
    if (span[0] > span[1]) return null;
    LocalDate date = day != null && (!asap || !rough(text, day)) ? day.date() : now ? today : null;
    boolean by = deadline(text, day, clock);
    LocalTime time = clock == null ? null : clock.time();
    if (time == null && date != null && date.equals(today) && part == null) {
      ZonedDateTime soon = soon(text, marks, zoned);
      if (soon != null) {
        time = soon.toLocalTime();
        date = soon.toLocalDate();
      }
    }
    PartOfDay spoken = time != null ? closing(time, by) : part;
    Matcher eve = date == null ? null : DAY_BEFORE.find(text, marks);
    if (date != null && eve != null) {
      date = date.minusDays(1);
      if (!eve.group(1).equals("day") && spoken == null) spoken = Parts.named(eve.group(1));
    }
    if (any && date == null && time == null && spoken == null && recurring == null)
      return found(When.whenever(), dial, span);
    return found(new When(date, spoken, time, by, asap || now, recurring), dial, span);
  }

  private static Days.@Nullable Day choose(
      String text, List<Days.Day> days, @Nullable Recurrence recurring) {
    if (days.isEmpty()) return null;
    Days.Day day = days.getFirst();
    if (days.size() == 1) return day;
    for (Days.Day other : days)
      if (CHOSEN.matcher(text.substring(Math.max(0, other.start() - 14), other.start())).find())
        day = other;
    if (recurring == null) return day;
    for (Days.Day other : days) if (other.date().isBefore(day.date()) && other.bare()) day = other;
    Days.Day said = Days.nextOne(days, text);
    return said == null ? day : said;
  }

  /** The time that stands between a day and the next one. */
  private static Clocks.@Nullable Clock ofDay(
      String text, Set<Mark> marks, Days.Day day, List<Days.Day> days, @Nullable PartOfDay part) {
    int end = text.length();
    for (Days.Day next : days) if (next.start() > day.end()) end = Math.min(end, next.start());
    Clocks.Clock clock = Clocks.in(text.substring(day.start(), end), marks, part);
    return clock == null ? null : clock.after(day.start());
  }

  private static boolean rightNow(Words message, String text, Set<Mark> marks, int[] span) {
    return mark(RIGHT_NOW, text, marks, span)
        || (marks.contains(Mark.RIGHT_NOW) && !message.language().english());
  }

  private static @Nullable ZonedDateTime soon(String text, Set<Mark> marks, ZonedDateTime now) {
    Matcher m = IN_HOURS.find(text, marks);
    if (m == null) return null;
    String hours = m.group(1);
    return now.withSecond(0)
        .withNano(0)
        .plusHours(hours.startsWith("a") ? 1 : Integer.parseInt(hours));
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
