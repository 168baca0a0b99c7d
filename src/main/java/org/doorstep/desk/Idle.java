package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorstep.help.Candidate;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.people.Volunteering;

/** Who has been left alone for long, and who was asked again and again and never answered. */
final class Idle {

  /** People in one message. */
  private static final int PAGE = 10;

  private static final Duration LONG = Duration.ofDays(30);

  /** Asked as often as this since they last wrote, they may not read it any more. */
  private static final int OFTEN = 3;

  private final Wording wording;

  Idle(Wording wording) {
    this.wording = wording;
  }

  static Instant since(Instant now) {
    return now.minus(LONG);
  }

  void list(Draft draft, Lead lead) {
    Roll roll = draft.dossier().answers().roll();
    Wording theirs = wording.to(draft, lead.person().id());
    List<Candidate> alone =
        roll.volunteers().stream()
            .filter(c -> left(c).isBefore(since(draft.now())))
            .sorted(Comparator.comparing(Idle::left))
            .limit(PAGE)
            .toList();
    List<Candidate> silent =
        roll.volunteers().stream()
            .filter(c -> unanswered(c) >= OFTEN)
            .sorted(Comparator.comparing(c -> -unanswered(c)))
            .limit(PAGE)
            .toList();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("group", lead.groupNames());
    values.put("all", Integer.toString(roll.all()));
    values.put("number", Integer.toString(roll.idle()));
    values.put("days", Long.toString(LONG.toDays()));
    Wording.put(
        values,
        "list",
        alone.stream().map(c -> alone(theirs, draft, c)).collect(Collectors.joining("\n")));
    if (roll.idle() > alone.size()) {
      values.put("more", Integer.toString(roll.idle() - alone.size()));
    }
    List<String> lines = new ArrayList<>();
    for (Candidate c : silent) {
      Map<String, String> line = new LinkedHashMap<>();
      line.put("name", Applicants.firstName(theirs, c.person()));
      line.put("number", Integer.toString(unanswered(c)));
      lines.add(theirs.words("members.idle-silent", line));
    }
    if (!lines.isEmpty()) values.put("silent", String.join("\n", lines));
    Set<PersonId> named = new LinkedHashSet<>();
    alone.forEach(c -> named.add(c.person().id()));
    silent.forEach(c -> named.add(c.person().id()));
    boolean nobody = named.isEmpty();
    draft.tell(
        lead.person().id(),
        theirs.say(nobody ? "members.idle-none" : "members.idle", values),
        HOLD,
        named.toArray(PersonId[]::new));
  }

  /** From when on nothing was asked of them; whoever joined lately has not been left alone. */
  private static Instant left(Candidate c) {
    Volunteering offer = c.person().volunteering();
    Instant joined = offer == null ? Instant.MAX : offer.joinedAt();
    return c.tally().asked().isEmpty() ? joined : c.tally().asked().getLast();
  }

  private static String alone(Wording theirs, Draft draft, Candidate c) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("name", Applicants.firstName(theirs, c.person()));
    values.put("since", new Standing(theirs).ago(left(c), draft.now()));
    boolean never = c.tally().asked().isEmpty();
    return theirs.words("members.idle-" + (never ? "never" : "line"), values);
  }

  /** How often they were asked since they last wrote. */
  private static int unanswered(Candidate c) {
    Person who = c.person();
    Instant wrote = who.lastInboundAt() == null ? who.firstSeen() : who.lastInboundAt();
    return (int) c.tally().asked().stream().filter(at -> at.isAfter(wrote)).count();
  }
}
