package org.doorstep.talk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns messages into what is really said. */
final class Lines {

  private static final int LIST_LABEL = 24;

  /** What marks may add to a text that was cut to its limit. */
  private static final int MARKS = 10;

  private final Library library;
  private final boolean rightToLeft;

  /**
   * @param rightToLeft how the language is written
   */
  Lines(Library library, boolean rightToLeft) {
    this.library = library;
    this.rightToLeft = rightToLeft;
  }

  /** A text with its braces filled. */
  String fill(String text, Map<String, String> values) {
    return Phrase.fill(text, rightToLeft ? Isolates.around(values) : values);
  }

  private String fit(String text, Map<String, String> values, int limit) {
    return rightToLeft
        ? Isolates.closed(Phrase.fit(text, Isolates.around(values), limit - MARKS))
        : Phrase.fit(text, values, limit);
  }

  /**
   * @param key the message's or the state's name in its flow
   * @param about what the taps of its own choices are about
   */
  Utterance say(Flow flow, String key, Message message, String about, Map<String, String> values) {
    List<Choice> choices = new ArrayList<>();
    for (Option option : message.choices()) choices.add(choice(flow, key, option, about));
    return say(flow, key, message, about, values, choices);
  }

  Utterance say(
      Flow flow,
      String key,
      Message message,
      String about,
      Map<String, String> values,
      List<Choice> choices) {
    int limit = choices.isEmpty() ? Phrase.WITHOUT : Phrase.WITH_CHOICES;
    String text = fit(message.say(), values, limit);
    return new Utterance(flow.id(key), text, choices, template(message.template(), about, values));
  }

  /** Said by a timer; where it has no words of its own it says those of its template. */
  Utterance after(Flow flow, String key, State.Timer timer, Map<String, String> values) {
    Utterance.Template template = template(timer.template(), "", values);
    String text = timer.say();
    if (text != null) {
      String fitted = fit(text, values, Phrase.WITHOUT);
      return new Utterance(flow.id(key), fitted, List.of(), template);
    }
    TemplateText words = template == null ? null : library.templates().get(template.name());
    if (template == null || words == null) return Utterance.plain(flow.id(key), "");
    return new Utterance(flow.id(key), words.with(template.variables()), List.of(), template);
  }

  static Choice choice(Flow flow, String key, Option option, String about) {
    Tap tap = new Tap(flow.name(), flow.version(), key, option.key(), about);
    return shortened(new Choice(tap, option.label(), option.description()));
  }

  static Choice shortened(Choice choice) {
    String label = Phrase.shorten(Isolates.without(choice.label()), LIST_LABEL);
    String more = choice.description();
    return new Choice(choice.tap(), label, more == null ? null : Isolates.without(more));
  }

  private Utterance.@Nullable Template template(
      Message.@Nullable Stand stand, String about, Map<String, String> values) {
    if (stand == null) return null;
    Map<String, String> variables = new HashMap<>();
    for (String key : stand.with()) {
      String value = key.equals("about") ? about : values.getOrDefault(key, "");
      String flat = Isolates.without(value).replaceAll("\\s+", " ").strip();
      variables.put(
          Integer.toString(variables.size() + 1),
          flat.isEmpty() ? library.common("missing").say() : flat);
    }
    return new Utterance.Template(stand.name(), variables);
  }
}
