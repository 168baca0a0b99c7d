package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorstep.help.When;
import org.doorstep.people.Person;
import org.doorstep.talk.Choice;
import org.doorstep.talk.Tap;
import org.doorstep.understand.Found;
import org.doorstep.understand.Longer;
import org.doorstep.understand.Reading;
import org.doorstep.understand.Understanding;
import org.jspecify.annotations.Nullable;

/**
 * "Can I keep it another week?", of what is borrowed and of what is lent: which, and until when.
 */
final class Keeping {

  /** Until when; the answers are numbers of days. */
  private static final String UNTIL = "until-when";

  private static final String WHICH = "which-loan";

  /** The answer of whoever would keep it, or lend it, for longer. */
  private static final String LONGER = "longer";

  private static final Set<String> STATES = Set.of(UNTIL, WHICH, Lending.QUESTION, Lending.NAMED);

  /** An answer to a reminder has no more words. */
  private static final int FEW = 6;

  private final Understanding understanding;
  private final Wording wording;
  private final Lending lending;

  Keeping(Understanding understanding, Wording wording, Lending lending) {
    this.understanding = understanding;
    this.wording = wording;
    this.lending = lending;
  }

  /** What the words say of a day. */
  private record Meant(Longer longer, @Nullable LocalDate date, boolean by) {

    /** A day by which it is due; else so many more; else any day that is named. */
    @Nullable LocalDate until(Draft draft, Loan loan) {
      if (date != null && (by || longer.days() == 0)) return date;
      return longer.days() == 0 ? null : Lending.from(draft, loan).plusDays(longer.days());
    }
  }

  private Meant meant(Reading reading, String text) {
    Found<When> when = reading.when();
    LocalDate date = when == null ? null : when.value().date();
    boolean by = when != null && when.value().by();
    return new Meant(understanding.longer(text, date != null && by), date, by);
  }

  // ---- in words

  /** Whether it was about a thing that is lent; if so it has been dealt with. */
  boolean typed(Draft draft, Person me, String text) {
    Reading reading = understanding.read(text, draft.now().atZone(draft.cell().zone()));
    Meant meant = meant(reading, text);
    for (String question : List.of(UNTIL, Lending.QUESTION, Lending.NAMED)) {
      String about = Relay.kept(draft.conversation(me), question);
      if (about != null) return answered(draft, me, question, about, text, meant);
    }
    return heard(draft, me, text)
        || (reminded(draft, me, text, reading, meant) && said(draft, me, text, meant));
  }

  /** What says so by itself. */
  boolean heard(Draft draft, Person me, String text) {
    Reading reading = understanding.read(text, draft.now().atZone(draft.cell().zone()));
    Meant meant = meant(reading, text);
    return meant.longer().plain() && said(draft, me, text, meant);
  }

  /** A few words about a day, from somebody who has just been reminded of one thing. */
  private static boolean reminded(
      Draft draft, Person me, String text, Reading reading, Meant meant) {
    List<Loan> theirs = Loan.of(draft, me).stream().filter(l -> !l.lentBy(me.id())).toList();
    return theirs.size() == 1
        && !Lending.today(draft).isBefore(theirs.getFirst().due().minusDays(1))
        && text.strip().split("\\s+").length <= FEW
        && meant.longer().answers()
        && reading.needs().stream().noneMatch(Found::sure)
        && reading.place() == null
        && Relay.lines(draft, me.id()).isEmpty();
  }

  private boolean answered(
      Draft draft, Person me, String question, String about, String text, Meant meant) {
    Optional<Loan> loan = Loan.about(draft, me, about);
    Optional<String> choice = wording.to(draft, me.id()).talk().answer(id(question), text);
    boolean no =
        Typed.begins(wording.to(draft, me.id()).talk(), text).filter(yes -> !yes).isPresent();
    LocalDate day = loan.map(l -> meant.until(draft, l)).orElse(null);
    if (choice.isPresent() && (day == null || question.equals(UNTIL))) {
      tapped(draft, me, new Tap(Stock.FLOW, 1, question, choice.get(), about));
    } else if (loan.isPresent() && day != null && no) {
      tapped(draft, me, new Tap(Stock.FLOW, 1, question, "no", about));
    } else if (loan.isPresent() && day != null) {
      draft.converse(me.id(), null);
      longer(draft, me, loan.get(), day);
    } else {
      return heard(draft, me, text);
    }
    return true;
  }

