package org.doorstep.talk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a form wants to know.
 *
 * @param label what it is called where one picks the part to change
 * @param from a vocabulary whose entries are its choices
 * @param choices its own choices, after those of the vocabulary
 * @param show the keys that its menu shows, in order; empty for all. Others are still understood
 * @param ask the question; null for what is never asked
 * @param again the question when it is asked once more
 * @param offer the question whether it is what it was last time
 * @param several more than one choice may be picked
 * @param eager filled from any message, asked or not
 * @param onlyIf other slots, and which of their keys this one needs
 */
record Slot(
    String key,
    Type type,
    @Nullable String label,
    @Nullable String from,
    List<Option> choices,
    List<String> show,
    @Nullable String ask,
    @Nullable String again,
    @Nullable String offer,
    boolean several,
    boolean optional,
    boolean eager,
    boolean sensitive,
    Remember remember,
    @Nullable SlotValue otherwise,
    Map<String, List<String>> onlyIf,
    List<Check> checks,
    Flow.@Nullable Tries tries,
    int line) {

  /** What kind of thing it is, and so how it is read from words. */
  enum Type {
    CHOICE,
    OWN_WORDS,
    TEXT,
    NAME,
    UK_PLACE,
    WHEN,
    WHO,
    FLAGS,
    COUNT;

    /** Whatever is answered is the value. */
    boolean free() {
      return this == OWN_WORDS || this == TEXT || this == NAME;
    }

    boolean holds(SlotValue value) {
      return switch (value) {
        case SlotValue.Words w -> free() || this == WHO || this == COUNT;
        case SlotValue.Picked p -> this == CHOICE;
        case SlotValue.At a -> this == UK_PLACE;
        case SlotValue.OneOf o -> this == UK_PLACE;
        case SlotValue.Time t -> this == WHEN;
        case SlotValue.Raised r -> this == FLAGS;
        case SlotValue.Skipped s -> true;
      };
    }
  }

  /** What is done with what was known from an earlier time. */
  enum Remember {
    NOT,
    /** Asked about first: "Same place as last time?" */
    OFFER,
    /** Taken over; it is shown in the summary. */
    USE
  }

  /** What a value has to pass: by name, with what is said or where it goes if it does not. */
  record Check(String rule, @Nullable String say, @Nullable String otherwise, int line) {
    static final List<String> RULES = List.of("covered", "not-past");
  }
}
