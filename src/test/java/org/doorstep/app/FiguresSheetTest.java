package org.doorstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.doorstep.cell.ACell;
import org.doorstep.figures.Chart;
import org.doorstep.figures.Count;
import org.doorstep.figures.Counts;
import org.doorstep.figures.Measure;
import org.doorstep.figures.Spot;
import org.junit.jupiter.api.Test;

class FiguresSheetTest {

  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
  private static final Counts COUNTS =
      new Counts(
          List.of(asked("LS6 3", 9), asked("=1+1", 8), asked("LS6 1", 3), asked("LS6 2", 4)));

  private static Count asked(String area, int by) {
    return new Count(MONDAY, new Spot("hyde-park", "lift", area), Measure.ASKED, by);
  }

  private static FiguresSheet sheet(LocalDate today, boolean open) {
    return FiguresSheet.of(
        ACell.hydePark(), COUNTS, MONDAY.minusDays(3), MONDAY.plusDays(20), today, open);
  }

  @Test
  void whatIsSmallIsInTheRestAndNoCellIsAFormula() {
    String csv = sheet(MONDAY.plusDays(8), false).csv();

    assertThat(csv)
        .contains("2026-W10,2026-03-02,2026-03-08,all,,asked,24")
        .contains("area,LS6 3,asked,9")
        .contains("area,'=1+1,asked,8")
        .contains("area,rest,asked,7")
        .contains("group,hyde-park,asked,24")
        .doesNotContain("LS6 1", "LS6 2");
  }

  @Test
  void aWeekIsGivenOnceItIsOver() {
    assertThat(sheet(MONDAY.plusDays(7), false).weeks()).isEmpty();
    assertThat(sheet(MONDAY.plusDays(8), false).weeks()).hasSize(1);
  }

  @Test
  void forEverybodyThereAreNoGroupsAndWhatItIsStandsBesideIt() {
    FiguresSheet open = sheet(MONDAY.plusDays(8), true);

    assertThat(open.csv()).contains("area,LS6 3,asked,9").doesNotContain("group,");
    assertThat(open.about("f.csv")).contains("\"path\" : \"f.csv\"", "\"licenses\" : [ ]");
    assertThat(sheet(MONDAY.plusDays(8), false).json())
        .contains("\"week\":\"2026-W10\"", "\"cell\":\"hyde-park\"");
  }

  @Test
  void aPictureIsDrawnHoweverLongTheNames() {
    List<Chart.Row> rows =
        List.of(new Chart.Row("x".repeat(200), 1_000_000, -1), new Chart.Row("", 5, 5));
    Chart chart =
        new Chart("t".repeat(300), "", "a", "b", "–", List.of(new Chart.Panel("p", rows)));

    assertThat(new ChartPicture().png(chart)).startsWith(0x89, 'P', 'N', 'G');
  }
}
