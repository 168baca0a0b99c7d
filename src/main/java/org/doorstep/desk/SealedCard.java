package org.doorstep.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.doorstep.bridge.Case;
import org.doorstep.cell.Officer;
import org.doorstep.talk.Choice;

/** The post of a sealed case: why and since when, and nothing of anybody. The rest is behind it. */
record SealedCard(Wording wording) {

  private static final String FLOW = Calls.FLOW + ".";

  Card of(Draft draft, Case theCase) {
    Wording theirs = wording.toCell(draft);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("why", theirs.words(FLOW + "why-" + key(theCase.matter().reason()), Map.of()));
    values.put("time", theirs.clock(draft, theCase.matter().openedAt()));
    List<String> lines = new ArrayList<>();
    lines.add(theirs.words(FLOW + "line-why", values));
    lines.add(theirs.words(FLOW + "line-since", values));
    lines.add(state(draft, theirs, theCase, values));
    if (theCase.isOpen()) lines.add(theirs.words(FLOW + "line-thread", Map.of()));
    return new Card(
        theirs.words(FLOW + "title", Map.of()), lines, null, choices(draft, theirs, theCase));
  }

  private static String state(
      Draft draft, Wording theirs, Case theCase, Map<String, String> values) {
    return switch (theCase) {
      case Case.Waiting w -> theirs.say(FLOW + "card", values).text();
      case Case.Acknowledged a -> {
        values.put("officer", named(draft, theCase, a.officer()));
        yield theirs.words("case.line-acknowledged", values);
      }
      case Case.Closed c -> {
        values.put("officer", named(draft, theCase, c.officer()));
        values.put("outcome", theirs.words("case." + key(c.outcome()), Map.of()));
        yield theirs.words("case.closed-by", values);
      }
    };
  }

  /** Who took it outside Slack stands there by name already. */
  private static String named(Draft draft, Case theCase, String who) {
    return Answering.of(draft.cell(), theCase).officer(who).map(Officer::name).orElse(who);
  }

  private static List<Choice> choices(Draft draft, Wording theirs, Case theCase) {
    String about = theCase.id().value();
    return switch (theCase) {
      case Case.Waiting w -> theirs.say(FLOW + "card", about, Map.of()).choices();
      case Case.Acknowledged a -> {
        List<Choice> usual = theirs.say(FLOW + "card-taken", about, Map.of()).choices();
        yield Apart.of(draft, theCase).isEmpty()
            ? usual
            : Stream.concat(
                    usual.stream(),
                    theirs.say("case.card-apart", about, Map.of()).choices().stream())
                .toList();
      }
      case Case.Closed c -> theirs.say(FLOW + "card-closed", about, Map.of()).choices();
    };
  }

  static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
