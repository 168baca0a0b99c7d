package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;
import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.TEMPLATE;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Tap;

/**
 * What was lent: its borrower is reminded the day before it is due, its owner is asked the day
 * after, and once more, and then those who run the group are told.
 */
final class Loans {

  static final String QUESTION = "is-it-back";

  private static final String BORROWED = "borrowed";

  /** Days until the owner is asked once more. */
  private static final int LATER = 3;

  private final Wording wording;
  private final Stock stock;
  private final Heads heads;

  Loans(Wording wording, Stock stock) {
    this.wording = wording;
    this.stock = stock;
    this.heads = new Heads(wording);
  }

  /** Those who run the group are looked up before they are told. */
  static List<Enquiry> asks(Dossier dossier, Alarm.Lent alarm) {
    if (alarm.step() != Alarm.Lent.Step.MISSING) return List.of();
    return dossier.things().stream()
        .filter(thing -> thing.id().equals(alarm.thing()))
        .map(thing -> dossier.cell().groupFor(thing.place()).id())
        .<Enquiry>map(group -> new Enquiry.OfRoll(Heads.asks(dossier.cell(), group)))
        .toList();
  }

  // ---- by themselves

  void rang(Draft draft, Alarm.Lent alarm) {
    Loan.all(draft).stream()
        .filter(l -> l.thing().id().equals(alarm.thing()))
        .filter(l -> l.out().request().equals(alarm.request()))
        .findFirst()
        .ifPresent(loan -> rang(draft, loan, alarm.step()));
  }

  private void rang(Draft draft, Loan loan, Alarm.Lent.Step step) {
    LocalDate today = LocalDate.ofInstant(draft.now(), draft.cell().zone());
    switch (step) {
      case DUE -> {
        borrower(draft, loan, "due");
        wake(draft, loan, Alarm.Lent.Step.BACK, loan.due().plusDays(1));
      }
      case BACK -> {
        ask(draft, loan, 1);
        wake(draft, loan, Alarm.Lent.Step.AGAIN, today.plusDays(LATER));
      }
      case AGAIN -> {
        borrower(draft, loan, "overdue");
        ask(draft, loan, 2);
        wake(draft, loan, Alarm.Lent.Step.MISSING, today.plusDays(LATER));
      }
      case MISSING -> missing(draft, loan);
    }
  }

  private static void wake(Draft draft, Loan loan, Alarm.Lent.Step step, LocalDate day) {
    Stock.wake(draft, loan.thing(), loan.out(), step, Stock.morning(draft, day));
  }

  private void borrower(Draft draft, Loan loan, String message) {
    PersonId to = loan.out().by();
    if (draft.person(to).isEmpty()) return;
    Wording theirs = wording.to(draft, to);
    Map<String, String> values = stock.values(draft, theirs, loan.thing(), loan.out());
    String about = loan.about(0);
    draft.tell(
        to, theirs.say(Stock.FLOW + "." + message, about, values), TEMPLATE, loan.thing().owner());
  }

  private void ask(Draft draft, Loan loan, int asked) {
    PersonId owner = loan.thing().owner();
    Wording theirs = wording.to(draft, owner);
    Map<String, String> values = stock.values(draft, theirs, loan.thing(), loan.out());
    String about = loan.about(asked);
    values.put("about", about);
    Unbidden.ask(draft, owner, QUESTION, about);
    draft.tell(
        owner, theirs.say(Stock.FLOW + "." + QUESTION, about, values), TEMPLATE, loan.out().by());
  }

  /** Nobody of them has seen to it. */
  private void missing(Draft draft, Loan loan) {
    draft.fact(new Fact.ThingMissing(loan.thing().id(), loan.out().request()));
    heads.tell(
        draft,
        theirs ->
            theirs.say(
                Stock.FLOW + ".missing", stock.values(draft, theirs, loan.thing(), loan.out())),
        loan.thing().owner(),
        loan.out().by());
  }

  // ---- what the owner says

  void tapped(Draft draft, Person me, Tap tap) {
    Optional<Loan> found = Loan.about(draft, me, tap.about()).filter(loan -> loan.lentBy(me.id()));
    if (found.isEmpty()) {
      draft.tell(me.id(), wording.to(draft, me.id()).say("common.closed"), HOLD);
    } else if (tap.choice().equals("yes")) {
      back(draft, me, found.get());
    } else {
      notBack(draft, me, found.get(), tap.about().endsWith(".2"));
    }
  }

  private void back(Draft draft, Person me, Loan loan) {
    draft.fact(new Fact.ThingBack(loan.thing().id(), loan.out().request()));
    draft.silence(
        new Alarm.Lent(loan.thing().id(), me.id(), loan.out().request(), Alarm.Lent.Step.BACK)
            .key());
    draft.silence(Alarm.Longer.keyOf(loan.thing().id(), loan.out().request()));
    boolean again = draft.now().isBefore(loan.thing().until());
    ThingWatch.back(draft, loan.thing(), loan.out().request());
    stock.tell(
        draft,
        me.id(),
        again ? "back-on-offer" : "back",
        loan.thing(),
        loan.out(),
        loan.out().by());
  }

  private void notBack(Draft draft, Person me, Loan loan, boolean twice) {
    stock.tell(
        draft,
        me.id(),
        twice ? "not-back-again" : "not-back",
        loan.thing(),
        loan.out(),
        loan.out().by());
    if (twice) {
      Stock.wake(draft, loan.thing(), loan.out(), Alarm.Lent.Step.MISSING, draft.now());
    } else {
      borrower(draft, loan, "overdue");
      LocalDate today = LocalDate.ofInstant(draft.now(), draft.cell().zone());
      wake(draft, loan, Alarm.Lent.Step.AGAIN, today.plusDays(LATER));
    }
  }

  // ---- THINGS

  /** What they have lent, and what they have borrowed. */
  void show(Draft draft, Person me) {
    for (Loan loan : Loan.of(draft, me)) {
      boolean mine = loan.lentBy(me.id());
      Wording theirs = wording.to(draft, me.id());
      draft.tell(
          me.id(),
          theirs.say(
              Stock.FLOW + "." + (mine ? "lent" : BORROWED),
              loan.about(0),
              stock.values(draft, theirs, loan.thing(), loan.out())),
          HOLD,
          mine ? loan.out().by() : loan.thing().owner());
    }
  }
}
