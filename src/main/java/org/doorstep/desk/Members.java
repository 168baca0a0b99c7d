package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorstep.people.Person;
import org.doorstep.talk.LeadsOrder;
import org.doorstep.talk.Tap;

/** The orders about a group's volunteers: who waits, who goes, who is idle, what all are told. */
final class Members {

  /** The flow that their words stand in. */
  static final String FLOW = "members";

  private static final Set<String> ORDERS =
      Set.of(
          "waiting",
          "approve",
          "refuse",
          "invite",
          "remove-volunteer",
          "idle",
          "bulletin",
          "badge",
          "unbadge");

  private final Wording wording;
  private final Applicants applicants;
  private final Removals removals;
  private final ByNumber byNumber;
  private final Idle idle;
  private final Bulletins bulletins;
  private final Badges badges;

  Members(Wording wording, Joining joining, Farewell farewell) {
    this.wording = wording;
    this.applicants = new Applicants(wording, joining);
    this.removals = new Removals(wording, farewell);
    this.byNumber = new ByNumber(wording);
    this.idle = new Idle(wording);
    this.bulletins = new Bulletins(wording);
    this.badges = new Badges(wording);
  }

  /** Words that anybody may say who means something of their own: "remove the old sofa". */
  static boolean about(LeadsOrder order) {
    return ORDERS.contains(order.name());
  }

  List<Enquiry> asks(Dossier dossier, Lead lead, Inbound.Said said, Optional<LeadsOrder> order) {
    List<Enquiry> enquiries = new ArrayList<>();
    order.flatMap(o -> asks(lead, said, o)).map(Enquiry.OfRoll::new).ifPresent(enquiries::add);
    Optional.ofNullable(said.content().tap())
        .flatMap(Tap::decode)
        .filter(tap -> tap.flow().equals(FLOW) && tap.about().startsWith("p."))
        .map(Applicants::person)
        .or(() -> Removals.asked(dossier.conversation()))
        .map(RollCall.Of::new)
        .map(Enquiry.OfRoll::new)
        .ifPresent(enquiries::add);
    Bulletins.asked(dossier.conversation(), said.at())
        .map(Enquiry.OfRoll::new)
        .ifPresent(enquiries::add);
    return enquiries;
  }

  private static Optional<RollCall> asks(Lead lead, Inbound.Said said, LeadsOrder order) {
    return switch (order.name()) {
      case "waiting", "approve", "refuse" -> Optional.of(new RollCall.Waiting(lead.groupIds()));
      case "remove-volunteer" -> Optional.of(new RollCall.Called(lead.groupIds(), order.rest()));
      case "invite" -> ByNumber.asks(order);
      case "idle" -> Optional.of(new RollCall.Idle(lead.groupIds(), Idle.since(said.at())));
      case "bulletin" -> Bulletins.asks(lead, order, said.at());
      case "badge", "unbadge" -> Optional.of(Badges.asks(lead, order));
      default -> Optional.empty();
    };
  }

  void obey(Draft draft, Lead lead, LeadsOrder order) {
    switch (order.name()) {
      case "waiting" -> applicants.list(draft, lead);
      case "approve" -> applicants.decide(draft, lead, order, true);
      case "refuse" -> applicants.decide(draft, lead, order, false);
      case "invite" -> byNumber.invite(draft, lead, order);
      case "remove-volunteer" -> removals.named(draft, lead, order.rest());
      case "idle" -> idle.list(draft, lead);
      case "bulletin" -> bulletins.ordered(draft, lead, order);
      case "badge", "unbadge" -> badges.ordered(draft, lead, order);
      default -> throw new IllegalStateException("nobody obeys " + order.name());
    }
  }

  void help(Draft draft, Lead lead) {
    draft.tell(
        lead.person().id(), wording.to(draft, lead.person().id()).say("members.orders"), HOLD);
  }

  void tapped(Draft draft, Lead lead, Tap tap) {
    switch (tap.state()) {
      case Applicants.QUESTION, Applicants.QUESTION + "-waits" ->
          applicants.tapped(draft, lead, tap);
      case Removals.SURE, Removals.WHICH -> removals.tapped(draft, lead, tap);
      case Badges.WHICH -> badges.tapped(draft, lead, tap);
      case Bulletins.SURE -> bulletins.tapped(draft, lead, tap);
      default -> closed(draft, lead.person());
    }
  }

  private void closed(Draft draft, Person me) {
    draft.tell(me.id(), wording.to(draft, me.id()).say("common.closed", Map.of()), HOLD);
  }

  boolean typed(Draft draft, Lead lead, String text) {
    return removals.typed(draft, lead, text) || bulletins.typed(draft, lead, text);
  }

  // ---- by themselves

  void rang(Draft draft, Alarm.Applied alarm) {
    applicants.rang(draft, alarm);
  }

  void rang(Draft draft, Alarm.Bulletin alarm) {
    bulletins.rang(draft, alarm);
  }

  void rang(Draft draft, Alarm.BulletinLater alarm) {
    bulletins.rang(draft, alarm);
  }

  /** What has to be known when one of these rings. */
  static List<Enquiry> asks(Dossier dossier, Alarm alarm) {
    return switch (alarm) {
      case Alarm.Applied applied ->
          dossier
              .person(applied.person())
              .map(who -> who.membership().application())
              .map(
                  waits ->
                      List.<Enquiry>of(
                          new Enquiry.OfRoll(Heads.asks(dossier.cell(), waits.offer().group()))))
              .orElse(List.of());
      case Alarm.Bulletin b ->
          List.of(
              new Enquiry.OfficeNow(Set.of()),
              new Enquiry.OfRoll(new RollCall.Next(b.group(), b.after(), Bulletins.AT_ONCE)));
      case Alarm.BulletinLater b ->
          List.of(
              new Enquiry.OfficeNow(Set.of()),
              new Enquiry.OfRoll(new RollCall.These(Set.copyOf(b.people()))));
      case Alarm a -> List.of();
    };
  }
}
