package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Kept;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Whose turn it is when one part of a job for three becomes free, is opened again or put right. */
@NullUnmarked
class CrewTurnsTest {

  private final Street street = new Street(new Desk(new FakeTalk(), new FakeUnderstanding()));
  private final PersonId edna = street.resident("edna");
  private final PersonId lead = street.writesFrom("lead", Address.slack("U0JOAN"));
  private final List<PersonId> v = new ArrayList<>();

  private void asked() {
    for (int i = 0; i < 7; i++) v.add(street.volunteer("v" + i, 100 + 10 * i));
    street.says(edna, "please, three of you");
    street.passes(Duration.ZERO);
  }

  private void allTaken() {
    asked();
    for (int i = 0; i < 3; i++) street.taps(v.get(i), part(0), "take");
    assertThat(holders()).containsExactlyInAnyOrder(v.get(0), v.get(1), v.get(2));
  }

  // ---- who stands by

  @Test
  void whoStandsByForOnePartComesFirstForAnother() {
    allTaken();
    street.taps(v.get(3), part(0), "take");
    assertThat(street.told(v.get(3))).endsWith("job.standby");
    HelpRequest other = heldBy(1);
    assertThat(other.id()).as("another part").isNotEqualTo(part(0).id());
    street.sent.clear();
    street.taps(v.get(1), other, "drop");
    street.passes(Duration.ZERO);
    assertThat(holders()).containsExactlyInAnyOrder(v.get(0), v.get(2), v.get(3));
    assertThat(street.told(v.get(3))).contains("job.promoted");
    assertThat(part(0).standby().isEmpty()).isTrue();
    assertThat(street.sent.toString()).doesNotContain("job.offered");
  }

  @Test
  void thoseBehindThemMoveUpAndANoGoesToTheNext() {
    allTaken();
    for (int i = 3; i < 6; i++) street.taps(v.get(i), part(0), "take");
    street.passes(Duration.ofMinutes(90)); // an old yes is asked first
    street.taps(v.get(0), part(0), "on-it");
    street.taps(v.get(1), heldBy(1), "drop");
    assertThat(street.told(v.get(4))).endsWith("job.standby-moved");
    street.passes(Duration.ZERO);
    assertThat(street.told(v.get(3))).endsWith("job.your-turn");
    HelpRequest turn = kept();
    street.taps(v.get(3), turn, "decline");
    street.passes(Duration.ZERO);
    assertThat(street.told(v.get(4))).endsWith("job.your-turn");
    street.taps(v.get(4), turn, "take");
    assertThat(holders()).contains(v.get(4)).doesNotContain(v.get(3));
  }

  @Test
  void whoStandsByForAllOfItComesForOnePartOnly() {
    allTaken();
    for (HelpRequest each : parts()) street.taps(v.get(3), each, "take");
    assertThat(parts()).allMatch(part -> part.standby().holds(v.get(3)));
    street.taps(v.get(0), heldBy(0), "drop");
    street.taps(v.get(1), heldBy(1), "drop");
    street.passes(Duration.ofMinutes(30));
    assertThat(holders()).contains(v.get(3)).doesNotHaveDuplicates();
  }

  // ---- who said no

  @Test
  void whoGaveOnePartBackIsNotAskedForAnotherThatWasKeptMeanwhile() {
    asked();
    street.taps(v.get(0), part(0), "take");
    street.writesBelow("U0JOAN", part(1), "assign v6");
    street.passes(Duration.ZERO);
    street.taps(v.get(0), heldBy(0), "drop");
    street.sent.clear();
    street.taps(v.get(6), part(1), "decline");
    street.passes(Duration.ofHours(3));
    assertThat(street.told(v.get(0))).doesNotContain("job.offered");
    assertThat(street.told(v.get(6))).doesNotContain("job.offered");
    assertThat(street.told(v.get(5))).contains("job.offered");
  }

  // ---- one part at a time

  @Test
  void askingAgainForTwoPartsAsksForOneAtATime() {
    asked();
    street.says(lead, "ask-again " + part(0).id());
    street.says(lead, "ask-again " + part(1).id());
    street.passes(Duration.ZERO);
    assertThat(parts()).filteredOn(p -> p.search().wave() > 0).hasSize(1);
  }

  @Test
  void askingAgainForOneAsksForAllThatWasGivenUp() {
    asked();
    street.passes(Duration.ofHours(3));
    assertThat(part(0).search().handedOver()).isTrue();
    street.says(lead, "ask-again " + part(0).id());
    for (int i = 0; i < 3; i++) {
      street.passes(Duration.ZERO);
      street.taps(v.get(i), part(0), "take");
    }
    assertThat(holders()).hasSize(3);
  }

