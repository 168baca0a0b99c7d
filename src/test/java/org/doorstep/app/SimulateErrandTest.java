package org.doorstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.doorstep.village.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The errand {@code simulate}, in a village of a few days. */
class SimulateErrandTest {

  private static final Simulation.Size SMALL = new Simulation.Size(120, 8, 4);

  @TempDir Path folder;

  private Errands.Report simulate(long seed, Optional<Path> cell) {
    return new Rooms()
        .simulate(
            seed,
            SMALL,
            cell,
            Optional.of(folder.resolve("figures.json")),
            Optional.of(folder.resolve("figures.png")));
  }

  @Test
  void figuresAreToldAndWritten() throws Exception {
    Errands.Report report = simulate(7, Optional.empty());

    assertThat(report.findings()).isEmpty();
    assertThat(report.lines().getFirst())
        .isEqualTo("seed 7: 120 volunteers, 8 requests a day, 4 days");
    assertThat(report.lines())
        .filteredOn(l -> l.startsWith("reached ") || l.startsWith("NOT reached "))
        .hasSize(3);
    JsonNode figures =
        JsonMapper.builder().build().readTree(Files.readString(folder.resolve("figures.json")));
    assertThat(figures.at("/ways/Everyone at once/requests").asInt()).isEqualTo(32);
    assertThat(figures.at("/ways/Nearest ten once/offers").asInt()).isEqualTo(320);
    assertThat(figures.at("/targets/messages/value").asDouble()).isPositive();
  }

  @Test
  void theSameSeedGivesTheSameReport() throws Exception {
    List<String> lines = simulate(7, Optional.empty()).lines();
    String json = Files.readString(folder.resolve("figures.json"));
    byte[] png = Files.readAllBytes(folder.resolve("figures.png"));

    assertThat(simulate(7, Optional.empty()).lines()).isEqualTo(lines);
    assertThat(folder.resolve("figures.json")).hasContent(json);
    assertThat(folder.resolve("figures.png")).hasBinaryContent(png);
    assertThat(simulate(8, Optional.empty()).lines()).isNotEqualTo(lines);
  }

  @Test
  void thePictureHasACurveAndABarForEachWay() throws Exception {
    simulate(7, Optional.empty());
    BufferedImage picture = ImageIO.read(folder.resolve("figures.png").toFile());

    for (int colour : List.of(0x0072B2, 0xD55E00, 0x6E6E6E)) {
      assertThat(dots(picture, colour, 90, 730)).as("curve").isGreaterThan(500);
      assertThat(dots(picture, colour, 900, 1240)).as("bars").isGreaterThan(500);
    }
  }

  private static long dots(BufferedImage picture, int colour, int fromX, int toX) {
    long dots = 0;
    for (int x = fromX; x < toX; x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        if ((picture.getRGB(x, y) & 0xFFFFFF) == colour) dots++;
      }
    }
    return dots;
  }

  @Test
  void theRulesAreThoseOfTheCell() {
    Path cell = Path.of("deploy/cells/hyde-park.yml");

    assertThat(simulate(7, Optional.of(cell)).lines()).anyMatch(l -> l.startsWith("waves: "));
  }

  @Test
  void aFaultyCellIsAnsweredInWords() throws Exception {
    Path cell = Files.writeString(folder.resolve("a.yml"), "id: [");

    Errands.Report report = simulate(7, Optional.of(cell));
    assertThat(report.lines()).isEmpty();
    assertThat(report.findings()).isNotEmpty().allMatch(f -> f.contains("a.yml:1"));
  }
}
