package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.help.Arrangement;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Recurrence;
import org.doorstep.people.Consent;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.people.Purpose;
import org.doorstep.talk.Tap;

/**
 * How a standing arrangement comes about: the resident says that it is wanted each time, and
 * whoever did it once says that they will do it each time. Neither is assumed.
 */
final class Arrangements {

  static final String HOW_OFTEN = "how-often";

  private final Wording wording;
  private final Regular regular;
  private final RegularHelp help;

  Arrangements(Wording wording, Regular regular, RegularHelp help) {
    this.wording = wording;
    this.regular = regular;
    this.help = help;
  }

  // ---- the resident

  /** Whether they have just asked for something that comes again; after all else is said. */
  void ask(Draft draft, Person me) {
    draft.openedNow().stream()
        .filter(r -> r.resident().equals(me.id()))
        .flatMap(r -> Again.of(r).stream())
        .findFirst()
        .ifPresent(first -> ask(draft, me, first));
  }

  private void ask(Draft draft, Person me, Again first) {
    Wording theirs = wording.to(draft, me.id());
    String about = JobRef.to(first.request()).about();
    Unbidden.ask(draft, me.id(), HOW_OFTEN, about);
    Map<String, String> values =
        Map.of(
            "need", theirs.need(first.request().particulars()),
            "often", Regular.often(theirs, first.rhythm()));
    draft.tell(me.id(), theirs.say(id(HOW_OFTEN), about, values), HOLD);
  }

  /** Something that was asked for as often as that. */
  private record Again(HelpRequest request, Recurrence rhythm) {

    static Optional<Again> of(HelpRequest request) {
      return Optional.ofNullable(request.particulars().when().recurring())
          .map(rhythm -> new Again(request, rhythm));
    }
  }

  private void arranged(Draft draft, Person me, Tap tap) {
    Again asked =
        JobRef.of(tap)
            .flatMap(ref -> draft.request(ref.request()))
            .filter(r -> r.resident().equals(me.id()))
            .flatMap(Again::of)
            .orElse(null);
    if (asked == null || draft.arrangementOf(asked.request()).isPresent()) {
      closed(draft, me);
    } else if (tap.choice().equals("each")) {
      sameBreath(draft, asked).forEach(one -> begin(draft, one));
    } else {
      draft.tell(me.id(), wording.to(draft, me.id()).say(id("only-once")), HOLD);
    }
  }

  /** What was asked for in the same message comes as often. */
  private static List<Again> sameBreath(Draft draft, Again asked) {
    Stream<Again> linked =
        draft.requests().stream()
            .filter(r -> asked.request().particulars().linksTo(r.id()))
            .flatMap(r -> Again.of(r).stream());
    return Stream.concat(Stream.of(asked), linked).toList();
  }

  private void begin(Draft draft, Again again) {
    HelpRequest first = again.request();
    LocalDate today = LocalDate.ofInstant(draft.now(), draft.cell().zone());
    Arrangement begun = Arrangement.of(first.particulars(), again.rhythm(), today);
    draft.put(begun);
    noted(draft, begun.resident(), HOW_OFTEN, begun);
    Stream.concat(Stream.of(first), Parts.others(draft, first).stream())
        .filter(part -> !part.over())
        .forEach(part -> draft.put(part.with(part.particulars().first(begun.id()))));
    draft.fact(new Fact.ArrangementBegun(begun.id(), begun.wanted().need(), begun.rhythm()));
    Occasions.wake(draft, begun);
    regular.tell(draft, begun.resident(), "begun", begun, begun.next());
  }

  // ---- the volunteer

  private void eachTime(Draft draft, Person me, Tap tap) {
    Arrangement asked = of(draft, tap).filter(a -> a.asked().contains(me.id())).orElse(null);
    if (asked == null || asked.complete() || asked.does(me.id())) {
      closed(draft, me);
    } else if (!Regular.mayJoin(draft, asked, me.id())) {
      closed(draft, me); // meanwhile; neither is told
    } else if (tap.choice().equals("each")) {
      Arrangement found = asked.by(me.id());
      draft.put(found);
      noted(draft, me.id(), Regular.EACH_TIME, found);
      draft.fact(new Fact.RegularFound(found.id(), me.id()));
      regular.tell(draft, me.id(), "yours", found, found.next());
      regular.tell(draft, found.resident(), "found", found, found.next(), List.of(me.id()));
    } else {
      draft.tell(me.id(), wording.to(draft, me.id()).say(id("not-yours")), HOLD);
    }
  }

  private void noted(Draft draft, PersonId who, String question, Arrangement to) {
    Consents.note(
        draft,
        wording,
        who,
        Purpose.REGULAR_HELP,
        Consent.Answer.GIVEN,
        id(question),
        to.id().value(),
        null);
  }

  // ---- answers

  /** Whether the words answer a question that waits; if so it has been dealt with. */
  boolean typed(Draft draft, Person me, String text) {
    for (String question : List.of(HOW_OFTEN, Regular.EACH_TIME)) {
      String about = Relay.kept(draft.conversation(me), question);
      if (about == null) continue;
      Optional<String> choice = wording.to(draft, me.id()).talk().answer(id(question), text);
      choice.ifPresent(
          answer -> tapped(draft, me, new Tap(Regular.FLOW, 1, question, answer, about)));
      return choice.isPresent();
    }
    return false;
  }

  void tapped(Draft draft, Person me, Tap tap) {
    if (Relay.kept(draft.conversation(me), tap.state()) != null) draft.converse(me.id(), null);
    switch (tap.state()) {
      case HOW_OFTEN -> arranged(draft, me, tap);
      case Regular.EACH_TIME -> eachTime(draft, me, tap);
      default ->
          of(draft, tap)
              .filter(a -> help.changed(draft, me, a, tap))
              .ifPresentOrElse(a -> {}, () -> closed(draft, me));
    }
  }

  private static Optional<Arrangement> of(Draft draft, Tap tap) {
    return draft.arrangement(tap.about().split("\\.", 2)[0]);
  }

  private void closed(Draft draft, Person me) {
    draft.tell(me.id(), wording.to(draft, me.id()).say("common.closed"), HOLD);
  }

  private static String id(String message) {
    return Regular.FLOW + "." + message;
  }
}
