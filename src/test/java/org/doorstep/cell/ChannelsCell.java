package org.doorstep.cell;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.doorstep.place.Area;
import org.jspecify.annotations.Nullable;

/** A cell with senders and a workspace, for tests of the channels. */
public final class ChannelsCell {

  public static final String WHATSAPP = "+447700900100";
  public static final String SMS = "+447700900101";
  public static final String TEAM = "T0DOORSTEP";

  private ChannelsCell() {}

  public static Cell cell() {
    return cell(SMS);
  }

  public static Cell cell(@Nullable String smsNumber) {
    Area area = new Area(List.of("LS6"), List.of());
    return new Cell(
        new CellId("headingley"),
        "Headingley",
        ZoneId.of("Europe/London"),
        "en",
        WHATSAPP,
        smsNumber,
        TEAM,
        "C0OFFICERS",
        List.of(new Officer("U0OFFICER", "Olu Example")),
        List.of(
            new Group(
                "north",
                "North",
                area,
                "C0NORTH",
                "Lea Example",
                List.of(),
                Stance.INTEGRATED,
                null)),
        area,
        "the neighbours",
        new Rules(
            WavePolicy.usual(List.of(new WaveStep(3, 1000, Duration.ofMinutes(10)))),
            new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)),
            Duration.ofHours(2),
            Duration.ofHours(1),
            3,
            Rules.Standby.USUAL,
            Duration.ofHours(2),
            Duration.ofMinutes(10),
            Duration.ZERO,
            Duration.ofDays(30),
            Duration.ofDays(30),
            PayingBack.USUAL,
            Duration.ofDays(400),
            Rules.USUAL_NEEDS));
  }
}
