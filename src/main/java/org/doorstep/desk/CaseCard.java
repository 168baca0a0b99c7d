package org.doorstep.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.cell.Officer;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Choice;

/** The post of a case: why somebody must look, and how it stands. */
record CaseCard(Wording wording) {

  /** The least that an officer needs: why, who by first name, and the job without its address. */
  Card of(Draft draft, Case theCase) {
    Wording officers = wording.toCell(draft);
    Case.Matter matter = theCase.matter();
    Map<String, String> values = new LinkedHashMap<>();
    if (matter.request() != null) {
      draft
          .request(matter.request().value())
          .ifPresent(
              request -> {
                values.putAll(officers.open(draft, request));
                values.putAll(DeskCard.level(officers, request.particulars()));
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
    if (matter.reason() == Reason.REFERRAL && values.containsKey("level")) {
      lines.add(officers.words("case.line-level", values));
      lines.add(officers.words("case.line-agreed", values));
    }
    language(draft, officers, matter.person()).ifPresent(lines::add);
    lines.add(state(draft, officers, theCase, values));
    if (theCase.isOpen()) lines.add(officers.words("case.line-thread", values));
    return new Card(
        officers.words("case.title-" + key(matter.reason()), values),
        lines,
        matter.words(),
        choices(draft, officers, theCase));
  }

  /** Where it is another than the officers'; what they write is shown in their own words. */
  private static Optional<String> language(Draft draft, Wording officers, PersonId person) {
    return draft
        .person(person)
        .map(Person::language)
        .filter(tag -> !tag.equals(draft.cell().language()))
        .map(tag -> Map.of("language", called(tag, draft.cell().language())))
        .map(values -> officers.words("officers.line-language", values));
  }

  private static String called(String tag, String language) {
    return Locale.forLanguageTag(tag).getDisplayName(Locale.forLanguageTag(language));
  }

  /** What may stay of it in a channel when nothing is kept of it any more. */
  Card bare(Draft draft, Case theCase) {
    Wording officers = wording.toCell(draft);
    List<String> lines = new ArrayList<>();
    if (!theCase.isOpen()) lines.add(state(draft, officers, theCase, new LinkedHashMap<>()));
    lines.add(officers.words("privacy.aged", Map.of()));
    return new Card(
        officers.words("case.title-" + key(theCase.matter().reason()), Map.of()),
        lines,
        null,
        List.of());
  }

  private static String state(
      Draft draft, Wording officers, Case theCase, Map<String, String> values) {
    return switch (theCase) {
      case Case.Waiting w -> officers.say("case.card", values).text();
      case Case.Acknowledged a -> {
        values.put("officer", officerName(draft, theCase, a.officer()));
        yield officers.words("case.line-acknowledged", values);
      }
      case Case.Closed c -> {
        values.put("officer", officerName(draft, theCase, c.officer()));
        values.put("outcome", officers.words("case." + key(c.outcome()), Map.of()));
        yield officers.words("case.closed-by", values);
      }
    };
  }

  static String officerName(Draft draft, Case theCase, String slackUser) {
    return Answering.of(draft.cell(), theCase)
        .officer(slackUser)
        .map(Officer::name)
        .orElse(slackUser);
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
    List<Choice> all = new ArrayList<>(usual);
    all.addAll(GivingBack.button(draft, officers, theCase));
    if (theCase instanceof Case.Acknowledged) {
      all.addAll(officers.say("officers.card-hand-back", about, Map.of()).choices());
    }
    if (!usual.isEmpty() && Apart.of(draft, theCase).isPresent()) {
      all.addAll(officers.say("case.card-apart", about, Map.of()).choices());
    }
    return all;
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
