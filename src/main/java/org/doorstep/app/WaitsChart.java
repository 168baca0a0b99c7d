package org.doorstep.app;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.doorstep.village.Outcome;

/** How many of all requests were taken within which time: a curve for each way of asking. */
record WaitsChart(Ink ink, Rectangle box) {

  private static final double SHORTEST = 1;
  private static final double LONGEST = 3 * 24 * 60;

  /** Minutes, on a logarithmic scale. */
  private static final Map<Integer, String> TICKS =
      new TreeMap<>(
          Map.of(
              1, "1 min", 5, "5 min", 15, "15 min", 60, "1 h", 240, "4 h", 1440, "1 day", 4320,
              "3 days"));

  void draw(List<Outcome> outcomes, List<Color> colours) {
    ink.heading("Requests taken within a time (%)", box.x - 50, box.y - 24);
    axes();
    for (int i = 0; i < outcomes.size(); i++) {
      ink.curve(colours.get(i), curve(outcomes.get(i)));
      ink.name(outcomes.get(i).title(), colours.get(i), box.x + 20, box.y + 26 + 24 * i);
    }
  }

  private void axes() {
    for (int percent = 0; percent <= 100; percent += 25) {
      ink.line(Ink.FAINT, box.x, y(percent / 100.0), box.x + box.width, y(percent / 100.0));
      ink.endingAt(Integer.toString(percent), box.x - 10, y(percent / 100.0) + 5);
    }
    TICKS.forEach(
        (minutes, name) -> {
          ink.line(Ink.FAINT, x(minutes), box.y, x(minutes), box.y + box.height);
          ink.around(name, x(minutes), box.y + box.height + 22);
        });
    ink.line(Ink.TEXT, box.x, y(0), box.x + box.width, y(0));
    ink.line(Ink.TEXT, box.x, y(0), box.x, y(1));
    ink.around(
        "time from the resident's request until a volunteer's yes",
        box.x + box.width / 2,
        box.y + box.height + 52);
  }

  private Path2D curve(Outcome outcome) {
    var path = new Path2D.Double();
    path.moveTo(x(SHORTEST), y(share(outcome, SHORTEST)));
    for (int pixel = 1; pixel <= box.width; pixel++) {
      double minutes = SHORTEST * Math.pow(LONGEST / SHORTEST, (double) pixel / box.width);
      path.lineTo(box.x + (double) pixel, y(share(outcome, minutes)));
    }
    return path;
  }

  private static double share(Outcome outcome, double minutes) {
    Duration limit = Duration.ofMillis(Math.round(minutes * 60_000));
    long taken = outcome.waits().stream().takeWhile(w -> w.compareTo(limit) <= 0).count();
    return (double) taken / outcome.requests();
  }

  private int x(double minutes) {
    double share = Math.log(minutes / SHORTEST) / Math.log(LONGEST / SHORTEST);
    return box.x + (int) Math.round(box.width * share);
  }

  private int y(double share) {
    return box.y + (int) Math.round(box.height * (1 - share));
  }
}
