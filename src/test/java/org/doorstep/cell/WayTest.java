package org.doorstep.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.cell.AResponse.HUB;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorstep.people.Flag;
import org.doorstep.people.Need;
import org.doorstep.place.Area;
import org.doorstep.place.Place;
import org.doorstep.place.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** To whom a request goes, in each model and at each level. */
class WayTest {

  private static final Place LS6 = new Place("LS6", "LS6", new Point(53.82, -1.57), false);
  private static final Place LS4 = new Place("LS4", "LS4", new Point(53.81, -1.58), false);
  private static final Need SHOPPING = new Need("shopping");

  @ParameterizedTest
  @CsvSource({
    "DIRECT, STREET,     neighbours officers",
    "DIRECT, HUB,        chads officers",
    "DIRECT, SPECIALIST, advice! officers",
    "DIRECT, STATUTORY,  care! officers",
    "DIRECT, EMERGENCY,  officers",
    "HUBS,   STREET,     chads neighbours officers",
    "HUBS,   HUB,        chads officers",
    "HUBS,   SPECIALIST, advice! officers",
    "HUBS,   STATUTORY,  care! officers",
    "HUBS,   EMERGENCY,  officers",
    "BROKER, STREET,     val neighbours officers",
    "BROKER, HUB,        val chads officers",
    "BROKER, SPECIALIST, advice! officers",
    "BROKER, STATUTORY,  care! officers",
    "BROKER, EMERGENCY,  officers",
  })
  void eachModelAndLevel(Model model, Level level, String expected) {
    assertThat(words(Way.of(AResponse.with(model), level, SHOPPING, LS6))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"DIRECT", "HUBS", "BROKER"})
  void wherePartnersAreMissingItGoesOnWithoutThem(Model model) {
    assertThat(words(Way.of(AResponse.with(model), Level.STREET, SHOPPING, LS4)))
        .isEqualTo("neighbours officers");
    assertThat(words(Way.of(AResponse.of(model), Level.SPECIALIST, SHOPPING, LS6)))
        .isEqualTo("officers");
    assertThat(words(Way.of(AResponse.of(model), Level.HUB, SHOPPING, LS6))).isEqualTo("officers");
  }

  @Test
  void aDeskThatLeavesItLyingIsPassedBy() {
    Way way = Way.of(AResponse.with(Model.BROKER), Level.HUB, SHOPPING, LS6);
    assertThat(way.after("val")).isEqualTo(new Way.Stop.Desk(HUB));
    assertThat(way.after("chads")).isEqualTo(new Way.Stop.Officers());
    assertThat(way.after("nobody")).isEqualTo(new Way.Stop.Officers());
  }

  @Test
  void aPartOfTheAreaMayHaveAModelOfItsOwn() {
    Response usual = AResponse.with(Model.DIRECT);
    Response mixed =
        new Response(
            Model.DIRECT,
            List.of(new Response.InArea(new Area(List.of("LS6"), List.of()), Model.HUBS)),
            usual.partners(),
            usual.levels(),
            usual.within(),
            usual.pressingWithin(),
            null);
    assertThat(mixed.modelAt(LS6)).isEqualTo(Model.HUBS);
    assertThat(mixed.modelAt(LS4)).isEqualTo(Model.DIRECT);
  }

  @Test
  void theHighestRuleThatFitsGivesTheLevelAndItsReason() {
    Response response = AResponse.with(Model.DIRECT);
    assertThat(response.assess(SHOPPING, Set.of(Flag.ALONE))).isEqualTo(Assessed.STREET);
    assertThat(response.assess(new Need("money"), Set.of()))
        .isEqualTo(new Assessed(Level.SPECIALIST, Assessed.Why.NEED, Set.of()));
    assertThat(response.assess(new Need("money"), Set.of(Flag.NO_HEATING, Flag.ALONE)))
        .isEqualTo(new Assessed(Level.STATUTORY, Assessed.Why.FLAGS, Set.of(Flag.NO_HEATING)));
  }

  @Test
  void whatCannotWaitWaitsLessAtADesk() {
    Response response = AResponse.with(Model.HUBS);
    assertThat(response.patience(HUB, false)).isEqualTo(Duration.ofMinutes(20));
    assertThat(response.patience(HUB, true)).isEqualTo(Duration.ofMinutes(5));
  }

  private static String words(Way way) {
    return way.stops().stream()
        .map(
            stop ->
                switch (stop) {
                  case Way.Stop.Desk(Partner partner) -> partner.id();
                  case Way.Stop.Neighbours n -> "neighbours";
                  case Way.Stop.Referral(Partner partner) -> partner.id() + "!";
                  case Way.Stop.Officers o -> "officers";
                })
        .collect(Collectors.joining(" "));
  }
}
