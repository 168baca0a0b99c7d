package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.bridge.Audit;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.understand.Caution;
import org.doorstep.understand.Understanding;
import org.jspecify.annotations.Nullable;

/**
 * Rules that hold for everybody: under-18s, allegations, cards and money, moving in. What falls
 * under one is passed on to no neighbour.
 */
final class Cautions {

  private static final String FLOW = Calls.FLOW + ".";

  private final Understanding understanding;
  private final Wording wording;
  private final Cases cases;
  private final Under18 under18;
  private final MovingIn movingIn;
  private final Guidance guidance;
  private final Called called;

  Cautions(
      Understanding understanding,
      Wording wording,
      Cases cases,
      Under18 under18,
      MovingIn movingIn,
      Guidance guidance,
      Called called) {
    this.understanding = understanding;
    this.wording = wording;
    this.cases = cases;
    this.under18 = under18;
    this.movingIn = movingIn;
    this.guidance = guidance;
    this.called = called;
  }

  /** Whether it was the answer of somebody who was called about a case. */
  boolean answered(Draft draft, Person me, Inbound.Said said) {
    return called.answered(draft, me, said);
  }

  /** Whether a rule has dealt with it, so that nothing else comes of it. */
  boolean heard(Draft draft, Person me, Words words, boolean danger) {
    if (me.optedOut() || words.text().isEmpty()) return false;
    guidance.remind(draft, me);
    Set<Caution> found = understanding.cautions(words.text());
    boolean hidden =
        Masking.hidCardOrAccount(words.text()) && understanding.outlay(words.text()).isEmpty();
    if (found.isEmpty() && !hidden) return false;
    if (found.contains(Caution.POWER_CUT)) {
      tell(draft, me.id(), Advice.POWER_CUT.id());
    }
    boolean dealt = !danger && !me.quietUntilReleased() && dealt(draft, me, words, found, hidden);
    if (dealt) draft.think(me.id(), null);
    return dealt;
  }

  private boolean dealt(Draft draft, Person me, Words words, Set<Caution> found, boolean hidden) {
    if (found.contains(Caution.YOUNG) && under18.heard(draft, me, words)) return true;
    if (found.contains(Caution.ALLEGATION)) return allegation(draft, me, words);
    boolean line = !Relay.lines(draft, me.id()).isEmpty();
    if (found.contains(Caution.CARD) || (line && (hidden || found.contains(Caution.MONEY)))) {
      return money(draft, me, words);
    }
    return found.contains(Caution.MOVING_IN) && movingIn.ask(draft, me, words.whole());
  }

  /** Whom it is about is told nothing by us, and what they have stays theirs until a human acts. */
  private boolean allegation(Draft draft, Person me, Words words) {
    Case opened =
        cases.open(
            draft, Reason.ALLEGATION, me.id(), about(draft, me.id()), Pins.hidden(words.whole()));
    draft.person(me.id()).map(p -> p.quiet(true)).ifPresent(draft::put);
    tell(draft, me.id(), FLOW + "allegation", opened);
    return true;
  }

  /** Both ends are told the rule, and neither what the other wrote. */
  private boolean money(Draft draft, Person me, Words words) {
    Case opened =
        cases.open(draft, Reason.MONEY, me.id(), about(draft, me.id()), Pins.hidden(words.whole()));
    tell(draft, me.id(), FLOW + "money-rule");
    tell(draft, me.id(), FLOW + "money-not-sent", opened);
    Audits.note(draft, opened, Audit.Kind.ADVISED, null, FLOW + "money-rule");
    for (HelpRequest line : Parts.once(Relay.lines(draft, me.id()))) {
      tell(draft, Relay.otherEnd(line, me.id()), FLOW + "money-rule");
    }
    return true;
  }

  static @Nullable HelpRequest about(Draft draft, PersonId who) {
    List<HelpRequest> lines = Parts.once(Relay.lines(draft, who));
    return lines.size() == 1 ? lines.getFirst() : null;
  }

  private void tell(Draft draft, PersonId to, String id) {
    draft.tell(to, wording.to(draft, to).say(id), HOLD);
  }

  private void tell(Draft draft, PersonId to, String id, Case opened) {
    String officer = Answering.of(draft, opened).toldAs(1).name();
    draft.tell(to, wording.to(draft, to).say(id, Map.of("officer", officer)), HOLD);
  }
}
