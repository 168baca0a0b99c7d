package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.cell.Officer;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.RequestId;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Choice;
import org.jspecify.annotations.Nullable;

/** Opens, shows, hands on and closes what a human must look at now. */
final class Cases {

  private final Wording wording;

  Cases(Wording wording) {
    this.wording = wording;
  }

  /**
   * A new case in the officers' channel, or a line in the one that is open for the same reason.
   * What is about a request has a case of its own.
   */
  Case open(
      Draft draft,
      Reason reason,
      PersonId person,
      @Nullable HelpRequest request,
      @Nullable String words) {
    RequestId about = request == null ? null : request.id();
    Optional<Case> same =
        draft.cases().stream()
            .filter(c -> c.isOpen() && c.person().equals(person) && c.matter().reason() == reason)
            .filter(c -> !reason.ofARequest() || Objects.equals(c.matter().request(), about))
            .findFirst();
    if (same.isPresent()) {
      remind(draft, same.get(), words);
      return same.get();
    }
    Case.Matter matter =
        new Case.Matter(
            Derived.aCase(draft.cause().id(), reason.name()),
            reason,
            person,
            about,
            words,
            draft.now());
    Case.Waiting opened = Case.open(matter);
    draft.put(opened);
    draft.fact(new Fact.CaseOpened(opened.id(), reason));
    draft.say(
        new Outgoing.Post(
            draft.nextId(),
            draft.cell().officersChannel(),
            anchor(opened),
            card(draft, opened),
            urgent(reason),
            Set.of(person)));
    mention(draft, opened, officerInTurn(draft, opened.told()), "case.please-look");
    draft.wake(
        new Alarm.Unacknowledged(opened.id(), opened.told()),
        draft.now().plus(draft.cell().rules().acknowledgeWithin()));
    return opened;
  }

  private void remind(Draft draft, Case open, @Nullable String words) {
    Officer first = officerInTurn(draft, 1);
    if (words == null) mention(draft, open, first, "case.please-look");
    else threadLine(draft, open, "case.from-person", words, first.slackUser());
  }

  void acknowledge(Draft draft, Case.Waiting waiting, Officer officer) {
    Case.Acknowledged taken = waiting.acknowledgedBy(officer.slackUser(), draft.now());
    draft.put(taken);
    draft.fact(new Fact.CaseAcknowledged(taken.id(), officer.slackUser()));
    draft.silence(new Alarm.Unacknowledged(taken.id(), 0).key());
    repost(draft, taken);
    if (!taken.matter().reason().ofARequest()) {
      draft.tell(
          taken.person(),
          wording.to(draft, taken.person()).say("case.seen", Map.of("officer", officer.name())),
          Outgoing.ToPerson.WhenClosed.DROP);
    }
  }

  void close(Draft draft, Case.Closed closed, Officer officer) {
    draft.put(closed);
    draft.fact(new Fact.CaseClosed(closed.id(), closed.outcome()));
    draft.silence(new Alarm.Unacknowledged(closed.id(), 0).key());
    repost(draft, closed);
    if (draft.cases().stream().noneMatch(c -> c.isOpen() && c.person().equals(closed.person()))) {
      draft.person(closed.person()).map(p -> p.quiet(false)).ifPresent(draft::put);
    }
    draft.tell(
        closed.person(),
        wording.to(draft, closed.person()).say("case.closed", Map.of("officer", officer.name())),
        HOLD);
  }

  void unacknowledged(Draft draft, Alarm.Unacknowledged alarm) {
    draft.cases().stream()
        .filter(c -> c.id().equals(alarm.caseId()))
        .findFirst()
        .ifPresent(
            c -> {
              if (c instanceof Case.Waiting w && w.told() == alarm.told()) tellNext(draft, w);
            });
  }

  /** Nobody has looked: the next of the list is told, and after the last the first again. */
  private void tellNext(Draft draft, Case.Waiting waiting) {
    Case.Waiting told = waiting.nextTold();
    draft.put(told);
    draft.fact(new Fact.NextOfficerTold(told.id(), told.told()));
    boolean everybody = told.told() > draft.cell().officers().size();
    mention(
        draft,
        told,
        officerInTurn(draft, told.told()),
        everybody ? "case.still-waiting" : "case.deputy");
    draft.wake(
        new Alarm.Unacknowledged(told.id(), told.told()),
        draft.now().plus(draft.cell().rules().acknowledgeWithin()));
  }

