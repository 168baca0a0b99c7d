package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Standby;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Tap;
import org.junit.jupiter.api.Test;

/** Two who are not to meet: what they were sent before is no way round it, nor is the channel. */
class ApartStoryTest {

  private final Street street = new Street();
  private final PersonId edna = street.resident("edna");
  private final PersonId near = street.volunteer("near", 100);
  private final PersonId next = street.volunteer("next", 200);

  private void asked() {
    street.says(edna, "please");
    street.passes(Duration.ZERO);
  }

  private void keptApart(PersonId who, PersonId from) {
    street.people.computeIfPresent(who, (id, p) -> p.tied(p.ties().apartFrom(from)));
  }

  @Test
  void anOldOfferIsNoWayRoundIt() {
    asked();
    keptApart(edna, near);
    street.says(near, "yes");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
    assertThat(street.told(near)).endsWith("job.not-open");
    street.says(next, "yes");
    assertThat(holder()).isEqualTo(next);
  }

  @Test
  void norIsTheListOfTheVolunteerInsteadOfTheResidents() {
    asked();
    keptApart(near, edna);
    street.says(near, "yes");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
    street.writesBelow("U0JOAN", street.theRequest(), "assign near");
    assertThat(street.lines().getLast()).startsWith("job.thread-nobody");
  }

  @Test
  void norIsTheButtonInTheChannel() {
    asked();
    PersonId marcus = new PersonId("U0MARCUS");
    String take =
        new Tap("job", 1, "card", "take", JobRef.to(street.theRequest()).about()).encoded();
    street.presses("U0MARCUS", take);
    Person volunteer = street.people.get(near);
    street.people.computeIfPresent(marcus, (id, p) -> p.offering(volunteer.volunteering()));
    keptApart(edna, marcus);
    street.presses("U0MARCUS", take);
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
    assertThat(street.sent.getLast())
        .isInstanceOfSatisfying(
            Outgoing.Whisper.class, w -> assertThat(w.text()).startsWith("job.whisper-not-open"));
  }

  @Test
  void norIsStandingBy() {
    asked();
    street.says(next, "yes");
    keptApart(edna, near);
    street.says(near, "yes");
    assertThat(street.theRequest().standby()).isEqualTo(Standby.NOBODY);
  }

  @Test
  void whoHasItAlreadyKeepsIt() {
    asked();
    street.says(near, "yes");
    keptApart(edna, near);
    street.taps(near, street.theRequest(), "take");
    assertThat(holder()).isEqualTo(near);
    assertThat(street.told(near)).endsWith("job.claimed");
  }

  private PersonId holder() {
    return ((HelpRequest.Claimed) street.theRequest()).holder();
  }
}
