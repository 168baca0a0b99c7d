package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Open;
import org.doorstep.help.Particulars;
import org.doorstep.people.Person;
import org.doorstep.talk.Choice;
import org.doorstep.talk.Talk;
import org.doorstep.talk.Tap;
import org.doorstep.understand.Intent;
import org.doorstep.understand.JobLabel;
import org.doorstep.understand.Reading;
import org.doorstep.understand.Reply;
import org.doorstep.understand.Understanding;

/** What somebody's words mean for jobs that are already there. */
final class Replies {

  /** What can be said of all that one resident asked for in the same breath. */
  private static final Set<Reply.Meaning> TOGETHER =
      Set.of(Reply.Meaning.ACCEPT, Reply.Meaning.DONE, Reply.Meaning.DROP);

  private final Understanding understanding;
  private final Wording wording;
  private final Jobs jobs;
  private final Setbacks setbacks;
  private final Arrivals arrivals;
  private final Relay relay;
  private final NewOrMessage newOrMessage;

  Replies(
      Understanding understanding,
      Wording wording,
      Jobs jobs,
      Setbacks setbacks,
      Arrivals arrivals,
      Relay relay,
      NewOrMessage newOrMessage) {
    this.understanding = understanding;
    this.wording = wording;
    this.jobs = jobs;
    this.setbacks = setbacks;
    this.arrivals = arrivals;
    this.relay = relay;
    this.newOrMessage = newOrMessage;
  }

  /** Whether it was about a job that is there; if so it has been dealt with. */
  boolean understood(Draft draft, Person me, String text, Reading reading, boolean danger) {
    Talk theirs = wording.to(draft, me.id()).talk();
    List<HelpRequest> lines = Relay.lines(draft, me.id());
    Optional<Boolean> begins = Typed.begins(theirs, text);
    boolean asks = NewOrMessage.asks(reading, lines) && begins.isEmpty();
    if (arrivals.heard(draft, me, theirs, text, reading, asks)) return true;
    List<HelpRequest> mine = Mine.of(draft, me.id());
    if (outcome(draft, me, theirs, mine, text)) return true;
    boolean plain = Arrivals.otherwise(theirs) || Mine.takesOver(mine, me);
    if (plain && typed(draft, me, theirs, mine, text)) return true;
    Reply reply = understanding.reply(text, mine.stream().map(r -> label(draft, me, r)).toList());
    boolean volunteer = me.volunteering() != null;
    if (reply.meaning() == Reply.Meaning.WORRIED && volunteer) {
      setbacks.worried(draft, me, Mine.held(mine, me).stream().findFirst(), text);
      return true;
    }
    if (!mine.isEmpty() && acted(draft, me, mine, reply)) return true;
    if (!lines.isEmpty() && !newNeed(reading, lines)) {
      Optional<HelpRequest> askedFor = NewOrMessage.helpedBy(draft, me);
      if (danger) return true;
      if (asks && askedFor.isPresent()) newOrMessage.ask(draft, me, askedFor.get(), text);
      else relay.pass(draft, me, text);
      return true;
    }
    return stillLooking(draft, me, text, reading);
  }

  /** The buttons for what came between, and for leaving the line, typed out. */
  private boolean outcome(
      Draft draft, Person me, Talk theirs, List<HelpRequest> mine, String text) {
    List<HelpRequest> held = Mine.held(mine, me);
    Optional<Fact.CouldNot.Outcome> outcome = Typed.outcome(theirs, text);
    if (outcome.isPresent() && held.size() == 1) {
      HelpRequest.Claimed only = (HelpRequest.Claimed) held.getFirst();
      setbacks.couldNot(draft, me, only, outcome.get(), null);
      return true;
    }
    if (!Typed.leaves(theirs, text)) return false;
    List<HelpRequest> waits =
        draft.requests().stream().filter(r -> r.standby().holds(me.id())).toList();
    waits.forEach(job -> jobs.decline(draft, me, job));
    return !waits.isEmpty();
  }

  private boolean typed(Draft draft, Person me, Talk theirs, List<HelpRequest> mine, String text) {
    List<HelpRequest> held = Mine.held(mine, me);
    List<HelpRequest> open = mine.stream().filter(job -> !held.contains(job)).toList();
    return typed(draft, me, open, Typed.about(theirs, text, false))
        || typed(draft, me, held, Typed.about(theirs, text, true));
  }

  private boolean typed(
      Draft draft, Person me, List<HelpRequest> jobs, Optional<Reply.Meaning> meaning) {
    if (jobs.isEmpty() || meaning.isEmpty()) return false;
    return jobs.size() == 1
        ? act(draft, me, jobs.getFirst(), meaning.get())
        : which(draft, me, jobs, meaning.get());
  }

  /** Whether it was the words of a button of a job that they hold; if so it has been dealt with. */
  boolean ordered(Draft draft, Person me, String text) {
    Talk theirs = wording.to(draft, me.id()).talk();
    List<HelpRequest> mine = Mine.of(draft, me.id());
    return outcome(draft, me, theirs, mine, text)
        || typed(draft, me, Mine.held(mine, me), Typed.about(theirs, text, true));
  }

  private boolean acted(Draft draft, Person me, List<HelpRequest> mine, Reply reply) {
    return switch (reply.which()) {
      case Reply.Which.One one -> act(draft, me, mine.get(one.index()), reply.meaning());
      case Reply.Which.Ambiguous some ->
          which(draft, me, some.candidates().stream().map(mine::get).toList(), reply.meaning());
      case Reply.Which.All all -> all(draft, me, mine, reply.meaning());
      case Reply.Which.None none -> false;
    };
  }

