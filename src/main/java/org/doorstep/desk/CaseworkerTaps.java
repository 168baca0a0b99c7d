package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.bridge.Case;
import org.doorstep.cell.Officer;
import org.doorstep.people.Person;
import org.doorstep.talk.Tap;

/** Buttons on the page of whoever looks at cases; each does what it does on the case's card. */
final class CaseworkerTaps {

  private final Wording wording;
  private final Cases cases;
  private final Presses presses;
  private final Homes homes;
  private final Searching searching;
  private final GoingOff goingOff;

  CaseworkerTaps(
      Wording wording,
      Cases cases,
      Presses presses,
      Homes homes,
      Searching searching,
      GoingOff goingOff) {
    this.wording = wording;
    this.cases = cases;
    this.presses = presses;
    this.homes = homes;
    this.searching = searching;
    this.goingOff = goingOff;
  }

  static boolean about(Tap tap) {
    return tap.flow().equals(CaseworkerHome.FLOW);
  }

  /** A list that goes on is looked up as the page was. */
  static List<Enquiry> asks(Dossier dossier, Content content) {
    return Optional.ofNullable(content.tap())
        .flatMap(Tap::decode)
        .filter(tap -> about(tap) && tap.choice().equals(CaseworkerHome.MORE))
        .map(tap -> CaseworkerHome.asks(dossier))
        .orElse(List.of());
  }

  void tapped(Draft draft, Person person, Tap tap) {
    Caseworker me = Caseworker.of(draft.cell(), person).orElse(null);
    if (me == null) {
      tell(draft, person, "common.closed", Map.of());
      return;
    }
    switch (tap.choice()) {
      case CaseworkerHome.MORE -> homes.publish(draft, person, CaseworkerHome.From.of(tap.about()));
      case "back" -> goingOff.back(draft, me);
      case Inbound.HandedIn.AWAY -> tell(draft, person, "officers.away-when", Map.of());
      case Inbound.HandedIn.SEARCH -> tell(draft, person, "officers.search-how", Map.of());
      default -> onCase(draft, me, tap);
    }
  }

  private void onCase(Draft draft, Caseworker me, Tap tap) {
    Case about =
        draft.cases().stream()
            .filter(c -> c.id().value().equals(tap.about()))
            .filter(new Visible(draft.cell(), me)::sees)
            .findFirst()
            .orElse(null);
    Optional<Officer> officer =
        Optional.ofNullable(about).flatMap(c -> Answering.of(draft.cell(), c).officer(me.user()));
    if (about == null || officer.isEmpty()) {
      tell(draft, me.person(), "common.closed", Map.of());
      return;
    }
    switch (about) {
      case Case.Closed c -> tell(draft, me.person(), "case.already-closed", Map.of());
      case Case.Acknowledged a when tap.choice().equals("acknowledge") ->
          tell(
              draft,
              me.person(),
              "case.already-acknowledged",
              Map.of("officer", CaseCard.officerName(draft, a, a.officer())));
      case Case open when tap.choice().equals("thread") -> cases.lead(draft, open, officer.get());
      case Case open -> presses.onCase(draft, open, officer.get(), tap.choice());
    }
  }

  /** The forms that open from it. */
  void handed(Draft draft, Person person, Inbound.HandedIn form, Tap tap) {
    Caseworker me = Caseworker.of(draft.cell(), person).orElse(null);
    if (me == null) tell(draft, person, "common.closed", Map.of());
    else if (tap.choice().equals(Inbound.HandedIn.AWAY)) {
      goingOff.off(draft, me, form.field(AwayForm.UNTIL), form.field(AwayForm.STAND_IN));
    } else searching.find(draft, me, form.field("words"));
  }

  static List<Enquiry> asks(Dossier dossier, Inbound.HandedIn form) {
    return Tap.decode(form.tap())
        .filter(CaseworkerTaps::about)
        .map(
            tap ->
                tap.choice().equals(Inbound.HandedIn.AWAY)
                    ? GoingOff.asks(dossier)
                    : Searching.asks(dossier))
        .orElse(List.of());
  }

  private void tell(Draft draft, Person me, String id, Map<String, String> values) {
    draft.tell(me.id(), wording.to(draft, me.id()).say(id, values), HOLD);
  }
}
