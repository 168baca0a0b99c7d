package org.doorstep.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A group's rules are its own file, and a change of them needs no restart. */
class GroupFileTest {

  private static final String NINA = "+447700900131";
  private static final String ROSA = "+447700900133";

  private static Path group;
  private static RunningVillage village;
  private static SlackWindow slack;

  private int newcomers;

  @BeforeAll
  static void start(@TempDir Path data) throws IOException {
    Path cells = Files.createDirectories(data.resolve("cells"));
    String cell = demo().replaceAll("gather: .*", "gather: 0s");
    int from = cell.indexOf("groups:\n");
    int to = cell.indexOf("rules:\n");
    String own = cell.substring(from + "groups:\n".length(), to).replaceAll("(?m)^(  - |    )", "");
    Files.writeString(cells.resolve("hyde-park.yml"), cell.substring(0, from) + cell.substring(to));
    group = Files.createDirectories(cells.resolve("hyde-park")).resolve("neighbours.yml");
    Files.writeString(group, own);
    village = RunningVillage.start(data, RunningVillage.AFTERNOON, "--DOORSTEP_CELLS=" + cells);
    slack = new SlackWindow(village);
  }

  private static String demo() throws IOException {
    try (InputStream cell =
        RunningVillage.class.getResourceAsStream("/village/cells/hyde-park.yml")) {
      return new String(Objects.requireNonNull(cell).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @AfterAll
  static void stop() {
    slack.close();
    village.close();
  }

  @Test
  void theNextMessageIsDecidedByTheNewRulesAndABadEditIsRefused() throws IOException {
    assertThat(joins(NINA, "Nina")).contains("You are one of us now");

    String open = Files.readString(group);
    Files.writeString(group, open + "join: lead-approves\n");
    village.until("the edit counts", this::aNewcomerWaitsForALead);

    Files.writeString(group, open + "join: nobody\nleads: []\n");
    SlackWindow.Posted refused =
        slack.post(SlackWindow.OFFICERS, "An edit of the rules is not used");
    assertThat(refused.text())
        .contains("hyde-park/neighbours.yml:7: `join` should be", "hyde-park/neighbours.yml:8: ")
        .doesNotContain("900811");
    assertThat(joins(ROSA, "Rosa")).as("the old rules").doesNotContain("You are one of us now");

    Files.writeString(group, open);
    slack.post(SlackWindow.OFFICERS, "The rules are in order again");
    assertThat(joins("+447700900134", "Kim")).contains("You are one of us now");
  }

  /** One after the other comes, until the new rule meets one. */
  private boolean aNewcomerWaitsForALead() {
    return !joins("+4477009001" + (40 + newcomers++), "Bob").contains("You are one of us now");
  }

  private static String joins(String phone, String name) {
    village.answered(phone, "I want to help", "What is your first name?");
    village.answered(phone, name, "Where do you live?");
    village.answered(phone, "LS6 3HN", "How far from home");
    village.answered(phone, "10 minutes", "How do you get about?");
    village.answered(phone, "walk", "What would you like to help with?");
    return village.answered(phone, "anything", "Thank you");
  }
}
