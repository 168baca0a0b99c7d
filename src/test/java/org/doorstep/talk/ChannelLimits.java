package org.doorstep.talk;

import static org.assertj.core.api.Assertions.assertThat;

import org.doorstep.people.Channel;

/** What a channel can show; what does not fit would be cut or refused. */
final class ChannelLimits {

  private ChannelLimits() {}

  static void check(Channel channel, Utterance utterance) {
    String at = channel + " " + utterance.id();
    boolean choices = !utterance.choices().isEmpty();
    int taps = utterance.choices().size() > 5 ? 150 : 200;
    assertThat(utterance.text()).as(at).isNotBlank();
    assertThat(utterance.text().length()).as(at).isLessThanOrEqualTo(choices ? 1024 : 1600);
    for (Choice choice : utterance.choices()) {
      assertThat(choice.label()).as(at).isNotBlank().hasSizeLessThanOrEqualTo(24);
      assertThat(choice.tap().encoded().length()).as(at).isLessThanOrEqualTo(taps);
    }
    if (channel == Channel.SMS) assertThat(numbered(utterance)).as(at).isLessThanOrEqualTo(1600);
  }

  private static int numbered(Utterance utterance) {
    return utterance.text().length()
        + utterance.choices().stream().mapToInt(c -> c.label().length() + 5).sum();
  }
}
