package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.cell.Money;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Person;
import org.doorstep.talk.Choice;
import org.doorstep.talk.Tap;
import org.doorstep.understand.JobLabel;
import org.doorstep.understand.Outlay;
import org.doorstep.understand.Reading;
import org.doorstep.understand.Reply;
import org.doorstep.understand.Understanding;

/** "I paid £14.20": for which of their jobs. */
final class Paying {

  /** The beginning of a choice; the pence follow. */
  static final String CHOICE = "paid-";

  private static final String STATE = "paid";

  /** With more words than this there is something in it for the resident to read. */
  private static final int FEW = 5;

  private final Understanding understanding;
  private final Wording wording;
  private final Accounts accounts;
  private final Relay relay;

  Paying(Understanding understanding, Wording wording, Accounts accounts, Relay relay) {
    this.understanding = understanding;
    this.wording = wording;
    this.accounts = accounts;
    this.relay = relay;
  }

  /** What has to be looked up for what they say or show, or for the answer to our question. */
  static Stream<Enquiry> asks(
      Dossier dossier, Understanding understanding, Content content, Instant now) {
    Person me = dossier.sender();
    if (me == null) return Stream.empty();
    List<HelpRequest> jobs = Outlays.jobs(dossier.requests(), me.id(), now);
    if (jobs.isEmpty()) return Stream.empty();
    boolean says = content.tap() == null && understanding.outlay(content.text()).isPresent();
    boolean answers = Relay.kept(dossier.conversation(), STATE) != null;
    boolean taps =
        Tap.decode(content.tap() == null ? "" : content.tap()).filter(Paying::about).isPresent();
    if (content.picture() != null && (says || few(content.text()))) {
      return Proofs.asks(dossier.cell(), content.picture(), now);
    }
    return says || answers || taps
        ? Stream.of(Outlays.of(jobs, dossier.cell().zone(), now))
        : Stream.empty();
  }

  /** So few words beside a picture say what it is: "the receipt". */
  static boolean few(String text) {
    return words(text) <= FEW;
  }

  static boolean about(Tap tap) {
    return tap.choice().startsWith(CHOICE);
  }

  /** Whether they say what they paid; in a form an amount alone answers its question. */
  boolean heard(Draft draft, Person me, String text, boolean inForm) {
    Outlay outlay = understanding.outlay(text).orElse(null);
    if (outlay == null) return !inForm && answered(draft, me, text);
    if (inForm && !outlay.said()) return false;
    List<HelpRequest> jobs = Outlays.jobs(draft.requests(), me.id(), draft.now());
    if (jobs.isEmpty()) {
      boolean order = outlay.said() && me.volunteering() != null && words(text) <= FEW;
      if (order && !inForm) tell(draft, me, "expenses.no-job");
      return order && !inForm;
    }
    if (outlay instanceof Outlay.Unclear) {
      tell(draft, me, "expenses.unclear");
      return true;
    }
    List<HelpRequest> meant = jobs.size() == 1 ? jobs : named(draft, jobs, text);
    if (meant.size() == 1) {
      accounts.take(draft, me, meant.getFirst(), outlay);
      tellResident(draft, me, meant.getFirst(), text);
    } else {
      if (!inForm) Relay.keep(draft, me.id(), STATE, text);
      which(draft, me, jobs, outlay);
    }
    return true;
  }

  /** Those whose kind of help the words name; all where that says nothing. */
  private List<HelpRequest> named(Draft draft, List<HelpRequest> jobs, String text) {
    Reading reading = understanding.read(text, draft.now().atZone(draft.cell().zone()));
    List<HelpRequest> named =
        jobs.stream()
            .filter(
                job ->
                    reading.needs().stream()
                        .anyMatch(need -> need.value().equals(job.particulars().need())))
            .toList();
    return named.size() == 1 ? named : jobs;
  }

  private void which(Draft draft, Person me, List<HelpRequest> jobs, Outlay outlay) {
    int pence = outlay instanceof Outlay.Paid paid ? paid.amount().pence() : 0;
    Wording theirs = wording.to(draft, me.id());
    List<Choice> choices = new ArrayList<>();
    for (HelpRequest job : jobs) {
      choices.add(
          new Choice(
              new Tap("job", 1, "which", CHOICE + pence, JobRef.to(job).about()),
              theirs.need(job.particulars()),
              theirs.when(draft, job.particulars()) + ", " + job.particulars().place().rough()));
    }
    draft.tell(
        me.id(),
        theirs.talk().choose("job.which", Map.of("list", theirs.lines(draft, jobs)), choices),
        HOLD);
  }

  /** "The second one", typed. */
  private boolean answered(Draft draft, Person me, String text) {
    String kept = Relay.kept(draft.conversation(me), STATE);
    Outlay outlay = kept == null ? null : understanding.outlay(kept).orElse(null);
    if (outlay == null) return false;
    List<HelpRequest> jobs = Outlays.jobs(draft.requests(), me.id(), draft.now());
    Wording theirs = wording.to(draft, me.id());
    List<JobLabel> labels =
        jobs.stream()
            .map(job -> new JobLabel(job.particulars().need(), theirs.line(draft, job), true))
            .toList();
    if (!(understanding.reply(text, labels).which() instanceof Reply.Which.One one)) return false;
    draft.converse(me.id(), null);
    accounts.take(draft, me, jobs.get(one.index()), outlay);
    return true;
  }

  /** They tapped which; what was paid stands in the tap. */
  void tapped(Draft draft, Person me, Tap tap) {
    String pence = tap.choice().substring(CHOICE.length());
    Optional<HelpRequest> job =
        JobRef.of(tap)
            .flatMap(ref -> draft.request(ref.request()))
            .filter(r -> Outlays.jobs(List.of(r), me.id(), draft.now()).contains(r));
    if (Relay.kept(draft.conversation(me), STATE) != null) draft.converse(me.id(), null);
    if (job.isEmpty() || !pence.matches("[0-9]{1,6}")) tell(draft, me, "common.closed");
    else accounts.take(draft, me, job.get(), outlay(Integer.parseInt(pence)));
  }

  /** The form for it did not open. */
  void howMuch(Draft draft, Person me) {
    tell(draft, me, "home.paid-how");
  }

  private static Outlay outlay(int pence) {
    return pence == 0 ? new Outlay.Nothing(true) : new Outlay.Paid(new Money(pence), true);
  }

  /** What else they wrote is for the resident to read. */
  private void tellResident(Draft draft, Person me, HelpRequest job, String text) {
    if (words(text) > FEW && Relay.lines(draft, me.id()).contains(job)) {
      relay.pass(draft, me, job, text);
    }
  }

  private static int words(String text) {
    return text.strip().split("\\s+").length;
  }

  private void tell(Draft draft, Person me, String id) {
    draft.tell(me.id(), wording.to(draft, me.id()).say(id), HOLD);
  }
}
