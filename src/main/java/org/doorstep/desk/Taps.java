package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.Optional;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Person;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;

/** What a tap about a job leads to; a tap on an old message is answered, and changes nothing. */
final class Taps {

  private final Wording wording;
  private final Jobs jobs;
  private final Holders holders;
  private final Setbacks setbacks;
  private final Giving giving;
  private final Residents residents;
  private final Relay relay;
  private final NewOrMessage newOrMessage;
  private final Forms forms;
  private final Paying paying;

  Taps(
      Wording wording,
      Jobs jobs,
      Holders holders,
      Setbacks setbacks,
      Giving giving,
      Residents residents,
      Relay relay,
      NewOrMessage newOrMessage,
      Forms forms,
      Paying paying) {
    this.wording = wording;
    this.jobs = jobs;
    this.holders = holders;
    this.setbacks = setbacks;
    this.giving = giving;
    this.residents = residents;
    this.relay = relay;
    this.newOrMessage = newOrMessage;
    this.forms = forms;
    this.paying = paying;
  }

  void tapped(Draft draft, Person me, Tap tap) {
    tapped(draft, me, tap, null);
  }

  /**
   * @param words what they have to say to it, for officers only
   */
  void tapped(Draft draft, Person me, Tap tap, @Nullable String words) {
    JobRef ref = JobRef.of(tap).orElseThrow();
    Optional<HelpRequest> found =
        draft
            .request(ref.request())
            .filter(r -> r.involved().contains(me.id()) || Near.tapped(draft, me, r, tap));
    if (found.isEmpty()) {
      closed(draft, me);
      return;
    }
    HelpRequest request = found.get();
    boolean stale = request.search().round() != ref.round();
    if (tap.flow().equals("feedback")) {
      arrival(draft, me, request, stale, tap.choice().equals("yes"));
      return;
    }
    switch (tap.choice()) {
      case "take" -> jobs.take(draft, me, request);
      case "decline", "leave" -> jobs.decline(draft, me, request);
      case "done",
          "nobody-in",
          "out-of-stock",
          "wrong-address",
          "unsafe",
          "drop",
          "worried",
          "on-it",
          "give",
          "outcome" ->
          holding(draft, me, request, stale, tap.choice(), words);
      case Inbound.HandedIn.PAID -> paying.howMuch(draft, me);
      case String paid when Paying.about(tap) -> paying.tapped(draft, me, tap);
      case "new", "message" -> newOrMessage.chosen(draft, me, tap.choice().equals("new"));
      case "same", "another" -> forms.which(draft, me, request, tap.choice().equals("same"));
      case "this" -> relay.chosen(draft, me, request);
      case "cancel" -> cancel(draft, me, request);
      default -> closed(draft, me);
    }
  }

  private void closed(Draft draft, Person me) {
    draft.tell(me.id(), wording.to(draft, me.id()).say("common.closed"), HOLD);
  }

  private void holding(
      Draft draft,
      Person me,
      HelpRequest request,
      boolean stale,
      String choice,
      @Nullable String words) {
    if (choice.equals("worried")) {
      setbacks.worried(draft, me, Optional.of(request), null);
    } else if (!stale
        && request instanceof HelpRequest.Claimed claimed
        && claimed.holder().equals(me.id())) {
      switch (choice) {
        case "done" -> jobs.done(draft, me, claimed);
        case "drop" -> jobs.drop(draft, me, claimed);
        case "give" -> giving.chosen(draft, me, claimed);
        case "outcome" -> holders.asked(draft, claimed);
        default ->
            Typed.outcome(choice)
                .ifPresentOrElse(
                    outcome -> setbacks.couldNot(draft, me, claimed, outcome, words),
                    () -> jobs.onIt(draft, me, claimed));
      }
    } else {
      Wording theirs = wording.to(draft, me.id());
      draft.tell(me.id(), theirs.say("job.over", theirs.open(draft, request)), HOLD);
    }
  }

  private void arrival(
      Draft draft, Person me, HelpRequest request, boolean stale, boolean arrived) {
    if (!stale && request instanceof Delivered delivered && delivered.resident().equals(me.id())) {
      if (arrived) residents.arrived(draft, delivered);
      else residents.notArrived(draft, delivered);
    } else {
      closed(draft, me);
    }
  }

  private void cancel(Draft draft, Person me, HelpRequest request) {
    if (request.resident().equals(me.id())) residents.cancelled(draft, me, request);
  }
}
