package org.doorstep.figures;

/**
 * Where a count belongs.
 *
 * @param group a group's id
 * @param need a key of {@code vocab/needs}; empty where it is of no need
 * @param area a small area: a postcode's sector such as {@code LS6 3}, or a part of town
 */
public record Spot(String group, String need, String area) {

  public Spot {
    group = plain(group);
    need = plain(need);
    area = plain(area);
  }

  /** The bar is what keeps them apart where they are kept. */
  private static String plain(String text) {
    return text.replace('|', ' ').strip();
  }

  /** By what counts are told. */
  public enum Side {
    NEED,
    AREA,
    GROUP;

    public String of(Spot spot) {
      return switch (this) {
        case NEED -> spot.need();
        case AREA -> spot.area();
        case GROUP -> spot.group();
      };
    }

    /** Whether everybody knows all there are; of needs and areas there is always one more. */
    boolean known() {
      return this == GROUP;
    }
  }
}
