package org.doorstep.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.doorstep.desk.Change;
import org.doorstep.people.Address;
import org.doorstep.people.Invitation;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.Invitees.Standing;
import org.doorstep.pipeline.InviteesContract;
import org.doorstep.pipeline.Ports;
import org.doorstep.pipeline.Samples;
import org.junit.jupiter.api.Test;

class RedisInviteesTest extends InviteesContract {

  private final ListKeys keys = new ListKeys(CELL.id());
  private Instant time = NOW;

  @Override
  protected Ports freshPorts() {
    time = NOW;
    return TestRedis.ports(TestRedis.shared().freshRoom(() -> time));
  }

  private static RedisCommands<byte[], byte[]> redis() {
    return TestRedis.shared().sync();
  }

  private byte[] keyOf(String number) {
    PersonId id = TestRedis.VAULT.idOf(CELL.id(), Address.whatsapp(number));
    return keys.invited(id);
  }

  @Test
  void anInvitationAgesOut() {
    invite(WILMA, LISTED);
    long month = Duration.ofDays(30).toMillis();
    assertThat(redis().pttl(keyOf(WILMA))).isBetween(month - 60_000, month);
  }

  @Test
  void onceTheTimeOfAListIsOverRedisWritesItsFileAnew() {
    invite(WILMA, LISTED);
    long before = rewrites();
    time = NOW.plus(Duration.ofDays(29));
    await(ports.alarms().ring(holding, time, 10));
    assertThat(look("SM1", WILMA).invited()).isNotNull();
    assertThat(rewrites()).isEqualTo(before);
    time = NOW.plus(Duration.ofDays(31));
    await(ports.alarms().ring(holding, time, 10));
    assertThat(look("SM2", WILMA).invited()).isNull();
    assertThat(rewrites()).isEqualTo(before + 1);
  }

  private static long rewrites() {
    return redis()
        .info("commandstats")
        .lines()
        .filter(line -> line.startsWith("cmdstat_bgrewriteaof:calls="))
        .mapToLong(line -> Long.parseLong(line.replaceAll(".*?calls=([0-9]+).*", "$1")))
        .sum();
  }

  @Test
  void whatAListSaysIsSealedAndNobodyIsAVolunteerByIt() {
    invite(WILMA, LISTED);
    redis()
        .hgetall(keyOf(WILMA))
        .values()
        .forEach(value -> assertThat(Utf8.text(value)).doesNotContain("Wilma", "LS6", "900101"));
    assertThat(redis().keys("*"))
        .extracting(Utf8::text)
        .noneMatch(key -> key.contains("900101"))
        .filteredOn(key -> !key.contains("epoch") && !key.contains("holder"))
        .hasSize(2)
        .contains(Utf8.text(keyOf(WILMA)));
  }

  @Test
  void whatIsKeptOfSomebodyWhoSaidNoIsTheirIdAlone() {
    invite(WILMA, LISTED);
    var dossier = look("SM1", WILMA);
    happens(
        Samples.said("SM2", WILMA, "no"),
        new Change.InvitationOver(dossier.invited().under()),
        new Change.Declined(dossier.sender().id()));
    assertThat(redis().exists(keyOf(WILMA))).isZero();
    assertThat(redis().smembers(keys.declined()))
        .extracting(Utf8::text)
        .containsExactly(dossier.sender().id().value());
  }

  @Test
  void ofAListThatBrokeOffNobodyIsInvited() {
    Map<Address, Invitation> list = new LinkedHashMap<>();
    list.put(Address.whatsapp(WILMA), LISTED);
    for (int i = 0; i < 600; i++) {
      list.put(Address.whatsapp("+4479111%05d".formatted(i)), LISTED);
    }
    list.put(Address.whatsapp(VICTOR), LISTED);
    redis().set(keyOf(VICTOR), Utf8.bytes("of another type"));
    assertThatThrownBy(() -> inviteAll(list)).hasMessageContaining("WRONGTYPE");
    assertThat(redis().exists(keyOf(WILMA))).isEqualTo(1);
    assertThat(standing(WILMA)).isEqualTo(Standing.MAY_BE_ASKED);
    assertThat(look("SM1", WILMA).invited()).isNull();

    redis().del(keyOf(VICTOR));
    inviteAll(list);
    assertThat(standing(WILMA)).isEqualTo(Standing.INVITED);
    assertThat(look("SM2", VICTOR).invited()).isNotNull();
  }

  private void inviteAll(Map<Address, Invitation> list) {
    await(ports.invitees().invite(CELL.id(), list, Duration.ofDays(30)).thenReturn(true));
  }

  @Test
  void anInvitationThatWasMovedIsNotRead() {
    invite(WILMA, LISTED);
    redis().rename(keyOf(WILMA), keyOf(VICTOR));
    assertThatThrownBy(() -> look("SM1", VICTOR)).isInstanceOf(IllegalStateException.class);
  }
}
