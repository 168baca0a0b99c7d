package org.doorstep.rooms.bad.place;

/** Three switches that would hide a new case, and four that are fine. */
final class Defaults {

  private Defaults() {}

  sealed interface Shape {}

  record Round(int radius) implements Shape {}

  record Square(int side) implements Shape {}

  enum Colour {
    RED,
    GREEN
  }

  static int byType(Shape shape) {
    return switch (shape) {
      case Round round -> round.radius();
      default -> 0;
    };
  }

  static int byParts(Shape shape) {
    return switch (shape) {
      case Defaults.Square(int side) -> side;
      default -> 0;
    };
  }

  static int byConstant(Colour colour) {
    return switch (colour) {
      case RED -> 1;
      default -> 0;
    };
  }

  static int fine(Shape shape) {
    return switch (shape) {
      case Round round -> round.radius();
      case Square(int side) -> side;
    };
  }

  static int fineToo(String word) {
    return switch (word) {
      case "one" -> 1;
      default -> 0;
    };
  }

  static int fineAsWell(Object node) {
    return switch (node) {
      case Round round -> round.radius();
      case String word -> word.length();
      default -> 0;
    };
  }

  static int alsoFine(Object node) {
    return switch (node) {
      case Integer number -> number;
      case String word -> word.length();
      default -> 0;
    };
  }
}
