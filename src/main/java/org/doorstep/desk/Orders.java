package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorstep.people.Person;
import org.doorstep.talk.LeadsOrder;
import org.doorstep.talk.Talk;
import org.doorstep.talk.Tap;

/** The orders of those who run the groups, in their own conversation with Doorstep. */
final class Orders {

  /** The flow that their words stand in. */
  static final String FLOW = "group";

  private final Wording wording;
  private final Overview overview;
  private final JobOrders jobs;
  private final Intake intake;
  private final LedgerOrders ledger;
  private final Members members;
  private final CaseworkerOrders caseworkers;
  private final ToOfficers toOfficers;
  private final Circulars circulars;

  Orders(
      Wording wording,
      Overview overview,
      JobOrders jobs,
      Intake intake,
      LedgerOrders ledger,
      Members members,
      Casework casework) {
    this.caseworkers = casework.orders();
    this.toOfficers = casework.toOfficers();
    this.ledger = ledger;
    this.members = members;
    this.circulars = new Circulars(wording);
    this.intake = intake;
    this.wording = wording;
    this.overview = overview;
    this.jobs = jobs;
  }

  static boolean about(Tap tap) {
    return Set.of(FLOW, Members.FLOW, Neighbours.FLOW, Circulars.FLOW).contains(tap.flow());
  }

  /** What has to be looked up for an order, or for the answer to a question of ours. */
  List<Enquiry> asks(Dossier dossier, Inbound.Said said, Instant now) {
    Person me = dossier.sender();
    Optional<Lead> lead = me == null ? Optional.empty() : Lead.of(dossier.cell(), said, me);
    if (me == null || lead.isEmpty()) return List.of();
    List<Enquiry> enquiries = new ArrayList<>();
    enquiries.add(new Enquiry.OfficeNow(Set.of()));
    Optional<LeadsOrder> order = order(me, said.content());
    order
        .filter(Overview::shows)
        .map(o -> new Enquiry.OpenIn(lead.get().groupIds()))
        .ifPresent(enquiries::add);
    if (order.filter(LedgerOrders::about).isPresent()) {
      enquiries.add(LedgerOrders.asks(dossier, lead.get(), now));
      return enquiries;
    }
    order
        .map(LeadsOrder::job)
        .filter(job -> !job.isEmpty())
        .or(() -> JobOrders.asked(dossier.conversation()))
        .map(job -> job(lead.get(), job, order.filter(JobOrders::names).isPresent()))
        .ifPresent(enquiries::add);
    Neighbours.asks(dossier.cell(), order, said.content()).ifPresent(enquiries::add);
    enquiries.addAll(members.asks(dossier, lead.get(), said, order));
    enquiries.addAll(Circulars.asks(dossier.cell(), lead.get(), order, said.content()));
    return enquiries;
  }

  private static Enquiry job(Lead lead, String named, boolean volunteers) {
    return new Enquiry.JobNamed(lead.person().id(), lead.groupIds(), named, volunteers);
  }

  private Optional<LeadsOrder> order(Person me, Content content) {
    if (content.tap() != null) return Optional.empty();
    Talk theirs = wording.in(me.language()).talk();
    // "remove my data" is no order to remove anybody
    return theirs
        .leadsOrder(content.text())
        .filter(o -> theirs.interrupt(content.text()).isEmpty());
  }

  /**
   * Whether the words are an order. Who may not give it is told so, but never in the middle of a
   * form, where the same words are an answer.
   */
  boolean given(Draft draft, Person me, Content content) {
    if (caseworkers.order(draft.dossier(), me, content).isPresent()) return true;
    LeadsOrder order = order(me, content).orElse(null);
    if (order == null || CaseworkerOrders.about(order)) return false;
    boolean answers = draft.conversation(me) != null || draft.thought(me.id()) != null;
    return Lead.of(draft.cell(), draft.cause(), me).isPresent()
        || !(answers
            || ToOfficers.about(order)
            || JobOrders.commonWords(order)
            || LedgerOrders.about(order)
            || Circulars.about(order)
            || Members.about(order));
  }

  void obey(Draft draft, Person me, Content content) {
    if (caseworkers.obeyed(draft, me, content)) return;
    LeadsOrder order = order(me, content).orElseThrow();
    Lead.of(draft.cell(), draft.cause(), me)
        .ifPresentOrElse(
            lead -> obey(draft, lead, order), () -> tell(draft, me, "group.not-a-lead", Map.of()));
  }

  private void obey(Draft draft, Lead lead, LeadsOrder order) {
    switch (order.name()) {
      case "board" -> overview.board(draft, lead, Math.max(1, order.number()));
      case "open-needs" -> overview.needs(draft, lead);
      case "pause-intake" -> intake.pause(draft, lead, order.rest());
      case "open-intake" -> intake.open(draft, lead, order.rest());
      case "orders" -> told(draft, lead);
      case String o when ToOfficers.about(order) -> toOfficers.write(draft, lead, order.rest());
      case String o when LedgerOrders.about(order) -> ledger.obey(draft, lead, order);
      case String o when Circulars.about(order) -> circulars.ordered(draft, lead, order);
      case String o when Members.about(order) -> members.obey(draft, lead, order);
      default -> jobs.obey(draft, lead, order);
    }
  }

  /** What they may order. */
  void told(Draft draft, Lead lead) {
    tell(draft, lead.person(), "group.orders", Map.of("group", lead.groupNames()));
    members.help(draft, lead);
    new NamedContacts(wording).tell(draft, lead);
  }

  void told(Draft draft, Caseworker worker) {
    caseworkers.help(draft, worker);
  }

  /** A tap on a question to somebody who runs a group. */
  void tapped(Draft draft, Person me, Tap tap) {
    Lead.of(draft.cell(), draft.cause(), me)
        .ifPresentOrElse(
            lead -> {
              if (tap.flow().equals(Circulars.FLOW)) circulars.tapped(draft, lead, tap);
              else if (tap.flow().equals(Members.FLOW)) members.tapped(draft, lead, tap);
              else jobs.tapped(draft, lead, tap);
            },
            () -> tell(draft, me, "common.closed", Map.of()));
  }

  /** Whether the words answer a question that waits; if so it has been dealt with. */
  boolean typed(Draft draft, Person me, String text) {
    return Lead.of(draft.cell(), draft.cause(), me)
        .filter(lead -> jobs.typed(draft, lead, text) || members.typed(draft, lead, text))
        .isPresent();
  }

  private void tell(Draft draft, Person me, String id, Map<String, String> values) {
    draft.tell(me.id(), wording.to(draft, me.id()).say(id, values), HOLD);
  }
}
