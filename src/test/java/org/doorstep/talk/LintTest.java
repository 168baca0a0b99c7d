package org.doorstep.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Each mistake that the lint knows, made once in the flows as they are shipped. */
@NullUnmarked
class LintTest {

  private static final String REQUEST = "flows/request-help.yml";

  @Test
  void allMistakesAreToldAtOnceWithFileAndLine() {
    Map<String, String> files = files();
    files.merge(REQUEST, "", (a, b) -> a.replace("go: confirm", "go: konfirm"));
    files.merge("flows/join.yml", "", (a, b) -> a.replace("do: join", "do: joyn"));
    files.put("flows/broken.yml", "spec: 1\nflow: [broken");
    List<Fault> faults = faults(files);
    assertThat(faults)
        .extracting(Fault::file)
        .contains(REQUEST, "flows/join.yml", "flows/broken.yml");
    Fault go =
        faults.stream().filter(f -> f.problem().contains("konfirm")).findFirst().orElseThrow();
    assertThat(go.line()).isEqualTo(1 + line(files.get(REQUEST), "  collect:"));
    assertThat(go.remedy()).isEqualTo("Did you mean 'confirm'?");
    assertThat(go.toString()).startsWith(REQUEST + ":").contains("'konfirm' is not a state");
  }

  @Test
  void anUnknownKeyHasASuggestion() {
    assertFault(
        REQUEST, "    again: What would", "    agian: What would", "'agian' is not known here");
  }

  @Test
  void aStateThatNothingLeadsToIsAFault() {
    assertFault(
        REQUEST,
        "states:\n",
        "states:\n  island: {say: Hello, end: true}\n",
        "'island' is never reached");
  }

  @Test
  void aStateWithoutAWayOutIsAFault() {
    assertFault(
        REQUEST,
        "go: waiting}",
        "go: trap}",
        "'trap' leads nowhere",
        "states:\n",
        "states:\n  trap: {say: Hello}\n");
  }

  @Test
  void twoStatesThatOnlyLeadToEachOtherAreAFault() {
    assertFault(
        REQUEST,
        "go: waiting}",
        "go: ping}",
        "there is no way out of 'ping'",
        "states:\n",
        "states:\n  ping: {say: Hi, choose: {a: {label: A, go: pong}}}\n  pong: {say: Hi, choose: {b: {label: B, go: ping}}}\n");
  }

  @Test
  void aCircleWithoutAQuestionIsAFault() {
    assertFault(
        REQUEST,
        "    go: confirm\n",
        "    go: round\n",
        "comes back to itself",
        "states:\n",
        "states:\n  round: {say: Hi, go: collect}\n");
  }

  @Test
  void namesThatDoNotExistAreFaults() {
    assertFault(
        REQUEST,
        "do: create-request",
        "do: create-requests",
        "nothing called 'create-requests' can be done");
    assertFault(REQUEST, "rule: covered", "rule: coverd", "'coverd' is not a rule");
    assertFault(REQUEST, "type: uk-place", "type: place", "there is no type 'place'");
    assertFault(REQUEST, "from: vocab/needs", "from: vocab/need", "'need' is not a vocabulary");
    assertFault(
        REQUEST, "name: help-is-coming", "name: help-came", "'help-came' is not a template");
    assertFault(REQUEST, "fill: [need,", "fill: [needs,", "'needs' is not a slot");
    assertFault(
        REQUEST,
        "if: {need: [shopping,",
        "if: {need: [shoping,",
        "'shoping' is not an answer of need");
    assertFault(
        REQUEST, "then: human}\n  details", "then: humans}\n  details", "'humans' is not a state");
    assertFault(REQUEST, "today: {label: Today}", "todey: {label: Today}", "'todey' is not a time");
  }

  @Test
  void aTimerOfADayNeedsATemplate() {
    assertFault(
        REQUEST,
        "    say: Which part shall we change?",
        "    say: Which part shall we change?\n    after: {24h: {say: Hello?}}",
        "nothing but a template");
  }

