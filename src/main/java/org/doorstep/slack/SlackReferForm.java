package org.doorstep.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.MultiStaticSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.block.element.StaticSelectElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.ReferForm;
import org.doorstep.talk.Talk;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;

/** The forms about what crosses: a resident is referred, or something is given back. */
final class SlackReferForm {

  static final String FLOW = "refer";

  /** What is given back has one field. */
  static final String REASON = "reason";

  private SlackReferForm() {}

  static List<LayoutBlock> blocks(Tap tap, Talk words, @Nullable String note) {
    if (!tap.choice().equals(Inbound.HandedIn.REFER)) return reason(tap, words);
    List<LayoutBlock> blocks = new ArrayList<>();
    for (String field : ReferForm.FIELDS) {
      blocks.add(
          SlackForms.input(
              field,
              words.words(FLOW + ".label-" + field, Map.of()),
              hint(words, field),
              element(words, field, note),
              ReferForm.OPTIONAL.contains(field)));
    }
    return blocks;
  }

  private static List<LayoutBlock> reason(Tap tap, Talk words) {
    String field = REASON + "-" + tap.choice();
    return List.of(
        SlackForms.input(
            REASON,
            words.words(FLOW + ".label-" + field, Map.of()),
            hint(words, field),
            lines(null),
            false));
  }

  private static @Nullable String hint(Talk words, String field) {
    String id = FLOW + ".hint-" + field;
    return words.knows(id) ? words.words(id, Map.of()) : null;
  }

  private static BlockElement element(Talk words, String field, @Nullable String note) {
    return switch (field) {
      case "needs" ->
          MultiStaticSelectElement.builder()
              .actionId(SlackForms.FIELD)
              .options(
                  ReferForm.needs(words).stream()
                      .map(need -> option(need, words.label("needs", need)))
                      .toList())
              .maxSelectedItems(ReferForm.MOST_NEEDS)
              .build();
      case "when", "urgency" ->
          StaticSelectElement.builder()
              .actionId(SlackForms.FIELD)
              .options(picks(words, field))
              .initialOption(field.equals("urgency") ? picks(words, field).getFirst() : null)
              .build();
      case "consent", "contact" ->
          RadioButtonsElement.builder()
              .actionId(SlackForms.FIELD)
              .options(picks(words, field))
              .build();
      case "day" -> DatePickerElement.builder().actionId(SlackForms.FIELD).build();
      case "note" -> lines(note);
      case String line ->
          PlainTextInputElement.builder()
              .actionId(SlackForms.FIELD)
              .maxLength(ReferForm.LONGEST_LINE)
              .build();
    };
  }

  private static PlainTextInputElement lines(@Nullable String text) {
    return PlainTextInputElement.builder()
        .actionId(SlackForms.FIELD)
        .multiline(true)
        .maxLength(ReferForm.LONGEST_NOTE)
        .initialValue(text == null || text.isBlank() ? null : text)
        .build();
  }

  private static List<OptionObject> picks(Talk words, String field) {
    return Objects.requireNonNull(ReferForm.PICKED.get(field)).stream()
        .map(key -> option(key, words.words(FLOW + ".pick-" + field + "-" + key, Map.of())))
        .toList();
  }

  private static OptionObject option(String value, String label) {
    return OptionObject.builder()
        .text(SlackForms.plain(label, SlackForms.LABEL))
        .value(value)
        .build();
  }

  /** The ids of what is said at the fields. */
  static Map<String, String> faults(Tap tap, Map<String, List<String>> fields) {
    if (tap.choice().equals(Inbound.HandedIn.REFER)) return ReferForm.faults(fields);
    String text = fields.getOrDefault(REASON, List.of()).stream().findFirst().orElse("");
    if (text.isBlank()) return Map.of(REASON, FLOW + ".fault-missing");
    return text.codePointCount(0, text.length()) > ReferForm.LONGEST_NOTE
        ? Map.of(REASON, FLOW + ".fault-long")
        : Map.of();
  }
}
