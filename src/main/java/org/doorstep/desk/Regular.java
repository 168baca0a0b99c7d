package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.TEMPLATE;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorstep.help.Arrangement;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Recurrence;
import org.doorstep.help.When;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Utterance;

/** What people read of standing arrangements: "regular help", to them. */
record Regular(Wording wording) {

  /** The flow that its words stand in. */
  static final String FLOW = "regular";

  static final String EACH_TIME = "each-time";

  void tell(Draft draft, PersonId to, String message, Arrangement arrangement) {
    tell(draft, to, message, arrangement, shown(draft, arrangement));
  }

  /**
   * @param day which time it is about
   */
  void tell(Draft draft, PersonId to, String message, Arrangement arrangement, LocalDate day) {
    tell(draft, to, message, arrangement, day, arrangement.volunteers());
  }

  /**
   * @param who of whom it speaks
   */
  void tell(
      Draft draft,
      PersonId to,
      String message,
      Arrangement arrangement,
      LocalDate day,
      List<PersonId> who) {
    Wording theirs = wording.to(draft, to);
    Map<String, String> values = values(draft, theirs, arrangement, day, to);
    if (!who.isEmpty()) values.put("volunteer", names(draft, theirs, who));
    Set<PersonId> named = new LinkedHashSet<>(arrangement.parties());
    named.addAll(who);
    draft.tell(
        to,
        theirs.say(FLOW + "." + message, about(arrangement, day), values),
        TEMPLATE,
        named.toArray(PersonId[]::new));
  }

  static String names(Draft draft, Wording theirs, List<PersonId> who) {
    return who.stream().map(each -> theirs.name(draft, each)).collect(Collectors.joining(", "));
  }

  /**
   * As it stands on a page that stays.
   *
   * @param message one that names no resident
   */
  static Utterance onPage(
      Draft draft, Wording theirs, String message, Arrangement arrangement, PersonId reader) {
    LocalDate day = shown(draft, arrangement);
    Map<String, String> values = values(draft, theirs, arrangement, day, reader);
    if (!arrangement.regulars().isEmpty()) {
      values.put("volunteer", names(draft, theirs, arrangement.volunteers()));
    }
    return theirs.say(FLOW + "." + message, about(arrangement, day), values);
  }

  private static String about(Arrangement arrangement, LocalDate day) {
    return arrangement.id() + "." + day.toString().replace("-", "");
  }

  private static Map<String, String> values(
      Draft draft, Wording theirs, Arrangement arrangement, LocalDate day, PersonId reader) {
    When at = arrangement.nextTime();
    When when = new When(day, at.part(), at.time(), at.by(), false, null);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("need", theirs.need(arrangement.wanted()));
    values.put("often", often(theirs, arrangement.rhythm()));
    values.put("when", theirs.talk().when(when, draft.now(), draft.cell().zone()));
    values.put("name", theirs.name(draft, arrangement.resident()));
    values.put("coordinator", theirs.coordinator(draft));
    if (arrangement.people() > 1) {
      values.put("people", Integer.toString(arrangement.people()));
      values.put(
          "volunteers",
          names(
              draft,
              theirs,
              arrangement.volunteers().stream().filter(who -> !who.equals(reader)).toList()));
    }
    return values;
  }

  static String often(Wording theirs, Recurrence rhythm) {
    return theirs.words("common.every-" + rhythm.name().toLowerCase(Locale.ROOT), Map.of());
  }

  /** They have just done it once. Nobody is asked twice whether they would each time. */
  void askWhoDidIt(Draft draft, PersonId volunteer, HelpRequest done) {
    draft
        .arrangementOf(done)
        .filter(a -> !a.complete() && !a.does(volunteer) && !a.asked().contains(volunteer))
        .filter(a -> mayJoin(draft, a, volunteer))
        .ifPresent(
            a -> {
              draft.put(a.asking(volunteer));
              Unbidden.ask(draft, volunteer, EACH_TIME, a.id().value());
              tell(draft, volunteer, EACH_TIME, a, a.next());
            });
  }

  /** Nobody does it each time with somebody whom they are not to meet, nor for such a one. */
  static boolean mayJoin(Draft draft, Arrangement arrangement, PersonId volunteer) {
    return draft
        .person(volunteer)
        .filter(who -> !Apart.fromAny(draft, arrangement.parties(), who))
        .isPresent();
  }

  /** The next time of which something can still be said: one that is open, or the one after. */
  private static LocalDate shown(Draft draft, Arrangement arrangement) {
    return draft.requests().stream()
        .filter(r -> arrangement.has(r) && !r.over())
        .map(r -> r.particulars().when().date())
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(arrangement.next());
  }

  /** Whether a request is the time of that day. */
  static boolean isOf(HelpRequest request, Arrangement arrangement, LocalDate day) {
    return arrangement.has(request)
        && !request.over()
        && day.equals(request.particulars().when().date());
  }
}
