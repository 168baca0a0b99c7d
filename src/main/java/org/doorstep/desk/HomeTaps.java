package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.Map;
import org.doorstep.cell.Referrer;
import org.doorstep.people.Person;
import org.doorstep.talk.Doing;
import org.doorstep.talk.Tap;
import org.doorstep.talk.Turn;

/**
 * Buttons of the page in Slack that are about no job, and the slash command without words. They
 * stand for orders that everybody can give in words.
 */
final class HomeTaps {

  private final Wording wording;
  private final Forms forms;
  private final Commands commands;
  private final Orders orders;

  HomeTaps(Wording wording, Forms forms, Commands commands, Orders orders) {
    this.wording = wording;
    this.forms = forms;
    this.commands = commands;
    this.orders = orders;
  }

  static boolean about(Tap tap) {
    return ReferPresses.about(tap) || (tap.flow().equals(Homes.FLOW) && JobRef.of(tap).isEmpty());
  }

  void tapped(Draft draft, Person me, Tap tap) {
    switch (tap.choice()) {
      case Inbound.HandedIn.REFER -> refer(draft, me);
      case "join" -> forms.begin(draft, me, "join");
      case "ask" -> forms.begin(draft, me, "request-help");
      case "on-duty" -> order(draft, me, Doing.GO_ON_DUTY);
      case "off-duty" -> order(draft, me, Doing.GO_OFF_DUTY);
      case "pause" -> order(draft, me, Doing.PAUSE);
      case "resume" -> order(draft, me, Doing.RESUME);
      case "offer" -> {
        new Profile(wording).show(draft, me);
        forms.again(draft, me);
      }
      case "orders" -> orders(draft, me);
      default -> draft.tell(me.id(), wording.to(draft, me.id()).say("common.closed"), HOLD);
    }
  }

  /** The form did not open, or is not theirs to open. */
  private void refer(Draft draft, Person me) {
    boolean may = Referrer.of(draft.cell(), me.address().value()).isPresent();
    String id = Refer.FLOW + (may ? ".try-again" : ".not-yours");
    draft.tell(me.id(), wording.to(draft, me.id()).say(id), HOLD);
  }

  private void order(Draft draft, Person me, Doing doing) {
    commands.carryOut(draft, me, new Turn.Step.Do(doing, Map.of()));
    forms.again(draft, draft.person(me.id()).orElse(me));
  }

  /** Everybody's, and a lead's besides. */
  private void orders(Draft draft, Person me) {
    Wording theirs = wording.to(draft, me.id());
    draft.tell(me.id(), theirs.say("common.help"), HOLD);
    Lead.of(draft.cell(), draft.cause(), me).ifPresent(lead -> orders.told(draft, lead));
    Caseworker.of(draft.cell(), me).ifPresent(worker -> orders.told(draft, worker));
    forms.again(draft, me);
  }
}
