package org.doorstep.talk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with what may be answered to it.
 *
 * @param template what stands for it when WhatsApp takes nothing else
 */
record Message(String say, List<Option> choices, @Nullable Stand template, int line) {

  /** An approved template, and the values for its variables in order. */
  record Stand(String name, List<String> with, int line) {
    Stand {
      with = List.copyOf(with);
    }
  }

  Message {
    choices = List.copyOf(choices);
  }
}
