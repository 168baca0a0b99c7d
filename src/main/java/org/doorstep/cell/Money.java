package org.doorstep.cell;

import java.util.Optional;

/** Pounds and pence, to the penny; never less than nothing. */
public record Money(int pence) implements Comparable<Money> {

  public static final Money NONE = new Money(0);

  private static final int POUND = 100;

  public Money {
    if (pence < 0) throw new IllegalArgumentException("less than nothing");
  }

  /** {@code 30}, {@code 12.50}, with or without the sign. */
  public static Optional<Money> parse(String text) {
    String plain = text.replaceFirst("^£ ?", "");
    if (!plain.matches("[0-9]{1,5}(\\.[0-9]{2})?")) return Optional.empty();
    String[] parts = plain.split("\\.");
    int pence = parts.length == 2 ? Integer.parseInt(parts[1]) : 0;
    return Optional.of(new Money(Integer.parseInt(parts[0]) * POUND + pence));
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(pence, other.pence));
  }

  /** What is left of it without the other; nothing where that is more. */
  public Money beyond(Money other) {
    return new Money(Math.max(0, pence - other.pence));
  }

  /** Without the sign: {@code 14.20}. */
  public String digits() {
    int rest = pence % POUND;
    return pence / POUND + (rest < 10 ? ".0" : ".") + rest;
  }

  @Override
  public int compareTo(Money other) {
    return Integer.compare(pence, other.pence);
  }

  @Override
  public String toString() {
    return "£" + digits();
  }
}
