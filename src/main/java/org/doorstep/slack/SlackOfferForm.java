package org.doorstep.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.MultiStaticSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doorstep.desk.OfferForm;
import org.doorstep.talk.Talk;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;

/** The form of what a volunteer offers, filled in with what the button carries. */
final class SlackOfferForm {

  static final int LONGEST_HOURS = 60;

  private SlackOfferForm() {}

  static List<LayoutBlock> blocks(Tap tap, Talk words) {
    Map<String, List<String>> filled = OfferForm.filled(tap, words);
    List<LayoutBlock> blocks = new ArrayList<>();
    for (String field : OfferForm.FIELDS) {
      List<String> values = filled.getOrDefault(field, List.of());
      blocks.add(
          SlackForms.input(
              field,
              label(words, field),
              hint(words, field),
              element(words, field, values),
              !field.equals("reach")));
    }
    return blocks;
  }

  private static String label(Talk words, String field) {
    return switch (field) {
      case "reach", "travel", "likes" -> words.question("join", field).label();
      case String other -> words.words("home.offer-" + other, Map.of());
    };
  }

  private static @Nullable String hint(Talk words, String field) {
    String id = "home.offer-" + field + "-hint";
    return words.knows(id) ? words.words(id, Map.of()) : null;
  }

  private static BlockElement element(Talk words, String field, List<String> values) {
    return switch (field) {
      case "days" -> boxes(days(words), values);
      case "travel" ->
          boxes(SlackForms.options(words.question("join", "travel").choices()), values);
      case "reach" -> radio(reaches(words, values), values);
      case "likes" -> menu(needs(words), values);
      case "languages" -> menu(tongues(words), values);
      case String hours -> line(values);
    };
  }

  private static List<OptionObject> days(Talk words) {
    return OfferForm.days().stream()
        .map(day -> option(day, words.words("common.day-" + day, Map.of())))
        .toList();
  }

  /** Who said "4 km" finds it beside the usual ones. */
  private static List<OptionObject> reaches(Talk words, List<String> values) {
    List<OptionObject> options =
        new ArrayList<>(SlackForms.options(words.question("join", "reach").choices()));
    for (String metres : values) {
      if (metres.matches("[0-9]{1,5}") && picked(options, List.of(metres)).isEmpty()) {
        options.add(
            option(metres, words.words("common.distance-metres", Map.of("number", metres))));
      }
    }
    return options;
  }

  private static List<OptionObject> needs(Talk words) {
    return OfferForm.needs(words).stream()
        .map(need -> option(need, words.label("needs", need)))
        .toList();
  }

  private static List<OptionObject> tongues(Talk words) {
    return OfferForm.TONGUES.stream()
        .map(tag -> option(tag, words.label("languages", tag)))
        .toList();
  }

  // ---- Slack's own terms: what is filled in is one of the options, or nothing at all

  private static OptionObject option(String value, String label) {
    return OptionObject.builder()
        .text(SlackForms.plain(label, SlackForms.LABEL))
        .value(value)
        .build();
  }

  private static List<OptionObject> picked(List<OptionObject> options, List<String> values) {
    return options.stream().filter(option -> values.contains(option.getValue())).toList();
  }

  private static BlockElement boxes(List<OptionObject> options, List<String> values) {
    List<OptionObject> first = picked(options, values);
    return CheckboxesElement.builder()
        .actionId(SlackForms.FIELD)
        .options(options)
        .initialOptions(first.isEmpty() ? null : first)
        .build();
  }

  private static BlockElement menu(List<OptionObject> options, List<String> values) {
    List<OptionObject> first = picked(options, values);
    return MultiStaticSelectElement.builder()
        .actionId(SlackForms.FIELD)
        .options(options)
        .initialOptions(first.isEmpty() ? null : first)
        .build();
  }

  private static BlockElement radio(List<OptionObject> options, List<String> values) {
    return RadioButtonsElement.builder()
        .actionId(SlackForms.FIELD)
        .options(options)
        .initialOption(picked(options, values).stream().findFirst().orElse(null))
        .build();
  }

  private static BlockElement line(List<String> values) {
    return PlainTextInputElement.builder()
        .actionId(SlackForms.FIELD)
        .maxLength(LONGEST_HOURS)
        .initialValue(values.isEmpty() ? null : values.getFirst())
        .build();
  }
}
