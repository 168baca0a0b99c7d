package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Group;
import org.doorstep.help.HelpRequest;
import org.doorstep.talk.LeadsOrder;
import org.doorstep.talk.Tap;

/**
 * A request goes over to a neighbouring group when one of its leads says yes. Until then it stays
 * where it is and goes on being offered there: whoever needs it does not wait for two leads.
 */
final class Neighbours {

  static final String FLOW = "neighbours";

  private static final String ORDER = "pass-on";

  private final Wording wording;
  private final ToLead toLead;
  private final Heads heads;
  private final Board board;
  private final Turns turns;

  Neighbours(Wording wording, Board board, Turns turns) {
    this.wording = wording;
    this.toLead = new ToLead(wording);
    this.heads = new Heads(wording);
    this.board = board;
    this.turns = turns;
  }

  static boolean about(LeadsOrder order) {
    return order.name().equals(ORDER);
  }

  /** Whose leads have to be known: those who are asked, or those whom an answer goes back to. */
  static Optional<Enquiry> asks(Cell cell, Optional<LeadsOrder> order, Content content) {
    Optional<String> answered =
        Optional.ofNullable(content.tap())
            .flatMap(Tap::decode)
            .flatMap(Passing::of)
            .map(Passing::from);
    return order
        .filter(Neighbours::about)
        .map(o -> cell.groupsCalled(o.rest()))
        .filter(meant -> meant.size() == 1)
        .map(meant -> meant.getFirst().id())
        .or(() -> answered)
        .map(group -> new Enquiry.OfRoll(Heads.asks(cell, group)));
  }

  static List<Enquiry> asks(Cell cell, Alarm.Unanswered alarm) {
    return List.of(new Enquiry.OfRoll(Heads.asks(cell, alarm.from())));
  }

  // ---- one group asks

  void obey(Draft draft, Lead lead, HelpRequest job, String named) {
    List<Group> meant = draft.cell().groupsCalled(named);
    if (meant.size() != 1) {
      List<Group> possible = meant.isEmpty() ? draft.cell().groups() : meant;
      tell(draft, lead, job, "which", Map.of("list", names(possible, job)));
    } else if (meant.getFirst().id().equals(job.particulars().group())) {
      tell(draft, lead, job, "yours", Map.of());
    } else if (job.over()) {
      toLead.tell(draft, lead, job, "group.over");
    } else if (job.particulars().crew() != null) {
      tell(draft, lead, job, "several", Map.of()); // its people go together
    } else if (job instanceof HelpRequest.Seeking seeking) {
      ask(draft, lead, seeking, meant.getFirst());
    } else {
      tell(draft, lead, job, "not-open", Map.of());
    }
  }

  private static String names(List<Group> groups, HelpRequest job) {
    return groups.stream()
        .filter(group -> !group.id().equals(job.particulars().group()))
        .map(Group::name)
        .collect(Collectors.joining(", "));
  }

  private void ask(Draft draft, Lead lead, HelpRequest.Seeking job, Group to) {
    Cell cell = draft.cell();
    Instant until =
        cell.rules()
            .quietHours()
            .endAfter(draft.now().plus(cell.rules().neighboursAnswerWithin()), cell.zone())
            .truncatedTo(ChronoUnit.MINUTES);
    String from = job.particulars().group();
    Passing passing = new Passing(job.id(), job.search().round(), from, to.id(), until);
    draft.wake(new Alarm.Unanswered(job.id(), passing.round(), from, to.id()), until);
    draft.fact(new Fact.PassAsked(job.id(), to.id()));
    heads.tell(
        draft,
        theirs -> {
          Map<String, String> values = values(theirs, draft, job, to);
          values.put("until", theirs.clock(draft, until));
          return theirs.say("neighbours.asked", passing.about(), values);
        },
        job.resident());
    Wording leads = toLead.words(draft, lead);
    tell(
        draft,
        lead,
        job,
        "waits",
        Map.of("neighbour", to.name(), "until", leads.clock(draft, until)));
  }

  /** The need, roughly where, and when; and the two groups. */
  private static Map<String, String> values(
      Wording theirs, Draft draft, HelpRequest job, Group other) {
    Map<String, String> values = new LinkedHashMap<>(theirs.open(draft, job));
    values.put("neighbour", other.name());
    return values;
  }

  // ---- the other answers

  void tapped(Draft draft, Lead lead, Tap tap) {
    Passing passing = Passing.of(tap).orElse(null);
    Group to = passing == null ? null : draft.cell().group(passing.to()).orElse(null);
    if (passing == null || to == null || !lead.groupIds().contains(to.id())) {
      toLead.tell(draft, lead, toLead.words(draft, lead).say("common.closed"));
      return;
    }
    HelpRequest.Seeking job = passing.still(draft).orElse(null);
    if (job == null || !draft.now().isBefore(passing.until())) {
      toLead.tell(draft, lead, toLead.words(draft, lead).say("neighbours.too-late"));
    } else if (tap.choice().equals("accept")) {
      accepted(draft, lead, job, to);
    } else {
      draft.silence(Alarm.Unanswered.keyOf(job.id()));
      comesBack(draft, job, to, "declined");
      tell(draft, lead, job, "you-declined", Map.of());
    }
  }

  /** What was said so far goes along with it. */
  private void accepted(Draft draft, Lead lead, HelpRequest.Seeking job, Group to) {
    HelpRequest.Seeking now = job.handedOnTo(to.id());
    draft.put(now);
    draft.fact(new Fact.HandedOn(now.id(), job.particulars().group(), to.id()));
    draft.silence(Alarm.Unanswered.keyOf(now.id()));
    Reminders.silence(draft, now);
    board.handedOn(draft, job, now);
    turns.begin(draft, now);
    Wording residents = wording.to(draft, now.resident());
    draft.tell(
        now.resident(), residents.say("neighbours.resident", residents.open(draft, now)), HOLD);
    heads.tell(
        draft,
        theirs -> theirs.say("neighbours.accepted", values(theirs, draft, job, to)),
        job.resident());
    tell(draft, lead, now, "you-accepted", Map.of());
  }

  /** It has stayed where it was all the while; its leads are told why it stays. */
  private void comesBack(Draft draft, HelpRequest.Seeking job, Group to, String why) {
    draft.fact(new Fact.PassRefused(job.id(), to.id()));
    heads.tell(
        draft,
        theirs -> {
          Map<String, String> values = values(theirs, draft, job, to);
          values.put("reference", Overview.reference(job));
          return theirs.say("neighbours." + why, values);
        },
        job.resident());
  }

  void rang(Draft draft, Alarm.Unanswered alarm) {
    Group to = draft.cell().group(alarm.to()).orElse(null);
    if (to == null) return;
    new Passing(alarm.request(), alarm.round(), alarm.from(), alarm.to(), draft.now())
        .still(draft)
        .ifPresent(job -> comesBack(draft, job, to, "unanswered"));
  }

  private void tell(Draft draft, Lead lead, HelpRequest job, String id, Map<String, String> more) {
    toLead.tell(draft, lead, job, "neighbours." + id, more);
  }
}
