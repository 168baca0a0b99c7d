package org.doorstep.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.List;
import org.doorstep.desk.Change;
import org.doorstep.desk.RollCall;
import org.doorstep.help.Candidate;
import org.doorstep.people.Address;
import org.doorstep.people.Invitation;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.Ports;
import org.doorstep.pipeline.RollContract;
import org.doorstep.pipeline.Samples;
import org.junit.jupiter.api.Test;

class RedisRollTest extends RollContract {

  @Override
  protected Ports freshPorts() {
    return TestRedis.shared().freshPorts();
  }

  private static RedisCommands<byte[], byte[]> redis() {
    return TestRedis.shared().sync();
  }

  private List<PersonId> members() {
    return await(ports.volunteers().roll(CELL.id(), new RollCall.Next("hill", "", 10)))
        .roll()
        .volunteers()
        .stream()
        .map(Candidate::person)
        .map(Person::id)
        .toList();
  }

  /** As it was kept before there were rolls. */
  @Test
  void whoJoinedBeforeThereWereRollsIsOnThem() {
    Person sam = volunteer("+447700900101");
    Person left = volunteer("+447700900102");
    becomes(left.offering(null));
    Keys keys = new Keys(CELL.id());
    redis().del(keys.members("hill"), keys.turns("hill"), keys.rolled());
    assertThat(members()).containsExactly(sam.id());
    long joined = sam.volunteering().joinedAt().getEpochSecond() / 60;
    assertThat(redis().zscore(keys.turns("hill"), Utf8.bytes(sam.id().value())))
        .isEqualTo((double) joined);
    // it is looked at once
    redis().del(keys.members("hill"));
    assertThat(members()).isEmpty();
  }

  /** Being asked is written whatever else they do meanwhile; it must not bring them back. */
  @Test
  void whoIsAskedWhileTheyLeaveDoesNotComeBack() {
    Person sam = volunteer("+447700900101");
    Keys keys = new Keys(CELL.id());
    redis().zrem(keys.turns("hill"), Utf8.bytes(sam.id().value()));
    becomes(sam, new Change.VolunteersAsked(List.of(sam.id())));
    assertThat(redis().zcard(keys.turns("hill"))).isZero();
  }

  @Test
  void anInvitationByNumberIsSealedAndExpires() {
    Address nina = Address.whatsapp("+447700900102");
    happens(
        Samples.said("lead", "+447700900101", "x"),
        new Change.Invited(nina, Invitation.by("hill", "Nina")));
    byte[] key = new ListKeys(CELL.id()).invited(TestRedis.VAULT.idOf(CELL.id(), nina));
    assertThat(Duration.ofMillis(redis().pttl(key)))
        .isBetween(Duration.ofDays(29), CELL.rules().keepInvitedFor());
    assertThat(redis().hgetall(key).values())
        .noneMatch(
            value ->
                new String(value, java.nio.charset.StandardCharsets.ISO_8859_1).contains("Nina"));
  }
}
