package org.doorstep.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.doorstep.people.Amendment;
import org.doorstep.people.Hours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What volunteers say of their offer; what is not surely that changes nothing. */
class OfferingTest {

  private final Understanding understanding = Vocabularies.all();

  /** The change in short; a question mark where it has to be asked first. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "only on Tuesdays and weekends | days = tue sat sun",
        "Only on Tuesdays and at weekends, please! | days = tue sat sun",
        "not in the mornings | times - 05:00-12:00",
        "mornings only | times = 05:00-12:00",
        "only between 5 and 9 pm | times = 17:00-21:00",
        "only between 17:00 and 21:00 | times = 17:00-21:00",
        "between 5 and 9 | ? times = 17:00-21:00",
        "only 9-5 | times = 09:00-17:00",
        "only from 10 to 2 | times = 10:00-14:00",
        "weekday evenings only | days = mon tue wed thu fri; times = 17:00-21:00",
        "only on Saturdays from 9 to 1 | days = sat; times = 09:00-13:00",
        "from now on only after 5 | times = 17:00-00:00",
        "I can't on Mondays | days - mon",
        "no more Mondays please | days - mon",
        "I can help on Tuesdays | days = tue",
        "ask me any time | days = any; times = any",
        "any time | ? days = any; times = any",
        "I am free at weekends | days = sat sun",
        "Tuesday mornings and Thursday afternoons | ? days = tue thu; times = 05:00-12:00 12:00-17:00",
        "only on Saturday | ? days = sat",
        "Mondays to Thursdays only | days = mon tue wed thu",
        "only mon-thu | days = mon tue wed thu",
        "I have a car now | travel + car",
        "I've got a bike now | travel + bicycle",
        "I have a car | ? travel + car",
        "no car any more | travel - car",
        "I don't have a car anymore | travel - car",
        "I no longer have a car | travel - car",
        "I've sold my car | travel - car",
        "only by bike | travel = bicycle",
        "up to 5 km | far 5000",
        "no further than 2 miles | far 3219",
        "1 mile | ? far 1609",
        "half a mile at most | far 805",
        "up to 1.5 km | far 1500",
        "rather shopping and dogs | likes = dog-walk shopping",
        "I'd rather do lifts | likes = lift",
        "only shopping | likes = shopping",
        "no more dog walks | likes - dog-walk",
        "no dog walks | ? likes - dog-walk",
        "anything | ? likes = any",
        "also shopping | ? likes + shopping",
        "I speak Polish and Urdu | speaks = pl ur ur-Latn",
        "I also speak Welsh | speaks + cy",
        "don't write to me after 9 pm | quiet from 21:00",
        "don't write to me after 9 | ? quiet from 21:00",
        "please don't message me before 8 | quiet until 08:00",
        "quiet from 21:00 to 8:00 | ! quiet = 21:00-08:00",
        "no messages between 21:00 and 08:00 | quiet = 21:00-08:00",
        "no quiet hours | quiet = none",
        "I have a car now, up to 5 km | travel + car; far 5000",
        "only on Saturdays. No more dog walks | days = sat; likes - dog-walk",
      })
  void isReadInFreeWords(String text, String expected) {
    assertThat(read(text, "en")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DAYS tue sat sun | ! days = tue sat sun",
        "days: Tue, Sat & Sun | ! days = tue sat sun",
        "DAYS weekdays | ! days = mon tue wed thu fri",
        "DAYS any | ! days = any",
        "HOURS any | ! times = any",
        "QUIET 8-8 | ? ! quiet = 20:00-08:00",
        "HOURS 17-21 | ! times = 17:00-21:00",
        "HOURS 9-12, 17-21 | ! times = 09:00-12:00 17:00-21:00",
        "HOURS 22-6 | ? ! times = 22:00-06:00",
        "HOURS 22:00-06:00 | ! times = 22:00-06:00",
        "HOURS 5-9 | ? ! times = 17:00-21:00",
        "HOURS 0-24 | ! times = any",
        "REACH 5 km | ! far 5000",
        "REACH 3 miles | ! far 4828",
        "TRAVEL car | ! travel = car",
        "TRAVEL bike, bus and walk | ! travel = bicycle bus on_foot",
        "LIKES shopping dogs | ! likes = dog-walk shopping",
        "LIKES anything | ! likes = any",
        "LANGUAGES polish urdu | ! speaks = pl ur ur-Latn",
        "LANGUAGES none | ! speaks = any",
        "QUIET 21-8 | ! quiet = 21:00-08:00",
        "QUIET 21:00-08:00 | ! quiet = 21:00-08:00",
        "QUIET off | ! quiet = none",
        "quiet after 9 pm | ! quiet from 21:00",
        "MY POSTCODE LS6 3HN | ! moves",
        "I've moved to LS6 3HN | moves",
      })
  void isReadAsAnOrder(String text, String expected) {
    assertThat(read(text, "en")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HOURS 25:00-26:00 | ! unclear hours",
        "only between 25:00 and 26:00 | unclear hours",
        "HOURS 9:75-10 | ! unclear hours",
        "HOURS 17-17 | ! unclear hours",
        "REACH 9000 km | ! unclear reach",
        "up to 9000 km | unclear reach",
        "up to 5 m | unclear reach",
        "REACH 99999999999999999999 km | ! unclear reach",
        "REACH 5 | ! unclear reach",
        "DAYS | ! unclear days",
        "DAYS blursday | ! unclear days",
        "DAYS 🎉🎉 | ! unclear days",
        "QUIET 21:00-21:00 | ! unclear quiet",
        "QUIET 99-100 | ! unclear quiet",
        "LANGUAGES klingon | ! unclear languages",
        "LIKES | ! unclear likes",
        "TRAVEL broomstick | ! unclear travel",
      })
  void whatCannotBeMeantIsUnclear(String text, String expected) {
    assertThat(read(text, "en")).isEqualTo(expected);
  }

  /** Requests, replies, small talk: nothing here is about an offer. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "on Tuesday",
        "on Tuesday?",
        "Tuesday is fine",
        "I can help on Tuesday",
        "not on Monday",
        "tomorrow morning",
        "Tuesday between 5 and 9",
        "in the morning",
        "after 5",
        "5-9",
        "yes",
        "no",
        "ok",
        "shopping",
        "I need shopping on Tuesdays",
        "can someone walk my dog on Tuesdays and Thursdays",
        "only if somebody else can't",
        "I have a car seat to give away",
        "I have a car full of shopping outside",
        "no car outside, nobody is in",
        "my car broke down",
        "she only speaks Polish",
        "he moved to LS6",
        "could you ask me on Tuesdays?",
        "only 5 left",
        "up to you",
        "quiet please?",
        "she has nothing to eat",
        "I only have mornings with the kids free of school",
        "don't write to me",
        "don't ask",
        "any",
        "now",
        "stop",
        "the bus is late",
        "walk",
        "by car",
        "🎉🎉🎉",
        "?",
        "     ",
      })
  void whatMayMeanSomethingElseIsNotRead(String text) {
    assertThat(understanding.offering(text, "en")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pl | tylko we wtorki i w weekendy | days = tue sat sun",
        "pl | DNI wt sob | ! days = tue sat",
        "pl | nie mam już samochodu | travel - car",
        "pl | GODZINY 17-21 | ! times = 17:00-21:00",
        "pl | do 5 km | ? far 5000",
        "pl | mówię po polsku i w urdu | speaks = pl ur ur-Latn",
        "pl | nie pisz do mnie po 21:00 | quiet from 21:00",
        "pl | przeprowadziłam się do LS6 3HN | moves",
        "pl | raczej zakupy | likes = shopping",
        "ro | doar marțea și în weekend | ? days = tue sat sun",
        "ro | de acum doar marțea | days = tue",
        "ro | ORE 17-21 | ! times = 17:00-21:00",
        "ro | nu mai am mașină | travel - car",
        "ro | m-am mutat la LS6 3HN | moves",
        "ro | vorbesc poloneza | speaks = pl",
        "cy | dim ond dydd Sadwrn | ? days = sat",
        "cy | DIWRNODAU sadwrn sul | ! days = sat sun",
        "cy | hyd at 5 km | far 5000",
        "cy | dw i'n siarad Pwyleg | speaks = pl",
        "ur | صرف ہر ہفتے کو | days = sat",
        "ur | اوقات 17-21 | ! times = 17:00-21:00",
        "ur | صرف 17:00 سے 21:00 تک | times = 17:00-21:00",
        "ur-Latn | sirf har hafte ko | days = sat",
        "ur-Latn | DIN peer jumma | ! days = mon fri",
        "ur-Latn | ab se sirf 17 se 21 tak | times = 17:00-21:00",
        "en | tylko we wtorki i w weekendy | days = tue sat sun",
      })
  void isReadInEachLanguage(String language, String text, String expected) {
    assertThat(read(text, language)).isEqualTo(expected);
  }

  @Test
  void fiftyLanguagesAndLongStoriesAreNotTaken() {
    String all = "LANGUAGES " + "polish urdu welsh ".repeat(5);
    assertThat(read(all, "en")).isEqualTo("! unclear languages");
    assertThat(understanding.offering("only on Tuesdays " + "and Mondays ".repeat(30), "en"))
        .isEmpty();
  }

  private String read(String text, String language) {
    Optional<Offering> read = understanding.offering(text, language);
    if (read.isEmpty()) return "nothing";
    String order = read.get().ordered() ? "! " : "";
    return switch (read.get()) {
      case Offering.Unclear u -> order + "unclear " + u.topic().name().toLowerCase(Locale.ROOT);
      case Offering.Moves m -> order + "moves";
      case Offering.Changes c ->
          (c.sure() ? "" : "? ")
              + order
              + c.changes().stream().map(OfferingTest::shown).collect(Collectors.joining("; "));
    };
  }

  private static String shown(Amendment amendment) {
    return switch (amendment) {
      case Amendment.Days d ->
          "days "
              + sign(d.how())
              + " "
              + any(
                  d.days().stream()
                      .sorted()
                      .map(DayOfWeek::name)
                      .map(day -> day.substring(0, 3).toLowerCase(Locale.ROOT))
                      .toList());
      case Amendment.Times t ->
          "times "
              + sign(t.how())
              + " "
              + any(t.hours().stream().map(OfferingTest::hours).toList());
      case Amendment.Quiet q -> "quiet = " + (q.hours() == null ? "none" : hours(q.hours()));
      case Amendment.QuietFrom q -> "quiet from " + q.from();
      case Amendment.QuietUntil q -> "quiet until " + q.to();
      case Amendment.Far f -> "far " + f.metres();
      case Amendment.Travels t -> "travel " + sign(t.how()) + " " + any(sorted(t.ways()));
      case Amendment.Likes l -> "likes " + sign(l.how()) + " " + any(sorted(l.needs()));
      case Amendment.Speaks s -> "speaks " + sign(s.how()) + " " + any(sorted(s.tags()));
    };
  }

  private static List<String> sorted(java.util.Collection<?> all) {
    return all.stream()
        .map(one -> one instanceof Enum<?> e ? e.name().toLowerCase(Locale.ROOT) : one.toString())
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private static String sign(Amendment.How how) {
    return switch (how) {
      case EXACTLY -> "=";
      case ALSO -> "+";
      case NOT -> "-";
    };
  }

  private static String any(List<String> some) {
    return some.isEmpty() ? "any" : String.join(" ", some);
  }

  private static String hours(Hours hours) {
    return time(hours.from()) + "-" + time(hours.to());
  }

  private static String time(LocalTime time) {
    return time.toString();
  }
}
