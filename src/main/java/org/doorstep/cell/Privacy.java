package org.doorstep.cell;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for what a cell keeps of people, and how long some of it is kept.
 *
 * @param controller who answers for it; null where the cell itself does, by its name
 * @param contact how to reach them about it, in words; null where nothing is known but the link
 *     officer
 * @param link where their own notice stands, with the lawful basis; null where nowhere
 * @param version of the notice; with a new one everybody is told that it has changed
 * @param keepCasesFor how long a closed case and its words are kept
 * @param keepPeopleFor how long somebody is known who has nothing with us and does not write
 */
public record Privacy(
    @Nullable String controller,
    @Nullable String contact,
    @Nullable String link,
    int version,
    Duration keepCasesFor,
    Duration keepPeopleFor) {

  public static final Privacy USUAL =
      new Privacy(null, null, null, 1, Duration.ofDays(30), Duration.ofDays(400));
}
