package org.doorstep.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.doorstep.people.Flag;
import org.doorstep.people.Need;
import org.doorstep.place.Area;
import org.junit.jupiter.api.Test;

/** How a cell responds, as its file says. */
class ResponseFileTest {

  private static final String SMALLEST =
      """
      id: small
      name: Small
      zone: Europe/London
      neighbours: Ask next door.
      whatsapp: "+447700900000"
      slack: {team: T0VILLAGE, officers-channel: C0OFFICERS}
      officers:
        - {slack: U0AMINA, name: Amina Rahman}
      area: {outcodes: [LS6, LS4]}
      groups:
        - {id: one, name: One, lead: Joan Whitaker, stance: loose}
      """;

  private static final String ALL =
      """
      model: hubs
      models:
        - {area: {outcodes: [LS4]}, model: broker}
      partners:
        - {id: chads, name: St Chad's, kind: hub, slack-channel: C0HUB, people: [U0HUB], answer-within: 30m}
        - {id: val, name: Action, kind: lio, slack-channel: C0LIO, people: [U0LIO], area: {outcodes: [LS4]}}
        - {id: cab, name: Advice, kind: specialist, slack-channel: C0CAB, people: [U0CAB], needs: [money],
           contact: "0113 496 0123"}
      levels:
        - {needs: [money], level: specialist}
        - {flags: [no-heating], level: statutory}
      desk-waits: {usually: 15m, cannot-wait: 3m}
      contact: the council
      """;

  @Test
  void aCellThatSaysNothingAsksNeighboursAtOnceButForWhatIsMore() {
    Response response = parsed(SMALLEST).response();
    assertThat(response).isEqualTo(Response.USUAL);
    assertThat(response.assess(new Need("housing"), Set.of()).level()).isEqualTo(Level.SPECIALIST);
    assertThat(response.assess(new Need("shopping"), Set.of(Flag.NO_FOOD)).level())
        .isEqualTo(Level.STREET);
  }

  @Test
  void whoMayReferHearsOfItWhereTheyWork() {
    String callTakers = "call-takers:\n  - {slack: U0PRIYA, name: Priya Nair}\n";
    Cell cell = parsed(SMALLEST + ALL + callTakers);
    assertThat(Referrer.of(cell, "U0PRIYA"))
        .contains(new Referrer("U0PRIYA", "Priya Nair", "C0OFFICERS"));
    assertThat(Referrer.of(cell, "U0CAB")).contains(new Referrer("U0CAB", "Advice", "C0CAB"));
    assertThat(Referrer.of(cell, "U0AMINA").orElseThrow().channel()).isEqualTo("C0OFFICERS");
    assertThat(Referrer.of(cell, "U0GUEST")).isEmpty();
    assertThat(Referrer.of(cell, "U0CAB").orElseThrow().answersIn(cell, "C0OFFICERS")).isFalse();
    assertThat(Referrer.of(cell, "U0AMINA").orElseThrow().answersIn(cell, "C0CAB")).isTrue();
  }

  @Test
  void everythingThatMayStandThereIsRead() {
    Response response = parsed(SMALLEST + ALL).response();
    assertThat(response.model()).isEqualTo(Model.HUBS);
    assertThat(response.models())
        .containsExactly(new Response.InArea(new Area(List.of("LS4"), List.of()), Model.BROKER));
    assertThat(response.partners()).extracting(Partner::id).containsExactly("chads", "val", "cab");
    Partner hub = response.partner("chads").orElseThrow();
    assertThat(hub.area()).as("the cell's").isEqualTo(new Area(List.of("LS6", "LS4"), List.of()));
    assertThat(response.patience(hub, false)).isEqualTo(Duration.ofMinutes(30));
    assertThat(response.patience(response.partner("val").orElseThrow(), false))
        .isEqualTo(Duration.ofMinutes(15));
    assertThat(response.patience(hub, true)).isEqualTo(Duration.ofMinutes(3));
    assertThat(response.partner("cab").orElseThrow().contact()).isEqualTo("0113 496 0123");
    assertThat(response.levels())
        .containsExactly(
            new LevelRule(Set.of(new Need("money")), Set.of(), Level.SPECIALIST),
            new LevelRule(Set.of(), Set.of(Flag.NO_HEATING), Level.STATUTORY));
  }

  @Test
  void itsChannelsAreTheCells() {
    assertThat(parsed(SMALLEST + ALL).channels()).contains("C0HUB", "C0LIO", "C0CAB");
  }

  @Test
  void allThatIsWrongIsToldAtOnceWithItsRemedy() {
    String wrong =
        """
        model: everybody
        partners:
          - {id: a, name: A, kind: club, slack-channel: C0HUB, people: []}
          - {id: a, name: B, kind: hub, slack-channel: C0HUB, people: [U0HUB]}
        levels:
          - {level: hub}
          - {flags: [sad], level: top}
        models:
          - {model: hubs}
        """;
    assertThat(faults(SMALLEST + wrong))
        .anyMatch(f -> f.startsWith("cell.yml:12") && f.contains("direct, hubs and broker"))
        .anyMatch(f -> f.startsWith("cell.yml:14") && f.contains("lio, hub, specialist"))
        .anyMatch(f -> f.contains("nobody would answer for it"))
        .anyMatch(f -> f.contains("two partners have one id or one channel"))
        .anyMatch(f -> f.startsWith("cell.yml:17") && f.contains("a level is for nothing"))
        .anyMatch(f -> f.startsWith("cell.yml:18") && f.contains("vocab/flags.yml"))
        .anyMatch(f -> f.startsWith("cell.yml:18") && f.contains("street, hub, specialist"))
        .anyMatch(f -> f.startsWith("cell.yml:20") && f.contains("looks after no place"));
  }

  private static Cell parsed(String yaml) {
    return switch (CellFile.parse("cell.yml", yaml)) {
      case CellFile.Parsed(Cell cell) -> cell;
      case CellFile.Faulty(var faults) -> throw new AssertionError(faults);
    };
  }

  private static List<String> faults(String yaml) {
    return switch (CellFile.parse("cell.yml", yaml)) {
      case CellFile.Parsed p -> List.of();
      case CellFile.Faulty(var faults) -> faults.stream().map(Fault::toString).toList();
    };
  }
}
