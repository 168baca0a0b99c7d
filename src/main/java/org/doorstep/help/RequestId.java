package org.doorstep.help;

/** A request within a cell; derived from what caused it, so that a cause yields one request. */
public record RequestId(String value) {

  public RequestId {
    if (!value.matches("r[A-Za-z0-9]{6,24}"))
      throw new IllegalArgumentException("not a request's id");
  }

  private static final String CONSONANTS = "bcdfghjklmnpqrstvwxz";

  /** Four letters by which people who speak of it tell it from others. No word is like it. */
  public String reference() {
    StringBuilder letters = new StringBuilder();
    for (int left = value.hashCode(), i = 0; i < 4; i++) {
      letters.append(CONSONANTS.charAt(Math.floorMod(left, CONSONANTS.length())));
      left = Math.floorDiv(left, CONSONANTS.length());
    }
    return letters.toString();
  }

  @Override
  public String toString() {
    return value;
  }
}
