package org.doorstep.cell;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.doorstep.people.Flag;
import org.doorstep.people.Need;
import org.doorstep.place.Area;

/** Partners for tests, in LS6: who brokers, a hub, advice on debt, and the council's own. */
public final class AResponse {

  public static final Partner LIO = partner("val", "Voluntary Action", Partner.Kind.LIO, "LIO");
  public static final Partner HUB = partner("chads", "St Chad's Hub", Partner.Kind.HUB, "HUB");
  public static final Partner ADVICE =
      partner("advice", "Advice Leeds", Partner.Kind.SPECIALIST, "ADVICE");
  public static final Partner CARE =
      partner("care", "Adult Social Care", Partner.Kind.STATUTORY, "CARE");

  private static final List<LevelRule> LEVELS =
      List.of(
          new LevelRule(Set.of(new Need("food-parcel")), Set.of(), Level.HUB),
          new LevelRule(Set.of(new Need("money")), Set.of(), Level.SPECIALIST),
          new LevelRule(Set.of(new Need("health")), Set.of(), Level.STATUTORY),
          new LevelRule(Set.of(), Set.of(Flag.NO_HEATING), Level.STATUTORY));

  private AResponse() {}

  public static Response of(Model model, Partner... partners) {
    return new Response(
        model,
        List.of(),
        List.of(partners),
        LEVELS,
        Duration.ofMinutes(20),
        Duration.ofMinutes(5),
        "0113 496 0000");
  }

  public static Response with(Model model) {
    return of(model, LIO, HUB, ADVICE, CARE);
  }

  private static Partner partner(String id, String name, Partner.Kind kind, String slack) {
    return new Partner(
        id,
        name,
        kind,
        new Area(List.of("LS6"), List.of()),
        Set.of(),
        "C0" + slack,
        List.of("U0" + slack, "U1" + slack),
        null,
        null,
        null);
  }

  /** The same, there between nine and five. */
  public static Partner nineToFive(Partner p) {
    OpeningHours hours = new OpeningHours(Set.of(), LocalTime.of(9, 0), LocalTime.of(17, 0));
    return new Partner(
        p.id(),
        p.name(),
        p.kind(),
        p.area(),
        p.needs(),
        p.slackChannel(),
        p.people(),
        p.answersWithin(),
        hours,
        p.contact());
  }
}
