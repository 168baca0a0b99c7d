package org.doorstep.village;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.doorstep.place.Point;

/**
 * Where people live: districts of a town, and places within them where many live who need help
 * (sheltered flats, tower blocks, an estate).
 *
 * @param volunteers how many of them live in each district, relative to the others
 * @param needs how much help is asked for in each
 */
record Districts(
    List<Point> middles, List<Double> volunteers, List<Double> needs, List<Point> blocks) {

  private static final int DISTRICTS = 12;
  private static final int BLOCKS = 12;
  private static final double RADIUS = 3000;
  private static final double UNEVEN = 0.8;

  /** Where twice as many volunteers live, a third less help is needed. */
  private static final double AWAY = -0.5;

  private static final double DISTRICT = 450;
  private static final double BLOCK = 40;
  private static final double IN_BLOCKS = 0.4;
  private static final Point MIDDLE = new Point(53.82, -1.57);
  private static final double METRES_A_DEGREE = 111_195;

  static Districts drawn(RandomGenerator dice) {
    List<Point> middles = new ArrayList<>();
    List<Double> volunteers = new ArrayList<>();
    List<Double> needs = new ArrayList<>();
    for (int i = 0; i < DISTRICTS; i++) {
      double away = RADIUS * Math.sqrt(dice.nextDouble());
      double turn = 2 * Math.PI * dice.nextDouble();
      middles.add(moved(MIDDLE, away * Math.sin(turn), away * Math.cos(turn)));
      volunteers.add(Traits.logNormal(dice, 1, UNEVEN));
      needs.add(Traits.logNormal(dice, 1, UNEVEN) * Math.pow(volunteers.getLast(), AWAY));
    }
    List<Point> blocks = new ArrayList<>();
    for (int i = 0; i < BLOCKS; i++) {
      blocks.add(scattered(middles.get(Traits.oneOf(needs, dice)), DISTRICT, dice));
    }
    return new Districts(middles, volunteers, needs, blocks);
  }

  /** A volunteer's home. */
  Point home(RandomGenerator dice) {
    return scattered(middles.get(Traits.oneOf(volunteers, dice)), DISTRICT, dice);
  }

  /** A household that asks for help. */
  Point household(RandomGenerator dice) {
    if (dice.nextDouble() < IN_BLOCKS) {
      return scattered(blocks.get(dice.nextInt(blocks.size())), BLOCK, dice);
    }
    return scattered(middles.get(Traits.oneOf(needs, dice)), DISTRICT, dice);
  }

  private static Point scattered(Point middle, double metres, RandomGenerator dice) {
    return moved(middle, metres * dice.nextGaussian(), metres * dice.nextGaussian());
  }

  private static Point moved(Point from, double north, double east) {
    double around = METRES_A_DEGREE * Math.cos(Math.toRadians(from.latitude()));
    return new Point(from.latitude() + north / METRES_A_DEGREE, from.longitude() + east / around);
  }
}
