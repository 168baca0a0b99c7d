package org.doorstep.cell;

import java.util.List;
import org.doorstep.place.Area;
import org.jspecify.annotations.Nullable;

/**
 * An informal volunteer group inside a cell.
 *
 * @param slackChannel the id of the channel where its jobs are shown, if it has one
 * @param lead the name of the person who looks after it
 * @param leads who may give its orders, besides the link officers: Slack users, and numbers that
 *     people write from
 * @param policy how its volunteers are asked, where it differs from the cell's
 * @param hours when it takes in requests; null for always
 * @param payingBack its rule for what volunteers lay out, where it differs from the cell's
 * @param join how somebody becomes a volunteer of it
 */
public record Group(
    String id,
    String name,
    Area area,
    @Nullable String slackChannel,
    String lead,
    List<String> leads,
    Stance stance,
    @Nullable WavePolicy policy,
    @Nullable OpeningHours hours,
    @Nullable PayingBack payingBack,
    Join join) {

  public Group {
    leads = List.copyOf(leads);
  }

  /** One that anybody may join. */
  public Group(
      String id,
      String name,
      Area area,
      @Nullable String slackChannel,
      String lead,
      List<String> leads,
      Stance stance,
      @Nullable WavePolicy policy,
      @Nullable OpeningHours hours) {
    this(id, name, area, slackChannel, lead, leads, stance, policy, hours, null, Join.OPEN);
  }

  /** One that is always open, to whoever would join too. */
  public Group(
      String id,
      String name,
      Area area,
      @Nullable String slackChannel,
      String lead,
      List<String> leads,
      Stance stance,
      @Nullable WavePolicy policy) {
    this(id, name, area, slackChannel, lead, leads, stance, policy, null);
  }
}
