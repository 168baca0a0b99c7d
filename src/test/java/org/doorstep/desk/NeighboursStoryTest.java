package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.doorstep.cell.ACell;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request goes over to a neighbouring group, when that group accepts. */
@NullUnmarked
class NeighboursStoryTest {

  private static final Desk DESK = new Desk(ShippedTalk.load(), ShippedTalk.understanding());

  private final Street street = new Street(DESK, ACell.twoGroups());
  private final PersonId edna = street.resident("edna");
  private final PersonId sam = street.volunteer("Sam", 100);
  private final PersonId olek = street.volunteer("Olek", 1500);
  private final PersonId joan = street.writesFrom("joan", Address.whatsapp(ACell.JOANS_NUMBER));
  private final PersonId kim = street.writesFrom("kim", Address.slack("U0KIM"));

  @Test
  void whatTheOtherGroupAcceptsIsTheirsAndEverybodyKnows() {
    asks();
    street.says(sam, "no");
    pass("pass 1 to burly students");
    assertThat(street.told(joan)).endsWith("neighbours.waits");
    assertThat(last(kim))
        .contains("Hyde Park Neighbours asks", "Burley Students", "Prescription", "LS6", "today")
        .doesNotContain("Edna", "edna", "Ash Grove", "3HN", "Boots");
    assertThat(job().particulars().group()).as("until they say yes").isEqualTo("hyde-park");

    street.picks(kim, "accept");
    assertThat(job()).isInstanceOf(HelpRequest.Seeking.class);
    assertThat(job().particulars().group()).isEqualTo("students");
    assertThat(job().particulars().note()).as("what was said goes along").contains("Ash Grove");
    assertThat(street.told(kim)).endsWith("neighbours.you-accepted");
    assertThat(street.told(joan)).endsWith("neighbours.accepted");
    assertThat(last(edna)).startsWith("Burley Students looks after your request from now on");
    assertThat(street.alarms).doesNotContainKey("unanswered/" + job().id());

    Outgoing.Repost old = (Outgoing.Repost) posts().get(posts().size() - 2);
    Outgoing.Post own = (Outgoing.Post) posts().getLast();
    assertThat(old.channel()).isEqualTo("C0GROUP");
    assertThat(old.card().lines()).containsExactly("Burley Students looks after this one now.");
    assertThat(old.card().choices()).isEmpty();
    assertThat(own.channel()).isEqualTo("C0STUDENTS");
    assertThat(own.card().choices()).isNotEmpty();
    assertThat(own.anchor()).as("each its own post").isNotEqualTo(old.anchor());

    street.passes(Duration.ZERO);
    assertThat(street.told(olek)).as("by their waves").endsWith("job.offered");
    assertThat(street.told(sam).getLast()).as("who said no").isNotEqualTo("job.offered");
    assertThat(((Outgoing.Repost) posts().getLast()).anchor()).isEqualTo(own.anchor());
    street.says(kim, "board");
    assertThat(last(kim)).contains("1. Prescription");
    street.says(joan, "board");
    assertThat(street.told(joan)).endsWith("group.board-empty");
  }

  @Test
  void aJobForSeveralPeopleStaysWithItsGroup() {
    street.says(edna, "I need two people to carry my wardrobe downstairs today");
    street.pins(edna, FakeTalk.EDNAS);
    for (String answer : List.of("my old wardrobe", "14 Ash Grove", "Edna", "yes")) {
      street.says(edna, answer);
    }
    street.passes(Duration.ZERO);
    assertThat(street.requests).hasSize(2);
    pass("pass 1 to students");
    assertThat(street.told(joan)).endsWith("neighbours.several");
    assertThat(street.told(kim)).isEmpty();
  }

  @Test
  void meanwhileItStaysAndMayBeTaken() {
    asks();
    pass("pass 1 to students");
    street.says(sam, "yes");
    assertThat(job()).isInstanceOf(HelpRequest.Claimed.class);
    street.picks(kim, "accept");
    assertThat(street.told(kim)).endsWith("neighbours.too-late");
    assertThat(((HelpRequest.Claimed) job()).holder()).isEqualTo(sam);
    assertThat(job().particulars().group()).isEqualTo("hyde-park");
    street.passes(Duration.ofHours(3));
    assertThat(street.told(joan)).doesNotContain("neighbours.unanswered");
  }

  @Test
  void aNoComesBackWithTheReason() {
    asks();
    pass("pass 1 to students");
    street.picks(kim, "decline");
    assertThat(street.told(kim)).endsWith("neighbours.you-declined");
    assertThat(last(joan)).startsWith("Burley Students cannot take this on");
    assertThat(job().particulars().group()).isEqualTo("hyde-park");
    assertThat(street.alarms).doesNotContainKey("unanswered/" + job().id());
  }

  @Test
  void silenceComesBackInTimeAndALateYesCountsNoMore() {
    asks();
    pass("pass 1 to students");
    street.passes(Duration.ofMinutes(119));
    assertThat(street.told(joan)).doesNotContain("neighbours.unanswered");
    street.passes(Duration.ofMinutes(1));
    assertThat(last(joan)).startsWith("Burley Students has not answered in time");
    street.picks(kim, "accept");
    assertThat(street.told(kim)).endsWith("neighbours.too-late");
    assertThat(job().particulars().group()).isEqualTo("hyde-park");
  }

