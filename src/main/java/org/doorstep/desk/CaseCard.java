package org.doorstep.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.cell.Officer;
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

  private static String officerName(Draft draft, Case theCase, String slackUser) {
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
    List<Choice> all =
        Stream.concat(usual.stream(), GivingBack.button(draft, officers, theCase).stream())
            .toList();
    return usual.isEmpty() || Apart.of(draft, theCase).isEmpty()
        ? all
        : Stream.concat(
                all.stream(), officers.say("case.card-apart", about, Map.of()).choices().stream())
            .toList();
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
