package org.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.doorstep.desk.Alarm;
import org.doorstep.desk.Decision;
import org.doorstep.desk.Inbound;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
public abstract class AlarmsContract extends PortsContract {

  private static final Instant LATER = NOW.plus(Duration.ofMinutes(10));

  private int ring(Instant now, int limit) {
    return await(ports.alarms().ring(holding, now, limit));
  }

  private void set(String id, List<Alarm.Set> alarms, Set<String> silenced) {
    happens(
        Samples.said(id, "+447700900101", "x"),
        new Decision.Settled(List.of(), List.of(), List.of(), alarms, silenced));
  }

  @Test
  void anAlarmComesInOnceItIsDue() {
    Alarm.Set alarm = Samples.alarm("rabcdef1", LATER);
    set("SM1", List.of(alarm), Set.of());
    assertThat(ring(LATER.minusMillis(1), 10)).isZero();
    assertThat(ring(LATER, 10)).isEqualTo(1);
    Inbox.Entry entry = next().getFirst();
    assertThat(entry.sender()).isNull();
    assertThat(entry.inbound()).isInstanceOf(Inbound.Rang.class);
    assertThat(((Inbound.Rang) entry.inbound()).alarm()).isEqualTo(alarm.alarm());
    assertThat(entry.inbound().at()).isEqualTo(LATER);
  }

  @Test
  void anAlarmRingsOnce() {
    set("SM1", List.of(Samples.alarm("rabcdef1", LATER)), Set.of());
    assertThat(ring(LATER, 10)).isEqualTo(1);
    assertThat(ring(LATER, 10)).isZero();
    assertThat(next()).hasSize(1);
    assertThat(next()).isEmpty();
  }

  @Test
  void settingAnAlarmAgainMovesIt() {
    set("SM1", List.of(Samples.alarm("rabcdef1", NOW)), Set.of());
    set("SM2", List.of(Samples.alarm("rabcdef1", LATER)), Set.of());
    assertThat(ring(NOW, 10)).isZero();
    assertThat(ring(LATER, 10)).isEqualTo(1);
  }

  @Test
  void aSilencedAlarmDoesNotRing() {
    Alarm.Set one = Samples.alarm("rabcdef1", LATER);
    Alarm.Set two = Samples.alarm("rabcdef2", LATER);
    set("SM1", List.of(one, two), Set.of());
    set("SM2", List.of(), Set.of(one.alarm().key()));
    assertThat(ring(LATER, 10)).isEqualTo(1);
    assertThat(next())
        .extracting(e -> ((Inbound.Rang) e.inbound()).alarm())
        .containsExactly(two.alarm());
  }

  @Test
  void silencingAndSettingInOneDecisionSets() {
    Alarm.Set alarm = Samples.alarm("rabcdef1", LATER);
    set("SM1", List.of(alarm), Set.of(alarm.alarm().key()));
    assertThat(ring(LATER, 10)).isEqualTo(1);
  }

  @Test
  void theEarliestRingFirstAndTheRestNextTime() {
    set(
        "SM1",
        List.of(
            Samples.alarm("rabcdef1", LATER),
            Samples.alarm("rabcdef2", LATER.minusSeconds(2)),
            Samples.alarm("rabcdef3", LATER.minusSeconds(1))),
        Set.of());
    assertThat(ring(LATER, 2)).isEqualTo(2);
    assertThat(next())
        .extracting(e -> ((Inbound.Rang) e.inbound()).alarm().key())
        .containsExactly("wave/rabcdef2", "wave/rabcdef3");
    assertThat(ring(LATER, 2)).isEqualTo(1);
  }

  @Test
  void whoLostTheCellRingsNothing() {
    set("SM1", List.of(Samples.alarm("rabcdef1", NOW)), Set.of());
    Holding old = holding;
    holding = changeHands();
    assertThatThrownBy(() -> await(ports.alarms().ring(old, LATER, 10))).isInstanceOf(Lost.class);
    assertThat(ring(LATER, 10)).isEqualTo(1);
  }

  @Test
  void everyKindOfAlarmRings() {
    var request = new org.doorstep.help.RequestId("rabcdef1");
    var person = met("+447700900109").id();
    List<Alarm> all =
        List.of(
            new Alarm.NextWave(request, 3),
            new Alarm.Taken(request, 3, 100),
            new Alarm.Silence(request, 2),
            new Alarm.Turn(request, 2, true, new PersonId("v1")),
            new Alarm.Late(request, person),
            new Alarm.WithOfficer(request, 2, person),
            new Alarm.DidItArrive(request, 1, true),
            new Alarm.Unacknowledged(new org.doorstep.bridge.CaseId("cabcdef1"), 2),
            new Alarm.Expired(request),
            new Alarm.FormLeft(person, "join"),
            new Alarm.FormTimer(person, "join", NOW),
            new Alarm.AskLater(person, "feedback"));
    set("SM1", all.stream().map(a -> new Alarm.Set(a, NOW)).toList(), Set.of());
    assertThat(ring(NOW, 20)).isEqualTo(all.size());
    assertThat(next())
        .extracting(e -> ((Inbound.Rang) e.inbound()).alarm())
        .containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void anAlarmThatWasDealtWithHasItsEffectOnce() {
    set("SM1", List.of(Samples.alarm("rabcdef1", NOW)), Set.of());
    ring(NOW, 10);
    Inbox.Entry entry = next().getFirst();
    commit(entry, open(entry), settled());
    assertThat(open(entry)).isNull();
    set("SM2", List.of(Samples.alarm("rabcdef1", LATER)), Set.of());
    assertThat(ring(LATER, 10)).isEqualTo(1);
    assertThat(open(next().getFirst())).isNotNull();
  }
}
