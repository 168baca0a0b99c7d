package org.doorstep.understand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds UK postcodes and outcodes in a message and puts them right: capitals, one space, a nought
 * where a letter O was typed for one. The areas and their highest districts are those in use.
 */
final class Postcodes {

  private static final String DISTRICTS =
      "AB56 AL10 B98 BA22 BB18 BD24 BF1 BH31 BL9 BN52 BR8 BS49 BT94 CA28 CB25 CF83 CH66 CM99 CO16 "
          + "CR9 CT21 CV47 CW12 DA18 DD11 DE75 DG16 DH9 DL17 DN55 DT11 DY14 E20 EC4 EH55 EN11 EX39 FK21 "
          + "FY8 G84 GL56 GU52 GY10 HA9 HD9 HG5 HP27 HR9 HS9 HU20 HX7 IG11 IM9 IP33 IV63 JE5 KA30 KT24 "
          + "KW17 KY16 L40 LA23 LD8 LE19 LL78 LN13 LS29 LU7 M90 ME20 MK46 ML12 N22 NE71 NG34 NN29 NP44 "
          + "NR35 NW11 OL16 OX49 PA80 PE38 PH50 PL35 PO41 PR26 RG45 RH20 RM20 S81 SA73 SE28 SG19 SK23 "
          + "SL9 SM7 SN26 SO53 SP11 SR9 SS17 ST21 SW20 SY25 TA24 TD15 TF13 TN40 TQ14 TR27 TS29 TW20 UB11 "
          + "W14 WA16 WC2 WD25 WF17 WN8 WR15 WS15 WV16 YO62 ZE3";

  /** Districts of London that end in a letter. */
  private static final Set<String> LETTERED =
      Set.of("E1", "EC1", "EC2", "EC3", "EC4", "N1", "NW1", "SE1", "SW1", "W1", "WC1", "WC2");

  /** Short forms of other things, unless they are written in capitals or named as a place. */
  private static final Set<String> SLANG =
      Set.of(
          "b4", "m8", "l8", "w8", "n1", "me2", "so2", "g2", "s2", "b2", "w2", "m3", "e2", "h8",
          "gr8", "l2", "sm1", "ne1", "de1", "or1", "so1", "me1", "no1");

  private static final Set<String> AFTER_PLACE =
      Set.of(
          "in",
          "at",
          "near",
          "to",
          "live",
          "postcode",
          "area",
          "is",
          "around",
          "from",
          "address",
          "im",
          "of",
          "by",
          "on",
          "lives",
          "shes",
          "hes",
          "code");

  private static final Set<String> NOT_INWARD =
      Set.of("st", "nd", "rd", "th", "am", "pm", "kg", "ml", "lb", "lt", "ft", "yr", "wk", "hr");

  private static final Set<String> SHORT_WORDS =
      Set.of(
          "by", "or", "at", "on", "to", "as", "up", "do", "so", "he", "we", "us", "be", "no", "an",
          "pl", "de", "xx", "ta", "hey", "the", "any", "all", "are", "but", "she", "her", "has");

  /** The letters that a postcode begins with; after at most so many there is a number. */
  private static final int AREA = 2;

  private static final Map<String, Integer> HIGHEST = new HashMap<>();

  static {
    for (String one : DISTRICTS.split(" ")) {
      String area = one.replaceAll("\\d", "");
      HIGHEST.put(area, Integer.parseInt(one.substring(area.length())));
    }
  }

  /**
   * A postcode that stands in a message.
   *
   * @param code put right: {@code LS6 3HN} or {@code LS6}
   * @param first its first word
   * @param last after its last word
   */
  record Code(String code, int first, int last, boolean whole) {}

  private final Set<String> motorway;
  private final Set<String> others;

  Postcodes(WordLists places) {
    motorway = new HashSet<>(places.list("motorway", "words"));
    others = new HashSet<>(places.list("vitamin", "words"));
  }

  List<Code> in(Words message) {
    List<Code> codes = new ArrayList<>();
    for (int i = 0; i < message.size(); ) {
      Code code = at(message, i);
      if (code != null) codes.add(code);
      i = code == null ? i + 1 : code.last();
    }
    return codes;
  }

  private @Nullable Code at(Words message, int at) {
    String first = message.get(at).typed();
    if (first.length() > 8 || !Character.isLetterOrDigit(first.charAt(0))) return null;
    if (first.length() > AREA && !digits(first)) return null;
    StringBuilder joined = new StringBuilder();
    for (int n = 0; n < 4 && at + n < message.size(); n++) {
      Word word = message.get(at + n);
      if (n > 0 && word.gap() == Word.STOP) break;
      if (n > 0 && word.gap() == Word.PAUSE && !hyphened(message, at + n)) break;
      joined.append(word.typed().toUpperCase(Locale.ROOT));
      if (joined.length() > 8) break;
      String code = whole(joined.toString());
      if (code != null && likely(message, at, n + 1, code))
        return new Code(code, at, at + n + 1, true);
    }
    return outcodeAt(message, at);
  }

  private static boolean digits(String word) {
    for (int i = 0; i < word.length(); i++) if (Character.isDigit(word.charAt(i))) return true;
    return false;
  }

