package org.doorstep.app;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javax.imageio.ImageIO;
import org.doorstep.village.Comparison;
import org.doorstep.village.Outcome;

/** What came of a simulated month, drawn: how soon jobs are taken, and what that costs whom. */
record SimulationPicture(Comparison comparison) {

  private static final int WIDTH = 1240;
  private static final int HEIGHT = 640;

  /** Told apart by the colour-blind as well. */
  private static final List<Color> COLOURS =
      List.of(new Color(0x0072B2), new Color(0xD55E00), new Color(0x6E6E6E));

  void write(Path file) {
    try {
      if (!ImageIO.write(draw(), "png", file.toFile())) throw new IOException("no PNG can be made");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  BufferedImage draw() {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    try {
      var ink = new Ink(pen);
      ink.ground(WIDTH, HEIGHT);
      ink.title(
          String.format(
              Locale.UK,
              "%,d volunteers, %,d requests a day, %d days (seed %d)",
              comparison.size().volunteers(),
              comparison.size().requestsADay(),
              comparison.size().days(),
              comparison.seed()),
          40,
          44);
      List<Outcome> outcomes = comparison.outcomes();
      new WaitsChart(ink, new Rectangle(90, 110, 640, 440)).draw(outcomes, COLOURS);
      bars(ink, "Offers sent for each job taken", 110, "%,.0f", Outcome::offersPerFilled);
      bars(ink, "Volunteers asked (%)", 275, "%.0f %%", o -> 100 * o.askedShare());
      bars(ink, "Volunteers who did a job (%)", 440, "%.0f %%", o -> 100 * o.usedShare());
    } finally {
      pen.dispose();
    }
    return image;
  }

  private void bars(
      Ink ink, String title, int top, String format, ToDoubleFunction<Outcome> measure) {
    new BarChart(ink, new Rectangle(930, top, 230, 110), title, format)
        .draw(comparison.outcomes(), COLOURS, measure);
  }
}
