package org.doorstep.talk;

import java.util.List;

/** What may stand under each heading of a flow; {@code flow.schema.json} has to know the same. */
final class Headings {

  static final List<String> FLOW =
      List.of(
          "spec",
          "flow",
          "version",
          "start",
          "expires",
          "starts-on",
          "words",
          "tries",
          "slots",
          "states",
          "messages",
          "translate",
          "values",
          "carry");

  /** In {@code common.yml} besides. */
  static final List<String> COMMON = List.of("interrupts", "answers", "ordinals");

  static final List<String> SLOT =
      List.of(
          "type",
          "label",
          "from",
          "options",
          "ask",
          "again",
          "offer",
          "several",
          "optional",
          "eager",
          "sensitive",
          "remember",
          "show",
          "default",
          "if",
          "check",
          "tries");

  static final List<String> STATE =
      List.of(
          "fill",
          "choose-slot",
          "say",
          "choose",
          "unclear",
          "template",
          "keep",
          "do",
          "go",
          "end",
          "silence",
          "after",
          "ask-later");

  static final List<String> MESSAGE = List.of("say", "choose", "template");
  static final List<String> OPTION =
      List.of("label", "description", "words", "means", "do", "go", "clear");
  static final List<String> STAND = List.of("name", "with");
  static final List<String> TIMER = List.of("template", "say", "go");
  static final List<String> LATER = List.of("after", "flow");
  static final List<String> TRIES = List.of("max", "then");
  static final List<String> CHECK = List.of("rule", "say", "else");
  static final List<String> CARRY = List.of("slots", "states");
  static final List<String> COMMAND =
      List.of("words", "do", "say", "go", "then", "idle", "only-idle", "locked", "leads", "times");
  static final List<String> ACTION = List.of("do", "say", "go", "then");

  private Headings() {}
}
