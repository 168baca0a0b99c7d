package org.doorstep.talk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShippedFlowsTest {

  @Test
  void theFlowsThatAreShippedHaveNoFaults() {
    Loading loading = FlowBook.load(Flows.files(), Flows.understanding(), Flows.vocabularies());
    if (loading instanceof Loading.Faulty faulty) {
      assertThat(faulty.faults()).isEmpty();
    }
  }
}
