package org.doorstep.desk;

import java.util.Optional;
import org.doorstep.people.Person;

/** The questions that are open without a form around them, answered in words. */
record OpenQuestions(
    Orders orders,
    Intake intake,
    NewOrMessage newOrMessage,
    OfferOrMessage offerOrMessage,
    Arrangements arrangements,
    Things things,
    Amending amending,
    Invitations invitations,
    PassingOn passingOn,
    MovingIn movingIn,
    Withdrawing withdrawing,
    NearMe nearMe,
    Tapping tapping) {

  /** Whether it was an answer to one of them; if so it has been dealt with. */
  boolean answered(Draft draft, Person me, Words words) {
    String text = words.text();
    return orders.typed(draft, me, text)
        || intake.typed(draft, me, text)
        || newOrMessage.typed(draft, me, text)
        || offerOrMessage.typed(draft, me, text)
        || arrangements.typed(draft, me, text)
        || things.typed(draft, me, words)
        || amending.typed(draft, me, text)
        || invitations.typed(draft, me, text)
        || passingOn.typed(draft, me, text)
        || movingIn.typed(draft, me, text)
        || withdrawing.typed(draft, me, text)
        || near(draft, me, text);
  }

  private boolean near(Draft draft, Person me, String text) {
    Optional<Content> tap = nearMe.typed(draft, me, text);
    tap.ifPresent(content -> tapping.tapped(draft, me, content));
    return tap.isPresent();
  }
}
