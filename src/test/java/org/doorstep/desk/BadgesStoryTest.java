package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.doorstep.cell.ACell;
import org.doorstep.cell.Cell;
import org.doorstep.cell.NeedTerms;
import org.doorstep.people.Address;
import org.doorstep.people.Need;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Choice;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Badges: granted and taken back by those who run a group, and by nobody else. */
@NullUnmarked
class BadgesStoryTest {

  private static final Desk DESK = new Desk(ShippedTalk.load(), ShippedTalk.understanding());

  private final Street street = new Street(DESK, asking("prescription", "dbs"));
  private final PersonId edna = street.resident("edna");
  private final PersonId sam = street.volunteer("Sam", 100);
  private final PersonId joan = street.writesFrom("joan", Address.whatsapp(ACell.JOANS_NUMBER));
  private final PersonId lee = street.writesFrom("lee", Address.slack("U0JOAN"));

  private static Cell asking(String need, String badge) {
    return ACell.needing(new NeedTerms(new Need(need), Set.of(), Set.of(badge), false));
  }

  private Set<String> badges(PersonId who) {
    return street.people.get(who).volunteering().badges();
  }

  private String last(PersonId who) {
    return street.letters(who).getLast().utterance().text();
  }

  @Test
  void whoeverHasItIsAskedForWhatNeedsIt() {
    PersonId olek = street.volunteer("Olek", 50);
    street.says(joan, "badge dbs Sam");
    assertThat(street.told(joan)).endsWith("members.badge-given");
    assertThat(street.told(sam)).endsWith("members.badge-yours");
    assertThat(badges(sam)).containsExactly("dbs");

    street.says(edna, "I need my prescription from Boots today, postcode LS6 3HN");
    for (String answer : List.of("12 Elm Road", "Edna", "yes")) street.says(edna, answer);
    street.passes(Duration.ofMinutes(1));
    assertThat(street.told(sam)).endsWith("job.offered");
    assertThat(street.told(olek)).isEmpty();
  }

  @Test
  void itIsTakenBackOnSlackAsWell() {
    street.says(joan, "BADGE DBS sam");
    street.says(lee, "unbadge dbs Sam");
    assertThat(street.told(lee)).endsWith("members.badge-taken");
    assertThat(street.told(sam)).endsWith("members.badge-yours-no-more");
    assertThat(badges(sam)).isEmpty();
  }

  @Test
  void itIsAFactWithoutAWordOfAnybodys() {
    street.says(joan, "badge dbs Sam");
    street.says(joan, "badge dbs Sam");
    street.says(joan, "unbadge dbs Sam");
    assertThat(street.facts)
        .filteredOn(Fact.BadgeChanged.class::isInstance)
        .containsExactly(
            new Fact.BadgeChanged(sam, "hyde-park", "dbs", true),
            new Fact.BadgeChanged(sam, "hyde-park", "dbs", false));
    assertThat(street.told(sam)).hasSize(2);
  }

  @Test
  void nobodyElseGrantsOne() {
    for (PersonId nosy : List.of(sam, edna)) {
      street.says(nosy, "badge dbs Sam");
      assertThat(street.told(nosy)).doesNotContain("members.badge-given");
    }
    assertThat(badges(sam)).isEmpty();
    assertThat(street.told(joan)).isEmpty();
  }

  @Test
  void nobodyGrantsOneToThemselves() {
    street.people.computeIfPresent(
        joan, (id, p) -> p.named("Joan").offering(street.people.get(sam).volunteering()));
    street.says(joan, "badge dbs Joan");
    assertThat(street.told(joan)).containsExactly("members.badge-self");
    assertThat(last(joan)).contains("dbs", "Hyde Park Neighbours", "Amina");
    assertThat(badges(joan)).isEmpty();
    assertThat(street.facts).noneMatch(Fact.BadgeChanged.class::isInstance);
    street.says(lee, "badge dbs Joan");
    assertThat(badges(joan)).containsExactly("dbs");
    street.says(joan, "unbadge dbs Joan");
    assertThat(badges(joan)).isEmpty();
  }

  @Test
  void whatIsNoBadgeOrNobodyIsSaidSo() {
    street.says(joan, "badge hero Sam");
    assertThat(last(joan)).contains("hero", "dbs");
    street.says(joan, "badge dbs");
    assertThat(street.told(joan)).endsWith("members.badge-how");
    street.says(joan, "badge dbs Tim");
    assertThat(street.told(joan)).endsWith("members.remove-nobody");
    assertThat(badges(sam)).isEmpty();
  }

  @Test
  void whereNoHelpAsksForOneThereIsNone() {
    Street plain = new Street(DESK);
    PersonId lead = plain.writesFrom("joan", Address.whatsapp(ACell.JOANS_NUMBER));
    plain.volunteer("Sam", 100);
    plain.says(lead, "badge dbs Sam");
    assertThat(plain.told(lead)).containsExactly("members.badge-none");
  }

  @Test
  void ofTwoOfTheSameNameTheLeadSaysWhich() {
    PersonId other = street.volunteer("sam", 400);
    street.says(joan, "badge dbs Sam");
    assertThat(street.told(joan)).endsWith("members.badge-which");
    assertThat(badges(sam)).isEmpty();
    List<Choice> choices = street.letters(joan).getLast().utterance().choices();
    Tap second = choices.get(1).tap();
    street.picks(joan, second);
    assertThat(street.told(joan)).endsWith("members.badge-given");
    assertThat(badges(sam).size() + badges(other).size()).isEqualTo(1);

    street.picks(sam, second);
    assertThat(street.told(sam)).doesNotContain("members.badge-given");
    street.picks(joan, new Tap(second.flow(), 1, second.state(), "give-hero", second.about()));
    assertThat(street.told(joan)).endsWith("common.closed");
  }

  @Test
  void theyCanSeeItThemselvesAndItGoesWithThem() {
    street.says(sam, "my data");
    assertThat(last(sam)).doesNotContain("badges");
    street.says(joan, "badge dbs Sam");
    street.says(sam, "my data");
    assertThat(last(sam)).contains("Your badges: dbs");
    street.says(sam, "forget me");
    street.says(sam, "yes");
    assertThat(street.people).doesNotContainKey(sam);
  }
}
