package org.doorstep.people;

/**
 * A kind of help, as listed in {@code conversation-flows/vocab/needs.yml}.
 *
 * @param key lower case with hyphens: {@code shopping}, {@code food-parcel}
 */
public record Need(String key) implements Comparable<Need> {

  public static final Need OTHER = new Need("other");

  public Need {
    if (!key.matches("[a-z][a-z-]*"))
      throw new IllegalArgumentException("not a need's key: " + key);
  }

  @Override
  public int compareTo(Need other) {
    return key.compareTo(other.key);
  }

  @Override
  public String toString() {
    return key;
  }
}
