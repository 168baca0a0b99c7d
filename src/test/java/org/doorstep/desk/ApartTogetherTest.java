package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.cell.ACell;
import org.doorstep.help.Arrangement;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Choice;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sam and Olek are not to meet, and are never sent to the same job. 18 March is a Wednesday. */
@NullUnmarked
class ApartTogetherTest {

  private final Street street =
      new Street(new Desk(ShippedTalk.load(), ShippedTalk.understanding()));
  private final PersonId edna = street.resident("edna");
  private final PersonId sam = street.volunteer("Sam", 100);
  private final PersonId olek = street.volunteer("Olek", 200);
  private final PersonId nina = street.volunteer("Nina", 300);
  private final PersonId joan = street.writesFrom("joan", Address.whatsapp(ACell.JOANS_NUMBER));

  // ---- parts of one job

  /** Whichever of the two has the other on their list. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoHasOnePartKeepsTheOtherFromTheNext(boolean hisList) {
    keptApart(hisList ? sam : olek, hisList ? olek : sam);
    asksForTwo("today");
    street.passes(Duration.ZERO);
    street.says(sam, "yes I can");
    street.says(olek, "yes I can");
    assertThat(street.told(olek)).endsWith("job.not-open");
    assertThat(holders()).containsExactly(sam);
    street.says(nina, "yes I can");
    assertThat(holders()).containsExactlyInAnyOrder(sam, nina);
  }

  @Test
  void theyAreNotEvenAskedOnceTheOtherHasAPart() {
    PersonId far = street.volunteer("Farah", 1600);
    PersonId further = street.volunteer("Goran", 1700);
    keptApart(sam, far);
    asksForTwo("today");
    street.passes(Duration.ZERO);
    street.says(sam, "yes I can");
    street.passes(Duration.ofMinutes(30));
    assertThat(street.told(further)).contains("job.offered");
    assertThat(street.told(far)).isEmpty();
  }

  @Test
  void aLeadCannotAssignThemToIt() {
    keptApart(sam, olek);
    asksForTwo("today");
    street.passes(Duration.ZERO);
    street.says(sam, "yes I can");
    HelpRequest free =
        live().stream().filter(HelpRequest.Seeking.class::isInstance).findFirst().orElseThrow();
    street.says(joan, "board");
    street.says(joan, "assign " + Overview.reference(free) + " to Olek");
    assertThat(street.told(joan)).endsWith("group.assign-nobody");
  }

  @Test
  void whoStandsByIsPassedOver() {
    asksForTwo("today");
    street.passes(Duration.ZERO);
    street.says(sam, "yes I can");
    street.says(nina, "yes I can");
    street.picks(olek, take(olek, part(nina)));
    assertThat(street.told(olek)).contains("job.standby");
    keptApart(olek, sam);
    street.says(nina, "sorry, I can't do it after all");
    street.passes(Duration.ofMinutes(1));
    assertThat(holders()).containsExactly(sam);
    assertThat(street.told(olek)).doesNotContain("job.promoted", "job.your-turn");
  }

  @Test
  void noneIsHandedOverToThem() {
    asksForTwo("today");
    street.passes(Duration.ZERO);
    street.says(sam, "yes I can");
    street.says(nina, "yes I can");
    street.says(nina, "hand over to Olek");
    assertThat(street.told(olek)).endsWith("job.hand-over");
    keptApart(sam, olek);
    street.says(olek, "yes");
    assertThat(holders()).containsExactlyInAnyOrder(sam, nina);
    street.says(nina, "hand over to Olek");
    assertThat(street.told(nina)).endsWith("job.hand-over-nobody");
  }

  // ---- each time

  @Test
  void whoDidItBesideTheOtherIsNotAskedToEachTime() {
    arranged();
    street.says(sam, "yes I can");
    street.says(olek, "yes I can");
    street.says(sam, "done");
    street.says(sam, "yes");
    keptApart(olek, sam);
    street.says(olek, "done");
    assertThat(street.told(olek)).doesNotContain("regular.each-time");
    assertThat(the().volunteers()).containsExactly(sam);
  }

  @Test
  void aYesThatWasAskedForBeforeIsTooLate() {
    arranged();
    street.says(sam, "yes I can");
    street.says(olek, "yes I can");
    street.says(sam, "done");
    street.says(olek, "done");
    street.says(sam, "yes");
    keptApart(sam, olek);
    street.picks(olek, "each");
    assertThat(street.told(olek)).endsWith("common.closed");
    assertThat(the().volunteers()).containsExactly(sam);
  }

  /** Both do it each time, and a case has come between them. Neither is told. */
  @Test
  void ofTwoWhoDoItEachTimeOnlyTheFirstComesThen() {
    arranged();
    street.says(sam, "yes I can");
    street.says(olek, "yes I can");
    for (PersonId each : List.of(sam, olek)) {
      street.says(each, "done");
      street.says(each, "yes");
    }
    assertThat(the().volunteers()).containsExactly(sam, olek);
    street.passes(Duration.ofMinutes(40));
    street.picks(edna, "yes");
    keptApart(olek, sam);
    street.sent.clear();
    street.passes(Duration.ofDays(7));
    assertThat(holders()).containsExactly(sam);
    assertThat(street.told(olek)).isEmpty();
    street.says(nina, "yes I can");
    assertThat(holders()).containsExactlyInAnyOrder(sam, nina);
  }

  // ---- what is done

  private void keptApart(PersonId who, PersonId from) {
    street.people.computeIfPresent(who, (id, p) -> p.tied(p.ties().apartFrom(from)));
  }

  private void asksForTwo(String when) {
    street.says(edna, "I need two people to carry my wardrobe downstairs " + when + ", LS6 3HN");
    for (String answer : List.of("my old wardrobe", "12 Elm Road", "Edna")) {
      if (street.told(edna).getLast().equals("request-help.confirm")) break;
      street.says(edna, answer);
    }
    street.says(edna, "yes");
    assertThat(live()).hasSize(2);
  }

  private void arranged() {
    asksForTwo("every Thursday");
    street.picks(edna, "each");
    street.passes(Duration.ofMinutes(1));
  }

  private HelpRequest part(PersonId holder) {
    return live().stream()
        .filter(r -> r instanceof HelpRequest.Claimed c && c.holder().equals(holder))
        .findFirst()
        .orElseThrow();
  }

  private Tap take(PersonId who, HelpRequest part) {
    Tap offered =
        street.letters(who).stream()
            .flatMap(l -> l.utterance().choices().stream())
            .map(Choice::tap)
            .filter(tap -> tap.choice().equals("take"))
            .findFirst()
            .orElseThrow();
    return new Tap(
        offered.flow(), offered.version(), offered.state(), "take", JobRef.to(part).about());
  }

  private Arrangement the() {
    return street.arrangements.values().iterator().next();
  }

  private List<HelpRequest> live() {
    return street.requests.values().stream().filter(r -> !r.over()).toList();
  }

  private Set<PersonId> holders() {
    return live().stream()
        .flatMap(r -> r instanceof HelpRequest.Claimed c ? Stream.of(c.holder()) : Stream.of())
        .collect(Collectors.toSet());
  }
}
