package org.doorstep.cell;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.doorstep.place.Area;

/** A cell for tests: two officers, one group, two waves. */
public final class ACell {

  /** A lead's, on WhatsApp. */
  public static final String JOANS_NUMBER = "+447700900811";

  private ACell() {}

  public static Cell hydePark() {
    return gathering(Duration.ZERO);
  }

  /** Whose group is joined in that way. */
  public static Cell joinedBy(Join join) {
    Group group = hydePark().groups().getFirst();
    return with(
        new Group(
            group.id(),
            group.name(),
            group.area(),
            group.slackChannel(),
            group.lead(),
            group.leads(),
            group.stance(),
            group.policy(),
            group.hours(),
            group.payingBack(),
            join));
  }

  /** Whose only group is this. */
  public static Cell with(Group group) {
    return with(List.of(group));
  }

  public static Cell with(List<Group> groups) {
    Cell cell = hydePark();
    return new Cell(
        cell.id(),
        cell.name(),
        cell.zone(),
        cell.language(),
        cell.whatsappNumber(),
        cell.smsNumber(),
        cell.slackTeam(),
        cell.officersChannel(),
        cell.officers(),
        groups,
        cell.area(),
        cell.neighbours(),
        cell.rules());
  }

  /** Where another group looks after the next part of town; Kim runs it, from Slack. */
  public static Cell twoGroups() {
    return with(
        List.of(
            hydePark().groups().getFirst(),
            new Group(
                "students",
                "Burley Students",
                new Area(List.of("LS4"), List.of()),
                "C0STUDENTS",
                "Kim",
                List.of("U0KIM", "+447700900821"),
                Stance.INTEGRATED,
                WavePolicy.usual(List.of(new WaveStep(9, 5000, Duration.ofMinutes(9)))))));
  }

  /** Where short texts wait so long for the next one. */
  public static Cell gathering(Duration gather) {
    return of(gather, Rules.USUAL_NEEDS);
  }

  /** Where a kind of help asks something of those who give it. */
  public static Cell needing(NeedTerms terms) {
    return of(Duration.ZERO, List.of(terms));
  }

  private static Cell of(Duration gather, List<NeedTerms> needs) {
    return new Cell(
        new CellId("hyde-park"),
        "Hyde Park",
        ZoneId.of("Europe/London"),
        "en",
        "+447700900000",
        null,
        "T0",
        "C0OFFICERS",
        List.of(new Officer("U0AMINA", "Amina"), new Officer("U0DEREK", "Derek")),
        List.of(
            new Group(
                "hyde-park",
                "Hyde Park Neighbours",
                new Area(List.of("LS6"), List.of()),
                "C0GROUP",
                "Joan",
                List.of("U0JOAN", JOANS_NUMBER, "+447700900812"),
                Stance.INTEGRATED,
                null)),
        new Area(List.of("LS6"), List.of()),
        "the city's helpline",
        new Rules(
            WavePolicy.usual(
                List.of(
                    new WaveStep(2, 500, Duration.ofMinutes(5)),
                    new WaveStep(3, 2000, Duration.ofMinutes(10)))),
            new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30)),
            Duration.ofHours(4),
            Duration.ofHours(1),
            2,
            Rules.Standby.USUAL,
            Duration.ofMinutes(30),
            Duration.ofMinutes(10),
            gather,
            Duration.ofDays(30),
            Duration.ofDays(30),
            PayingBack.USUAL,
            Duration.ofDays(400),
            needs));
  }
}
