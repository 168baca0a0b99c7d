package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.cell.ACell;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.PersonId;
import org.junit.jupiter.api.Test;

/** Rules that hold for everybody: what falls under one reaches no neighbour. */
class CautionsStoryTest {

  private final Street street =
      new Street(
          new Desk(new FakeTalk(), new FakeUnderstanding()),
          ACell.hydePark().guardedBy(SealedStoryTest.SAFE));
  private final PersonId edna = street.resident("edna");
  private final PersonId priya = street.volunteer("priya", 100);

  private void priyaHelps() {
    street.says(edna, "please");
    street.passes(Duration.ZERO);
    street.says(priya, "yes");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Claimed.class);
  }

  @Test
  void somebodyUnderEighteenWhoAsksForHelpIsPutToNoNeighbour() {
    street.says(edna, "please, I'm 16 and alone");
    assertThat(street.requests).isEmpty();
    assertThat(street.theCase().matter().reason()).isEqualTo(Reason.YOUNG);
    assertThat(street.theCase().isSealed()).isTrue();
    assertThat(street.told(edna))
        .containsExactly("safeguarding.young-help", "safeguarding.advice-young");
  }

  @Test
  void aVolunteerWhoIsUnderEighteenIsOneNoMoreAndTheLeadIsTold() {
    priyaHelps();
    street.says(priya, "I'm 16 by the way");
    assertThat(street.people.get(priya).volunteering()).isNull();
    assertThat(street.told(priya)).endsWith("safeguarding.young-volunteer");
    assertThat(street.theRequest()).isNotInstanceOf(HelpRequest.Claimed.class);
    assertThat(street.sent)
        .anyMatch(
            o ->
                o instanceof Outgoing.ToPerson p
                    && p.utterance().id().equals("safeguarding.young-lead"));
  }

  @Test
  void anAllegationIsSealedAndWhomItIsAboutKeepsTheJobAndHearsNothing() {
    priyaHelps();
    int before = street.letters(priya).size();
    street.says(edna, "he stole my purse");
    Case opened = street.theCase();
    assertThat(opened.matter().reason()).isEqualTo(Reason.ALLEGATION);
    assertThat(opened.isSealed()).isTrue();
    assertThat(street.letters(priya)).hasSize(before);
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Claimed.class);
    assertThat(street.told(edna)).endsWith("safeguarding.allegation");
  }

  @Test
  void aPinIsHiddenAndNotPassedOnAndBothAreToldTheRule() {
    priyaHelps();
    street.says(edna, "my pin is 4711, take the card");
    assertThat(street.told(priya))
        .endsWith("safeguarding.money-rule")
        .doesNotContain("job.relayed");
    assertThat(street.told(edna))
        .endsWith("safeguarding.money-rule", "safeguarding.money-not-sent");
    assertThat(street.theCase().matter().words()).doesNotContain("4711").contains("••••");
  }

  @Test
  void moneyCountsInTheLineBetweenTwoOnly() {
    street.says(priya, "lend me money");
    assertThat(street.cases).isEmpty();
    priyaHelps();
    street.says(priya, "can you lend me money");
    assertThat(street.theCase().matter().reason()).isEqualTo(Reason.MONEY);
    assertThat(street.told(edna)).endsWith("safeguarding.money-rule");
  }

  @Test
  void movingInGoesToTheOfficersWithAYesOnly() {
    street.says(edna, "can I move in with you");
    assertThat(street.told(edna)).containsExactly("safeguarding.moving-in");
    street.says(edna, "no");
    assertThat(street.cases).isEmpty();
    assertThat(street.told(edna)).endsWith("safeguarding.moving-kept");
    street.says(edna, "can I move in with you");
    street.says(edna, "yes");
    assertThat(street.theCase().matter().reason()).isEqualTo(Reason.MOVING_IN);
    assertThat(street.theCase().isSealed()).isFalse();
  }

  @Test
  void whoeverHelpsIsRemindedOnceADayWhileASealedCaseIsOpen() {
    priyaHelps();
    street.says(priya, "hello");
    assertThat(street.told(priya)).doesNotContain("safeguarding.advice-volunteer");
    street.says(edna, "I have chest pain");
    street.says(priya, "I am on my way");
    street.says(priya, "nearly there");
    assertThat(street.told(priya).stream().filter("safeguarding.advice-volunteer"::equals))
        .hasSize(1);
  }

  @Test
  void aPowerCutIsAnsweredWithTheNumberAndTheRequestGoesOn() {
    street.says(edna, "please help, our power is off");
    assertThat(street.told(edna)).contains("safeguarding.advice-power-cut");
    assertThat(street.requests).hasSize(1);
  }
}
