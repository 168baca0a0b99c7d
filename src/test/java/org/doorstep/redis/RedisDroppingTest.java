package org.doorstep.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.doorstep.pipeline.Holding;
import org.doorstep.pipeline.Lost;
import org.doorstep.pipeline.Ports;
import org.doorstep.pipeline.PortsContract;
import org.doorstep.pipeline.Samples;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

@NullUnmarked
class RedisDroppingTest extends PortsContract {

  @Override
  protected Ports freshPorts() {
    return TestRedis.shared().freshPorts();
  }

  @Test
  void whoLostTheCellDropsNothing() {
    var line = TestRedis.shared().line();
    Backlog backlog =
        new Backlog(
            new Lines(line.reactive(), Lines.Nodes.of(line), 0, Duration.ZERO), Keys::inbox);
    accept(Samples.said("SM1", "+447700900101", "x"));
    String position = await(backlog.next(holding, 10, Mono::just)).getFirst().position();
    Holding successor = changeHands();
    assertThatThrownBy(() -> await(backlog.drop(holding, position).thenReturn(true)))
        .isInstanceOf(Lost.class);
    assertThat(await(backlog.next(successor, 10, Mono::just))).hasSize(1);
    await(backlog.drop(successor, position).thenReturn(true));
    Keys keys = new Keys(CELL.id());
    assertThat(TestRedis.shared().sync().xlen(keys.inbox())).isZero();
    assertThat(TestRedis.shared().sync().xpending(keys.inbox(), Utf8.bytes("doorstep")).getCount())
        .isZero();
  }
}
