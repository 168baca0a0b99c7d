package org.doorstep.people;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody has written where a phone number should be, read as a mobile number. Spreadsheets
 * take the zero from its beginning, or make {@code 4.47700900123E+11} of it; what they have cut off
 * cannot be guessed. Ranges are those of Ofcom's numbering plan.
 */
public sealed interface PhoneText {

  /**
   * @param number in E.164
   */
  record Mobile(String number) implements PhoneText {
    @Override
    public String toString() {
      return "Mobile[redacted]";
    }
  }

  record Unusable(Why why) implements PhoneText {}

  /** What is wrong with it. */
  enum Why {
    EMPTY,
    NO_NUMBER,
    NOT_A_MOBILE,
    CUT_OFF,
    SEVERAL
  }

  static PhoneText read(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    String written =
        Written.INVISIBLE.matcher(Written.SPACE.matcher(plain).replaceAll(" ")).replaceAll("");
    String bare = Written.KIND.matcher(written.strip()).replaceFirst("").strip();
    if (bare.isEmpty()) return new Unusable(Why.EMPTY);
    if (Written.SCIENTIFIC.matcher(bare).matches()) return Written.scientific(bare);
    List<PhoneText> all =
        Arrays.stream(Written.BETWEEN.split(bare))
            .filter(part -> !part.isBlank())
            .map(Written::one)
            .toList();
    if (all.size() > 1) return new Unusable(Why.SEVERAL);
    return all.isEmpty() ? new Unusable(Why.NO_NUMBER) : all.getFirst();
  }

  /** The forms that are known. */
  final class Written {

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}]");
    private static final Pattern KIND = Pattern.compile("^\\p{Alpha}[\\p{Alpha} ]*[:.]?");
    private static final Pattern SCIENTIFIC =
        Pattern.compile("[0-9](?:[.,][0-9]+)?[eE]\\+?[0-9]{1,2}");
    private static final Pattern BETWEEN = Pattern.compile("[/,;|&]|\\b(?:or|and)\\b");
    private static final Pattern FILLING = Pattern.compile("\\(0\\)|[ ().\\p{Pd}]");
    private static final Pattern FRACTION = Pattern.compile("\\.0$");

    private static final Pattern NATIONAL = Pattern.compile("[1-35689][0-9]{8,9}|7[0-9]{9}");
    private static final Pattern MOBILE = Pattern.compile("7(?:[1-57-9][0-9]|624)[0-9]{6,7}");
    private static final Pattern ABROAD = Pattern.compile("[1-9][0-9]{7,14}");

    private static final int WITHOUT_ZERO = 10;
    private static final int WITH_COUNTRY = 12;
    private static final String COUNTRY = "44";

    private Written() {}

    /** Only if every digit is there: a zero at the end may stand for one that was cut off. */
    private static PhoneText scientific(String text) {
      BigDecimal number = new BigDecimal(text.replace(',', '.'));
      return number.scale() == 0
          ? one(number.toBigInteger().toString())
          : new Unusable(Why.CUT_OFF);
    }

    private static PhoneText one(String text) {
      String dense =
          FILLING.matcher(FRACTION.matcher(text.strip()).replaceFirst("")).replaceAll("");
      boolean plus = dense.startsWith("+");
      String digits = plus ? dense.substring(1) : dense;
      if (!digits.matches("[0-9]+")) return new Unusable(Why.NO_NUMBER);
      if (plus) return international(digits);
      if (digits.startsWith("00")) return international(digits.substring(2));
      if (digits.startsWith("0")) return national(digits.substring(1));
      if (digits.startsWith(COUNTRY) && digits.length() == WITH_COUNTRY) {
        return international(digits);
      }
      return digits.length() <= WITHOUT_ZERO ? national(digits) : new Unusable(Why.NO_NUMBER);
    }

    private static PhoneText international(String digits) {
      if (digits.startsWith(COUNTRY)) {
        String rest = digits.substring(COUNTRY.length());
        return national(rest.startsWith("0") ? rest.substring(1) : rest);
      }
      return ABROAD.matcher(digits).matches()
          ? new Mobile("+" + digits)
          : new Unusable(Why.NO_NUMBER);
    }

    private static PhoneText national(String digits) {
      if (digits.length() == WITHOUT_ZERO && MOBILE.matcher(digits).matches()) {
        return new Mobile("+" + COUNTRY + digits);
      }
      return new Unusable(NATIONAL.matcher(digits).matches() ? Why.NOT_A_MOBILE : Why.NO_NUMBER);
    }
  }
}
