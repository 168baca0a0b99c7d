package org.doorstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.doorstep.cell.ACell;
import org.doorstep.cell.AreaContacts;
import org.doorstep.cell.Contact;
import org.doorstep.cell.Officer;
import org.doorstep.cell.Safeguarding;
import org.doorstep.place.Area;
import org.junit.jupiter.api.Test;

/** What {@code cells check} says of who is told of cases. */
class CallsInWordsTest {

  @Test
  void withoutSafeguardingPeopleTheOfficersAreToldOfAll() {
    assertThat(CallsInWords.of(ACell.hydePark()))
        .containsExactly(
            "  Who is told of a case, one after the other, until somebody takes it:",
            "    any case, and danger as well: Amina at once, Derek after 10 min, and round again.");
  }

  @Test
  void theLadderEndsOutsideSlack() {
    Safeguarding safe =
        new Safeguarding(
            List.of(new Officer("U0SAIRA", "Saira"), new Officer("U0TOBY", "Toby")),
            "C0SAFE",
            Contact.bySms("Nasreen", "+447700900801"),
            List.of(
                new AreaContacts(
                    new Area(List.of("LS6"), List.of()),
                    List.of(
                        Contact.inSlack("Rae", "U0RAE"),
                        Contact.bySms("Ward office", "+447700900802")))));
    assertThat(CallsInWords.of(ACell.hydePark().guardedBy(safe)))
        .contains(
            "      Saira at once, Toby after 10 min, then the contacts, then Nasreen by text message,"
                + " again and again; at once where Slack fails.",
            "    any other case: Amina at once, Derek after 10 min, then the contacts, and round"
                + " again.",
            "    contacts in LS6: Rae in Slack, then Ward office by text message")
        .noneMatch(line -> line.contains("+44"));
  }
}
