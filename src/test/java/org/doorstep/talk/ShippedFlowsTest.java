package org.doorstep.talk;

import static org.assertj.core.api.Assertions.assertThat;

import org.doorstep.understand.Vocabularies;
import org.junit.jupiter.api.Test;

class ShippedFlowsTest {

  @Test
  void theFlowsThatAreShippedHaveNoFaults() {
    Loading loading = FlowBook.load(Flows.files(), Vocabularies.all(), Flows.vocabularies());
    if (loading instanceof Loading.Faulty faulty) {
      assertThat(faulty.faults()).isEmpty();
    }
  }

  @Test
  void everyLanguageSaysEverythingAndNothingOld() {
    FlowBook book = Flows.load(Vocabularies.all(), Flows.vocabularies());
    assertThat(book.languages()).containsExactly("en", "cy", "pl", "ro", "ur", "ur-Latn");
    assertThat(book.gaps()).isEmpty();
  }
}
