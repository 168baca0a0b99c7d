package org.doorstep.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.doorstep.desk.Change;
import org.doorstep.desk.Decision;
import org.doorstep.help.ClaimOutcome;
import org.doorstep.help.RequestId;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.Away;
import org.doorstep.pipeline.Casebook;
import org.doorstep.pipeline.Delivery;
import org.doorstep.pipeline.Inbox;
import org.doorstep.pipeline.Parcel;
import org.doorstep.pipeline.Ports;
import org.doorstep.pipeline.PortsContract;
import org.doorstep.pipeline.Samples;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/**
 * A command is carried out, but its reply never arrives. Trying again is all that anyone can do.
 */
@NullUnmarked
class RedisLossTest extends PortsContract {

  private static final String WILMA = "+447700900901";

  private @Nullable String lost;

  @Override
  protected Ports freshPorts() {
    lost = null;
    return TestRedis.ports(TestRedis.shared().freshRoom(lossy(TestRedis.shared().line())));
  }

  /** Loses the next reply of that script, or of that command. */
  private <T> T losing(String what, Supplier<T> work) {
    lost = what.contains("_") ? Script.named(what).digest() : what;
    assertThatThrownBy(work::get)
        .extracting(e -> e instanceof Away away ? away.getCause() : e)
        .isInstanceOf(RedisCommandTimeoutException.class);
    assertThat(lost).as("was not used").isNull();
    return work.get();
  }

  @SuppressWarnings("unchecked")
  private StatefulRedisConnection<byte[], byte[]> lossy(
      StatefulRedisConnection<byte[], byte[]> line) {
    RedisReactiveCommands<byte[], byte[]> commands =
        (RedisReactiveCommands<byte[], byte[]>)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {RedisReactiveCommands.class},
                (proxy, method, args) -> {
                  try {
                    Object reply = method.invoke(line.reactive(), args);
                    boolean hit =
                        lost != null
                            && (lost.equals(method.getName())
                                || (args != null && lost.equals(args[0])));
                    if (!hit) return reply;
                    lost = null;
                    return ((Flux<Object>) reply)
                        .onErrorResume(
                            io.lettuce.core.RedisNoScriptException.class,
                            e -> Flux.error(new AssertionError("load the script first")))
                        .thenMany(Flux.error(new RedisCommandTimeoutException("lost")));
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    return (StatefulRedisConnection<byte[], byte[]>)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {StatefulRedisConnection.class},
            (proxy, method, args) ->
                method.getName().equals("reactive") ? commands : method.invoke(line, args));
  }

  private void useEveryScriptOnce() {
    Person victor = met("+447700900902");
    RequestId request = new RequestId("rabcdef9");
    happens(
        Samples.said("U1", "+447700900902", "x"),
        with(
            List.of(new Change.RequestIs(Samples.seeking("rabcdef9", victor.id()))),
            List.of(Samples.toPerson("u1", victor.id())),
            List.of(Samples.alarm("rabcdef9", NOW)),
            Set.of()));
    attempt(request, 1, victor.id(), 9);
    await(ports.alarms().ring(holding, NOW, 10));
    next();
    settle(parcels().getFirst());
  }

  private boolean settle(Parcel parcel) {
    return await(
        ports
            .outbox()
            .settle(holding, parcel, new Delivery.Sent("SM1", null), NOW)
            .thenReturn(true));
  }

  @Test
  void anInboundThatWasTakenInWithoutAnAnswerIsADuplicate() {
    useEveryScriptOnce();
    assertThat(losing("accept_inbound", () -> accept(Samples.said("SM1", WILMA, "x"))))
        .isEqualTo(Inbox.Acceptance.DUPLICATE);
    assertThat(next()).hasSize(1);
    assertThat(next()).isEmpty();
  }

  @Test
  void whatWasHandedOutWithoutArrivingIsHandedOutAgain() {
    useEveryScriptOnce();
    accept(Samples.said("SM1", WILMA, "x"));
    next();
    accept(Samples.said("SM2", WILMA, "x"));
    assertThat(losing("read_stream", this::next))
        .extracting(e -> e.inbound().id().value())
        .containsExactly("twilio/SM2");
    accept(Samples.said("SM3", WILMA, "x"));
    assertThat(losing("hmget", this::next))
        .extracting(e -> e.inbound().id().value())
        .containsExactly("twilio/SM3");
    assertThat(next()).isEmpty();
  }

  @Test
  void aDecisionThatWasWrittenWithoutAnAnswerIsWrittenOnce() {
    useEveryScriptOnce();
    Person wilma = met(WILMA);
    Inbox.Entry entry = arrive(Samples.said("SM1", WILMA, "x"));
    var dossier = open(entry);
    Decision.Settled decision =
        with(
            List.of(new Change.PersonIs(wilma.named("Once"))),
            List.of(Samples.toPerson("o1", wilma.id())),
            List.of(Samples.alarm("rabcdef1", NOW)),
            Set.of());
    assertThat(losing("commit_decision", () -> commit(entry, dossier, decision)))
        .isEqualTo(Casebook.Outcome.DONE);
    assertThat(parcels()).hasSize(1);
    assertThat(await(ports.alarms().ring(holding, NOW, 10))).isEqualTo(1);
  }

  @Test
  void aClaimThatWasWonWithoutAnAnswerIsWonAgain() {
    useEveryScriptOnce();
    Person wilma = met(WILMA);
    happens(
        Samples.said("SM1", WILMA, "x"),
        new Change.RequestIs(Samples.seeking("rabcdef1", wilma.id())));
    RequestId request = new RequestId("rabcdef1");
    PersonId anna = new PersonId("anna");
    assertThat(losing("claim_request", () -> attempt(request, 1, anna, 1)))
        .isEqualTo(new ClaimOutcome.Won());
    assertThat(attempt(request, 1, new PersonId("bert"), 1))
        .isEqualTo(new ClaimOutcome.TakenBy(anna));
  }

  @Test
  void alarmsThatRangWithoutAnAnswerRingOnce() {
    useEveryScriptOnce();
    happens(
        Samples.said("SM1", WILMA, "x"),
        with(List.of(), List.of(), List.of(Samples.alarm("rabcdef1", NOW)), Set.of()));
    assertThat(losing("ring_alarms", () -> await(ports.alarms().ring(holding, NOW, 10)))).isZero();
    assertThat(next()).hasSize(1);
  }

  @Test
  void aMessageThatWasSettledWithoutAnAnswerIsSettled() {
    useEveryScriptOnce();
    Person wilma = met(WILMA);
    happens(Samples.said("SM1", WILMA, "x"), saying(Samples.toPerson("o1", wilma.id())));
    Parcel parcel = losing("read_stream", this::parcels).getFirst();
    assertThat(losing("settle_outgoing", () -> settle(parcel))).isTrue();
    holding = changeHands();
    assertThat(parcels()).isEmpty();
  }
}
