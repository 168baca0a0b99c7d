package org.doorstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.doorstep.cell.ACell;
import org.doorstep.cell.AResponse;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Model;
import org.junit.jupiter.api.Test;

/** What {@code cells check} says of where requests go. */
class WaysInWordsTest {

  @Test
  void eachKindOfRequestHasItsSentence() {
    Cell cell = ACell.hydePark().responding(AResponse.with(Model.BROKER));
    assertThat(WaysInWords.of(cell))
        .containsExactly(
            "  In LS6:",
            "    A request goes to Voluntary Action, after 20 min to the volunteers of Hyde Park"
                + " Neighbours, if nobody takes it to the officers: Amina, then Derek.",
            "    food-parcel (hub) goes to Voluntary Action, after 20 min to St Chad's Hub, after"
                + " 20 min to the officers: Amina, then Derek.",
            "    money (specialist) goes with the resident's yes to Advice Leeds, if nobody there"
                + " answers in 20 min to the officers: Amina, then Derek.",
            "    health, Anything with no-heating (statutory) goes with the resident's yes to Adult"
                + " Social Care, if nobody there answers in 20 min to the officers: Amina, then"
                + " Derek.");
  }

  @Test
  void partsOfTheAreaWhereTheSameIsTrueStandTogether() {
    Cell cell = ACell.twoGroups().responding(AResponse.of(Model.HUBS));
    List<String> lines = WaysInWords.of(cell);
    assertThat(lines.getFirst()).isEqualTo("  In LS6:");
    assertThat(lines).contains("  In LS4:");
    assertThat(lines)
        .contains(
            "    A request goes to the volunteers of Burley Students, if nobody takes it to the"
                + " officers: Amina, then Derek.");
  }
}
