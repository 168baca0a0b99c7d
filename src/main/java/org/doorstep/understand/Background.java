package org.doorstep.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Days of which a message tells, and on which no help is wanted: over, shut, paid, or others'. */
final class Background {

  /** What stands before such a day, up to it. */
  private static final Openings BEFORE =
      words(
          "\\b(?:since|until after|deadline (?:after|about)|after|while|happy|merry|pay (?:you|yous|u|ye|it|them|back)?(?: back)?(?: on)?|(?:off|stuck|isolating|not in|shielding) (?:deadline|about)(?: the)?|\\bin deadline(?: the)?|last|gone|from last|closed(?: on| all)?|but|not(?: on)?|except|shut(?: on)?|paid(?: on)?|payday(?: is| on)?|discharged \\(?|\\b(?:wages|money|pension|uc|pip|esa|jsa|benefits?|giro|credit)(?: on| come| comes| goes| lands| in| through| is| are| about| isnt| till| deadline| paid| due| day| the| next| this)*|\\b(?:dob|born|dated)(?: on| the| about)*|\\b(?:comes|visits|stays|pops in|pops round|calls in|drops in)(?: to see me| in| round| over| here| me)?(?: on| every| the)*|\\b(?:daughter|son|sister|brother|grand[a-z]+|nurse|carer|neighbour|friend|niece|nephew|mum|dad|mate|family|cousin|midwife|visitor|worker)s? (?:about |is |are |here )?(?:coming|visiting|over)(?: on| the| this| round| over| down| up)*|\\b(?:money|uc|pip|esa|jsa|paid|benefits?|credit|cash|food|pay|wages|giro|pension|anything|away|hols|holiday|spain|nothing|zero|purse|skint)\\b[^.!?\\n]{0,24}\\b(?:deadline|till|until)(?: the)?|\\b(?:im|hes|shes|were|theyre|not|home|get|gets|getting|isnt|arent|aint|wont be|wont about) back (?:deadline|till|until|about|on)|\\bworking"
              + "|\\baway (?:from |on |deadline )?|\\bits(?: now)?"
              + "|\\bclocks go (?:back|forward)(?: an hour)?(?: on| this)?|\\bbirthdays?(?: is| on| about| this| the)*"
              + "|\\b(?:turns|turning|hes|shes|im) \\d{1,3}(?: months?| years?)?(?: old)?(?: on| about| this| the)*"
              + "|\\bopen(?:s|ing)?(?: from| on| about| hours| times| \\d{1,2}| [ap]m| deadline| weekdays| and| to|,|-)*"
              + "|\\b(?:cant|cannot|wont|never|busy|bar|apart about|other than)(?: do| make| manage| be| in| available| free| around| about| it)*(?: on| the| this)*) *$");

  /** Somebody's age, up to such a day. */
  private static final Pattern AGED =
      Pattern.compile(
          "\\b[a-z]+s (?:(?:1[3-9]|[2-9]\\d)|\\d{1,2} (?:months|years)(?: old)?)(?: on| about| this| the)* *$");

  /** What was done then. A day that is named in full, "Friday week", is never over. */
  private static final Openings DONE =
      words(
          "\\bsaid(?: [a-z]+)?(?: on| the)* *$|\\b(?:happened|(?:was|were)(?! (?:hoping|wondering|thinking|after|looking|going)))\\b(?:(?! to | so |happened)[^.!?,\\n]){0,28}(?:\\bon|\\bover)?(?: ondate| the)* *$");

  private static final Pattern DONE_AFTER =
      Pattern.compile(
          "(?: (?:morning|afternoon|evening|night))?,? (?:(?:and|but) )?[a-z]+ (?:was|were|did|didnt|couldnt|wasnt|never)\\b|(?: (?:morning|afternoon|evening|night))?(?: [a-z]+){0,2} happened\\b(?! would)|s? was\\b");

  private static final Pattern COMING =
      Pattern.compile("week|next|month|fortnight|in \\d|tomorrow|overmorrow|coming");