  // ---- opened again

  @Test
  void whatIsSaidToBeDoneIsOpenedAgainTogetherAndWhoIsStillAtItStays() {
    allTaken();
    street.taps(v.get(0), heldBy(0), "done");
    street.taps(v.get(1), heldBy(1), "done");
    HelpRequest done = parts().stream().filter(Delivered.class::isInstance).findFirst().get();
    street.sent.clear();
    street.says(lead, "reopen " + done.id());
    assertThat(parts()).filteredOn(HelpRequest.Seeking.class::isInstance).hasSize(2);
    assertThat(holders()).containsExactly(v.get(2));
    assertThat(street.told(lead)).containsExactly("group.reopened");
    assertThat(street.told(edna)).containsExactly("group.reopened-resident");
    for (int i = 0; i < 2; i++) assertThat(street.told(v.get(i))).contains("group.reopened-helper");
    assertThat(street.alarms.keySet()).noneMatch(key -> key.startsWith("arrived/"));
    street.passes(Duration.ZERO);
    street.taps(v.get(4), done, "take");
    street.taps(v.get(5), done, "take");
    assertThat(holders()).containsExactlyInAnyOrder(v.get(2), v.get(4), v.get(5));
  }

  @Test
  void whatIsOpenedAgainReadsAsTheOthersDo() {
    allTaken();
    street.taps(v.get(0), heldBy(0), "done");
    street.says(lead, "edit-note " + heldBy(1).id() + " the blue door");
    street.says(lead, "edit-when " + heldBy(1).id() + " tomorrow at 3");
    HelpRequest done = parts().stream().filter(Delivered.class::isInstance).findFirst().get();
    street.says(lead, "reopen " + done.id());
    assertThat(parts()).allMatch(p -> p.particulars().note().equals("the blue door"));
    assertThat(parts().stream().map(p -> p.particulars().when()).distinct()).hasSize(1);
  }

  @Test
  void whatHasEndedIsOpenedAgainAsThoseReadItWhoStillCome() {
    allTaken();
    street.taps(v.get(0), heldBy(0), "done");
    street.says(edna, "yes");
    HelpRequest over =
        parts().stream().filter(HelpRequest.Closed.class::isInstance).findFirst().get();
    street.says(lead, "edit-note " + heldBy(1).id() + " the blue door");
    street.says(lead, "reopen " + over.id());
    assertThat(parts()).allMatch(p -> p.particulars().note().equals("the blue door"));
  }

  @Test
  void whatTheResidentSaysWasNotDoneReadsAsTheOthersDo() {
    allTaken();
    street.taps(v.get(0), heldBy(0), "done");
    street.says(lead, "edit-note " + heldBy(1).id() + " the blue door");
    street.says(edna, "no");
    assertThat(holders()).hasSize(2);
    assertThat(parts()).allMatch(p -> p.particulars().note().equals("the blue door"));
  }

  @Test
  void whoStandsByForWhatIsStillHeldComesFirstForWhatIsOpenedAgain() {
    allTaken();
    street.taps(v.get(3), part(0), "take");
    street.taps(v.get(1), heldBy(1), "done");
    street.taps(v.get(2), heldBy(2), "done");
    street.sent.clear();
    HelpRequest done = parts().stream().filter(Delivered.class::isInstance).findFirst().get();
    street.says(lead, "reopen " + done.id());
    street.passes(Duration.ZERO);
    assertThat(holders()).containsExactlyInAnyOrder(v.get(0), v.get(3));
  }

  @Test
  void whoSaidNoSinceIsNotAskedForAPartThatIsOpenedAgain() {
    asked();
    street.taps(v.get(0), part(0), "take");
    HelpRequest done = heldBy(0);
    street.taps(v.get(0), done, "done");
    street.passes(Duration.ofMinutes(30));
    street.says(edna, "yes");
    assertThat(street.requests.get(done.id())).isInstanceOf(HelpRequest.Closed.class);
    parts().stream()
        .filter(p -> p.search().wave() > 0 && p instanceof HelpRequest.Seeking)
        .forEach(p -> street.taps(v.get(4), p, "decline"));
    street.sent.clear();
    street.says(lead, "reopen " + done.id());
    street.passes(Duration.ofHours(2));
    assertThat(street.told(v.get(4))).doesNotContain("job.offered");
    assertThat(street.sent.toString()).contains("job.offered");
  }

  // ---- where one felt unsafe

