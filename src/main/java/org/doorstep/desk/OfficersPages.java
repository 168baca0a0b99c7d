package org.doorstep.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.doorstep.people.Person;

/**
 * The pages of those who look at cases follow what happens, all of them together and no more often
 * than every so many seconds, however much happens: each shows all that is open.
 */
final class OfficersPages {

  private static final Duration EVERY = Duration.ofSeconds(10);

  private static final Duration SHORTLY = Duration.ofSeconds(1);

  private OfficersPages() {}

  /** Who has never looked has no page yet. */
  static List<Enquiry> asks(Dossier dossier) {
    return List.of(new Enquiry.OfRoll(new RollCall.Leads(Caseworker.addresses(dossier.cell()))));
  }

  /** Something that stands there is different: whoever did it sees it soon. */
  static void changed(Draft draft) {
    if (!draft.changesCases() && draft.changedRequests().isEmpty()) return;
    draft.wake(new Alarm.OfficersPages(), next(draft.now()));
    Person sender = draft.dossier().sender();
    if (sender == null || !draft.changesCases() || draft.isForgotten(sender.id())) return;
    if (Caseworker.of(draft.cell(), sender).isPresent()) {
      draft.wake(new Alarm.HomeDue(sender.id()), draft.now().plus(SHORTLY));
    }
  }

  /** The same for all that happens until then, so that it does not move away. */
  static Instant next(Instant now) {
    long every = EVERY.toSeconds();
    return Instant.ofEpochSecond((now.getEpochSecond() / every + 1) * every);
  }

  static void rang(Draft draft) {
    for (Roll.Head head : draft.dossier().answers().roll().leads()) {
      if (head.known() != null) draft.wake(new Alarm.HomeDue(head.id()), draft.now());
    }
  }
}
