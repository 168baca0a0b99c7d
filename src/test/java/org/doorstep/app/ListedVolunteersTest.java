package org.doorstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.doorstep.story.RunningVillage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** A list is imported while the service runs; those on it write, and are asked. */
class ListedVolunteersTest {

  private static final String NINA = "+447700900131";
  private static final String RAVI = "+447700900132";
  private static final String TOM = "+447700900133";

  @Test
  void whoIsOnAListHelpsOnceTheyHaveAgreed(@TempDir Path data) throws Exception {
    Path list = data.resolve("list.csv");
    Files.writeString(
        list,
        """
        sep=;
        Post code;First name;Mobile;Drives
        LS6 3HN;Nina;7700900131;yes
        LS6 3HN;Ravi;07700 900132;
        """);
    try (RunningVillage village = RunningVillage.start(data)) {
      assertThat(imported(data, list)).contains("0 of them left out", "invited: 2");

      assertThat(village.answered(NINA, "hello", "Hello Nina!")).contains("Hyde Park");
      assertThat(village.shown(NINA).getLast().choices()).hasSize(2);
      village.answered(NINA, "yes", "You are one of us now");
      assertThat(village.answered(NINA, "my data", "Nina")).contains("LS6 3HN");
      village.asksFor("edna", "Could somebody get bread and milk today? LS6 3HN");
      village.hears(NINA, "Could you do it?");

      village.answered(RAVI, "hi there", "Hello Ravi!");
      village.answered(RAVI, "no", "I have deleted what I was told about you");
      assertThat(village.answered(RAVI, "my data", "what we know")).doesNotContain("Ravi", "LS6");

      assertThat(imported(data, list))
          .contains(
              list + ":3: is a volunteer already",
              list + ":4: has said that they do not want to be asked",
              "invited: 0");
    }
  }

  @Test
  void whenTheyHelpAndWhatTheySpeakIsInTheirProfile(@TempDir Path data) throws Exception {
    Path list = data.resolve("list.csv");
    Files.writeString(
        list,
        """
        Postcode,First name,Mobile,Which days?,Hours,Languages spoken
        LS6 3HN,Tom,07700900133,"Tue, Sat",17:00-21:00,Polish
        LS6 3HN,Ann,07700900134,when I can,,
        LS6 3HN,Bob,07700900135,"not mon, tue, wed, thu, fri, sat, sun",,
        """);
    try (RunningVillage village = RunningVillage.start(data)) {
      assertThat(imported(data, list))
          .contains(
              list + ":3: the days are not understood; write them so: Tue, Sat",
              list + ":4: its days and hours leave no time at which they help",
              "invited: 1");
      village.answered(TOM, "hello", "Hello Tom!");
      village.answered(TOM, "yes", "You are one of us now");
      assertThat(village.answered(TOM, "my profile", "Tuesday"))
          .contains("Saturday", "17:00", "21:00", "Polski")
          .doesNotContain("Monday");
    }
  }

  private static String imported(Path data, Path list) {
    var environment = new MockEnvironment();
    environment.setProperty("DOORSTEP_DATA", data.toString());
    environment.setProperty("DOORSTEP_CELLS", data.resolve("cells").toString());
    var printed = new StringWriter();
    var printer = new PrintWriter(printed, true);
    Commands.run(
        new Rooms(),
        environment,
        new BufferedReader(new StringReader("")),
        printer,
        printer,
        "volunteers",
        "import",
        list.toString());
    return printed.toString();
  }
}
