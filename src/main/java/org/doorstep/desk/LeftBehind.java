package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.help.Thing;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Utterance;

/** What somebody had lent when they left, or were taken off a list: whoever has it hears of it. */
final class LeftBehind {

  private final Wording wording;
  private final Stock stock;
  private final Heads heads;

  LeftBehind(Wording wording) {
    this.wording = wording;
    this.stock = new Stock(wording);
    this.heads = new Heads(wording);
  }

  /** Who may be about to have themselves forgotten: those who run the groups have to be told. */
  static List<Enquiry> asks(Dossier dossier) {
    Conversation open = dossier.conversation();
    Person me = dossier.sender();
    if (open == null || me == null || !Hearing.asksWhetherToForget(open)) return List.of();
    List<Enquiry> asks = new ArrayList<>();
    asks.add(Enquiry.OwnOf.cases(me.id())); // what was posted about them loses their name
    dossier.things().stream()
        .filter(thing -> thing.owner().equals(me.id()) && !thing.lent().isEmpty())
        .map(thing -> dossier.cell().groupFor(thing.place()).id())
        .distinct()
        .forEach(group -> asks.add(new Enquiry.OfRoll(Heads.asks(dossier.cell(), group))));
    return asks;
  }

  /** It has no owner any more whom anybody could reach. Their name is not said: it is forgotten. */
  void forgotten(Draft draft, PersonId owner) {
    for (Loan loan : lentBy(draft, owner)) {
      PersonId by = loan.out().by();
      draft.tell(by, say(draft, loan.thing(), by, "owner-forgotten"), HOLD);
      heads.tell(
          draft,
          theirs -> {
            Map<String, String> values = values(draft, theirs, loan.thing());
            values.put("name", theirs.name(draft, by));
            return theirs.say(Stock.FLOW + ".forgotten-told", values);
          },
          by);
    }
  }

  private Utterance say(Draft draft, Thing thing, PersonId to, String message) {
    Wording theirs = wording.to(draft, to);
    return theirs.say(Stock.FLOW + "." + message, values(draft, theirs, thing));
  }

  private static Map<String, String> values(Draft draft, Wording theirs, Thing thing) {
    Map<String, String> values = new LinkedHashMap<>(Stock.values(theirs, thing));
    values.put("group", draft.cell().groupFor(thing.place()).name());
    return values;
  }

  /** It is still theirs, and goes back to them. */
  void removed(Draft draft, Lead lead, Person owner) {
    for (Loan loan : lentBy(draft, owner.id())) {
      PersonId by = loan.out().by();
      tell(draft, by, "owner-removed", loan, owner.id());
      tell(draft, lead.person().id(), "removed-told", loan, owner.id(), by);
    }
  }

  private void tell(Draft draft, PersonId to, String message, Loan loan, PersonId... about) {
    Wording theirs = wording.to(draft, to);
    Map<String, String> values = stock.values(draft, theirs, loan.thing(), loan.out());
    values.put("coordinator", theirs.coordinator(draft));
    draft.tell(to, theirs.say(Stock.FLOW + "." + message, values), HOLD, about);
  }

  private static List<Loan> lentBy(Draft draft, PersonId owner) {
    return Loan.all(draft).stream()
        .filter(loan -> loan.lentBy(owner) && draft.person(loan.out().by()).isPresent())
        .toList();
  }
}
