package org.doorstep.figures;

import java.util.List;

/**
 * Figures to be drawn: for some things, how many were asked for and how many taken.
 *
 * @param alt the same in words, for whoever cannot see it
 * @param asked what the first bar is called
 * @param taken what the second is called
 * @param hidden what stands where a figure is not shown
 * @param panels one below the other
 */
public record Chart(
    String title, String alt, String asked, String taken, String hidden, List<Panel> panels) {

  public Chart {
    panels = List.copyOf(panels);
  }

  public record Panel(String title, List<Row> rows) {
    public Panel {
      rows = List.copyOf(rows);
    }
  }

  /**
   * @param taken negative where it is not shown
   */
  public record Row(String name, int asked, int taken) {}
}