  private static boolean hyphened(Words message, int at) {
    String between =
        message.plain().text().substring(message.get(at - 1).end(), message.get(at).start());
    return between.equals("-") || between.equals("_") || between.equals(".");
  }

  /** In several pieces, at least one half has to be in one piece. */
  private static boolean likely(Words message, int at, int count, String code) {
    if (count == 1) return true;
    int space = code.indexOf(' ');
    String last = message.get(at + count - 1).typed();
    if (count == 2) {
      String first = message.get(at).typed();
      boolean halves = first.length() == space && last.length() == 3;
      if (halves && NOT_INWARD.contains(last.substring(1)) && !message.get(at).capital()) {
        return first.chars().anyMatch(Character::isDigit) && !SLANG.contains(first);
      }
      if (!halves && SHORT_WORDS.contains(last)) return false;
      if (!halves
          && outcode(first.toUpperCase(Locale.ROOT)) != null
          && !message.get(at + 1).capital()) return false;
      return halves
          || (first.chars().anyMatch(Character::isDigit)
              && last.length() >= 2
              && !SLANG.contains(first));
    }
    String area = message.get(at).typed();
    boolean split = area.chars().noneMatch(Character::isDigit);
    return !split || (message.get(at).capital() && last.length() == 3);
  }

  private @Nullable Code outcodeAt(Words message, int at) {
    Word word = message.get(at);
    String code = outcode(word.typed().toUpperCase(Locale.ROOT));
    int count = 1;
    if (code == null && at + 1 < message.size() && word.capital() && word.typed().length() <= 2) {
      String both = word.typed() + message.text(at + 1);
      boolean upper =
          message
              .plain()
              .typed()
              .startsWith(
                  word.typed().toUpperCase(Locale.ROOT), message.plain().typedAt(word.start()));
      code =
          upper
                  && word.typed().chars().allMatch(Character::isLetter)
                  && message.get(at + 1).gap() == Word.JOINED
              ? outcode(both.toUpperCase(Locale.ROOT))
              : null;
      count = 2;
    }
    if (code == null || otherThing(message, at, count)) return null;
    boolean capitals = word.capital();
    boolean placed = message.size() <= 2 || AFTER_PLACE.contains(message.text(at - 1));
    if (!capitals && SLANG.contains(word.typed()) && !placed) return null;
    int last = at + count;
    if (last < message.size()
        && message.get(last).gap() == Word.JOINED
        && message.text(last).matches("[0-9o]|[0-9][a-z]")
        && !message
            .text(last + 1)
            .matches("(?:kids?|people|weeks?|bags?|tins?|x|children|boxes|of).*")) last++;
    return new Code(code, at, last, false);
  }

  private boolean otherThing(Words message, int at, int count) {
    boolean road = message.text(at).matches("m\\d{1,2}");
    for (int i = at - 2; i <= at + count + 1; i++) {
      if (i >= at && i < at + count) continue;
      boolean near = i == at - 1 || i == at + count;
      if (near && others.contains(message.text(i))) return true;
      if (road && motorway.contains(message.text(i))) return true;
    }
    return road && message.text(at - 1).equals("the");
  }

  /** The whole postcode in these letters and digits without spaces; null if there is none. */
  static @Nullable String whole(String compact) {
    if (compact.length() < 5 || compact.length() > 7) return null;
    int cut = compact.length() - 3;
    char digit = compact.charAt(cut) == 'O' ? '0' : compact.charAt(cut);
    String letters = compact.substring(cut + 1).replace('0', 'O');
    if (!Character.isDigit(digit) || !inward(letters.charAt(0)) || !inward(letters.charAt(1)))
      return null;
    String outcode = outcode(compact.substring(0, cut));
    return outcode == null ? null : outcode + " " + digit + letters;
  }

  private static boolean inward(char letter) {
    return letter >= 'A' && letter <= 'Z' && "CIKMV".indexOf(letter) < 0;
  }

  /** The first half put right; null if it is none. */
  static @Nullable String outcode(String compact) {
    int length = compact.length();
    if (length < 2 || length > 4) return null;
    for (int letters = Math.min(2, length - 1); letters >= 1; letters--) {
      String area = compact.substring(0, letters).replace('0', 'O');
      String district = compact.substring(letters);
      Integer highest = HIGHEST.get(area);
      if (highest == null) continue;
      String found = district(area, district, highest);
      if (found != null) return area + found;
    }
    return null;
  }

  private static @Nullable String district(String area, String typed, int highest) {
    String digits = typed.replace('O', '0');
    if (digits.matches("\\d{1,2}") && Character.isDigit(typed.charAt(0))) {
      if (digits.length() == 2 && digits.charAt(0) == '0') return null;
      int number = Integer.parseInt(digits);
      boolean zero =
          number == 0
              && Set.of("BL", "BS", "CM", "CR", "FY", "HA", "PR", "SL", "SS").contains(area);
      return zero || (number >= 1 && number <= highest) ? digits : null;
    }
    boolean lettered =
        typed.length() == 2
            && Character.isDigit(typed.charAt(0))
            && Character.isLetter(typed.charAt(1));
    return lettered && LETTERED.contains(area + typed.charAt(0)) ? typed : null;
  }
}
