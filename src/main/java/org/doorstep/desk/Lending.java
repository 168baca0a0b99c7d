package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;
import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.TEMPLATE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.doorstep.help.Thing;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Tap;

/**
 * Whoever lent something is asked whether it may stay longer. Their yes moves the day, their no and
 * their silence leave it where it is, and the borrower is told.
 */
final class Lending {

  /** The question, and where it is answered. */
  static final String QUESTION = "longer";

  /** Whether the day that the owner named was understood. */
  static final String NAMED = "lend-longer";

  /** So long an owner has to answer. */
  private static final Duration ANSWER = Duration.ofHours(24);

  /** Nobody asks for more at a time. */
  static final int DAYS = 31;

  private final Wording wording;
  private final Stock stock;

  Lending(Wording wording, Stock stock) {
    this.wording = wording;
    this.stock = stock;
  }

  static LocalDate today(Draft draft) {
    return LocalDate.ofInstant(draft.now(), draft.cell().zone());
  }

  /** From then on more days are counted. */
  static LocalDate from(Draft draft, Loan loan) {
    LocalDate today = today(draft);
    return loan.due().isBefore(today) ? today : loan.due();
  }

  // ---- the question

  /** Nobody is woken for it. */
  void ask(Draft draft, Loan loan, LocalDate until) {
    draft.put(loan.thing().askedLonger(loan.out().request(), until));
    Instant at = draft.cell().rules().quietHours().endAfter(draft.now(), draft.cell().zone());
    if (at.isAfter(draft.now())) draft.wake(alarm(loan, false), at);
    else question(draft, loan, until);
  }

  private static Alarm.Longer alarm(Loan loan, boolean asked) {
    return new Alarm.Longer(loan.thing().id(), loan.thing().owner(), loan.out().request(), asked);
  }

  private void question(Draft draft, Loan loan, LocalDate until) {
    Instant by = draft.now().plus(ANSWER);
    draft.wake(
        alarm(loan, true), draft.cell().rules().quietHours().endAfter(by, draft.cell().zone()));
    PersonId owner = loan.thing().owner();
    Unbidden.ask(draft, owner, QUESTION, loan.about(until));
    tell(draft, owner, QUESTION, loan, until);
  }

  void rang(Draft draft, Alarm.Longer alarm) {
    Loan.all(draft).stream()
        .filter(l -> l.thing().id().equals(alarm.thing()))
        .filter(l -> l.out().request().equals(alarm.request()))
        .forEach(
            loan -> {
              LocalDate until = loan.out().keeping().wanted();
              if (until == null) return;
              if (alarm.asked()) unheard(draft, loan);
              else question(draft, loan, until);
            });
  }

  /** The day stays. A yes may still come. */
  private void unheard(Draft draft, Loan loan) {
    draft.put(loan.thing().unheard(loan.out().request()));
    tell(draft, loan.out().by(), "longer-unheard", loan, loan.due());
  }

  // ---- what the owner says

  /** They have named the day themselves, and are asked whether it is meant so. */
  void named(Draft draft, Person me, Loan loan, LocalDate day) {
    keep(draft, me, NAMED, loan.about(day));
    tell(draft, me.id(), NAMED, loan, day);
  }

  /** What is typed next may answer it; a form that is open stays open. */
  static void keep(Draft draft, Person me, String question, String about) {
    Conversation open = draft.conversation(me);
    if (open == null || open.flow().equals(Relay.FLOW)) {
      Relay.keep(draft, me.id(), question, about);
    }
  }

  /**
   * @param until the day of which they speak
   */
  void answered(Draft draft, Person me, Tap tap, Loan loan, LocalDate until) {
    boolean own = tap.state().equals(NAMED);
    if (tap.choice().equals("yes")) {
      lend(draft, me, loan, until, own);
    } else if (until.equals(loan.out().keeping().wanted())) {
      draft.silence(alarm(loan, true).key());
      draft.put(loan.thing().notLonger(loan.out().request()));
      tell(draft, me.id(), "not-longer", loan, until);
      tell(draft, loan.out().by(), "not-longer-told", loan, until);
    } else if (own) {
      tell(draft, me.id(), "not-longer", loan, until);
    } else {
      closed(draft, me);
    }
  }

  /**
   * @param own they have named the day themselves: it is their last word
   */
  void lend(Draft draft, Person me, Loan loan, LocalDate until, boolean own) {
    boolean longer = until.isAfter(loan.due()) && !until.isBefore(today(draft));
    if (!longer || until.isAfter(from(draft, loan).plusDays(DAYS))) {
      closed(draft, me);
      return;
    }
    Thing now = loan.thing().lentUntil(loan.out().request(), until, own);
    draft.put(now);
    draft.fact(new Fact.ThingLentLonger(now.id(), loan.out().request()));
    draft.silence(alarm(loan, true).key());
    now.outFor(loan.out().request())
        .ifPresent(
            out -> {
              wake(draft, new Loan(now, out, until));
              tell(draft, me.id(), "longer-by-you", new Loan(now, out, until), until);
              tell(draft, out.by(), "longer-yours", new Loan(now, out, until), until);
            });
  }

  /** The day before, or where that has gone by the day after. */
  private static void wake(Draft draft, Loan loan) {
    Instant before = Stock.morning(draft, loan.due().minusDays(1));
    boolean reminded = before.isAfter(draft.now());
    Stock.wake(
        draft,
        loan.thing(),
        loan.out(),
        reminded ? Alarm.Lent.Step.DUE : Alarm.Lent.Step.BACK,
        reminded ? before : Stock.morning(draft, loan.due().plusDays(1)));
  }

  private void closed(Draft draft, Person me) {
    draft.tell(me.id(), wording.to(draft, me.id()).say("common.closed"), HOLD);
  }

  /**
   * @param day until when it may stay, or might
   */
  void tell(Draft draft, PersonId to, String message, Loan loan, LocalDate day) {
    if (draft.person(to).isEmpty()) return;
    Wording theirs = wording.to(draft, to);
    Map<String, String> values = stock.values(draft, theirs, loan.thing(), loan.out());
    values.put("longer", Stock.day(draft, theirs, day));
    String about = loan.about(day);
    values.put("about", about);
    draft.tell(
        to,
        theirs.say(Stock.FLOW + "." + message, about, values),
        TEMPLATE,
        loan.lentBy(to) ? loan.out().by() : loan.thing().owner());
  }
}
