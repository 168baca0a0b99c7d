package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.List;
import java.util.Map;
import org.doorstep.bridge.Audit;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.cell.Group;
import org.doorstep.people.Application;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.people.Volunteering;
import org.doorstep.talk.Conversation;
import org.doorstep.understand.Caution;
import org.doorstep.understand.Intent;
import org.doorstep.understand.Reading;
import org.doorstep.understand.Understanding;

/**
 * Somebody says that they are under eighteen: they do not become a volunteer by themselves, and no
 * neighbour is sent to them.
 */
final class Under18 {

  private static final String FLOW = Calls.FLOW + ".";
  private static final String JOINING = "join";
  private static final String ASKING = "request-help";

  private final Understanding understanding;
  private final Wording wording;
  private final Cases cases;
  private final Farewell farewell;
  private final Joining joining;

  Under18(
      Understanding understanding,
      Wording wording,
      Cases cases,
      Farewell farewell,
      Joining joining) {
    this.understanding = understanding;
    this.wording = wording;
    this.cases = cases;
    this.farewell = farewell;
    this.joining = joining;
  }

  /** The leads have to be known who are told of it. */
  List<Enquiry> asks(Dossier dossier, String text) {
    Person sender = dossier.sender();
    return sender == null || !understanding.cautions(text).contains(Caution.YOUNG)
        ? List.of()
        : List.of(new Enquiry.OfRoll(Heads.asks(dossier.cell(), group(dossier, sender).id())));
  }

  boolean heard(Draft draft, Person me, Words words) {
    Conversation open = draft.conversation(me);
    String form = open == null ? "" : open.flow();
    Reading reading = understanding.read(words.whole(), draft.now().atZone(draft.cell().zone()));
    boolean joins =
        me.volunteering() != null
            || me.membership().application() != null
            || form.equals(JOINING)
            || (reading.intent() == Intent.OFFER && !form.equals(ASKING));
    if (joins) {
      volunteer(draft, me);
    } else if (form.equals(ASKING) || reading.intent() == Intent.REQUEST) {
      asks(draft, me, words);
    } else {
      return false;
    }
    return true;
  }

  private void volunteer(Draft draft, Person me) {
    Group group = group(draft.dossier(), me);
    draft.converse(me.id(), null);
    if (me.volunteering() != null) {
      farewell.handBack(draft, me);
      Person now = draft.person(me.id()).orElse(me);
      draft.put(now.offering(null).standing(now.membership().removed(group.id())));
      draft.fact(new Fact.VolunteerRemoved(me.id(), group.id()));
    }
    joining.stops(draft, draft.person(me.id()).orElse(me));
    tell(draft, me.id(), "young-volunteer", Map.of("group", group.name()));
    new Heads(wording)
        .tell(
            draft,
            theirs ->
                theirs.say(
                    FLOW + "young-lead", Map.of("group", group.name(), "name", theirs.name(me))),
            me.id());
  }

  private static Group group(Dossier dossier, Person me) {
    Volunteering offer = me.volunteering();
    Application waits = me.membership().application();
    String id = offer != null ? offer.group() : waits != null ? waits.offer().group() : "";
    return dossier.cell().group(id).orElseGet(() -> dossier.cell().groups().getFirst());
  }

  private void asks(Draft draft, Person me, Words words) {
    draft.converse(me.id(), null);
    Case opened =
        cases.open(draft, Reason.YOUNG, me.id(), Cautions.about(draft, me.id()), words.whole());
    Audits.note(draft, opened, Audit.Kind.ADVISED, null, Advice.YOUNG.versioned());
    draft.person(me.id()).map(p -> p.quiet(true)).ifPresent(draft::put);
    String officer = Answering.of(draft, opened).toldAs(1).name();
    tell(draft, me.id(), "young-help", Map.of("officer", officer));
    tell(draft, me.id(), "advice-young", Map.of());
  }

  private void tell(Draft draft, PersonId to, String id, Map<String, String> values) {
    draft.tell(to, wording.to(draft, to).say(FLOW + id, values), HOLD);
  }
}
