package org.doorstep.app;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.doorstep.village.Outcome;

/**
 * One bar for each way of asking, its name before it and its figure after it.
 *
 * @param box where the bars are; names stand to the left of it
 * @param format of a figure
 */
record BarChart(Ink ink, Rectangle box, String title, String format) {

  private static final int NAME = 140;
  private static final int THICK = 22;

  void draw(List<Outcome> outcomes, List<Color> colours, ToDoubleFunction<Outcome> measure) {
    ink.heading(title, box.x - NAME, box.y);
    double most = outcomes.stream().mapToDouble(measure).filter(Double::isFinite).max().orElse(1);
    int each = (box.height - 14) / outcomes.size();
    for (int i = 0; i < outcomes.size(); i++) {
      double value = measure.applyAsDouble(outcomes.get(i));
      int y = box.y + 14 + i * each;
      ink.endingAt(outcomes.get(i).title(), box.x - 10, y + 16);
      int length =
          Double.isFinite(value) && most > 0 ? (int) Math.round(box.width * value / most) : 0;
      ink.bar(colours.get(i), box.x, y, length, THICK);
      ink.text(
          Double.isFinite(value) ? String.format(Locale.UK, format, value) : "none",
          box.x + length + 8,
          y + 16);
    }
    ink.line(Ink.TEXT, box.x, box.y + 10, box.x, box.y + 14 + outcomes.size() * each);
  }
}
