package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Talk;
import org.junit.jupiter.api.Test;

/** The timers of small made-up flows, woken for and rung by the desk. */
class FormTimersTest {

  private static final Talk TALK = ShippedTalk.withMadeUpFlows();

  private final Street street = new Street(new Desk(TALK, ShippedTalk.understanding()));
  private final PersonId edna = street.resident("edna");

  @Test
  void aFormThatIsLeftSpeaksAndThenHandsOn() {
    street.says(edna, "small talk");
    street.passes(Duration.ofHours(20));
    assertThat(street.told(edna)).containsExactly("small.ask.kind", "small.after.collect.20h");
    street.passes(Duration.ofHours(10));
    assertThat(street.told(edna)).endsWith("small.after.collect.30h", "small.hush");
    assertThat(street.letters(edna).get(2).utterance().template()).isNotNull();
    street.passes(Duration.ofHours(40));
    assertThat(street.told(edna)).hasSize(4);
  }

  @Test
  void whoeverWritesStartsTheTimeAgain() {
    street.says(edna, "small talk");
    street.passes(Duration.ofHours(19));
    street.says(edna, "loud");
    street.passes(Duration.ofHours(19));
    assertThat(street.told(edna)).containsExactly("small.ask.kind", "small.ask.colour");
  }

  @Test
  void nothingRingsWhereAPersonHasTheLine() {
    street.says(edna, "small talk");
    street.says(edna, "human");
    int told = street.told(edna).size();
    street.passes(Duration.ofHours(40));
    assertThat(street.told(edna).subList(told, street.told(edna).size()))
        .noneMatch(id -> id.startsWith("small."));
    assertThat(street.alarms).doesNotContainKey("timer/" + edna);
  }

  @Test
  void nothingRingsAfterStopOrOnceForgotten() {
    street.says(edna, "small talk");
    street.says(edna, "stop");
    street.passes(Duration.ofHours(40));
    assertThat(street.told(edna)).containsExactly("small.ask.kind", "common.stop");
  }

  @Test
  void aFormThatIsAskedLaterBeginsByItself() {
    for (String text : new String[] {"small talk", "soft", "yes", "go on now"}) {
      street.says(edna, text);
    }
    assertThat(street.told(edna)).endsWith("small.done");
    street.passes(Duration.ofHours(2));
    assertThat(street.told(edna)).endsWith("small.done", "later.ask.good");
    street.says(edna, "yes");
    assertThat(street.told(edna)).endsWith("later.end");
    assertThat(street.alarms.keySet()).noneMatch(key -> key.startsWith("ask-later"));
  }

  @Test
  void aFormIsNotAskedInTheMiddleOfAnother() {
    for (String text : new String[] {"small talk", "soft", "yes", "go on now", "small talk"}) {
      street.says(edna, text);
    }
    street.passes(Duration.ofHours(2));
    assertThat(street.told(edna)).doesNotContain("later.ask.good");
  }
}
