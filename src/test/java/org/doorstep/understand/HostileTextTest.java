package org.doorstep.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import org.doorstep.people.Need;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed, an answer comes, and soon. */
class HostileTextTest {

  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 3, 18, 14, 30, 0, 0, ZoneId.of("Europe/London"));
  private static final int LONGEST = 1_600;
  private static final List<JobLabel> JOBS =
      List.of(
          new JobLabel(new Need("shopping"), "Shopping, LS6", false),
          new JobLabel(new Need("lift"), "Lift to clinic, Thu 9am", true));

  private static final String[] PIECES = {
    "a",
    "cant ",
    "breathe ",
    "he ",
    "hit ",
    "me ",
    "my ",
    "the ",
    "LS6",
    " 3HN",
    "half ",
    "2 ",
    "99",
    "31/02",
    "0/0",
    "tomorrow ",
    "every ",
    "week ",
    "\u200B",
    "\u202E",
    "\u0301",
    "\uD83D",
    "\uDE00",
    "\uD83D\uDC4D\uD83C\uDFFD",
    "\u0633\u0644\u0627\u0645 ",
    "\u05E9\u05DC\u05D5\u05DD",
    "\n",
    "?",
    ".",
    "'",
    "flat 9 ",
    "the the ",
    "Road ",
    "\u0430",
    "\uFF21",
    "\u0000",
    "|",
    "(",
    "[",
    "\\",
    "*",
    "25:61",
    "-",
    "th ",
    "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
    "\u0130",
    "\uFDFA",
    "not ",
    "no ",
    "both ",
    "don't "
  };

  private final Understanding understanding = Vocabularies.all();

  @Test
  void nothingThatCanBeTypedMakesItFail() {
    long seed = Long.getLong("doorstep.seed", 20_260_318L);
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 150; i++) {
      String text = text(random);
      assertThatCode(() -> readAll(text)).as("text of seed %d", seed).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\n\n", "\uD83D\uDE00", "\uD83D", "'", "\u200B\u200B", ".", "\u0301"})
  void nextToNothingIsRead(String text) {
    assertThat(understanding.danger(text)).isEmpty();
    assertThat(understanding.placesIn(text)).isEmpty();
    assertThat(understanding.read(text, NOW).needs()).isEmpty();
    assertThat(understanding.reply(text, JOBS).meaning()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "he ",
        "cant ",
        "a ",
        "my ",
        "tablets ",
        "1 ",
        "mon ",
        "he hit me not ",
        "12:",
        "ls6 3",
        "no ",
        "the road "
      })
  void longTextCostsLittle(String piece) {
    String text = piece.repeat(LONGEST / piece.length());
    readAll(text);
    long start = System.nanoTime();
    readAll(text);
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertThat(millis).as("milliseconds for all readings of one text").isLessThan(1_000);
  }

  @Test
  void theCostGrowsWithTheLengthAndNotFaster() {
    String piece = "he hit my head and i cant wake him now the tablets are gone ";
    long quarter = dangerNanos(piece.repeat(LONGEST / 4 / piece.length()));
    long whole = dangerNanos(piece.repeat(LONGEST / piece.length()));
    System.out.printf("danger check: %d and %d microseconds%n", quarter / 1000, whole / 1000);
    assertThat(whole).isLessThan(quarter * 16 + 2_000_000);
  }

  @Test
  void aDangerCheckOfAnOrdinaryMessageTakesLessThanAMillisecond() {
    String text = "Hi, could somebody get my prescription from the chemist tomorrow, I live at LS6";
    long nanos = dangerNanos(text);
    System.out.printf("danger check of an ordinary message: %d microseconds%n", nanos / 1000);
    assertThat(nanos).as("generous: the promise is 1 ms").isLessThan(10_000_000);
  }

  private long dangerNanos(String text) {
    for (int i = 0; i < 100; i++) understanding.danger(text);
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      long start = System.nanoTime();
      understanding.danger(text);
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }

  private void readAll(String text) {
    Reading reading = understanding.read(text, NOW);
    reading.needs().forEach(n -> span(n, text));
    Found<String> place = reading.place();
    if (place != null) span(place, text);
    var when = reading.when();
    if (when != null) span(when, text);
    assertThat(understanding.danger(text)).isNotNull();
    understanding.placesIn(text);
    understanding.reply(text, JOBS);
  }

  private static void span(Found<?> found, String text) {
    assertThat(found.start()).isBetween(0, text.length());
    assertThat(found.end()).isBetween(found.start(), text.length());
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(LONGEST);
    while (text.length() < length) {
      if (random.nextInt(6) == 0) text.append((char) random.nextInt(0x10000));
      else text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.substring(0, Math.min(text.length(), LONGEST));
  }
}