  @Test
  void whatTurnsOutNotToBeDoneMeanwhileIsNobodysTurn() {
    allTaken();
    street.taps(v.get(5), heldBy(0), "take");
    assertThat(heldBy(0).standby().volunteers()).containsExactly(v.get(5));
    street.taps(v.get(0), heldBy(0), "done");
    street.taps(v.get(1), heldBy(1), "unsafe");
    street.sent.clear();
    street.passes(Duration.ofHours(1));
    street.says(edna, "no");
    street.passes(Duration.ofHours(2));
    assertThat(street.sent.toString())
        .doesNotContain("job.offered", "job.your-turn", "job.promoted");
  }

  @Test
  void whereOneFeltUnsafeNobodyWhoStandsByIsSent() {
    allTaken();
    street.taps(v.get(3), part(0), "take");
    street.taps(v.get(1), heldBy(1), "unsafe");
    assertThat(street.told(v.get(3))).endsWith("job.standby-released");
    street.sent.clear();
    street.taps(v.get(0), part(0), "drop");
    street.taps(v.get(2), heldBy(2), "drop");
    street.passes(Duration.ofHours(2));
    assertThat(holders()).isEmpty();
    assertThat(street.sent.toString()).doesNotContain("job.offered", "job.promoted");
  }

  @Test
  void whoeverWasToAnswerAloneIsAskedNoMore() {
    asked();
    street.taps(v.get(0), part(0), "take");
    street.writesBelow("U0JOAN", part(2), "assign v6");
    street.taps(v.get(0), heldBy(0), "unsafe");
    street.passes(Duration.ofHours(2));
    assertThat(street.told(v.get(6))).doesNotContain("job.assigned");
    assertThat(parts()).noneMatch(Kept.class::isInstance);
  }

  @Test
  void noLeadSendsSomebodyThereBeforeAnOfficerHasLooked() {
    asked();
    street.taps(v.get(0), part(0), "take");
    street.passes(Duration.ofMinutes(6));
    street.taps(v.get(0), heldBy(0), "unsafe");
    HelpRequest free =
        parts().stream()
            .filter(p -> p instanceof HelpRequest.Seeking && p.search().wave() > 0)
            .findFirst()
            .orElseThrow();
    street.writesBelow("U0JOAN", free, "assign v6");
    assertThat(street.lines().getLast()).startsWith("job.thread-over");
    street.says(lead, "ask-again " + free.id());
    assertThat(street.told(lead)).endsWith("group.only-an-officer");
    street.passes(Duration.ofHours(2));
    assertThat(street.sent.toString()).doesNotContain("job.assigned");
    assertThat(street.requests.get(free.id()).search().handedOver()).isTrue();

    PersonId amina = street.writesFrom("U0AMINA", Address.slack("U0AMINA"));
    street.says(amina, "ask-again " + free.id());
    assertThat(parts()).noneMatch(WithOfficer.class::isInstance);
    assertThat(parts()).noneMatch(p -> p.search().handedOver());
  }

  @Test
  void whenAnOfficerHasLookedAllThatIsMissingIsLookedFor() {
    allTaken();
    street.taps(v.get(1), heldBy(1), "unsafe");
    street.taps(v.get(0), heldBy(0), "drop");
    Case unsafe =
        street.cases.values().stream()
            .filter(c -> c.matter().reason() == Reason.NOT_FOR_NEIGHBOURS)
            .findFirst()
            .orElseThrow();
    street.presses(
        "U0AMINA", new Tap("case", 1, "card", "not-needed", unsafe.id().value()).encoded());
    street.passes(Duration.ZERO);
    street.taps(v.get(4), part(0), "take");
    street.taps(v.get(5), part(0), "take");
    assertThat(holders()).containsExactlyInAnyOrder(v.get(2), v.get(4), v.get(5));
  }

  // ---- help

  private List<HelpRequest> parts() {
    return List.copyOf(street.requests.values());
  }

  private HelpRequest part(int i) {
    return parts().get(i);
  }

  private HelpRequest heldBy(int who) {
    return parts().stream()
        .filter(p -> p instanceof HelpRequest.Claimed c && c.holder().equals(v.get(who)))
        .findFirst()
        .orElseThrow();
  }

  private HelpRequest kept() {
    return parts().stream().filter(Kept.class::isInstance).findFirst().orElseThrow();
  }

  private List<PersonId> holders() {
    return parts().stream()
        .filter(HelpRequest.Claimed.class::isInstance)
        .map(p -> ((HelpRequest.Claimed) p).holder())
        .toList();
  }
}