  private boolean act(Draft draft, Person me, HelpRequest job, Reply.Meaning meaning) {
    HelpRequest.Claimed held =
        job instanceof HelpRequest.Claimed c && c.holder().equals(me.id()) ? c : null;
    switch (meaning) {
      case ACCEPT -> {
        if (held != null) return false;
        jobs.take(draft, me, job);
      }
      case DECLINE -> jobs.decline(draft, me, job);
      case DONE -> {
        if (held == null) return false;
        jobs.done(draft, me, held);
      }
      case DROP -> {
        if (held == null) jobs.decline(draft, me, job);
        else jobs.drop(draft, me, held);
      }
      case NOBODY_IN -> {
        if (held == null) return false;
        setbacks.couldNot(draft, me, held, Fact.CouldNot.Outcome.NOBODY_IN, null);
      }
      case LATER, ASK -> {
        if (held != null) return false;
        String id = meaning == Reply.Meaning.LATER ? "job.later" : "job.ask-first";
        draft.tell(me.id(), wording.to(draft, me.id()).say(id), HOLD);
      }
      case WORRIED -> setbacks.worried(draft, me, Optional.of(job), null);
      case OTHER -> {
        return false;
      }
    }
    return true;
  }

  /** "Yes" to one of several: only they can say to which. */
  private boolean which(
      Draft draft, Person me, List<HelpRequest> candidates, Reply.Meaning meaning) {
    String choice =
        switch (meaning) {
          case ACCEPT -> "take";
          case DECLINE -> "decline";
          case DONE -> "done";
          case DROP -> "drop";
          case NOBODY_IN -> "nobody-in";
          case ASK, LATER, WORRIED, OTHER -> "";
        };
    if (choice.isEmpty()) return false;
    Wording theirs = wording.to(draft, me.id());
    List<Choice> choices = new ArrayList<>();
    for (HelpRequest job : candidates) {
      choices.add(
          new Choice(
              new Tap("job", 1, "which", choice, JobRef.to(job).about()),
              theirs.need(job.particulars()),
              theirs.when(draft, job.particulars()) + ", " + job.particulars().place().rough()));
    }
    draft.tell(
        me.id(),
        theirs.talk().choose("job.which", Map.of("list", theirs.lines(draft, candidates)), choices),
        HOLD);
    return true;
  }

  /** "None of them" is plain; "both" too, for what one resident asked for in the same breath. */
  private boolean all(Draft draft, Person me, List<HelpRequest> mine, Reply.Meaning meaning) {
    if (TOGETHER.contains(meaning)) {
      boolean had = meaning != Reply.Meaning.ACCEPT;
      List<HelpRequest> meant =
          mine.stream().filter(job -> Mine.held(mine, me).contains(job) == had).toList();
      if (!linked(meant)) return which(draft, me, mine, meaning);
      meant.forEach(job -> act(draft, me, job, meaning));
      return true;
    }
    if (meaning != Reply.Meaning.DECLINE) return which(draft, me, mine, meaning);
    mine.stream()
        .filter(HelpRequest.Seeking.class::isInstance)
        .forEach(job -> jobs.decline(draft, me, job));
    return true;
  }

  private static boolean linked(List<HelpRequest> jobs) {
    return jobs.size() > 1
        && jobs.stream()
            .allMatch(
                one ->
                    jobs.stream()
                        .filter(other -> !other.id().equals(one.id()))
                        .allMatch(other -> one.particulars().linksTo(other.id())));
  }

  /** Talk about a job names things too; a new request also says when, or where. */
  private static boolean newNeed(Reading reading, List<HelpRequest> lines) {
    return NewOrMessage.asks(reading, lines)
        && !NewOrMessage.speaksOf(reading, lines)
        && (reading.when() != null || reading.place() != null);
  }

  /**
   * A resident who waits and writes something else than a new request. Whoever comes reads it, but
   * for what surely tells of danger.
   */
  private boolean stillLooking(Draft draft, Person me, String text, Reading reading) {
    Optional<HelpRequest> open =
        draft.requests().stream()
            .filter(r -> r instanceof Open && r.resident().equals(me.id()))
            .findFirst();
    if (open.isEmpty() || reading.intent() != Intent.OTHER) return false;
    boolean danger = understanding.alarm(text).filter(alarm -> alarm.sure()).isPresent();
    if (!danger) noted(draft, open.get(), text);
    Wording theirs = wording.to(draft, me.id());
    draft.tell(
        me.id(), theirs.say("request-help.no-one-yet", theirs.open(draft, open.get())), HOLD);
    return true;
  }

  /** Whoever comes, however many, reads it. */
  private static void noted(Draft draft, HelpRequest open, String text) {
    draft.put(open.noting(text));
    Parts.others(draft, open).forEach(other -> draft.put(other.noting(text)));
  }

  private JobLabel label(Draft draft, Person me, HelpRequest request) {
    Particulars p = request.particulars();
    Wording theirs = wording.to(draft, me.id());
    String words =
        Stream.of(
                wording.need(p),
                theirs.need(p),
                p.details(),
                p.words(),
                wording.when(draft, p),
                theirs.when(draft, p),
                p.place().rough())
            .distinct()
            .filter(s -> s != null && !s.isBlank())
            .collect(Collectors.joining(", "));
    boolean held = request instanceof HelpRequest.Claimed c && c.holder().equals(me.id());
    return new JobLabel(p.need(), words, held);
  }
}