  /** What follows such a day. */
  private static final Pattern AFTER =
      Pattern.compile(
          "s? (?:just )?(?:gone|past|since)\\b(?! \\d)|,? (?:about|is|thats|that about) (?:my|his|her|our)(?: [a-z]+)? name\\b|[^.!?,\\n]{0,24}\\bwages\\b|[^.!?\\n]{0,45}\\bso (?:dont|no|not|we dont|i dont) need"
              + "|[^.!?,\\n]{0,12} (?:cancelled|called off)\\b|[^.!?\\n]{0,3} so (?:shes|hes|im|theyre) (?:out|away|busy)\\b");

  /** What stands before or after a day that is not meant if there is another one. */
  private static final Pattern ASIDE_BEFORE =
      Pattern.compile(
          "\\b(?:wedding|party|anniversary|christening|concert|match|visiting|coming)s?(?: is| about| on| the)* *$");

  private static final Pattern ASIDE_AFTER =
      Pattern.compile(
          "s?(?: (?:mornings?|afternoons?|evenings?|nights?))? (?:im|hes|shes|theyre|were|ive|i|he|she|they|we) (?:about|in|away|out|working|work|off|busy|his|her)\\b");

  /** What follows a "later" that means today. */
  private static final Pattern LATER =
      Pattern.compile("(?:[ ,]*(?:on|today|please|thanks|this|if|or|is|\\W).*|\\W*)");

  private static final Pattern LIST =
      Pattern.compile(" ?(?:,|/|&|-|\\+|and|or|to|deadline|,? ?(?:and|or))(?: the| on)? ?");

  private static final Pattern NOT_THIS_BUT =
      Pattern.compile("(?s).*\\bnot (?:on )?[a-z]+,? but (?:on )?$");

  private static final int REACH = 60;

  private Background() {}

  /** A pattern that begins where a word does. */
  private static Openings words(String regex) {
    return Openings.of(Pattern.compile(regex));
  }

  /** Those of the days on which help may be wanted. */
  static List<Days.Day> without(String text, List<Days.Day> days) {
    List<Days.Day> meant = new ArrayList<>();
    Days.Day last = null;
    for (Days.Day day : days) {
      boolean goesOn = last != null && joined(text, last, day) && !turned(text, last);
      boolean off = goesOn || is(text, day);
      if (off) last = day;
      else meant.add(day);
    }
    if (meant.size() < 2) return meant;
    List<Days.Day> main = meant.stream().filter(day -> !aside(text, day)).toList();
    return main.isEmpty() ? meant : main;
  }

  /** "Not today, tomorrow" goes from one that is not meant to one that is. */
  private static boolean turned(String text, Days.Day off) {
    return before(text, off).endsWith("not ") && text.startsWith(",", off.end());
  }

  /** Whether nothing but a comma or an "or" stands between them. */
  static boolean joined(String text, Days.Day one, Days.Day next) {
    return next.start() - one.end() < 12
        && next.start() >= one.end()
        && LIST.matcher(text.substring(one.end(), next.start())).matches();
  }

  static boolean before(String text) {
    return stands(text) || DONE.find(text) != null;
  }

  private static boolean stands(String before) {
    return BEFORE.find(before) != null || AGED.matcher(before).find();
  }

  private static boolean is(String text, Days.Day day) {
    String before = before(text, day);
    if (text.startsWith("later", day.start())
        && text.length() > day.end() + 1
        && !LATER.matcher(text.substring(day.end())).matches()) return true;
    if (AFTER.matcher(text).region(day.end(), text.length()).lookingAt()) return true;
    String said = text.substring(day.start(), day.end());
    if (!COMING.matcher(said).find()
        && (DONE.find(before) != null
            || DONE_AFTER.matcher(text).region(day.end(), text.length()).lookingAt())) return true;
    return stands(before) && !NOT_THIS_BUT.matcher(before).matches();
  }

  private static boolean aside(String text, Days.Day day) {
    return ASIDE_AFTER.matcher(text).region(day.end(), text.length()).lookingAt()
        || ASIDE_BEFORE.matcher(before(text, day)).find();
  }

  private static String before(String text, Days.Day day) {
    return text.substring(Math.max(0, day.start() - REACH), day.start());
  }
}