  @Test
  void onlyALeadOfThatGroupAnswers() {
    asks();
    pass("pass 1 to students");
    Tap accept =
        street.letters(kim).getLast().utterance().choices().stream()
            .map(choice -> choice.tap())
            .filter(tap -> tap.choice().equals("accept"))
            .findFirst()
            .orElseThrow();
    for (PersonId other : List.of(sam, joan)) {
      street.picks(other, accept);
      assertThat(street.told(other)).endsWith("common.closed");
    }
    assertThat(job().particulars().group()).isEqualTo("hyde-park");
  }

  @Test
  void theGroupHasToBeClearAndAnother() {
    asks();
    pass("pass 1 to the moon");
    assertThat(last(joan)).startsWith("To which group?").contains("Burley Students");
    street.says(joan, "pass 1 to hyde park");
    assertThat(street.told(joan)).endsWith("neighbours.yours");
    street.says(sam, "yes");
    street.says(joan, "pass 1 to students");
    assertThat(street.told(joan)).endsWith("neighbours.not-open");
    assertThat(street.told(kim)).isEmpty();
  }

  /** The card says so too, but whoever gives an order is answered. */
  @ParameterizedTest
  @ValueSource(strings = {"assign Sam", "assign 1 to Sam", "cancel 1", "edit 1 note ring twice"})
  void anOrderBelowTheOldPostIsAnsweredWithWhereItIs(String order) {
    asks();
    HelpRequest before = job();
    pass("pass 1 to students");
    street.picks(kim, "accept");
    HelpRequest now = job();
    street.writesBelow("U0JOAN", before, order);
    Outgoing.InThread line = (Outgoing.InThread) street.sent.getLast();
    assertThat(line.text()).startsWith("Burley Students looks after").contains(reference(now));
    assertThat(line.channel()).isEqualTo("C0OFFICERS"); // the street's threads are all there
    assertThat(line.anchor()).isEqualTo(Board.anchor(before)).isNotEqualTo(Board.anchor(now));
    assertThat(job()).isEqualTo(now);
  }

  @Test
  void whatElseIsSaidBelowTheOldPostIsLeftAlone() {
    asks();
    HelpRequest before = job();
    pass("pass 1 to students");
    street.picks(kim, "accept");
    int said = street.sent.size();
    street.writesBelow("U0JOAN", before, "thanks for taking this one!");
    street.writesBelow("U0JOAN", before, "board");
    assertThat(street.sent).hasSize(said);
    street.writesBelow("U0KIM", job(), "assign Olek");
    assertThat(street.lines().getLast()).startsWith("I have asked Olek");
  }

  /** It went over and came back: the post that it has now is the last one. */
  @Test
  void belowTheFirstPostOfOneThatCameBackItIsSaidToo() {
    asks();
    HelpRequest first = job();
    pass("pass 1 to students");
    street.picks(kim, "accept");
    HelpRequest second = job();
    street.says(kim, "board");
    street.says(kim, "pass 1 to hyde-park");
    street.picks(joan, "accept");
    for (HelpRequest old : List.of(first, second)) {
      street.sent.clear();
      street.writesBelow("U0JOAN", old, "assign Sam");
      assertThat(street.lines().getLast()).startsWith("Hyde Park Neighbours looks after");
    }
    assertThat(job()).isInstanceOf(HelpRequest.Seeking.class);
  }

  private static String reference(HelpRequest job) {
    return Overview.reference(job);
  }

  /** What an officer was asked to look after is looked for again, and back it has a new post. */
  @Test
  void whatNobodyTookMayGoOverAndComeBack() {
    asks();
    street.passes(Duration.ofMinutes(40));
    assertThat(job().search().handedOver()).isTrue();
    pass("pass 1 to students");
    street.picks(kim, "accept");
    assertThat(job().search().handedOver()).isFalse();
    assertThat(street.alarms).doesNotContainKey("officer/" + job().id());
    street.says(kim, "board");
    street.says(kim, "pass 1 to hyde-park");
    street.picks(joan, "accept");
    assertThat(job().particulars().group()).isEqualTo("hyde-park");
    assertThat(posts().stream().map(Object::toString).distinct()).hasSizeGreaterThan(3);
    assertThat(((Outgoing.Post) posts().getLast()).channel()).isEqualTo("C0GROUP");
  }

  private void asks() {
    street.says(edna, "I need my prescription from Boots today");
    street.pins(edna, FakeTalk.EDNAS);
    for (String answer : List.of("14 Ash Grove", "Edna", "yes")) street.says(edna, answer);
    street.passes(Duration.ZERO);
  }

  private void pass(String order) {
    street.says(joan, "board");
    street.says(joan, order);
  }

  private HelpRequest job() {
    return street.theRequest();
  }

  private List<Outgoing> posts() {
    return street.sent.stream()
        .filter(o -> o instanceof Outgoing.Post || o instanceof Outgoing.Repost)
        .filter(o -> !(o instanceof Outgoing.Post p && p.anchor().startsWith("case/")))
        .filter(o -> !(o instanceof Outgoing.Repost p && p.anchor().startsWith("case/")))
        .toList();
  }

  private String last(PersonId who) {
    return street.letters(who).getLast().utterance().text();
  }
}