  @Test
  void timersMayNotGoRoundByThemselves() {
    assertFault(
        REQUEST,
        "    say: Which part shall we change?",
        "    say: Which part shall we change?\n    after: {2h: {say: Still there?, go: edit}}",
        "comes back by its timers alone");
    assertFault(
        REQUEST,
        "    say: Which part shall we change?",
        "    say: Which part shall we change?\n    after: {soon: {say: Still there?}}",
        "'soon' is not a length of time");
    assertFault(
        REQUEST,
        "    say: Which part shall we change?",
        "    say: Which part shall we change?\n    after: {30h: {template: still-loking}}",
        "'still-loking' is not a template");
    assertFault(
        REQUEST,
        "    say: Which part shall we change?",
        "    say: Which part shall we change?\n    after: {2h: {go: nowhere}}",
        "'nowhere' is not a state");
    assertFault(
        REQUEST,
        "    say: Which part shall we change?",
        "    say: Which part shall we change?\n    after: {2h: {}}",
        "nothing happens after 2h");
  }

  @Test
  void whatIsAskedLaterHasToBeAFormOfToday() {
    String from = "      Say CANCEL if you no longer need it.\n    end: true";
    assertFault(
        REQUEST,
        from,
        from + "\n    ask-later: {after: 2h, flow: feedbak}",
        "'feedbak' is not a flow");
    assertFault(
        REQUEST,
        from,
        from + "\n    ask-later: {after: 2h, flow: feedback}",
        "'feedback' is not a form");
    assertFault(
        REQUEST, from, from + "\n    ask-later: {after: 2d, flow: join}", "nothing but a template");
  }

  @Test
  void onlyTextKeepsWhatPeopleAdd() {
    assertFault(REQUEST, "keep: note", "keep: notes", "'notes' is not a slot");
    assertFault(REQUEST, "keep: note", "keep: area", "'area' cannot keep");
  }

  @Test
  void whatFitsOnlyWithShortValuesOrWithoutItsAnswersIsAFault() {
    assertFault(
        REQUEST, "Shall I ask the volunteers?", "x".repeat(750), "with long values the text has");
    assertFault(
        "flows/join.yml",
        "ask: What would you like to help with?",
        "ask: " + "x ".repeat(500) + "What would you like to help with?",
        "there is room for 1024");
    String state = "a-name-that-goes-on-and-on-and-on-and-on";
    String key = "an-answer-that-goes-on-and-on-and-on-and";
    assertFault(
        "flows/join.yml",
        "flow: join",
        "flow: a-flow-whose-name-is-as-long-as-it-may-be",
        "too long together for a button",
        "  likes:\n    type: choice\n",
        "  likes:\n    type: choice\n",
        "show: [anything",
        "show: [" + key + ", anything",
        "      anything: {label: Anything",
        "      " + key + ": {label: Long}\n      anything: {label: Anything",
        "  likes:",
        "  " + state + ":",
        "travel, likes]",
        "travel, " + state + "]");
  }

  @Test
  void whatDoesNotFitAChannelIsAFault() {
    assertFault(
        REQUEST,
        "label: Change something",
        "label: Change something about it",
        "there is room for 20");
    assertFault(
        "flows/join.yml",
        "label: On foot",
        "label: On foot and in no hurry at all",
        "there is room for 24");
    assertFault(
        "flows/join.yml",
        "description: About half a mile",
        "description: " + "far ".repeat(20),
        "there is room for 72");
    assertFault(REQUEST, "Shall I ask the volunteers?", "x".repeat(1000), "there is room for 1024");
    assertFault(
        REQUEST,
        "say: OK. I hope",
        "say: " + "x".repeat(1600) + "I hope",
        "there is room for 1600");
  }

