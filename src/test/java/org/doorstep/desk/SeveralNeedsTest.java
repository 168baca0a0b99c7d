package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Particulars.Linked;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** One message asks for several things: linked requests, taken apart or together. */
@NullUnmarked
class SeveralNeedsTest {

  private final Street street =
      new Street(new Desk(ShippedTalk.load(), ShippedTalk.understanding()));
  private final PersonId edna = street.resident("edna");
  private final PersonId sam = street.volunteer("Sam", 100);
  private final PersonId olek = street.volunteer("Olek", 200);

  @Test
  void eachThingIsARequestThatKnowsTheOthers() {
    asksForTwo();
    assertThat(needs()).containsExactlyInAnyOrder("prescription", "dog-walk");
    for (HelpRequest one : street.requests.values()) {
      List<Linked> others =
          street.requests.values().stream()
              .filter(other -> !other.id().equals(one.id()))
              .map(other -> new Linked(other.id(), other.particulars().need()))
              .toList();
      assertThat(one.particulars().linked()).isEqualTo(others).hasSize(1);
    }
    String offers =
        street.letters(sam).stream().map(l -> l.utterance().text()).reduce("", String::concat);
    assertThat(offers).contains("also needs: Dog walk", "also needs: Prescription");
  }

  @Test
  void oneVolunteerTakesBothWithAWord() {
    asksForTwo();
    street.says(sam, "yes both please");
    assertThat(street.requests.values())
        .allSatisfy(
            r ->
                assertThat(r)
                    .isInstanceOfSatisfying(
                        HelpRequest.Claimed.class,
                        claimed -> assertThat(claimed.holder()).isEqualTo(sam)));
    street.says(sam, "both done");
    assertThat(street.requests.values())
        .allSatisfy(r -> assertThat(r).isInstanceOf(Delivered.class));
  }

  @Test
  void twoVolunteersTakeOneEach() {
    asksForTwo();
    street.says(sam, "I can do the prescription");
    street.says(olek, "happy to walk the dog");
    assertThat(holder("prescription")).isEqualTo(sam);
    assertThat(holder("dog-walk")).isEqualTo(olek);
  }

  /** One commit writes no more than so much; the rest follows at once. */
  @Test
  void ofTwoJobsWithManyAskedNobodyHearsNothingOrTooMuchAtATime() {
    asksForTwo();
    List<PersonId> crowd = IntStream.range(0, 90).mapToObj(i -> new PersonId("crowd" + i)).toList();
    street.requests.replaceAll((id, job) -> ((HelpRequest.Seeking) job).waveSent(crowd));
    street.sent.clear();
    street.says(sam, "yes both please");
    assertThat(street.sent).hasSizeLessThan(120);
    street.passes(Duration.ZERO);
    assertThat(crowd)
        .allSatisfy(
            each -> assertThat(street.told(each)).containsExactly("job.taken", "job.taken"));
  }

  private void asksForTwo() {
    street.says(edna, "I need my prescription from Boots and somebody to walk my dog today");
    street.pins(edna, FakeTalk.EDNAS);
    for (String answer : List.of("14 Ash Grove", "Edna", "yes")) street.says(edna, answer);
    street.passes(Duration.ZERO);
  }

  private List<String> needs() {
    return street.requests.values().stream().map(r -> r.particulars().need().key()).toList();
  }

  private PersonId holder(String need) {
    return street.requests.values().stream()
        .filter(r -> r.particulars().need().key().equals(need))
        .map(r -> r instanceof HelpRequest.Claimed claimed ? claimed.holder() : null)
        .findFirst()
        .orElseThrow();
  }
}