  /** A line of ours in a case's thread, with what a person wrote below it. */
  void threadLine(
      Draft draft, Case theCase, String id, @Nullable String quote, @Nullable String mention) {
    Wording officers = wording.toCell(draft);
    draft.say(
        new Outgoing.InThread(
            draft.nextId(),
            draft.cell().officersChannel(),
            anchor(theCase),
            officers.words(id, Map.of("name", officers.name(draft, theCase.person()))),
            quote,
            mention,
            mention != null,
            Set.of(theCase.person())));
  }

  private void mention(Draft draft, Case open, Officer officer, String id) {
    draft.say(
        new Outgoing.InThread(
            draft.nextId(),
            draft.cell().officersChannel(),
            anchor(open),
            wording.toCell(draft).words(id, Map.of("officer", officer.name())),
            null,
            officer.slackUser(),
            true,
            Set.of(open.person())));
  }

  private static Officer officerInTurn(Draft draft, int told) {
    List<Officer> officers = draft.cell().officers();
    return officers.get((told - 1) % officers.size());
  }

  private void repost(Draft draft, Case theCase) {
    draft.say(
        new Outgoing.Repost(
            draft.nextId(),
            draft.cell().officersChannel(),
            anchor(theCase),
            card(draft, theCase),
            Set.of(theCase.person())));
  }

  static String anchor(Case theCase) {
    return "case/" + theCase.id();
  }

  private static boolean urgent(Reason reason) {
    return switch (reason) {
      case DANGER, WORRIED, NOT_FOR_NEIGHBOURS, MISSED -> true;
      case ASKED_FOR_A_PERSON, UNFILLED, UNDELIVERED -> false;
    };
  }

  /** The least that an officer needs: why, who by first name, and the job without its address. */
  private Card card(Draft draft, Case theCase) {
    Wording officers = wording.toCell(draft);
    Case.Matter matter = theCase.matter();
    Map<String, String> values = new LinkedHashMap<>();
    if (matter.request() != null) {
      draft
          .request(matter.request().value())
          .ifPresent(
              request -> {
                values.putAll(officers.open(draft, request));
                values.put("found", Integer.toString(Parts.found(draft, request)));
              });
    }
    List<String> lines = new ArrayList<>();
    values.put("person", officers.name(draft, matter.person()));
    lines.add(officers.words("case.line-person", values));
    if (values.containsKey("need")) {
      for (String line : List.of("line-need", "line-place", "line-when")) {
        lines.add(officers.words("case." + line, values));
      }
    }
    if (values.containsKey("people")) lines.add(officers.words("case.line-people", values));
    lines.add(state(draft, officers, theCase, values));
    if (theCase.isOpen()) lines.add(officers.words("case.line-thread", values));
    return new Card(
        officers.words("case.title-" + key(matter.reason()), values),
        lines,
        matter.words(),
        choices(draft, officers, theCase));
  }

  private static String state(
      Draft draft, Wording officers, Case theCase, Map<String, String> values) {
    return switch (theCase) {
      case Case.Waiting w -> officers.say("case.card", values).text();
      case Case.Acknowledged a -> {
        values.put("officer", officerName(draft, a.officer()));
        yield officers.words("case.line-acknowledged", values);
      }
      case Case.Closed c -> {
        values.put("officer", officerName(draft, c.officer()));
        values.put("outcome", officers.words("case." + key(c.outcome()), Map.of()));
        yield officers.words("case.closed-by", values);
      }
    };
  }

  private static String officerName(Draft draft, String slackUser) {
    return draft.cell().officer(slackUser).map(Officer::name).orElse(slackUser);
  }

  private static List<Choice> choices(Draft draft, Wording officers, Case theCase) {
    String about = theCase.id().value();
    List<Choice> usual =
        switch (theCase) {
          case Case.Waiting w -> officers.say("case.card", about, Map.of()).choices();
          case Case.Acknowledged a ->
              officers.say("case.card-acknowledged", about, Map.of()).choices();
          case Case.Closed c -> List.of();
        };
    return usual.isEmpty() || Apart.of(draft, theCase).isEmpty()
        ? usual
        : Stream.concat(
                usual.stream(), officers.say("case.card-apart", about, Map.of()).choices().stream())
            .toList();
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
