package org.doorstep.place;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A UK postcode, or only its first half. That it is well formed does not mean that it exists: that
 * is for a gazetteer to say.
 *
 * @param outward the first half, the outcode: {@code LS6}
 * @param inward the second half, {@code 3HN}; null when only the outcode is known
 */
public record Postcode(String outward, @Nullable String inward) {

  public Postcode {
    if (!PostcodeForm.outward(outward) || (inward != null && !PostcodeForm.inward(inward))) {
      throw new IllegalArgumentException("not a postcode");
    }
  }

  /**
   * Reads a whole text as a postcode, forgiving what people do to them: lower case, missing or odd
   * spaces and punctuation, the letters O and I for the digits 0 and 1 and the other way round.
   * Where more than one postcode could be meant, none is.
   */
  public static Optional<Postcode> parse(String text) {
    return PostcodeForm.read(text);
  }

  /** Whether it leads to a street, not only to a part of town. */
  public boolean full() {
    return inward != null;
  }

  /** With the first character of the second half; where there is none, the first half. */
  public String sector() {
    return inward == null ? outward : outward + " " + inward.charAt(0);
  }

  /** The first half, which anyone may be told. */
  public String outcode() {
    return outward;
  }

  /** The standard form, in capitals with one space: {@code LS6 3HN}, or {@code LS6}. */
  @Override
  public String toString() {
    return inward == null ? outward : outward + " " + inward;
  }
}
