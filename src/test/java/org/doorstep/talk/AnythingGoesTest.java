package org.doorstep.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.doorstep.people.Channel;
import org.doorstep.understand.Understanding;
import org.doorstep.understand.Vocabularies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever people send, in whatever order, the conversation answers or is quiet on purpose. */
class AnythingGoesTest {

  private static final List<String> SAID =
      List.of(
          "hello",
          "shopping",
          "I need a lift to the hospital tomorrow",
          "LS6",
          "LS6 3HN",
          "YO1",
          "Newtown",
          "Atlantis",
          "1",
          "2",
          "99",
          "0",
          "-1",
          "no",
          "yes",
          "👍",
          "👎🏿",
          "no, Thursday",
          "actually LS4 2AB",
          "back",
          "help",
          "restart",
          "cancel",
          "human",
          "forget me",
          "skip",
          "the second one",
          "anything",
          "I want to help",
          "Sam",
          "",
          " ",
          "?",
          "{name}",
          "{{1}}",
          "~~~~",
          "%s $1 \\",
          "<!channel> <@U123>",
          "مرحبا أحتاج مساعدة",
          "H̷̢e̸l̶p̴",
          "\u202Egnippohs",
          "x".repeat(1600),
          "shopping ".repeat(170),
          "pause 3 days",
          "today at 9am",
          "thanks",
          "1 and 3",
          "Flat 3, 22 Otley Road, LS6 3HN",
          "none",
          "maybe",
          "!!!",
          "\n\n",
          "👨‍👩‍👧".repeat(200));

  private final Understanding understanding = Vocabularies.all();
  private final Talk talk = Flows.load(understanding, Flows.vocabularies());

  @Test
  void everyMessageIsAnsweredAndFitsTheChannel() {
    long seed = 20260318;
    Random random = new Random(seed);
    Instant now = Instant.parse("2026-03-18T14:30:00Z");
    Conversation conversation = null;
    List<Tap> taps = new ArrayList<>();
    for (int i = 0; i < 1500; i++) {
      now = now.plusSeconds(random.nextInt(3600));
      boolean tapped = !taps.isEmpty() && random.nextInt(3) == 0;
      Tap tap =
          tapped ? taps.get(taps.size() - 1 - random.nextInt(Math.min(12, taps.size()))) : null;
      String text = tap == null ? SAID.get(random.nextInt(SAID.size())) : "";
      boolean pin = random.nextInt(30) == 0;
      Heard heard = new Heard(text, tap, pin ? SmallMap.place("LS6 3HN") : null);
      boolean quiet = quiet(conversation);
      String at =
          "seed " + seed + ", turn " + i + ", " + heard.tap() + " " + text + " in " + conversation;
      Turn turn = talk.hear(conversation, heard, setting(now, text));
      assertThat(turn.steps().isEmpty()).as(at).isEqualTo(quiet && turn.steps().isEmpty());
      for (Turn.Step step : turn.steps()) {
        if (step instanceof Turn.Step.Say say) fits(say.utterance(), at, taps);
      }
      conversation = turn.next();
    }
  }

  private static boolean quiet(@Nullable Conversation conversation) {
    return conversation != null && conversation.state().equals("human");
  }

  private static void fits(Utterance utterance, String at, List<Tap> taps) {
    assertThat(utterance.text()).as(at).isNotBlank();
    assertThat(utterance.text().length())
        .as(at)
        .isLessThanOrEqualTo(utterance.choices().isEmpty() ? 1600 : 1024);
    for (Choice choice : utterance.choices()) {
      assertThat(choice.label()).as(at).isNotBlank().hasSizeLessThanOrEqualTo(24);
      assertThat(Tap.decode(choice.tap().encoded())).as(at).contains(choice.tap());
      taps.add(choice.tap());
    }
  }

  private Setting setting(Instant now, String text) {
    return new Setting(
        now,
        ZoneId.of("Europe/London"),
        Channel.WHATSAPP,
        Map.of("coordinator", "Priya", "neighbouring-groups", "York Helpers"),
        SmallMap.answers(understanding, text, true),
        SmallMap.AREA,
        SmallMap.place("LS6 1AA"));
  }
}
