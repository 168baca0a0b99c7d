package org.doorstep.app;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.doorstep.talk.Talk;
import org.doorstep.understand.Danger;
import org.doorstep.understand.Language;
import org.doorstep.understand.Understanding;

/** What to answer to words of danger when nothing can be stored. Needs nothing but memory. */
record Emergency(Talk talk, Understanding understanding)
    implements Function<String, Optional<String>> {

  @Override
  public Optional<String> apply(String text) {
    return understanding
        .danger(text)
        .map(danger -> spoken(text).say(message(danger), "", Map.of()).text());
  }

  /** Who wrote it cannot be looked up, so their words say which language they read. */
  private Talk spoken(String text) {
    Language guess = understanding.language(text);
    return guess.sure() ? talk.in(guess.tag()) : talk;
  }

  private static String message(Danger danger) {
    return switch (danger) {
      case SELF_HARM -> "common.danger-unstored-self-harm";
      case FIRE_GAS -> "common.danger-unstored-fire-gas";
      case MEDICAL, VIOLENCE, ABUSE, EXPLOITATION, MISSING -> "common.danger-unstored";
    };
  }
}
