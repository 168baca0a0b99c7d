package org.doorstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.doorstep.people.Channel;
import org.doorstep.place.Area;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Heard;
import org.doorstep.talk.Setting;
import org.doorstep.talk.Talk;
import org.doorstep.talk.Turn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversations are edited while people are in the middle of them. */
class LiveSpeechTest {

  private static final Instant NOW = Instant.parse("2026-03-18T14:30:00Z");
  private static final String FEEDBACK = "flows/feedback.yml";
  private static final String REQUEST = "flows/request-help.yml";

  @TempDir Path folder;
  private LiveSpeech speech;
  private Talk talk;
  private int edits;

  @BeforeEach
  void copy() throws IOException {
    for (var file : Texts.under(Path.of("conversation-flows")).entrySet()) {
      if (file.getKey().startsWith("locales/") || file.getKey().startsWith("tests/")) continue;
      Path to = folder.resolve(file.getKey());
      Files.createDirectories(to.getParent());
      Files.writeString(to, file.getValue());
    }
    speech = new LiveSpeech(folder, ((Checked.Fine<Speech>) Speech.in(folder)).thing());
    talk = speech.talk();
  }

  private void edit(String file, String from, String to) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
    Files.setLastModifiedTime(path, FileTime.from(NOW.plusSeconds(++edits)));
    speech.look();
  }

  private String thanks() {
    return talk.say("feedback.thanks", "", Map.of()).text();
  }

  @Test
  void aSentenceReachesEverybodyAtOnce() throws IOException {
    edit(FEEDBACK, "thanks: Lovely, thank you", "thanks: Splendid, thank you");
    assertThat(thanks()).startsWith("Splendid");
    assertThat(speech.refused()).isEmpty();
  }

  @Test
  void aBadEditIsRefusedAndTheNextGoodOneIsTaken() throws IOException {
    edit(FEEDBACK, "thanks: Lovely, thank you", "thanks: Splendid, {thank} you");
    assertThat(thanks()).startsWith("Lovely");
    assertThat(speech.refused()).singleElement().asString().contains(FEEDBACK, "{thank}");
    edit(FEEDBACK, "{thank}", "thank");
    assertThat(thanks()).startsWith("Splendid");
    assertThat(speech.refused()).isEmpty();
  }

  @Test
  void whatTheProgramSaysMayNotGo() throws IOException {
    edit(FEEDBACK, "  thanks: Lovely", "  thankyou: Lovely");
    assertThat(speech.refused())
        .containsExactly("feedback.thanks is gone, and the program says it. Put it back");
    assertThat(thanks()).startsWith("Lovely");
  }

  @Test
  void anotherShapeUnderTheSameVersionIsRefused() throws IOException {
    edit(REQUEST, "    keep: note\n", "");
    assertThat(speech.refused()).anyMatch(f -> f.contains("went out as version 3"));
  }

  @Test
  void aHalfWrittenOrVanishedFileChangesNothing() throws IOException {
    Files.writeString(folder.resolve("common.yml"), "spec: 1\nflow: comm");
    speech.look();
    assertThat(speech.refused()).isNotEmpty();
    Files.delete(folder.resolve("common.yml"));
    speech.look();
    assertThat(speech.refused()).anyMatch(f -> f.startsWith("common.yml"));
    assertThat(thanks()).startsWith("Lovely");
  }

  @Test
  void somebodyInTheMiddleGoesOnWithTheNewWords() throws IOException {
    Conversation begun = talk.hear(null, Heard.text("shopping"), setting()).next();
    edit(REQUEST, "Where is it? A postcode", "Where in the world is it? A postcode");
    Turn turn = talk.hear(begun, Heard.text("er"), setting());
    assertThat(turn.steps().toString()).contains("request-help.ask.area");
    assertThat(((Turn.Step.Say) turn.steps().getLast()).utterance().text())
        .startsWith("Where in the world");
  }

  @Test
  void wordsThatAreUnderstoodChangeToo() throws IOException {
    String said = "could you get me some zorblax";
    assertThat(needs(said)).containsExactly("other");
    edit("vocab/needs.yml", "words: [shopping,", "words: [zorblax, shopping,");
    assertThat(needs(said)).containsExactly("shopping");
  }

  private List<String> needs(String text) {
    return speech
        .understanding()
        .read(text, NOW.atZone(ZoneId.of("Europe/London")))
        .needs()
        .stream()
        .map(need -> need.value().key())
        .toList();
  }

  private static Setting setting() {
    return new Setting(
        NOW,
        ZoneId.of("Europe/London"),
        Channel.WHATSAPP,
        Map.of(),
        Map.of(),
        new Area(List.of("LS6"), List.of()),
        null);
  }
}
