package org.doorstep.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.doorstep.people.Channel;
import org.doorstep.understand.Understanding;
import org.doorstep.understand.Vocabularies;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every transcript of {@code conversation-flows/tests} on WhatsApp, SMS and Slack, with taps, with
 * words and with numbers.
 */
@NullUnmarked
class TranscriptsTest {

  private static final int ENOUGH = 120;

  private record Run(Channel channel, Transcript.Answering answering) {
    @Override
    public String toString() {
      return channel + " " + answering;
    }
  }

  private static final List<Run> RUNS =
      List.of(
          new Run(Channel.WHATSAPP, Transcript.Answering.TAPS),
          new Run(Channel.WHATSAPP, Transcript.Answering.WORDS),
          new Run(Channel.SMS, Transcript.Answering.NUMBERS),
          new Run(Channel.SMS, Transcript.Answering.WORDS),
          new Run(Channel.SLACK, Transcript.Answering.TAPS),
          new Run(Channel.SLACK, Transcript.Answering.WORDS));

  private final Understanding understanding = Vocabularies.all();

  @TestFactory
  Stream<DynamicNode> ofTheShippedFlows() {
    Talk talk = Flows.load(understanding, Flows.vocabularies());
    return Transcripts.in(Flows.files()).map(t -> runs(talk, t));
  }

  /** What no shipped flow uses yet is tried on small ones. */
  @TestFactory
  Stream<DynamicNode> ofMadeUpFlows() {
    Map<String, String> files = new TreeMap<>(Flows.files());
    files.keySet().removeIf(f -> f.startsWith("tests/"));
    files.putAll(Flows.madeUp());
    Talk talk = Flows.load(files, understanding, Flows.vocabularies());
    return Transcripts.in(files).map(t -> runs(talk, t));
  }

  @Test
  void thereAreEnoughOfThem() {
    assertThat(Transcripts.in(Flows.files()).count()).isGreaterThanOrEqualTo(ENOUGH);
  }

  /** In each language that is there, what has no English in it. */
  @TestFactory
  Stream<DynamicNode> inEveryLanguage() {
    Talk talk = Flows.load(understanding, Flows.vocabularies());
    return talk.languages().stream()
        .filter(language -> !language.equals(FlowBook.ENGLISH))
        .map(
            language ->
                DynamicContainer.dynamicContainer(
                    language,
                    Transcripts.in(Flows.files())
                        .filter(Transcripts.One::inAnyLanguage)
                        .map(one -> runs(talk.in(language), one))));
  }

  @Test
  void someHaveNoEnglishInThem() {
    assertThat(Transcripts.in(Flows.files()).filter(Transcripts.One::inAnyLanguage).count())
        .isGreaterThanOrEqualTo(10);
  }

  private DynamicNode runs(Talk talk, Transcripts.One one) {
    List<DynamicTest> runs = new ArrayList<>();
    for (Run run : RUNS) {
      if (run.channel == Channel.SMS && one.needsTaps()) continue;
      runs.add(
          DynamicTest.dynamicTest(
              run.toString(),
              () ->
                  new Transcript(
                          talk,
                          understanding,
                          one.test(),
                          one.now(),
                          one.flow(),
                          run.channel,
                          run.answering)
                      .play()));
    }
    return DynamicContainer.dynamicContainer(one.name(), runs);
  }
}