  @Test
  void braceThatNobodyFillsIsAFault() {
    assertFault(REQUEST, "When: {when}", "When: {wen}", "nobody fills in {wen}");
    assertFault(REQUEST, "When: {when}", "When: {When}", "a brace does not hold a name");
  }

  @Test
  void whatYamlWouldMisreadIsAFault() {
    assertFault(
        "common.yml", "skip: Skip", "skip: no", "no would be read as something else than text");
    assertFault("common.yml", "skip: Skip", "skip: 1E5", "1E5 would be read");
    assertFault("common.yml", "  \"yes\": [", "  yes: [", "the key yes would be read");
    assertFault("common.yml", "skip: Skip", "skip: Skip\n  skip: Skip", "'skip' is here twice");
  }

  @Test
  void whateverYamlWouldMisreadHasToBeQuoted() {
    for (String scalar :
        List.of(
            "no",
            "on",
            "Yes",
            "12:30",
            "12:30:45",
            "0123",
            "0o17",
            "0x1F",
            "0b101",
            "1_000",
            "1.5",
            "1e5",
            ".5",
            "+7",
            ".inf",
            "2026-03-18",
            "~",
            "null",
            "=")) {
      assertFault(
          "common.yml",
          "  masked-nhs: That",
          "  extra: " + scalar + "\n  masked-nhs: That",
          scalar + " would be read as something else than text");
    }
    Map<String, String> files = files();
    files.merge("common.yml", "", (a, b) -> a.replace("  skip: Skip", "  skip: \"12:30\""));
    assertThat(faults(files)).isEmpty();
  }

  @Test
  void nothingMayShadowALockedOrder() {
    assertFault(REQUEST, "label: Drop it", "label: Stop", "'Stop' is a locked order");
    assertFault(
        "common.yml", "words: [start, unstop", "words: [start, stop", "'stop' already means stop");
  }

  @Test
  void templatesKeepTheRulesOfWhatsapp() {
    String templates = "templates.yml";
    assertFault(
        templates,
        "text: \"A neighbour near",
        "text: \"{{1}} A neighbour near",
        "begins or ends with a variable");
    assertFault(templates, "{{1}}, {{2}},", "{{1}} {{2}},", "two variables side by side");
    assertFault(
        templates,
        "examples: [Shopping, Sam]",
        "examples: [Shopping]",
        "2 variables and 1 examples");
    assertFault(REQUEST, "with: [need, volunteer]", "with: [need]", "has 2 variables, not 1");
  }

  @Test
  void aMessageThatTheEngineSaysHasToBeThere() {
    assertFault(
        "common.yml", "  unclear: Sorry", "  unclair: Sorry", "the message 'unclear' is missing");
    Map<String, String> files = files();
    files.remove("common.yml");
    assertThat(faults(files))
        .anyMatch(f -> f.file().equals("common.yml") && f.problem().contains("missing"));
  }

  private static void assertFault(
      String file, String from, String to, String problem, String... more) {
    Map<String, String> files = files();
    assertThat(files.get(file)).contains(from);
    String changed =
        files
            .get(file)
            .replaceFirst(
                java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to));
    for (int i = 0; i < more.length; i += 2) changed = changed.replace(more[i], more[i + 1]);
    files.put(file, changed);
    assertThat(faults(files))
        .as(to)
        .anySatisfy(
            f -> {
              assertThat(f.file()).isEqualTo(file);
              assertThat(f.problem()).contains(problem);
              assertThat(f.remedy()).isNotBlank();
            });
  }

  private static int line(String text, String start) {
    return (int) text.substring(0, text.indexOf("\n" + start)).lines().count() + 1;
  }

  private static Map<String, String> files() {
    return new TreeMap<>(Flows.files());
  }

  private static List<Fault> faults(Map<String, String> files) {
    return switch (FlowBook.load(
        files, new SmallUnderstanding(), SmallUnderstanding.VOCABULARIES)) {
      case Loading.Faulty faulty -> faulty.faults();
      case Loading.Loaded loaded -> List.of();
    };
  }
}
