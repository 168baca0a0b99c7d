package org.doorstep.slack;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.MultiStaticSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doorstep.cell.Cell;
import org.doorstep.desk.Inbound;
import org.doorstep.pipeline.TextParts;
import org.doorstep.talk.Choice;
import org.doorstep.talk.Question;
import org.doorstep.talk.Talk;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;

/**
 * The forms that open in Slack, made of what is known from the button alone: a form asks what the
 * conversation would ask, in the same words.
 */
final class SlackForms {

  /** Every form of ours has a callback id that starts so. */
  static final String CALLBACK = "form:";

  static final String FIELD = "value";
  static final int LONGEST_NAME = 60;
  static final int LONGEST_PLACE = 60;
  static final int LONGEST_NOTE = 1_000;
  static final int LONGEST_AMOUNT = 12;

  /** What may come of a job, as its own buttons have it. */
  static final List<String> OUTCOMES =
      List.of("done", "nobody-in", "out-of-stock", "wrong-address", "unsafe");

  private static final int TITLE = 24;
  static final int LABEL = 75;
  private static final int FIELD_LABEL = 2_000;
  private static final int BOXES = 10;

  private final Talk talk;

  SlackForms(Talk talk) {
    this.talk = talk;
  }

  View of(Reading.Opens opens) {
    return of(opens.cell(), opens.language(), opens.tap(), opens.note());
  }

  View of(Cell cell, String language, Tap tap) {
    return of(cell, language, tap, null);
  }

  /**
   * @param note what its note begins with
   */
  private View of(Cell cell, String language, Tap tap, @Nullable String note) {
    Talk words = talk.in(language);
    return View.builder()
        .type("modal")
        .callbackId(CALLBACK + tap.choice())
        .privateMetadata(language + " " + tap.encoded())
        .title(title(words.words(title(tap), Map.of())))
        .submit(
            ViewSubmit.builder()
                .type("plain_text")
                .text(cut(words.words("home.send", Map.of()), TITLE))
                .build())
        .close(
            ViewClose.builder()
                .type("plain_text")
                .text(cut(words.words("home.cancel", Map.of()), TITLE))
                .build())
        .blocks(blocks(tap, words, cell, note))
        .build();
  }

  private static String title(Tap tap) {
    if (!tap.flow().equals(SlackReferForm.FLOW)) return tap.flow() + "." + tap.choice() + "-title";
    return SlackReferForm.FLOW
        + (tap.choice().equals(Inbound.HandedIn.REFER)
            ? ".form-title"
            : "." + tap.choice() + "-title");
  }

  private static List<LayoutBlock> blocks(Tap tap, Talk words, Cell cell, @Nullable String note) {
    String form = tap.choice();
    if (form.equals(Inbound.HandedIn.AWAY)) return SlackOfficerForms.away(words, cell);
    if (form.equals(Inbound.HandedIn.SEARCH)) return SlackOfficerForms.search(words);
    if (tap.flow().equals(SlackReferForm.FLOW)) return SlackReferForm.blocks(tap, words, note);
    if (form.equals(Inbound.HandedIn.OFFER)) return SlackOfferForm.blocks(tap, words);
    if (form.equals(Inbound.HandedIn.JOIN)) return joining(words);
    return form.equals(Inbound.HandedIn.PAID) ? paid(words) : outcome(words, cell);
  }

  /** What is wrong with a form, at its fields. */
  String say(String language, String id) {
    return talk.in(language).words(id, Map.of());
  }

  // ---- somebody wants to help

  private static List<LayoutBlock> joining(Talk words) {
    List<LayoutBlock> blocks = new ArrayList<>();
    Question name = words.question("join", "name");
    blocks.add(input("name", name.label(), name.ask(), line(LONGEST_NAME), false));
    Question place = words.question("join", "place");
    blocks.add(input("place", place.label(), place.ask(), line(LONGEST_PLACE), false));
    for (String slot : List.of("reach", "travel", "likes")) {
      Question question = words.question("join", slot);
      blocks.add(input(slot, question.label(), null, picking(question), false));
    }
    return blocks;
  }

  private static BlockElement picking(Question question) {
    List<OptionObject> options = options(question.choices());
    if (!question.several()) {
      return RadioButtonsElement.builder().actionId(FIELD).options(options).build();
    }
    return options.size() <= BOXES
        ? CheckboxesElement.builder().actionId(FIELD).options(options).build()
        : MultiStaticSelectElement.builder().actionId(FIELD).options(options).build();
  }

  // ---- what came of a job

  private static List<LayoutBlock> outcome(Talk words, Cell cell) {
    List<Choice> choices =
        words.say("job.claimed", "", Map.of()).choices().stream()
            .filter(choice -> OUTCOMES.contains(choice.tap().choice()))
            .toList();
    Map<String, String> coordinator = Map.of("coordinator", cell.officers().getFirst().name());
    return List.of(
        input(
            "what",
            words.words("home.outcome-what", Map.of()),
            null,
            RadioButtonsElement.builder().actionId(FIELD).options(options(choices)).build(),
            false),
        input(
            "note",
            words.words("home.outcome-note", Map.of()),
            words.words("home.outcome-note-who", coordinator),
            lines(),
            true));
  }

  // ---- what somebody paid for a job

  private static List<LayoutBlock> paid(Talk words) {
    return List.of(
        input(
            "amount",
            words.words("home.paid-amount", Map.of()),
            words.words("home.paid-amount-hint", Map.of()),
            line(LONGEST_AMOUNT),
            false),
        input(
            "note",
            words.words("home.outcome-note", Map.of()),
            words.words("home.paid-note-who", Map.of()),
            lines(),
            true));
  }

  // ---- Slack's own terms

  static InputBlock input(
      String id, String label, @Nullable String hint, BlockElement element, boolean optional) {
    return InputBlock.builder()
        .blockId(id)
        .label(plain(label, FIELD_LABEL))
        .hint(hint == null ? null : plain(hint, FIELD_LABEL))
        .element(element)
        .optional(optional)
        .build();
  }

  private static PlainTextInputElement lines() {
    return PlainTextInputElement.builder()
        .actionId(FIELD)
        .multiline(true)
        .maxLength(LONGEST_NOTE)
        .build();
  }

  static PlainTextInputElement line(int longest) {
    return PlainTextInputElement.builder().actionId(FIELD).maxLength(longest).build();
  }

  static List<OptionObject> options(List<Choice> choices) {
    List<OptionObject> options = new ArrayList<>();
    for (Choice choice : choices) {
      OptionObject.OptionObjectBuilder option =
          OptionObject.builder().text(plain(choice.label(), LABEL)).value(choice.tap().choice());
      if (choice.description() != null) option.description(plain(choice.description(), LABEL));
      options.add(option.build());
    }
    return options;
  }

  private static ViewTitle title(String text) {
    return ViewTitle.builder().type("plain_text").text(cut(text, TITLE)).build();
  }

  static PlainTextObject plain(String text, int limit) {
    return PlainTextObject.builder().text(cut(text, limit)).emoji(false).build();
  }

  private static String cut(String text, int limit) {
    return TextParts.of(text, limit).getFirst();
  }
}
