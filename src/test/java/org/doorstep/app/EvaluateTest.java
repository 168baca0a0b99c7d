package org.doorstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.doorstep.understand.Counts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The errand {@code evaluate}, on small files that were made up for it. */
class EvaluateTest {

  private static final String MESSAGE =
      """
      {"id": "a", "now": "2026-03-18T14:30:00", "text": "milk and bread by friday 5pm, LS6", \
      "lang": "en", "intent": "request", "needs": ["shopping"], "place": "LS6", "postcode": "LS6", \
      "when": {"date": "2026-03-20", "part": "afternoon", "time": "17:00", "by": true, "asap": \
      false, "recurring": null}, "when_text": "by friday 5pm", "for": "self", "proxy": false, \
      "flags": [], "negated_needs": []}
      """;

  @TempDir Path folder;

  private Errands.Report evaluate(LabelledKind kind, String content) throws Exception {
    Path file = Files.writeString(folder.resolve("lines"), content);
    return new Rooms()
        .evaluate(
            kind,
            file,
            Path.of("conversation-flows"),
            Optional.of(folder.resolve("figures.json")),
            true);
  }

  private JsonNode figures() throws Exception {
    String json = Files.readString(folder.resolve("figures.json"));
    return JsonMapper.builder().build().readTree(json);
  }

  @Test
  void figuresAreToldAndWritten() throws Exception {
    Errands.Report report = evaluate(LabelledKind.MESSAGES, MESSAGE + "\n" + MESSAGE);

    assertThat(report.findings()).isEmpty();
    assertThat(report.lines())
        .anyMatch(l -> l.startsWith("needs, micro-F1") && l.contains("1.000"));
    JsonNode needs = figures().get("all lines").get("measures").get("needs");
    assertThat(needs.get("f1").asDouble()).isEqualTo(1);
    assertThat(needs.get("labels").get("shopping").get("right").asInt()).isEqualTo(2);
    JsonNode date = figures().get("English").get("measures").get("date");
    assertThat(date.get("of").asInt()).isEqualTo(2);
  }

  @Test
  void whatWasMissedIsListed() throws Exception {
    Errands.Report report =
        evaluate(
            LabelledKind.CRISIS, "{\"text\": \"milk\", \"crisis\": true, \"kind\": \"abuse\"}");

    assertThat(report.lines()).contains("[recall] abuse | milk");
    assertThat(figures().at("/all lines/measures/recall/yes").asInt()).isZero();
  }

  @Test
  void aReplyMayBeAboutNoTask() throws Exception {
    evaluate(
        LabelledKind.REPLIES,
        "{\"offers\": [], \"text\": \"thanks\", \"meaning\": \"other\", \"which\": null}");

    assertThat(figures().at("/all lines/measures/which/share").asDouble()).isEqualTo(1);
  }

  @Test
  void onlyDirectMessagesOfADisasterCount() throws Exception {
    evaluate(
        LabelledKind.DISASTER,
        """
        id,message,genre,request,food
        1,"We need a food parcel, please
        our house ""fell"" down",direct,1,1
        2,Food was sent,news,0,1
        """);

    JsonNode card = figures().get("all lines");
    assertThat(card.get("lines").asInt()).isEqualTo(1);
    assertThat(card.at("/measures/needs, request and offer/right").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "MESSAGES | nonsense | :1: is not a JSON object",
        "MESSAGES | [1, 2] | :1: is not a JSON object",
        "MESSAGES | {\"text\": \"hi\"} | :1: \"now\" is missing",
        "MESSAGES | {\"text\": \"hi\", \"now\": \"noon\"} | \"now\" cannot be \"noon\"",
        "MESSAGES | {\"text\": 5} | \"text\" is not a text in quotes",
        "CRISIS | {\"text\": \"hi\"} | \"crisis\" is neither true nor false",
        "CRISIS | {\"text\": \"hi\", \"crisis\": true, \"kind\": \"tax\"} | \"kind\" cannot be \"tax\"",
        "REPLIES | {\"text\": \"hi\", \"offers\": \"none\"} | \"offers\" is not a list",
        "REPLIES | ~~ | there is nothing in it",
        "DISASTER | a,b | :1: has no columns named message and genre",
      })
  void aBadFileIsAnsweredInWords(LabelledKind kind, String content, String finding)
      throws Exception {
    Errands.Report report = evaluate(kind, content);

    assertThat(report.lines()).isEmpty();
    assertThat(report.findings()).singleElement().asString().contains(finding);
  }

  @Test
  void aRowWithTooFewFieldsIsNamedByItsLine() throws Exception {
    Errands.Report report =
        evaluate(LabelledKind.DISASTER, "message,genre\n\"two\nlines\",direct\nshort\n");

    assertThat(report.findings()).singleElement().asString().contains(":4: has 1 fields where 2");
  }

  @Test
  void aFileOfAnotherSortIsRefusedAndItsFaultsAreNotAllTold() throws Exception {
    Errands.Report report = evaluate(LabelledKind.CRISIS, "x\n".repeat(50));

    assertThat(report.findings()).hasSize(21).last().asString().isEqualTo("… and 30 more");
    Path file = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThat(LabelledFile.read(LabelledKind.CRISIS, file).faults())
        .singleElement()
        .asString()
        .contains("UTF-8");
  }

  @Test
  void intervalsAreThoseOfTheBooks() {
    Interval half = Interval.wilson(5, 10);
    assertThat(half.low()).isBetween(0.236, 0.237);
    assertThat(half.high()).isBetween(0.763, 0.764);
    Interval sure = Interval.ofF1(List.of(new Counts(1, 0, 0), new Counts(0, 1, 1)));
    assertThat(sure.low()).isZero();
    assertThat(sure.high()).isEqualTo(1);
  }
}
