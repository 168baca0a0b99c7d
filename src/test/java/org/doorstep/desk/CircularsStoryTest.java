package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.doorstep.cell.ACell;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Officers write to all who lead a group, and a lead to the officers. */
@NullUnmarked
class CircularsStoryTest {

  private static final Desk DESK = new Desk(ShippedTalk.load(), ShippedTalk.understanding());

  private final Street street = new Street(DESK, ACell.twoGroups());
  private final PersonId amina = street.writesFrom("Amina", Address.slack("U0AMINA"));
  private final PersonId joan = street.writesFrom("Joan", Address.whatsapp(ACell.JOANS_NUMBER));
  private final PersonId kim = street.writesFrom("Kim", Address.slack("U0KIM"));
  private final PersonId sam = street.volunteer("Sam", 100);

  private String last(PersonId who) {
    return street.letters(who).getLast().utterance().text();
  }

  private String card() {
    Card card = street.card();
    return card.title() + "|" + String.join("|", card.lines()) + "|" + card.quote();
  }

  @Test
  void whatOfficersTellTheLeadsIsCountedAsItIsSeen() {
    street.says(amina, "tell leads: The river rises tonight");
    assertThat(last(joan)).contains("officers of Hyde Park", "The river rises tonight");
    assertThat(last(kim)).contains("The river rises tonight");
    assertThat(street.letters(sam)).isEmpty();
    assertThat(card()).contains("seen by 0, passed on by 0");

    street.picks(joan, "seen");
    street.picks(joan, "seen");
    assertThat(card()).contains("seen by 1, passed on by 0");
    assertThat(street.card().toString()).doesNotContain("Joan");
    assertThat(card()).doesNotContain("Joan");
  }

  @Test
  void aLeadPassesItOnToTheirVolunteersOnceTheyHaveSeenIt() {
    street.says(amina, "tell leads The river rises tonight");
    street.picks(joan, "pass");
    assertThat(last(joan)).contains("This goes to", "The river rises tonight", "Shall I send it?");
    assertThat(street.letters(sam)).isEmpty();
    street.says(joan, "yes");
    street.passes(Duration.ofHours(12));
    assertThat(last(sam)).contains("The river rises tonight");
    assertThat(card()).contains("passed on by 1");
  }

  @Test
  void itMayBeForTheLeadsOfOneGroup() {
    street.says(amina, "tell leads of Burley Students: The hall is shut");
    assertThat(last(kim)).contains("The hall is shut");
    assertThat(street.letters(joan)).isEmpty();
    street.says(amina, "tell leads of Nowhere: The hall is shut");
    assertThat(last(amina)).contains("I know no group called so");
  }

  @Test
  void onlyOfficersWriteToAllLeads() {
    street.says(kim, "tell leads: Hello");
    assertThat(last(kim)).contains("Only the officers");
    assertThat(street.letters(joan)).isEmpty();
  }

  @Test
  void whatALeadTellsTheCellIsReadByTheOfficersWhoMayPassItOn() {
    street.says(joan, "tell cell The food bank has run out of milk");
    assertThat(card()).contains("Joan (Hyde Park Neighbours) tells the cell", "out of milk");
    String about = street.card().choices().getFirst().tap().about();

    street.presses(
        "U0SOMEBODY", new Tap("circular", 1, "officer-buttons", "share", about).encoded());
    assertThat(street.letters(kim)).isEmpty();
    street.presses("U0AMINA", new Tap("circular", 1, "officer-buttons", "share", about).encoded());
    assertThat(last(kim)).contains("From Joan (Hyde Park Neighbours)", "out of milk");
    assertThat(street.told(joan))
        .contains("circular.officer-saw")
        .doesNotContain("circular.from-lead");
    assertThat(street.card().choices()).isEmpty();
  }

  @Test
  void noNumberOrWholePostcodeIsSent() {
    street.says(amina, "tell leads Ring Edna on 07700 900123");
    assertThat(last(amina)).contains("cannot hold telephone numbers");
    assertThat(street.letters(joan)).isEmpty();
  }

  @Test
  void itsTextIsForgotten() {
    street.says(amina, "tell leads The river rises tonight");
    assertThat(street.office.circulars()).hasSize(1);
    street.passes(Duration.ofDays(15));
    assertThat(street.office.circulars()).isEmpty();
    street.picks(joan, "seen");
    assertThat(last(joan)).contains("some time ago");
  }

  @Test
  void ofWhoIsForgottenNothingStays() {
    street.says(joan, "tell cell The food bank has run out of milk");
    street.says(amina, "tell leads The river rises tonight");
    street.picks(joan, "seen");
    Office after = street.office.without(joan);
    assertThat(after.circulars().values()).hasSize(1);
    assertThat(after.circulars().values()).allMatch(c -> c.seen().isEmpty());
    assertThat(List.copyOf(after.circulars().values()).toString()).doesNotContain("river");
  }
}
