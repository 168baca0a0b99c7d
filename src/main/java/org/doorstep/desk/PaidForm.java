package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.doorstep.cell.Money;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Person;
import org.doorstep.talk.Tap;
import org.doorstep.understand.Outlay;

/** What somebody paid for a job, as a form: the same as PAID and an amount, for this one job. */
public final class PaidForm {

  private static final Pattern AMOUNT =
      Pattern.compile("\u00a3?\\s?([0-9]{1,4})(?:[.,]([0-9]{2}))?");

  private static final int MOST_PENCE = 100_000;

  private final Wording wording;
  private final Dangers dangers;
  private final Accounts accounts;
  private final Relay relay;

  PaidForm(Wording wording, Dangers dangers, Accounts accounts, Relay relay) {
    this.wording = wording;
    this.dangers = dangers;
    this.accounts = accounts;
    this.relay = relay;
  }

  /** "14.20" or "£14", up to a thousand pounds; nothing else is guessed at. */
  public static Optional<Outlay> amount(String written) {
    var fits = AMOUNT.matcher(written.strip());
    if (!fits.matches()) return Optional.empty();
    String pence = fits.group(2) == null ? "00" : fits.group(2);
    int sum = new BigDecimal(fits.group(1) + pence).intValueExact();
    if (sum > MOST_PENCE) return Optional.empty();
    return Optional.of(sum == 0 ? new Outlay.Nothing(true) : new Outlay.Paid(new Money(sum), true));
  }

  /** What has to be looked up for it. */
  static Optional<Enquiry> asks(Dossier dossier, Inbound.HandedIn form) {
    return job(dossier.requests(), form)
        .map(List::of)
        .map(job -> Outlays.of(job, dossier.cell().zone(), form.at()));
  }

  void handed(Draft draft, Person me, Inbound.HandedIn form) {
    Optional<HelpRequest> job =
        job(draft.requests(), form)
            .filter(j -> Outlays.jobs(List.of(j), me.id(), draft.now()).contains(j));
    Optional<Outlay> outlay = amount(form.field("amount"));
    if (job.isEmpty() || outlay.isEmpty()) {
      tell(draft, me, job.isEmpty() ? "common.closed" : "expenses.unclear");
      return;
    }
    accounts.take(draft, me, job.get(), outlay.get());
    note(draft, me, job.get(), form.field("note").strip());
  }

  /** It goes where it would go if it was written. */
  private void note(Draft draft, Person me, HelpRequest job, String note) {
    if (note.isEmpty() || dangers.advise(draft, me, new Words("", note, false), () -> false)) {
      return;
    }
    if (Relay.lines(draft, me.id()).contains(job)) relay.pass(draft, me, job, note);
    else tell(draft, me, "home.note-too-late");
  }

  private static Optional<HelpRequest> job(List<HelpRequest> all, Inbound.HandedIn form) {
    return Tap.decode(form.tap())
        .flatMap(JobRef::of)
        .flatMap(ref -> all.stream().filter(r -> r.id().value().equals(ref.request())).findFirst());
  }

  private void tell(Draft draft, Person me, String id) {
    draft.tell(me.id(), wording.to(draft, me.id()).say(id), HOLD);
  }
}
