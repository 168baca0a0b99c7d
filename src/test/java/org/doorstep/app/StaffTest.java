package org.doorstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.doorstep.cell.Cell;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class StaffTest {

  private static final List<Cell> CELLS =
      switch (Cells.of(
          Map.of(
              "hyde-park.yml",
              Texts.bundled("/village/cells/hyde-park.yml").values().iterator().next()))) {
        case Checked.Fine<Cells>(Cells cells) -> cells.all();
        case Checked.Faulty<Cells>(var findings) -> throw new AssertionError(findings);
      };

  private final Sinks.Empty<Void> inHand = Sinks.empty();
  private final AtomicBoolean told = new AtomicBoolean();
  private final AtomicBoolean home = new AtomicBoolean();
  private final Staff staff = new Staff(CELLS, cell -> inHand.asMono(), () -> told.set(true));

  @Test
  void stoppingWaitsForWhatIsInHand() {
    staff.start();
    staff.stop(() -> home.set(true));

    assertThat(told).isTrue();
    assertThat(home).isFalse();
    inHand.tryEmitEmpty();
    assertThat(home).isTrue();
    assertThat(staff.isRunning()).isFalse();
  }

  @Test
  void workThatGoesOnIsNotStuck() {
    staff.start();

    assertThat(staff.isRunning()).isTrue();
    assertThat(staff.stuckBecause().blockOptional()).isEmpty();
  }

  @Test
  void workThatEndsByItselfIsStuck() {
    staff.start();
    inHand.tryEmitError(new IllegalStateException("broken"));

    assertThat(staff.stuckBecause().blockOptional()).contains("work on hyde-park has ended");
  }

  @Test
  void workThatCannotEvenBeginIsStuckAndDoesNotKeepTheServiceFromStopping() {
    var broken =
        new Staff(
            CELLS,
            cell -> {
              throw new IllegalStateException("broken");
            },
            () -> {});
    broken.start();
    broken.stop(() -> home.set(true));

    assertThat(broken.stuckBecause().blockOptional()).isPresent();
    assertThat(home).isTrue();
  }

  @Test
  void stoppingBeforeStartingIsFine() {
    var idle = new Staff(CELLS, cell -> Mono.never(), () -> told.set(true));

    idle.stop();

    assertThat(told).isTrue();
    assertThat(idle.isRunning()).isFalse();
  }
}
