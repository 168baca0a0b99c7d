package org.doorstep.talk;

import java.util.List;

/**
 * One question of a form, by itself.
 *
 * @param label what it is about, in a word or three
 * @param ask the whole question
 * @param several whether more than one may be picked
 * @param choices by the keys of their answers; none where it is answered in words
 */
public record Question(String label, String ask, boolean several, List<Choice> choices) {
  public Question {
    choices = List.copyOf(choices);
  }
}
