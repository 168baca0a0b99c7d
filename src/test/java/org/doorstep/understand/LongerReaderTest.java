package org.doorstep.understand;

import static org.assertj.core.api.Assertions.assertThat;

import org.doorstep.talk.ShippedTalk;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whether somebody would keep a thing that is lent, and for how long, in the words of six
 * languages.
 */
@NullUnmarked
class LongerReaderTest {

  private static final Understanding WORDS = ShippedTalk.understanding();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "can I keep the heater another week | 7",
        "could we hold on to it for two more weeks? | 14",
        "can I hang on to it a few more days | 3",
        "is it ok to keep it a bit longer | 0",
        "can I have it another fortnight | 14",
        "can I keep the heater 10 more days | 10",
        "is there any chance of extending the loan, I need an extension | 0",
        "she can keep it another month | 30",
        "czy mogę zatrzymać jeszcze tydzień | 7",
        "czy mogę zatrzymać grzejnik jeszcze dwa tygodnie | 14",
        "pot să păstrez radiatorul încă două săptămâni | 14",
        "ga i gadw'r gwresogydd am wythnos arall | 7",
        "کیا میں ہیٹر ایک ہفتہ اور رکھ سکتا ہوں | 7",
        "kya main heater ek hafta aur rakh sakta hoon | 7"
      })
  void whoWouldKeepIt(String text, int days) {
    Longer longer = WORDS.longer(text, false);
    assertThat(longer.plain()).isTrue();
    assertThat(longer.days()).isEqualTo(days);
  }

  @Test
  void untilWhenWillDoAsWell() {
    assertThat(WORDS.longer("can I keep it till Friday", true).plain()).isTrue();
    assertThat(WORDS.longer("I can keep it", false).plain()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I can't keep the house warm",
        "please keep trying",
        "can you help me another week",
        "I need a heater for a week",
        "she needs more bread",
        "two more weeks"
      })
  void whoSpeaksOfSomethingElse(String text) {
    assertThat(WORDS.longer(text, false).plain()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"two more weeks", "a bit longer please", "another few days?"})
  void whatAnswersAReminder(String text) {
    assertThat(WORDS.longer(text, false).answers()).isTrue();
  }

  @Test
  void longTalkIsNotReadAndNoNumberIsTooLarge() {
    assertThat(WORDS.longer("keep it longer ".repeat(40), false)).isEqualTo(Longer.NOTHING);
    assertThat(WORDS.longer("can I keep it 999 months", false).days()).isLessThanOrEqualTo(366);
    assertThat(WORDS.longer("", false)).isEqualTo(Longer.NOTHING);
  }
}
