package org.doorstep.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.StaticSelectElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doorstep.cell.Cell;
import org.doorstep.desk.AwayForm;
import org.doorstep.talk.Talk;

/** The forms of those who look at cases: they go off duty, and they look for something. */
final class SlackOfficerForms {

  static final int LONGEST_SEARCH = 80;

  private SlackOfficerForms() {}

  /** Whoever stands in is an officer, or whoever is next of the same list. */
  static List<LayoutBlock> away(Talk words, Cell cell) {
    List<OptionObject> options = new ArrayList<>();
    options.add(option(AwayForm.NEXT, words.words("officers.away-next", Map.of())));
    cell.officers().forEach(o -> options.add(option(o.slackUser(), o.name())));
    return List.of(
        SlackForms.input(
            AwayForm.UNTIL,
            words.words("officers.away-until", Map.of()),
            words.words("officers.away-until-hint", Map.of()),
            DatePickerElement.builder().actionId(SlackForms.FIELD).build(),
            false),
        SlackForms.input(
            AwayForm.STAND_IN,
            words.words("officers.away-stand-in", Map.of()),
            words.words("officers.away-stand-in-hint", Map.of()),
            StaticSelectElement.builder().actionId(SlackForms.FIELD).options(options).build(),
            false));
  }

  static List<LayoutBlock> search(Talk words) {
    return List.of(
        SlackForms.input(
            "words",
            words.words("officers.search-for", Map.of()),
            words.words("officers.search-hint", Map.of()),
            SlackForms.line(LONGEST_SEARCH),
            false));
  }

  private static OptionObject option(String value, String label) {
    return OptionObject.builder()
        .text(SlackForms.plain(label, SlackForms.LABEL))
        .value(value)
        .build();
  }
}