  private boolean said(Draft draft, Person me, String text, Meant meant) {
    Optional<String> kind = understanding.thing(text);
    List<Loan> all =
        Loan.of(draft, me).stream()
            .filter(loan -> kind.filter(k -> !k.equals(loan.thing().kind())).isEmpty())
            .toList();
    if (all.isEmpty()) {
      if (kind.isEmpty() || !Relay.lines(draft, me.id()).isEmpty()) return false;
      draft.tell(me.id(), wording.to(draft, me.id()).say(id("longer-none")), HOLD);
    } else if (all.size() == 1) {
      longer(draft, me, all.getFirst(), meant.until(draft, all.getFirst()));
    } else {
      which(draft, me, all, meant);
    }
    return true;
  }

  private void which(Draft draft, Person me, List<Loan> all, Meant meant) {
    Wording theirs = wording.to(draft, me.id());
    List<Choice> choices = new ArrayList<>();
    for (Loan loan : all) {
      LocalDate day = meant.until(draft, loan);
      Tap tap =
          new Tap(Stock.FLOW, 1, WHICH, LONGER, day == null ? loan.about(0) : loan.about(day));
      choices.add(
          new Choice(
              tap,
              theirs.talk().label("things", loan.thing().kind()),
              theirs.name(draft, loan.lentBy(me.id()) ? loan.out().by() : loan.thing().owner())));
    }
    String list = choices.stream().map(Choice::label).collect(Collectors.joining(", "));
    draft.tell(me.id(), theirs.talk().choose(id(WHICH), Map.of("list", list), choices), HOLD);
  }

  // ---- by a tap

  static boolean about(Tap tap) {
    return STATES.contains(tap.state()) || tap.choice().equals(LONGER);
  }

  void tapped(Draft draft, Person me, Tap tap) {
    if (Relay.kept(draft.conversation(me), tap.state()) != null) draft.converse(me.id(), null);
    Loan loan = Loan.about(draft, me, tap.about()).orElse(null);
    LocalDate day = Loan.day(tap).orElse(null);
    boolean asked = tap.state().equals(Lending.QUESTION) || tap.state().equals(Lending.NAMED);
    if (loan == null) {
      draft.tell(me.id(), wording.to(draft, me.id()).say(id("longer-none")), HOLD);
    } else if (asked) {
      if (day != null && loan.lentBy(me.id())) lending.answered(draft, me, tap, loan, day);
      else draft.tell(me.id(), wording.to(draft, me.id()).say("common.closed"), HOLD);
    } else if (tap.state().equals(UNTIL) && tap.choice().matches("[0-9]{1,2}")) {
      LocalDate until = Lending.from(draft, loan).plusDays(Integer.parseInt(tap.choice()));
      if (loan.lentBy(me.id())) lending.lend(draft, me, loan, until, true);
      else longer(draft, me, loan, until);
    } else {
      longer(draft, me, loan, day);
    }
  }

  // ---- either way

  private void longer(Draft draft, Person me, Loan loan, @Nullable LocalDate until) {
    boolean owner = loan.lentBy(me.id());
    LocalDate most = Lending.from(draft, loan).plusDays(Lending.DAYS);
    LocalDate wanted = loan.out().keeping().wanted();
    if (!owner && wanted != null) {
      lending.tell(draft, me.id(), "longer-asked", loan, wanted);
    } else if (!owner && !mayAsk(draft, loan)) {
      lending.tell(draft, me.id(), "longer-settled", loan, loan.due());
    } else if (until == null) {
      untilWhen(draft, me, loan);
    } else if (!until.isAfter(loan.due())) {
      lending.tell(draft, me.id(), "longer-already", loan, loan.due());
    } else if (until.isAfter(most)) {
      lending.tell(draft, me.id(), "longer-far", loan, most);
      Lending.keep(draft, me, UNTIL, loan.about(0));
    } else if (owner) {
      lending.named(draft, me, loan, until);
    } else {
      lending.tell(draft, me.id(), "longer-asked", loan, until);
      lending.ask(draft, loan, until);
    }
  }

  private static boolean mayAsk(Draft draft, Loan loan) {
    return loan.out().keeping().mayBeAsked()
        && draft
            .person(loan.thing().owner())
            .filter(owner -> !owner.optedOut() && !owner.quietUntilReleased())
            .isPresent();
  }

  private void untilWhen(Draft draft, Person me, Loan loan) {
    Lending.keep(draft, me, UNTIL, loan.about(0));
    Wording theirs = wording.to(draft, me.id());
    Map<String, String> values = Stock.values(theirs, loan.thing());
    values.put("until", Stock.day(draft, theirs, loan.due()));
    draft.tell(me.id(), theirs.say(id(UNTIL), loan.about(0), values), HOLD);
  }

  private static String id(String message) {
    return Stock.FLOW + "." + message;
  }
}
