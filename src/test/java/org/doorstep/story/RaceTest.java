package org.doorstep.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.doorstep.cell.Cell;
import org.doorstep.place.Point;
import org.doorstep.talk.Tap;
import org.doorstep.village.Phones;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everybody wants the same job at the same instant. */
class RaceTest {

  private static final int MANY = 500;
  private static final int WAVE = 50;

  /** Where the village's table has LS6 3HN. */
  private static final Point THERE = new Point(53.822, -1.575);

  private static final String CELL =
      """
      id: hyde-park
      name: Hyde Park & Headingley
      zone: Europe/London
      neighbours: "Ask the library who is near."
      whatsapp: "+447700900000"
      slack: {team: T0VILLAGE, officers-channel: C0OFFICERS}
      officers:
        - {slack: U0AMINA, name: Amina Rahman}
      area: {outcodes: [LS6, LS4]}
      groups:
        - {id: hyde-park, name: Hyde Park Neighbours, lead: Joan Whitaker, stance: integrated, slack-channel: C0GROUP}
      rules:
        waves:
      """
          + "    - {ask: 50, within: 250 m, wait: 1m}\n".repeat(MANY / WAVE)
          + """
            quiet-hours: {from: "00:00", to: "00:00"}
            hold-at-most: 3
            gather: 0s
          """;

  private record Button(String phone, String message, String payload, String title) {}

  @Test
  void ofFiveHundredWhoTakeOneJobOneHasItAndAllOthersAreTold(@TempDir Path folder)
      throws IOException {
    long seed = new Random().nextLong();
    System.out.println("RaceTest seed " + seed);
    Path cells = Files.createDirectories(folder.resolve("cells"));
    Files.writeString(cells.resolve("hyde-park.yml"), CELL);
    Cell cell = ManyVolunteers.cell(CELL);
    List<String> phones =
        ManyVolunteers.joined(
            folder.resolve("data"),
            cell,
            THERE,
            100,
            MANY,
            RunningVillage.AFTERNOON,
            new Random(seed));

    try (RunningVillage village =
        RunningVillage.start(
            folder.resolve("data"), RunningVillage.AFTERNOON, "--DOORSTEP_CELLS=" + cells)) {
      Talks.asks(village, "edna", "Can someone get my mums prescription from Boots today? LS6 3HN");
      for (int wave = 1; wave <= MANY / WAVE; wave++) {
        int asked = wave * WAVE;
        village.until(asked + " are asked", () -> offered(village, phones) == asked);
        if (wave < MANY / WAVE) village.passes(Duration.ofMinutes(1));
      }
      List<Button> buttons = buttons(village, phones);
      assertThat(buttons).hasSize(MANY);

      long start = System.nanoTime();
      buttons.parallelStream()
          .forEach(
              b -> village.village().phones().tap(b.phone(), b.message(), b.payload(), b.title()));
      village.until("all are told", () -> told(village, phones) == MANY);
      System.out.println("RaceTest told after " + (System.nanoTime() - start) / 1_000_000 + " ms");

      assertThat(village.waiting().parked()).isZero();
      List<String> winners = phones.stream().filter(p -> has(village, p, "It is yours")).toList();
      assertThat(winners).hasSize(1);
      village.hears("edna", "can help with this");
      assertThat(timesHeard(village, "edna", "can help with this")).isEqualTo(1);
      for (String phone : phones) {
        if (winners.contains(phone)) {
          assertThat(village.everythingOn(phone)).contains("LS6 3HN", "Boots");
          assertThat(isTaken(village, phone)).isFalse();
        } else {
          assertThat(isTaken(village, phone)).as(phone).isTrue();
          assertThat(timesHeard(village, phone, "Somebody was a moment faster")).isLessThan(2);
          assertThat(village.everythingOn(phone)).doesNotContain("3HN", "Boots", "mum", "Edna");
        }
      }
    }
  }

  private static List<Button> buttons(RunningVillage village, List<String> phones) {
    List<Button> buttons = new ArrayList<>();
    for (String phone : phones) {
      for (Phones.Shown shown : village.shown(phone)) {
        for (Map.Entry<String, String> choice : shown.choices().entrySet()) {
          if (Tap.decode(choice.getKey()).filter(t -> t.choice().equals("take")).isPresent()) {
            buttons.add(new Button(phone, shown.id(), choice.getKey(), choice.getValue()));
          }
        }
      }
    }
    return buttons;
  }

  private static long offered(RunningVillage village, List<String> phones) {
    return phones.stream().filter(phone -> has(village, phone, "LS6")).count();
  }

  private static long told(RunningVillage village, List<String> phones) {
    return phones.stream()
        .filter(phone -> has(village, phone, "It is yours") || isTaken(village, phone))
        .count();
  }

  private static boolean isTaken(RunningVillage village, String phone) {
    return has(village, phone, "has just taken this one")
        || has(village, phone, "Somebody was a moment faster");
  }

  private static boolean has(RunningVillage village, String phone, String words) {
    return timesHeard(village, phone, words) > 0;
  }

  private static long timesHeard(RunningVillage village, String phone, String words) {
    return village.shown(phone).stream().filter(m -> !m.mine() && m.text().contains(words)).count();
  }
}
