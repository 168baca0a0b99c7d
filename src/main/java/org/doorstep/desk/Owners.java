package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.TEMPLATE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.cell.Cell;
import org.doorstep.cell.ThingTerms;
import org.doorstep.help.Asking;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Kept;
import org.doorstep.help.Particulars;
import org.doorstep.help.Thing;
import org.doorstep.people.Person;
import org.doorstep.place.Distance;
import org.doorstep.understand.Understanding;

/**
 * Whoever has just what is asked for is asked before volunteers are, alone for a while. They read
 * how far away it is needed, and nothing about whom.
 */
final class Owners {

  /** The question, and where it is answered. */
  static final String QUESTION = "wanted";

  /** What cannot wait waits for an owner no longer than this. */
  private static final Duration URGENT = Duration.ofMinutes(10);

  private final Understanding understanding;
  private final Wording wording;
  private final Board board;

  Owners(Understanding understanding, Wording wording, Board board) {
    this.understanding = understanding;
    this.wording = wording;
    this.board = board;
  }

  /** What has to be looked up, where a thing may be the answer. */
  Optional<Enquiry> asks(Cell cell, HelpRequest.Seeking seeking) {
    List<String> kinds = kinds(cell, seeking.particulars());
    return kinds.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Enquiry.ThingsNear(
                kinds.stream().collect(Collectors.toSet()),
                seeking.particulars().place().point(),
                cell.rules().things().metres()));
  }

  private boolean wants(Cell cell, Particulars wanted, String kind) {
    return kinds(cell, wanted).contains(kind);
  }

  private List<String> kinds(Cell cell, Particulars wanted) {
    ThingTerms terms = cell.rules().things();
    String words =
        Stream.of(wanted.words(), wanted.details())
            .flatMap(Stream::ofNullable)
            .collect(Collectors.joining("\n"));
    return wanted.crew() == null && terms.needs().contains(wanted.need())
        ? understanding.thingsWanted(wanted.need(), words)
        : List.of();
  }

  /** Whether the nearest one who has it has been asked; then nobody else need be for now. */
  boolean asked(Draft draft, HelpRequest.Seeking seeking) {
    Optional<Thing> found =
        draft.things().stream().filter(thing -> suits(draft, seeking, thing)).findFirst();
    found.ifPresent(
        thing -> draft.person(thing.owner()).ifPresent(owner -> ask(draft, seeking, thing, owner)));
    return found.isPresent();
  }

  /** Whether it is worth looking at again for that. */
  boolean mayWant(Draft draft, Particulars wanted, Thing thing) {
    return wants(draft.cell(), wanted, thing.kind())
        && distance(thing, wanted).within(draft.cell().rules().things().metres());
  }

  private boolean suits(Draft draft, HelpRequest.Seeking seeking, Thing thing) {
    Particulars wanted = seeking.particulars();
    Person owner = draft.person(thing.owner()).orElse(null);
    return owner != null
        && thing.free(draft.now()) > 0
        && wants(draft.cell(), wanted, thing.kind())
        && !thing.wasAskedFor(seeking.id())
        && !seeking.search().asked().contains(owner.id())
        && !seeking.search().declined().contains(owner.id())
        && !owner.id().equals(wanted.resident())
        && !owner.optedOut()
        && !owner.quietUntilReleased()
        && !Apart.kept(draft, wanted.resident(), owner)
        && distance(thing, wanted).within(reach(draft, owner));
  }

  /** Nobody is asked to go further than they said, whatever it is for. */
  private static int reach(Draft draft, Person owner) {
    int within = draft.cell().rules().things().metres();
    return owner.volunteering() == null
        ? within
        : Math.min(within, owner.volunteering().reachMetres());
  }

  private static Distance distance(Thing thing, Particulars wanted) {
    return thing.place().point().to(wanted.place().point());
  }

  private void ask(Draft draft, HelpRequest.Seeking seeking, Thing thing, Person owner) {
    Kept kept = Kept.forOwner(seeking, owner.id(), draft.now());
    boolean urgent = Asking.urgent(kept.particulars(), draft.now(), draft.cell().zone());
    Instant usual = Stock.answerBy(draft, kept, urgent, URGENT);
    Instant until = thing.until().isBefore(usual) ? thing.until() : usual;
    draft.put(kept);
    draft.put(thing.asking(kept.id(), until));
    draft.fact(new Fact.AskedAlone(kept.id(), owner.id()));
    draft.silence(new Alarm.NextWave(kept.id(), 0).key());
    Reminders.silence(draft, kept);
    board.update(draft, kept);
    board.thread(draft, kept, "thing.thread-asked", board.named(draft, owner.id()), owner.id());
    question(draft, kept, thing, owner, until);
    draft.wake(Alarm.Turn.of(kept, true), until);
  }

  private void question(Draft draft, Kept kept, Thing thing, Person owner, Instant until) {
    Wording theirs = wording.in(owner.language());
    Map<String, String> values = Stock.values(theirs, thing);
    values.put("distance", theirs.distance(distance(thing, kept.particulars())));
    values.put("until", theirs.clock(draft, until));
    values.put("when", theirs.when(draft, kept.particulars()));
    String about = JobRef.to(kept).about();
    values.put("about", about);
    Unbidden.ask(draft, owner.id(), QUESTION, about);
    draft.tell(
        owner.id(),
        theirs.say(Stock.FLOW + "." + QUESTION, about, values),
        TEMPLATE,
        kept.resident());
  }
}
