package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.understand.Alarm;
import org.doorstep.understand.Danger;
import org.doorstep.understand.JobLabel;
import org.doorstep.understand.Reading;
import org.doorstep.understand.Reply;
import org.doorstep.understand.Understanding;
import org.junit.jupiter.api.Test;

/** What a guess at danger does, and what it does not do. */
class DangersTest {

  /** Takes everything for danger; "surely" makes it sure. */
  private static final class Worried implements Understanding {

    private final Understanding other = ShippedTalk.understanding();

    @Override
    public Reading read(String text, ZonedDateTime now) {
      return other.read(text, now);
    }

    @Override
    public Optional<Danger> danger(String text) {
      return alarm(text).map(Alarm::danger);
    }

    @Override
    public Optional<Alarm> alarm(String text) {
      return Optional.of(new Alarm(Danger.MEDICAL, List.of(), text.contains("surely")));
    }

    @Override
    public Reply reply(String text, List<JobLabel> jobs) {
      return other.reply(text, jobs);
    }

    @Override
    public List<String> placesIn(String text) {
      return other.placesIn(text);
    }
  }

  private final Street street = new Street(new Desk(ShippedTalk.load(), new Worried()));
  private final PersonId edna = street.resident("edna");
  private final PersonId sam = street.volunteer("Sam", 100);

  private void samHasEdnasShopping() {
    street.says(edna, "could somebody do my shopping today please");
    street.pins(edna, FakeTalk.EDNAS);
    for (String answer : new String[] {"bread", "skip", "Edna", "yes"}) {
      if (street.requests.isEmpty()) street.says(edna, answer);
    }
    street.passes(Duration.ZERO);
    street.taps(sam, street.theRequest(), "take");
  }

  @Test
  void whatOnlyMayBeDangerIsAdvisedOnAndHoldsNothingUp() {
    samHasEdnasShopping();
    assertThat(street.told(edna)).contains("common.danger", "request-help.claimed");
    assertThat(street.cases).isNotEmpty();
    street.says(edna, "the bell is broken so please knock");
    assertThat(street.letters(sam).getLast().utterance().text()).contains("please knock");
  }

  @Test
  void whatSurelyIsDangerIsNotPassedOnToANeighbour() {
    samHasEdnasShopping();
    street.says(edna, "the bell is broken surely");
    assertThat(street.told(edna)).endsWith("common.danger");
    assertThat(street.told(sam)).doesNotContain("job.relayed");
  }

  @Test
  void anAnswerThatWeGaveIsNotHeldAgainstAnybodyOnAGuess() {
    street.says(edna, "help");
    assertThat(street.told(edna)).isNotEmpty().doesNotContain("common.danger");
    street.says(sam, "my jobs");
    assertThat(street.told(sam)).doesNotContain("common.danger");
  }
}
