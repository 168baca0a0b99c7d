package org.doorstep.app;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.doorstep.figures.Chart;
import org.doorstep.pipeline.Drawing;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarChartBuilder;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.HorizontalBarStyler;
import org.knowm.xchart.style.Styler;

/**
 * Figures as bars, one panel below the other: narrow enough that the letters can be read on a
 * phone.
 */
final class ChartPicture implements Drawing {

  private static final int WIDTH = 820;
  private static final int HEAD = 70;
  private static final int PANEL_HEAD = 120;
  private static final int ROW = 58;
  private static final int LEFT = 380;
  private static final int NAMES = 26;

  /** Told apart by the colour-blind as well, and in grey. */
  private static final Color[] COLOURS = {new Color(0x0072B2), new Color(0xE69F00)};

  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 20);
  private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 22);

  @Override
  public byte[] png(Chart chart) {
    try (var bytes = new ByteArrayOutputStream()) {
      if (!ImageIO.write(draw(chart), "png", bytes)) throw new IOException("no PNG can be made");
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage draw(Chart chart) {
    List<BufferedImage> panels = chart.panels().stream().map(p -> panel(chart, p)).toList();
    int height = HEAD + panels.stream().mapToInt(BufferedImage::getHeight).sum();
    var image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    try {
      var ink = new Ink(pen);
      ink.ground(WIDTH, height);
      ink.large(chart.title(), 24, 46, WIDTH - 48);
      int top = HEAD;
      for (BufferedImage each : panels) {
        pen.drawImage(each, 0, top, null);
        top += each.getHeight();
      }
    } finally {
      pen.dispose();
    }
    return image;
  }

  private static BufferedImage panel(Chart chart, Chart.Panel panel) {
    HorizontalBarChart bars =
        new HorizontalBarChartBuilder()
            .width(WIDTH)
            .height(PANEL_HEAD + ROW * panel.rows().size())
            .title(panel.title())
            .build();
    style(bars.getStyler());
    List<String> names = panel.rows().stream().map(row -> name(chart, row)).toList();
    bars.addSeries(chart.asked(), panel.rows().stream().map(Chart.Row::asked).toList(), names);
    List<Integer> taken = panel.rows().stream().map(row -> Math.max(0, row.taken())).toList();
    bars.addSeries(chart.taken(), taken, names);
    return BitmapEncoder.getBufferedImage(bars);
  }

  /** With its figures, so that no bar is too short for them. */
  private static String name(Chart chart, Chart.Row row) {
    String taken = row.taken() < 0 ? chart.hidden() : Integer.toString(row.taken());
    String name = row.name();
    int room = NAMES - taken.length();
    if (name.length() > room) name = name.substring(0, room - 1) + "…";
    return name + "  " + row.asked() + " / " + taken;
  }

  private static void style(HorizontalBarStyler styler) {
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setChartTitleFont(BOLD);
    styler.setChartTitleBoxVisible(false);
    styler.setSeriesColors(COLOURS);
    styler.setLegendPosition(Styler.LegendPosition.OutsideS);
    styler.setLegendLayout(Styler.LegendLayout.Horizontal);
    styler.setLegendFont(TEXT);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridHorizontalLinesVisible(false);
    styler.setPlotGridLinesColor(Ink.FAINT);
    styler.setXAxisTicksVisible(false);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setAxisTickLabelsFont(TEXT);
    styler.setAxisTickLabelsColor(Ink.TEXT);
    styler.setChartFontColor(Ink.TEXT);
    styler.setAvailableSpaceFill(0.8);
    styler.setYAxisLeftWidthHint(LEFT);
    styler.setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
    styler.setYAxisTickMarkSpacingHint(1);
    styler.setXAxisTickMarkSpacingHint(1);
    styler.setXAxisMaxLabelCount(0); // this and the line before: a name for each bar
    styler.setAxisTicksMarksVisible(false);
    styler.setChartPadding(16);
  }
}
