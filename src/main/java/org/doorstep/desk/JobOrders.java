package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.WithOfficer;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.LeadsOrder;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who runs a group has done with one of its jobs. Of two who do it at once the first
 * one's word counts, and the other is told what is true now.
 */
final class JobOrders {

  /**
   * The question, and the same where somebody has the job: a yes to the one is none to the other.
   */
  private static final String SURE = "cancel-sure";

  private static final String TAKEN = "cancel-sure-taken";

  private static final Set<String> ABOUT =
      Set.of(
          Leads.ORDER,
          Returns.ORDER,
          "cancel-job",
          "ask-again",
          "reopen",
          "pass-on",
          "edit-when",
          "edit-note");

  private final Wording wording;
  private final ToLead toLead;
  private final Leads leads;
  private final Residents residents;
  private final AskingOthers others;
  private final Edits edits;
  private final Neighbours neighbours;
  private final Levels levels;
  private final Returns returns;

  JobOrders(
      Wording wording,
      Leads leads,
      Residents residents,
      AskingOthers others,
      Edits edits,
      Neighbours neighbours,
      Levels levels,
      Returns returns) {
    this.returns = returns;
    this.wording = wording;
    this.toLead = new ToLead(wording);
    this.leads = leads;
    this.residents = residents;
    this.others = others;
    this.edits = edits;
    this.neighbours = neighbours;
    this.levels = levels;
  }

  /** Whether volunteers have to be looked up for it. */
  static boolean names(LeadsOrder order) {
    return order.name().equals(Leads.ORDER);
  }

  static boolean about(LeadsOrder order) {
    return ABOUT.contains(order.name());
  }

  /** What anybody may say who means something of their own: "cancel 2". */
  static boolean commonWords(LeadsOrder order) {
    return Set.of("cancel-job", "ask-again", "reopen", "pass-on", Returns.ORDER)
        .contains(order.name());
  }

  void obey(Draft draft, Lead lead, LeadsOrder order) {
    Wording theirs = wording.to(draft, lead.person().id());
    if (order.job().isEmpty()) {
      toLead.tell(draft, lead, theirs.say("group.which-job", Map.of("name", order.rest())));
      return;
    }
    HelpRequest job = found(draft).orElse(null);
    if (job == null) {
      String typed = order.job().toUpperCase(Locale.ROOT);
      toLead.tell(draft, lead, theirs.say("group.no-such-job", Map.of("text", typed)));
      return;
    }
    if (sendsSomebody(order) && Parts.withOfficer(draft, job)) {
      felt(draft, lead, job, order);
      return;
    }
    switch (order.name()) {
      case Leads.ORDER -> assign(draft, lead, job, order.rest());
      case "cancel-job" -> sure(draft, lead, job);
      case "ask-again" -> others.again(draft, lead, job);
      case "reopen" -> others.reopen(draft, lead, job);
      case "pass-on" -> neighbours.obey(draft, lead, job, order.rest());
      case "set-level" -> levels.move(draft, lead, job, order.rest());
      case Returns.ORDER -> returns.declined(draft, lead, job, order.rest());
      case "edit-when" -> edits.when(draft, lead, job, order.rest());
      case "edit-note" -> edits.note(draft, lead, job, order.rest());
      default -> throw new IllegalStateException("nobody obeys " + order.name());
    }
  }

  private static boolean sendsSomebody(LeadsOrder order) {
    return Set.of(Leads.ORDER, "ask-again", "reopen").contains(order.name());
  }

  /** Somebody felt unsafe with another part of it: that one is what an officer opens again. */
  private void felt(Draft draft, Lead lead, HelpRequest job, LeadsOrder order) {
    Parts.others(draft, job).stream()
        .filter(other -> other instanceof WithOfficer && !order.name().equals(Leads.ORDER))
        .findFirst()
        .ifPresentOrElse(
            with -> others.again(draft, lead, with),
            () -> toLead.tell(draft, lead, job, "group.only-an-officer"));
  }

  private static Optional<HelpRequest> found(Draft draft) {
    return draft.dossier().answers().jobs().stream()
        .findFirst()
        .flatMap(job -> draft.request(job.id().value()));
  }

  // ---- who does it

