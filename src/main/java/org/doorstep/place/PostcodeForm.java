package org.doorstep.place;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What UK postcodes look like, and what people make of them. The letters allowed in each position
 * are those of BS 7666; the areas are the 124 that Royal Mail delivers to. Postcodes without a
 * place (forces' mail, large users) are left out.
 */
final class PostcodeForm {

  private static final Set<String> AREAS =
      Set.of(
          """
          AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT \
          DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA \
          LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE \
          SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV \
          YO ZE"""
              .split("\\s+"));

  /** The only areas that have a district 0. */
  private static final Set<String> AREAS_WITH_ZERO =
      Set.of("BL", "BS", "CM", "CR", "FY", "HA", "PR", "SL", "SS");

  private static final Pattern OUTWARD =
      Pattern.compile(
          "(?<area>[A-Z]{1,2})(?<district>0|[1-9][0-9]?)"
              + "|(?<london>[A-Z])[0-9][ABCDEFGHJKPSTUW]"
              + "|(?<westminster>[A-Z]{2})[0-9][ABEHMNPRVWXY]");
  private static final Pattern INWARD = Pattern.compile("[0-9][ABD-HJLNP-UW-Z]{2}");
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Punct}\\p{Pd}]+");
  private static final int INWARD_LENGTH = 3;

  private PostcodeForm() {}

  static boolean outward(String text) {
    var match = OUTWARD.matcher(text);
    if (!match.matches()) return false;
    String area = match.group("area");
    if (area != null) {
      return AREAS.contains(area)
          && (!"0".equals(match.group("district")) || AREAS_WITH_ZERO.contains(area));
    }
    String london = match.group("london");
    return AREAS.contains(london != null ? london : match.group("westminster"));
  }

  static boolean inward(String text) {
    return INWARD.matcher(text).matches();
  }

  static Optional<Postcode> read(String text) {
    String capitals = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    String[] words = BETWEEN.matcher(capitals).replaceAll(" ").strip().split(" ");
    String joined = String.join("", words);
    if (joined.chars().noneMatch(PostcodeForm::digit)) return Optional.empty();
    if (joined.length() > 4 && joined.length() < 8) return full(joined);
    if (joined.length() < 2 || joined.length() > 4) return Optional.empty();
    // "LS6 3" is the outcode and the first character of the rest; "LS 6" and "L 1" are outcodes
    if (words.length == 2 && words[1].length() == 1) {
      Optional<Postcode> first = outcode(words[0]);
      if (first.isPresent()) return first;
    }
    return outcode(joined);
  }

  private static Optional<Postcode> full(String joined) {
    int cut = joined.length() - INWARD_LENGTH;
    return only(variants(joined.substring(cut)).stream().filter(PostcodeForm::inward).toList())
        .flatMap(in -> oneOutward(joined.substring(0, cut)).map(out -> new Postcode(out, in)));
  }

  private static Optional<Postcode> outcode(String joined) {
    // without a digit of its own a short word is a word: "so", "no"
    if (joined.chars().noneMatch(PostcodeForm::digit)) return Optional.empty();
    return oneOutward(joined).map(out -> new Postcode(out, null));
  }

  private static Optional<String> oneOutward(String typed) {
    if (outward(typed)) return Optional.of(typed);
    return only(variants(typed).stream().filter(PostcodeForm::outward).toList());
  }

  private static Optional<String> only(List<String> candidates) {
    return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
  }

  /** The text itself, and every way to read its O, 0, I and 1. */
  private static Set<String> variants(String typed) {
    Set<String> all = new HashSet<>(Set.of(""));
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      Set<String> longer = new HashSet<>();
      for (String start : all) {
        longer.add(start + c);
        longer.add(start + twin(c));
      }
      all = longer;
    }
    return all;
  }

  private static char twin(char c) {
    return switch (c) {
      case 'O' -> '0';
      case '0' -> 'O';
      case 'I' -> '1';
      case '1' -> 'I';
      default -> c;
    };
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }
}
