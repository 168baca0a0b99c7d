package org.doorstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.cell.Cell;
import org.doorstep.village.Simulation;
import org.doorstep.whatsapp.TwilioAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

class CommandsTest {

  @TempDir Path folder;

  private final BufferedReader in = new BufferedReader(new StringReader(""));
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> done = new ArrayList<>();
  private final List<String> findings = new ArrayList<>();
  private final MockEnvironment environment = new MockEnvironment();

  private final Errands errands =
      new Errands() {
        @Override
        public Report importPlaces(List<Path> files, Path data) {
          return note("import " + files + " into " + data);
        }

        @Override
        public Report checkFlows(Path folder) {
          return note("flows " + folder);
        }

        @Override
        public Report drawFlows(Path folder) {
          return note("draw " + folder);
        }

        @Override
        public Report releaseFlows(Path folder) {
          return note("release " + folder);
        }

        @Override
        public Report chat(Path folder, Chat.Wish wish, BufferedReader in, PrintWriter out) {
          return note("chat " + folder + " " + wish);
        }

        @Override
        public Report translate(Path folder, String language, Optional<List<String>> stamp) {
          return note("translate " + language + " " + stamp.map(Object::toString).orElse("-"));
        }

        @Override
        public Report checkCells(List<Path> files) {
          return note("cells " + files);
        }

        @Override
        public Report evaluate(
            LabelledKind kind, Path file, Path flows, Optional<Path> json, boolean verbose) {
          return note("evaluate " + kind + " " + file + " " + flows + " " + json + " " + verbose);
        }

        @Override
        public Report content(boolean push, TwilioAccount account, URI at, Path flows, Path data) {
          return note((push ? "push " : "status ") + account + " " + at + " " + flows + " " + data);
        }

        @Override
        public Report simulate(
            long seed,
            Simulation.Size size,
            Optional<Path> cell,
            Optional<Path> json,
            Optional<Path> png) {
          return note("simulate " + seed + " " + size + " " + cell + " " + json + " " + png);
        }

        @Override
        public Report audit(
            java.time.YearMonth month, Cell cell, Settings settings, Environment environment) {
          throw new AssertionError();
        }

        @Override
        public Report writeFigures(
            Figures wanted, Cell cell, Settings settings, Environment environment) {
          throw new AssertionError();
        }

        @Override
        public Report writeExpenses(
            Path file,
            java.time.YearMonth month,
            Cell cell,
            Settings settings,
            Environment environment) {
          throw new AssertionError();
        }

        @Override
        public Report importDirectory(
            String from,
            Optional<String> name,
            Cell cell,
            Settings settings,
            Environment environment,
            boolean check) {
          return note("directory " + from + " " + name.orElse("-") + " " + cell.id() + " " + check);
        }

        @Override
        public Report listDirectory(Cell cell, Settings settings, Environment environment) {
          return note("directory of " + cell.id());
        }

        @Override
        public Report removeDirectory(
            String name, Cell cell, Settings settings, Environment environment) {
          return note("directory without " + name);
        }

        @Override
        public Report importVolunteers(
            Path file, Cell cell, Settings settings, Environment environment, boolean check) {
          return note("volunteers " + file + " " + cell.id() + " " + check);
        }

        @Override
        public String newKeyset() {
          return "{keys}";
        }

        private Report note(String what) {
          done.add(what);
          return new Report(List.of("looked at it"), findings);
        }
      };

