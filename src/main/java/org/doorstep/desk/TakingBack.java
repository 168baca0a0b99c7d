package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.doorstep.bridge.Case;
import org.doorstep.cell.Officer;
import org.doorstep.cell.Partner;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.HelpRequest.Closed.Outcome;
import org.doorstep.help.InTriage;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Consent;
import org.doorstep.people.Person;
import org.jspecify.annotations.Nullable;

/** What follows when somebody no longer agrees: it stops, and whoever has to know is told. */
record TakingBack(
    Wording wording,
    Cases cases,
    Residents residents,
    PassingOn passingOn,
    RegularHelp regularHelp,
    Farewell farewell) {

  void follows(Draft draft, Person me, Consent consent) {
    String about = consent.about() == null ? "" : consent.about();
    switch (consent.purpose()) {
      case HELPED -> {
        draft.requests().stream()
            .filter(r -> r.resident().equals(me.id()) && !r.over())
            .filter(r -> !referred(draft, me, r))
            .forEach(r -> residents.cancel(draft, r));
        say(draft, me, "withdrawn-helped", Map.of());
      }
      case PASSED_ON -> passedOn(draft, me, about);
      case VOLUNTEERING -> {
        farewell.handBack(draft, me);
        Person now = draft.person(me.id()).orElse(me);
        draft.put(now.offering(null));
        say(draft, me, "withdrawn-volunteering", Map.of());
      }
      case REGULAR_HELP -> {
        draft.arrangement(about).ifPresent(a -> regularHelp.endedFor(draft, me, a));
        say(draft, me, "withdrawn-regular-help", Map.of());
      }
      case BULLETINS -> {
        draft.put(me.standing(me.membership().bulletins(false)));
        draft.tell(me.id(), wording.to(draft, me.id()).say("members.bulletins-off"), HOLD);
      }
      case MESSAGES -> {
        // STOP does it, and is never on the list
      }
    }
  }

  private static boolean referred(Draft draft, Person me, HelpRequest request) {
    return Withdrawing.referrals(draft, me)
        .anyMatch(c -> request.id().equals(c.matter().request()));
  }

  /** Where nobody has looked yet, it is called back; else whoever has it is told. */
  private void passedOn(Draft draft, Person me, String about) {
    HelpRequest request = draft.request(about).orElse(null);
    if (request instanceof InTriage t && t.by() instanceof InTriage.Decider.Leads(String to)) {
      passingOn.takenBack(draft, t, to);
      return;
    }
    List<Case> all =
        Withdrawing.referrals(draft, me)
            .filter(c -> about.equals(Objects.requireNonNull(c.matter().request()).value()))
            .toList();
    for (Case each : all) {
      switch (each) {
        case Case.Waiting waiting -> {
          cases.calledBack(draft, waiting);
          if (request instanceof WithOfficer with) {
            residents.close(draft, with.close(Outcome.SIGNPOSTED, draft.now()));
          }
          say(draft, me, "withdrawn-passed-on", values(draft, me, waiting, request));
        }
        case Case.Acknowledged taken -> {
          cases.noLonger(draft, taken);
          say(draft, me, "withdrawn-taken", values(draft, me, taken, request));
        }
        case Case.Closed closed -> {}
      }
    }
  }

  private Map<String, String> values(
      Draft draft, Person me, Case theCase, @Nullable HelpRequest of) {
    Wording theirs = wording.to(draft, me.id());
    String to = theCase.matter().partner();
    Map<String, String> values = new LinkedHashMap<>();
    if (of != null) {
      values.putAll(PassingOn.values(draft, theirs, of, to == null ? InTriage.OFFICERS : to));
    }
    String officer =
        theCase instanceof Case.Acknowledged a
            ? Answering.of(draft.cell(), theCase)
                .officer(a.officer())
                .map(Officer::name)
                .orElse(a.officer())
            : Answering.partner(draft.cell(), theCase)
                .map(Partner::name)
                .orElseGet(() -> theirs.coordinator(draft));
    values.put("officer", officer);
    return values;
  }

  private void say(Draft draft, Person me, String id, Map<String, String> values) {
    draft.tell(me.id(), wording.to(draft, me.id()).say(Notice.FLOW + "." + id, values), HOLD);
  }
}
