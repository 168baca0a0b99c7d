package org.doorstep.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.doorstep.cell.Cell;
import org.doorstep.help.Ageing;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Suitable;
import org.doorstep.people.PersonId;

/**
 * A wave that goes out.
 *
 * @param sent the request from then on
 * @param next when it is looked at again
 */
public record Wave(List<Suitable> chosen, HelpRequest.Seeking sent, Instant next) {

  public Wave {
    chosen = List.copyOf(chosen);
  }

  /**
   * Whoever helped before is asked alone for a while, where the cell does so.
   *
   * @param ranked who may be asked, best first
   */
  public static Wave of(
      Cell cell,
      HelpRequest.Seeking seeking,
      WavePlan.Send send,
      List<Suitable> ranked,
      Instant now) {
    boolean alone = send.alone().isPositive() && !ranked.isEmpty() && ranked.getFirst().familiar();
    List<Suitable> chosen = ranked.stream().limit(alone ? 1 : send.step().size()).toList();
    List<PersonId> people = Suitable.ids(chosen);
    HelpRequest.Seeking sent =
        send.night() || alone ? seeking.sentAside(people, alone) : seeking.waveSent(people);
    Duration patience = alone ? send.alone() : send.step().patience();
    Instant deadline = seeking.particulars().when().deadline(cell.zone()).orElse(null);
    Ageing ageing = new Ageing(cell.rules(), cell.zone());
    return new Wave(
        chosen,
        sent,
        chosen.isEmpty() ? now : ageing.nextWaveAt(now, patience, send.left(), deadline));
  }
}
