package org.doorstep.story;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.doorstep.village.Phones;

/** A resident who asks for help and answers what is asked, until volunteers are asked. */
final class Talks {

  private static final int QUESTIONS = 8;

  private Talks() {}

  /** What is not known is skipped. */
  static void asks(RunningVillage village, String phone, String words) {
    asks(village, phone, words, question -> "skip");
  }

  static void asks(
      RunningVillage village, String phone, String words, UnaryOperator<String> answers) {
    untilReadBack(village, phone, words, answers);
    answer(village, phone, "yes");
    village.hears(phone, "I am asking volunteers near you now");
  }

  static void untilReadBack(RunningVillage village, String phone, String words) {
    untilReadBack(village, phone, words, question -> "skip");
  }

  private static void untilReadBack(
      RunningVillage village, String phone, String words, UnaryOperator<String> answers) {
    String last = answer(village, phone, words);
    for (int i = 0; i < QUESTIONS && !last.contains("Here is what I have"); i++) {
      last = answer(village, phone, answers.apply(last));
    }
  }

  /** What is said to it next. */
  static String answer(RunningVillage village, String phone, String words) {
    Predicate<Phones.Shown> theirs = shown -> !shown.mine();
    long before = village.shown(phone).stream().filter(theirs).count();
    village.says(phone, words);
    village.until(
        phone + " is answered",
        () -> village.shown(phone).stream().filter(theirs).count() > before);
    return village.shown(phone).stream().filter(theirs).reduce((a, b) -> b).orElseThrow().text();
  }
}
