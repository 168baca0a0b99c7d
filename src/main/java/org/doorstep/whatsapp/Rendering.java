package org.doorstep.whatsapp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.doorstep.pipeline.TextParts;
import org.doorstep.talk.Choice;
import org.doorstep.talk.Utterance;

/**
 * How an utterance is put on the channel: text in parts, and what can be tapped below the last.
 *
 * @param choices shown as buttons or as a list; none where they are numbered in the text
 */
record Rendering(List<String> parts, Form form, List<Choice> choices) {

  /** What hangs below the text. */
  enum Form {
    TEXT,
    BUTTONS,
    LIST
  }

  static final int BUTTON_LABEL = 20;
  static final int LIST_LABEL = 24;
  static final int DESCRIPTION = 72;
  private static final int BODY = 1600;
  private static final int BODY_ABOVE_CHOICES = 1024;
  private static final int TAP = 200;

  /** Begins a line at the right, whatever follows. */
  private static final String RIGHT_TO_LEFT = "\u200f";

  private static final Pattern ISOLATED = Pattern.compile("\u2068[^\u2069]*\u2069");
  private static final byte LEFT = Character.DIRECTIONALITY_LEFT_TO_RIGHT;
  private static final byte RIGHT = Character.DIRECTIONALITY_RIGHT_TO_LEFT;
  private static final byte ARABIC = Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;

  Rendering {
    parts = List.copyOf(parts);
    choices = List.copyOf(choices);
  }

  /** With buttons or a list, if WhatsApp can show these choices so; else numbered. */
  static Rendering tappable(Utterance utterance, String hint) {
    Form form = form(utterance.choices());
    if (form == Form.TEXT) return numbered(utterance, hint);
    return new Rendering(
        TextParts.of(utterance.text(), BODY, BODY_ABOVE_CHOICES), form, utterance.choices());
  }

  /**
   * @param hint tells that a number or the words will do; may be empty
   */
  static Rendering numbered(Utterance utterance, String hint) {
    String text = withNumbers(utterance.text(), utterance.choices(), hint);
    return new Rendering(TextParts.of(text, BODY), Form.TEXT, List.of());
  }

  /** The same parts, with numbers instead of buttons below the last: it has room for them. */
  Rendering inNumbers(String hint) {
    List<String> texts = new ArrayList<>(parts);
    texts.add(withNumbers(texts.removeLast(), choices, hint));
    return new Rendering(texts, Form.TEXT, List.of());
  }

  private static String withNumbers(String words, List<Choice> choices, String hint) {
    String side = rightToLeft(words) ? RIGHT_TO_LEFT : "";
    StringBuilder text = new StringBuilder(words);
    int number = 1;
    for (Choice choice : choices) {
      text.append(number == 1 ? "\n\n" : "\n").append(side);
      text.append(number++).append(". ").append(choice.label());
    }
    if (!choices.isEmpty() && !hint.isBlank()) text.append("\n\n").append(hint);
    return text.toString();
  }

  /** By its first letter, as telephones do it; letters within isolates do not count. */
  private static boolean rightToLeft(String words) {
    return ISOLATED
        .matcher(words)
        .replaceAll("")
        .codePoints()
        .map(Character::getDirectionality)
        .filter(d -> d == LEFT || d == RIGHT || d == ARABIC)
        .mapToObj(d -> d != LEFT)
        .findFirst()
        .orElse(false);
  }

  private static Form form(List<Choice> choices) {
    if (choices.isEmpty() || choices.size() > 10 || alike(choices) || unfit(choices))
      return Form.TEXT;
    if (choices.size() <= 3 && labelsWithin(choices, BUTTON_LABEL)) return Form.BUTTONS;
    return labelsWithin(choices, LIST_LABEL) ? Form.LIST : Form.TEXT;
  }

  private static boolean labelsWithin(List<Choice> choices, int limit) {
    return choices.stream().allMatch(choice -> choice.label().length() <= limit);
  }

  private static boolean unfit(List<Choice> choices) {
    return choices.stream().anyMatch(c -> c.label().isBlank() || c.tap().encoded().length() > TAP);
  }

  /** WhatsApp refuses buttons with the same words on them. */
  private static boolean alike(List<Choice> choices) {
    return new HashSet<>(choices.stream().map(Choice::label).toList()).size() < choices.size();
  }

  /**
   * The values of the content's variables, in order: the text, then of each choice tap and label.
   */
  List<String> variables(String listButton) {
    List<String> values = new ArrayList<>();
    values.add(parts.getLast());
    if (form == Form.LIST) values.add(listButton);
    for (Choice choice : choices) {
      values.add(choice.tap().encoded());
      values.add(choice.label());
      if (form == Form.LIST && described(choice)) values.add(String.valueOf(choice.description()));
    }
    return values;
  }

  static boolean described(Choice choice) {
    String description = choice.description();
    return description != null && !description.isBlank() && description.length() <= DESCRIPTION;
  }

  @Override
  public String toString() {
    return "Rendering[" + parts.size() + " parts, " + form + "]";
  }
}
