package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.Optional;
import org.doorstep.people.Person;
import org.doorstep.talk.Tap;

/** A tap leads to whatever asked the question that it answers. */
final class Tapping {

  private final Wording wording;
  private final Languages languages;
  private final Intake intake;
  private final Orders orders;
  private final Invitations invitations;
  private final Arrangements arrangements;
  private final Things things;
  private final Amending amending;
  private final OfferOrMessage offerOrMessage;
  private final PassingOn passingOn;
  private final MovingIn movingIn;
  private final Withdrawing withdrawing;
  private final Outcomes outcomes;
  private final HomeTaps home;
  private final CaseworkerTaps caseworkers;
  private final Taps jobs;
  private final Forms forms;

  Tapping(
      Wording wording,
      Languages languages,
      Intake intake,
      Orders orders,
      Invitations invitations,
      Arrangements arrangements,
      Things things,
      Amending amending,
      OfferOrMessage offerOrMessage,
      PassingOn passingOn,
      MovingIn movingIn,
      Withdrawing withdrawing,
      Outcomes outcomes,
      HomeTaps home,
      CaseworkerTaps caseworkers,
      Taps jobs,
      Forms forms) {
    this.wording = wording;
    this.languages = languages;
    this.intake = intake;
    this.orders = orders;
    this.invitations = invitations;
    this.arrangements = arrangements;
    this.things = things;
    this.amending = amending;
    this.offerOrMessage = offerOrMessage;
    this.passingOn = passingOn;
    this.movingIn = movingIn;
    this.withdrawing = withdrawing;
    this.outcomes = outcomes;
    this.home = home;
    this.caseworkers = caseworkers;
    this.jobs = jobs;
    this.forms = forms;
  }

  void tapped(Draft draft, Person me, Content content) {
    Optional.ofNullable(content.tap())
        .flatMap(Tap::decode)
        .ifPresentOrElse(
            tap -> {
              tapped(draft, me, content, tap);
              if (Unbidden.asked(tap)) forms.again(draft, draft.person(me.id()).orElse(me));
            },
            () -> draft.tell(me.id(), wording.to(draft, me.id()).say("common.closed"), HOLD));
  }

  private void tapped(Draft draft, Person me, Content content, Tap tap) {
    if (Languages.about(tap)) {
      languages.tapped(me, tap).ifPresent(tag -> speak(draft, me, tag));
    } else if (tap.state().equals(Intake.QUESTION)) {
      intake.tapped(draft, me, tap);
    } else if (Orders.about(tap) && !Joining.about(tap)) {
      orders.tapped(draft, me, tap);
    } else if (tap.flow().equals(Regular.FLOW)) {
      arrangements.tapped(draft, me, tap);
    } else if (OfferOrMessage.about(tap)) {
      offerOrMessage.chosen(draft, me, tap.choice().equals("offer"));
    } else if (Things.about(tap)) {
      things.tapped(draft, me, tap);
    } else if (Invitations.about(tap)) {
      invitations.tapped(draft, me, tap);
    } else if (Amending.about(tap)) {
      amending.tapped(draft, me, tap);
    } else if (PassingOn.about(tap)) {
      passingOn.tapped(draft, me, tap);
    } else if (MovingIn.about(tap)) {
      movingIn.chosen(draft, me, tap.choice().equals("yes"));
    } else if (CaseworkerTaps.about(tap)) {
      caseworkers.tapped(draft, me, tap);
    } else if (Withdrawing.about(tap)) {
      withdrawing.tapped(draft, me, tap);
    } else if (Outcomes.about(tap)) {
      outcomes.tapped(draft, me, tap);
    } else if (HomeTaps.about(tap)) {
      home.tapped(draft, me, tap);
    } else if (JobRef.of(tap).isPresent()) {
      jobs.tapped(draft, me, tap);
    } else {
      forms.hear(draft, me, content, tap);
    }
  }

  /** Whoever is in the middle of a form stays where they are. */
  void speak(Draft draft, Person me, String language) {
    languages.choose(draft, me, language);
    forms.again(draft, me);
  }
}
