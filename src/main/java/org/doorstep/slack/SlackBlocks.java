package org.doorstep.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewTitle;
import java.util.ArrayList;
import java.util.List;
import org.doorstep.desk.Card;
import org.doorstep.desk.HomeTab;
import org.doorstep.pipeline.TextParts;
import org.doorstep.talk.Choice;
import org.jspecify.annotations.Nullable;

/**
 * Our messages as Slack's blocks. Whatever a person may have written stands only in plain text
 * objects and in text elements of rich text, where Slack reads no markup, no mention, no link.
 */
final class SlackBlocks {

  /** Every button of ours has an action id that starts so. */
  static final String ACTION = "tap:";

  private static final int HEADER = 150;
  private static final int TEXT = 2_900;
  private static final int LABEL = 75;
  private static final int BUTTONS_IN_A_ROW = 5;

  /** More than two rows of buttons are a menu. */
  private static final int MOST_BUTTONS = 2 * BUTTONS_IN_A_ROW;

  private static final int OPTION_VALUE = 150;
  private static final int OPTIONS = 100;
  private static final int FALLBACK = 3_000;
  private static final int BLOCKS_IN_A_VIEW = 100;
  private static final int VIEW_TITLE = 24;

  private SlackBlocks() {}

  static List<LayoutBlock> card(Card card) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(HeaderBlock.builder().text(plain(card.title(), HEADER)).build());
    if (!card.lines().isEmpty()) blocks.addAll(sections(null, String.join("\n", card.lines())));
    if (card.quote() != null) blocks.addAll(quotes(card.quote()));
    blocks.addAll(choices(card.choices()));
    return blocks;
  }

  /** A card that is read over everything else; what does not fit is left out, from the end. */
  static View modal(Card card) {
    List<LayoutBlock> blocks = new ArrayList<>(sections(null, String.join("\n", card.lines())));
    if (card.quote() != null) blocks.addAll(quotes(card.quote()));
    return View.builder()
        .type("modal")
        .title(ViewTitle.builder().type("plain_text").text(cut(card.title(), VIEW_TITLE)).build())
        .blocks(blocks.subList(0, Math.min(blocks.size(), BLOCKS_IN_A_VIEW)))
        .build();
  }

  private static String cut(String text, int limit) {
    return TextParts.of(text, limit).getFirst();
  }

  static String fallback(Card card) {
    StringBuilder text = new StringBuilder(card.title());
    for (String line : card.lines()) text.append('\n').append(line);
    if (card.quote() != null) text.append('\n').append(card.quote());
    return fallback(text.toString());
  }

  /**
   * @param mention a Slack user who is notified; ours, never out of what people wrote
   */
  static List<LayoutBlock> line(String text, @Nullable String quote, @Nullable String mention) {
    List<LayoutBlock> blocks = new ArrayList<>(sections(mention, text));
    if (quote != null) blocks.addAll(quotes(quote));
    return blocks;
  }

  static List<LayoutBlock> said(String text, List<Choice> choices) {
    List<LayoutBlock> blocks = new ArrayList<>(sections(null, text));
    blocks.addAll(choices(choices));
    return blocks;
  }

  /** Nothing is cut in the middle of a part: what does not fit is left out, from the end. */
  static List<LayoutBlock> home(HomeTab tab) {
    List<LayoutBlock> blocks = new ArrayList<>();
    for (HomeTab.Part part : tab.parts()) {
      List<LayoutBlock> more = new ArrayList<>();
      if (part.heading() != null) {
        if (!blocks.isEmpty()) more.add(DividerBlock.builder().build());
        more.add(HeaderBlock.builder().text(plain(part.heading(), HEADER)).build());
      }
      more.addAll(said(part.text(), part.choices()));
      if (blocks.size() + more.size() > BLOCKS_IN_A_VIEW) break;
      blocks.addAll(more);
    }
    return blocks;
  }

  static String fallback(String text) {
    return SlackText.escaped(TextParts.of(text, FALLBACK).getFirst());
  }

  private static List<LayoutBlock> sections(@Nullable String mention, String text) {
    List<LayoutBlock> blocks = new ArrayList<>();
    for (String part : TextParts.of(text, TEXT)) {
      List<RichTextElement> elements = new ArrayList<>();
      if (mention != null && blocks.isEmpty() && mention.matches("[UW][A-Z0-9]{2,20}")) {
        elements.add(RichTextSectionElement.User.builder().userId(mention).build());
        elements.add(words(" "));
      }
      if (!part.isEmpty()) elements.add(words(part));
      if (!elements.isEmpty())
        blocks.add(rich(RichTextSectionElement.builder().elements(elements).build()));
    }
    return blocks;
  }

  private static List<LayoutBlock> quotes(String text) {
    List<LayoutBlock> blocks = new ArrayList<>();
    for (String part : TextParts.of(text, TEXT)) {
      if (part.isEmpty()) continue;
      blocks.add(rich(RichTextQuoteElement.builder().elements(List.of(words(part))).build()));
    }
    return blocks;
  }

  private static List<LayoutBlock> choices(List<Choice> choices) {
    if (choices.isEmpty()) return List.of();
    boolean many = choices.size() > MOST_BUTTONS && choices.size() <= OPTIONS;
    if (many && choices.stream().allMatch(c -> c.tap().encoded().length() <= OPTION_VALUE)) {
      return List.of(ActionsBlock.builder().elements(List.of(menu(choices))).build());
    }
    List<LayoutBlock> rows = new ArrayList<>();
    for (int from = 0; from < choices.size(); from += BUTTONS_IN_A_ROW) {
      List<BlockElement> row = new ArrayList<>();
      for (int i = from; i < Math.min(from + BUTTONS_IN_A_ROW, choices.size()); i++) {
        row.add(button(choices.get(i), i));
      }
      rows.add(ActionsBlock.builder().elements(row).build());
    }
    return rows;
  }

  private static BlockElement button(Choice choice, int i) {
    return ButtonElement.builder()
        .actionId(ACTION + i)
        .text(plain(choice.label(), LABEL))
        .value(choice.tap().encoded())
        .build();
  }

  private static BlockElement menu(List<Choice> choices) {
    List<OptionObject> options = new ArrayList<>();
    for (Choice choice : choices) {
      OptionObject.OptionObjectBuilder option =
          OptionObject.builder().text(plain(choice.label(), LABEL)).value(choice.tap().encoded());
      if (choice.description() != null) option.description(plain(choice.description(), LABEL));
      options.add(option.build());
    }
    return StaticSelectElement.builder().actionId(ACTION + "menu").options(options).build();
  }

  private static RichTextBlock rich(BlockElement element) {
    return RichTextBlock.builder().elements(List.of(element)).build();
  }

  private static RichTextElement words(String text) {
    return RichTextSectionElement.Text.builder().text(text).build();
  }

  private static PlainTextObject plain(String text, int limit) {
    return PlainTextObject.builder()
        .text(TextParts.of(text, limit).getFirst())
        .emoji(false)
        .build();
  }
}
