package org.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
public abstract class HoldingsContract extends PortsContract {

  private Holding hold(String instance, Duration lease) {
    return await(ports.holdings().hold(CELL.id(), instance, lease));
  }

  @Test
  void oneInstanceHoldsACellAtATime() {
    assertThat(hold("second", Duration.ofMinutes(1))).isNull();
  }

  @Test
  void renewingKeepsTheEpoch() {
    assertThat(hold("first", Duration.ofMinutes(1))).isEqualTo(holding);
  }

  @Test
  void lettingGoMakesRoomAtOnce() {
    await(ports.holdings().letGo(holding).thenReturn(true));
    Holding second = hold("second", Duration.ofMinutes(1));
    assertThat(second.epoch()).isGreaterThan(holding.epoch());
    assertThat(second.instance()).isEqualTo("second");
  }

  @Test
  void lettingGoOfWhatAnotherHoldsDoesNothing() {
    Holding second = changeHands();
    await(ports.holdings().letGo(holding).thenReturn(true));
    assertThat(hold("third", Duration.ofMinutes(1))).isNull();
    assertThat(hold("second", Duration.ofMinutes(1))).isEqualTo(second);
  }

  @Test
  void aLeaseThatLapsedIsAnyones() {
    hold("first", Duration.ofMillis(30));
    Holding second = null;
    long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (second == null && System.nanoTime() < until) {
      second = hold("second", Duration.ofMinutes(1));
    }
    assertThat(second).isNotNull();
    assertThat(second.epoch()).isGreaterThan(holding.epoch());
  }

  @Test
  void cellsAreHeldApart() {
    var other = Samples.cell("elsewhere").id();
    assertThat(await(ports.holdings().hold(other, "second", Duration.ofMinutes(1)))).isNotNull();
  }
}