  private int run(String... args) {
    return Commands.run(
        errands, environment, in, new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  @Test
  void placesAreImportedIntoTheDataFolder() throws Exception {
    environment.setProperty("DOORSTEP_DATA", "elsewhere");
    Path file = Files.writeString(folder.resolve("ls.csv"), "");

    assertThat(run("places", "import", file.toString())).isZero();
    assertThat(done).containsExactly("import [" + file + "] into elsewhere");
    assertThat(out.toString()).isEqualToIgnoringNewLines("looked at it");
  }

  @Test
  void aFindingIsStatusOne() {
    findings.add("flows/join.yml:3: no such slot");

    assertThat(run("flows", "check", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("flows/join.yml:3: no such slot");
  }

  @Test
  void flowsAreThoseOfTheSettings() {
    environment.setProperty("doorstep.flows", folder.toString());

    assertThat(run("flows", "check")).isZero();
    assertThat(done).containsExactly("flows " + folder);
  }

  @Test
  void flowsAreDrawnReleasedAndTalkedTo() {
    String at = folder.toString();

    assertThat(run("flows", "draw", at)).isZero();
    assertThat(run("flows", "release", at)).isZero();
    assertThat(
            run(
                "flows",
                "chat",
                "join",
                "--folder",
                at,
                "--channel",
                "sms",
                "--now",
                "2026-03-18T14:30"))
        .isZero();
    assertThat(done)
        .containsExactly(
            "draw " + at,
            "release " + at,
            "chat " + at + " Wish[flow=join, channel=SMS, language=en, now=2026-03-18T14:30:00Z]");
  }

  @Test
  void cellsAreThoseOfTheSettings() {
    environment.setProperty("DOORSTEP_CELLS", folder.toString());

    assertThat(run("cells", "check")).isZero();
    assertThat(done).containsExactly("cells [" + folder + "]");
  }

  @Test
  void cellsMayBeNamed() throws Exception {
    Path cell = Files.writeString(folder.resolve("a.yml"), "");

    assertThat(run("cells", "check", cell.toString())).isZero();
    assertThat(done).containsExactly("cells [" + cell + "]");
  }

  @Test
  void contentIsPushedWithTheSettings() {
    String sid = "AC" + "0123456789abcdef".repeat(2);
    environment.setProperty("DOORSTEP_TWILIO_ACCOUNT_SID", sid);
    environment.setProperty("DOORSTEP_TWILIO_AUTH_TOKEN", "canarytoken");
    environment.setProperty("DOORSTEP_FLOWS", folder.toString());

    assertThat(run("content", "push")).isZero();
    assertThat(run("content", "status")).isZero();
    String with = "TwilioAccount[" + sid + ", redacted] https://content.twilio.com " + folder;
    assertThat(done).containsExactly("push " + with + " data", "status " + with + " data");
  }

  @Test
  void contentNeedsAnAccount() {
    assertThat(run("content", "push")).isEqualTo(2);
    assertThat(done).isEmpty();
    assertThat(err.toString())
        .contains("DOORSTEP_TWILIO_ACCOUNT_SID", "DOORSTEP_TWILIO_AUTH_TOKEN");
  }

  @Test
  void understandingIsMeasuredByAFile() throws Exception {
    environment.setProperty("doorstep.flows", folder.toString());
    Path file = Files.writeString(folder.resolve("m.jsonl"), "");
    Path json = folder.resolve("m.json");

    assertThat(run("evaluate", "crisis", file.toString(), "-v", "--json", json.toString()))
        .isZero();
    assertThat(done)
        .containsExactly(
            "evaluate crisis " + file + " " + folder + " " + Optional.of(json) + " true");
  }

  @Test
  void keysGoToStandardOutputAndNothingElseDoes() {
    assertThat(run("keys", "new")).isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines("{keys}");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "--version", "help", "--help", "help places"})
  void helpAndVersionAreFine(String line) {
    assertThat(run(line.split(" "))).isZero();
    assertThat(out.toString()).isNotBlank();
  }

  @Test
  void aLanguageIsListedOrStamped() {
    environment.setProperty("doorstep.flows", folder.toString());
    assertThat(run("flows", "translate", "pl")).isZero();
    assertThat(run("flows", "translate", "pl", "--stamp")).isZero();
    assertThat(run("flows", "translate", "pl", "--stamp", "words.a", "--stamp", "words.b"))
        .isZero();
    assertThat(done)
        .containsExactly("translate pl -", "translate pl []", "translate pl [words.a, words.b]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dance",
        "places",
        "places import",
        "places import /nowhere/ls.csv",
        "flows check /nowhere",
        "flows check --quickly",
        "flows draw /nowhere",
        "flows release /nowhere",
        "flows chat",
        "flows chat join --channel pigeon",
        "flows chat join --folder /nowhere",
        "flows translate",
        "cells check",
        "cells check /nowhere.yml",
        "evaluate",
        "evaluate messages",
        "evaluate messages /nowhere.jsonl",
        "evaluate poems pom.xml",
        "keys",
        "keys old"
      })
  void badUsageIsStatusTwoAndSaysWhy(String line) {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(err.toString()).isNotBlank();
    assertThat(done).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"flows,true", "--help,true", "-V,true", "--server.port=1,false", "--debug,false"})
  void optionsOfSpringAreNotCommands(String first, boolean command) {
    assertThat(Doorstep.isCommand(new String[] {first})).isEqualTo(command);
  }

  @Test
  void noArgumentsMeansTheService() {
    assertThat(Doorstep.isCommand(new String[0])).isFalse();
  }

  @Test
  void anErrandThatBreaksIsStatusOneWithoutAStackTrace() {
    int status =
        Commands.run(
            new Errands() {
              @Override
              public Report importPlaces(List<Path> files, Path data) {
                throw new IllegalStateException("disk full");
              }

              @Override
              public Report checkFlows(Path folder) {
                throw new IllegalStateException("disk full");
              }

              @Override
              public Report drawFlows(Path folder) {
                throw new IllegalStateException("disk full");
              }

              @Override
              public Report releaseFlows(Path folder) {
                throw new IllegalStateException("disk full");
              }

              @Override
              public Report chat(Path folder, Chat.Wish wish, BufferedReader in, PrintWriter out) {
                throw new IllegalStateException("disk full");
              }

              @Override
              public Report translate(Path folder, String language, Optional<List<String>> stamp) {
                throw new IllegalStateException("disk full");
              }

              @Override
              public Report checkCells(List<Path> files) {
                throw new IllegalStateException("disk full");
              }

              @Override
              public Report evaluate(
                  LabelledKind kind, Path file, Path flows, Optional<Path> json, boolean verbose) {
                throw new IllegalStateException("disk full");
              }

              @Override
              public Report content(
                  boolean push, TwilioAccount account, URI at, Path flows, Path data) {
                throw new IllegalStateException("disk full");
              }

              @Override
              public Report simulate(
                  long seed,
                  Simulation.Size size,
                  Optional<Path> cell,
                  Optional<Path> json,
                  Optional<Path> png) {
                throw new IllegalStateException("disk full");
              }

              @Override
              public Report audit(
                  java.time.YearMonth month,
                  Cell cell,
                  Settings settings,
                  Environment environment) {
                throw new AssertionError();
              }

              @Override
              public Report writeFigures(
                  Figures wanted, Cell cell, Settings settings, Environment environment) {
                throw new AssertionError();
              }

              @Override
              public Report writeExpenses(
                  Path file,
                  java.time.YearMonth month,
                  Cell cell,
                  Settings settings,
                  Environment environment) {
                throw new AssertionError();
              }

              @Override
              public Report importDirectory(
                  String from,
                  Optional<String> name,
                  Cell cell,
                  Settings settings,
                  Environment environment,
                  boolean check) {
                throw new AssertionError();
              }

              @Override
              public Report listDirectory(Cell cell, Settings settings, Environment environment) {
                throw new AssertionError();
              }

              @Override
              public Report removeDirectory(
                  String name, Cell cell, Settings settings, Environment environment) {
                throw new AssertionError();
              }

              @Override
              public Report importVolunteers(
                  Path file, Cell cell, Settings settings, Environment environment, boolean check) {
                throw new IllegalStateException("disk full");
              }

              @Override
              public String newKeyset() {
                throw new IllegalStateException("disk full");
              }
            },
            environment,
            in,
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            "keys",
            "new");

    assertThat(status).isEqualTo(1);
    assertThat(err.toString()).contains("disk full").doesNotContain("\tat ");
  }

  @Test
  void aListOfVolunteersIsForTheOneCellOrTheOneThatIsNamed() throws Exception {
    Path list = Files.writeString(folder.resolve("list.csv"), "");

    assertThat(run("volunteers", "import", list.toString(), "--check")).isZero();
    assertThat(run("volunteers", "import", list.toString(), "--cell", "hyde-park")).isZero();
    assertThat(run("volunteers", "import", list.toString(), "--cell", "nowhere")).isEqualTo(2);
    assertThat(run("volunteers", "import", "nowhere.csv")).isEqualTo(2);
    assertThat(done)
        .containsExactly(
            "volunteers " + list + " hyde-park true", "volunteers " + list + " hyde-park false");
    assertThat(err.toString()).contains("hyde-park", "cannot read nowhere.csv");
  }

  @Test
  void aTownIsSimulatedWithASeed() throws Exception {
    Path cell = Files.writeString(folder.resolve("a.yml"), "");

    assertThat(run("simulate", "--seed", "7", "--days", "3", "--cell", cell.toString())).isZero();
    assertThat(run("simulate", "--volunteers", "0")).isEqualTo(2);
    assertThat(run("simulate", "--cell", "nowhere.yml")).isEqualTo(2);
    assertThat(done)
        .containsExactly(
            "simulate 7 Size[volunteers=1000, requestsADay=60, days=3] Optional["
                + cell
                + "] Optional.empty Optional.empty");
  }

  @Test
  void withoutASeedOneIsDrawn() {
    assertThat(run("simulate")).isZero();
    assertThat(done).singleElement().asString().matches("simulate \\d+ Size.*");
  }
}
