package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Kept;
import org.doorstep.people.PersonId;
import org.junit.jupiter.api.Test;

class AssignStoryTest {

  private final Street street = new Street();
  private final PersonId edna = street.resident("edna");
  private final PersonId near = street.volunteer("near", 100);
  private final PersonId amy = street.volunteer("amy", 900);

  private void asked() {
    street.says(edna, "please");
    street.passes(Duration.ZERO);
  }

  private void assigned() {
    asked();
    street.writesBelow("U0JOAN", street.theRequest(), "assign Amy");
    street.passes(Duration.ZERO);
  }

  @Test
  void theNamedOneIsAskedAndNobodyElseMayTakeIt() {
    assigned();
    assertThat(street.told(amy)).containsExactly("job.assigned");
    assertThat(last(amy)).doesNotContain("Edna", "Ash Grove", "3HN");
    assertThat(street.lines()).anyMatch(line -> line.startsWith("job.thread-asked"));
    street.says(near, "yes");
    assertThat(street.told(near)).endsWith("job.standby");
    street.says(amy, "yes");
    assertThat(((HelpRequest.Claimed) street.theRequest()).holder()).isEqualTo(amy);
    assertThat(street.told(amy)).endsWith("job.claimed");
  }

  @Test
  void theyMayRefuseAndTheLeadIsTold() {
    assigned();
    street.says(amy, "no");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
    assertThat(street.lines()).anyMatch(line -> line.startsWith("job.thread-not-taken"));
    assertThat(street.alarms).containsKey("wave/" + street.theRequest().id());
    street.says(near, "yes");
    assertThat(((HelpRequest.Claimed) street.theRequest()).holder()).isEqualTo(near);
  }

  @Test
  void silenceIsARefusal() {
    assigned();
    street.passes(Duration.ofHours(4));
    assertThat(street.told(amy)).contains("job.turn-over");
    assertThat(street.theRequest()).isNotInstanceOf(Kept.class);
  }

  @Test
  void ofTwoLeadsTheFirstOnesWordCounts() {
    asked();
    HelpRequest seen = street.theRequest();
    street.writesBelow("U0JOAN", seen, "assign Amy");
    street.writesBelow("U0DEREK", seen, "assign near");
    assertThat(street.lines().getLast()).startsWith("job.thread-already").contains("amy");
    street.passes(Duration.ZERO);
    assertThat(((Kept) street.theRequest()).volunteer()).isEqualTo(amy);
    assertThat(street.told(near)).doesNotContain("job.assigned");
  }

  @Test
  void whatSomebodyHasIsNotAssigned() {
    asked();
    street.says(near, "yes");
    street.writesBelow("U0JOAN", street.theRequest(), "assign Amy");
    assertThat(street.lines().getLast()).startsWith("job.thread-already").contains("near");
    assertThat(((HelpRequest.Claimed) street.theRequest()).holder()).isEqualTo(near);
  }

  @Test
  void onlyLeadsAndOfficersAssign() {
    asked();
    street.writesBelow("U0MARCUS", street.theRequest(), "assign Amy");
    assertThat(street.lines().getLast()).startsWith("job.thread-not-a-lead");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
  }

  @Test
  void whoIsNotToMeetTheResidentIsNobodyToThem() {
    asked();
    street.people.computeIfPresent(edna, (id, p) -> p.tied(p.ties().apartFrom(amy)));
    street.writesBelow("U0JOAN", street.theRequest(), "assign Amy");
    assertThat(street.lines().getLast()).startsWith("job.thread-nobody");
  }

  @Test
  void talkBelowAPostIsNoOrder() {
    asked();
    List<String> before = street.lines();
    street.writesBelow("U0JOAN", street.theRequest(), "has anybody seen this?");
    assertThat(street.lines()).isEqualTo(before);
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
  }

  @Test
  void aNameThatNobodyHasIsSaidToBeUnknown() {
    asked();
    street.writesBelow("U0AMINA", street.theRequest(), "assign Bert");
    assertThat(street.lines().getLast()).startsWith("job.thread-nobody");
  }

  @Test
  void whatAnOfficerWasAskedToLookAfterMayBeAssignedAndComesBackToThem() {
    asked();
    street.passes(Duration.ofMinutes(15));
    street.writesBelow("U0AMINA", street.theRequest(), "assign Amy");
    street.passes(Duration.ZERO);
    street.says(amy, "no");
    assertThat(street.alarms).containsKey("officer/" + street.theRequest().id());
    assertThat(street.theRequest().search().handedOver()).isTrue();
  }

  private String last(PersonId who) {
    return street.letters(who).getLast().utterance().text();
  }
}