  private void assign(Draft draft, Lead lead, HelpRequest job, String name) {
    if (!(job instanceof HelpRequest.Seeking seeking)) {
      toLead.tell(draft, lead, job, "group.not-assigned");
      return;
    }
    switch (Named.of(draft, name, seeking, Set.of())) {
      case Named.One one -> {
        leads.assign(draft, seeking, one.volunteer());
        Wording theirs = wording.to(draft, lead.person().id());
        Map<String, String> values = new LinkedHashMap<>(theirs.open(draft, job));
        values.put("volunteer", theirs.name(one.volunteer()));
        draft.tell(
            lead.person().id(), theirs.say("group.assigned", values), HOLD, one.volunteer().id());
      }
      case Named.Several s ->
          toLead.tell(draft, lead, job, "group.assign-several", Map.of("volunteer", name));
      case Named.Nobody n ->
          toLead.tell(draft, lead, job, "group.assign-nobody", Map.of("volunteer", name));
    }
  }

  // ---- it is not wanted any more

  private void sure(Draft draft, Lead lead, HelpRequest job) {
    if (job.over() || mayNot(draft, job)) {
      toLead.tell(draft, lead, job, job.over() ? "group.over" : "group.only-an-officer");
      return;
    }
    String about = JobRef.to(job).about();
    if (!inAForm(draft, lead)) Relay.keep(draft, lead.person().id(), question(job), about);
    Wording theirs = wording.to(draft, lead.person().id());
    toLead.tell(
        draft,
        lead,
        theirs.say("group." + question(job), about, ToLead.values(theirs, draft, job)));
  }

  private static String question(HelpRequest job) {
    return job instanceof HelpRequest.Claimed ? TAKEN : SURE;
  }

  private static boolean inAForm(Draft draft, Lead lead) {
    Conversation open = draft.conversation(lead.person());
    return open != null && !open.flow().equals(Relay.FLOW);
  }

  /** The job that we asked about, if an answer is awaited. */
  static Optional<String> asked(@Nullable Conversation open) {
    return waiting(open).map(about -> about.split("\\.")[0]);
  }

  private static Optional<String> waiting(@Nullable Conversation open) {
    return Optional.ofNullable(Relay.kept(open, SURE))
        .or(() -> Optional.ofNullable(Relay.kept(open, TAKEN)));
  }

  boolean typed(Draft draft, Lead lead, String text) {
    Conversation open = draft.conversation(lead.person());
    Optional<String> about = waiting(open);
    if (open == null || about.isEmpty()) return false;
    Optional<String> choice =
        wording.to(draft, lead.person().id()).talk().answer("group." + open.state(), text);
    choice.ifPresent(
        answer -> tapped(draft, lead, new Tap(Orders.FLOW, 1, open.state(), answer, about.get())));
    return choice.isPresent();
  }

  void tapped(Draft draft, Lead lead, Tap tap) {
    if (tap.flow().equals(Neighbours.FLOW)) {
      neighbours.tapped(draft, lead, tap);
      return;
    }
    if (waiting(draft.conversation(lead.person())).isPresent()) {
      draft.converse(lead.person().id(), null);
    }
    Optional<JobRef> ref = JobRef.of(tap);
    HelpRequest job =
        ref.flatMap(r -> draft.request(r.request()))
            .filter(r -> lead.groupIds().contains(r.particulars().group()))
            .orElse(null);
    if (job == null || !Set.of(SURE, TAKEN).contains(tap.state())) {
      toLead.tell(draft, lead, wording.to(draft, lead.person().id()).say("common.closed"));
    } else if (job.over()) {
      toLead.tell(draft, lead, job, "group.over");
    } else if (mayNot(draft, job)) {
      toLead.tell(draft, lead, job, "group.only-an-officer");
    } else if (!tap.choice().equals("yes")) {
      toLead.tell(draft, lead, job, "group.not-cancelled");
    } else if (job.search().round() != ref.get().round() || !tap.state().equals(question(job))) {
      toLead.tell(draft, lead, job, "group.changed-meanwhile");
    } else {
      cancel(draft, lead, job);
    }
  }

  private void cancel(Draft draft, Lead lead, HelpRequest job) {
    residents.cancel(draft, job);
    draft.fact(new Fact.CancelledByLead(job.id()));
    Wording residents = wording.to(draft, job.resident());
    draft.tell(
        job.resident(),
        residents.say("group.cancelled-resident", residents.open(draft, job)),
        HOLD);
    toLead.tell(draft, lead, job, "group.cancelled");
  }

  /** Where a volunteer felt unsafe, only an officer decides. */
  private static boolean mayNot(Draft draft, HelpRequest job) {
    return job instanceof WithOfficer && !Lead.isOfficer(draft);
  }
}
