package org.doorstep.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.doorstep.people.InSlack;

/** Finds what two cells both claim. */
final class Clashes {

  private Clashes() {}

  static List<Fault> among(SequencedMap<String, Cell> cells) {
    Map<String, String> owners = new HashMap<>();
    List<Fault> clashes = new ArrayList<>();
    cells.forEach(
        (file, cell) -> {
          for (String claim : claims(cell)) {
            String other = owners.putIfAbsent(claim, file);
            if (other != null) {
              clashes.add(
                  new Fault(file, 1, claim + " is also in " + other + ": give each its own"));
            }
          }
        });
    return clashes;
  }

  /** Each once: a cell may well use one number for WhatsApp and SMS. */
  private static List<String> claims(Cell cell) {
    Stream<String> numbers =
        Stream.of(cell.whatsappNumber(), cell.smsNumber())
            .filter(Objects::nonNull)
            .map(number -> "the number " + number);
    Stream<String> channels =
        cell.channels()
            .map(InSlack::read)
            .map(c -> "the Slack channel " + c.id() + " of " + c.teamOr(cell.slackTeam()));
    return Stream.concat(Stream.of("the id `" + cell.id() + "`"), Stream.concat(numbers, channels))
        .distinct()
        .toList();
  }
}
