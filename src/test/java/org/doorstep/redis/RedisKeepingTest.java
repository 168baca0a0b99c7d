package org.doorstep.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.CaseId;
import org.doorstep.desk.Change;
import org.doorstep.desk.Decision;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.Fact;
import org.doorstep.desk.InboundId;
import org.doorstep.desk.OutgoingId;
import org.doorstep.desk.SlackRef;
import org.doorstep.help.Expenses;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.RequestId;
import org.doorstep.people.Address;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.Casebook;
import org.doorstep.pipeline.Delivery;
import org.doorstep.pipeline.Inbox;
import org.doorstep.pipeline.Parcel;
import org.doorstep.pipeline.Ports;
import org.doorstep.pipeline.PortsContract;
import org.doorstep.pipeline.Samples;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What only shows when one looks into Redis itself. */
@NullUnmarked
class RedisKeepingTest extends PortsContract {

  private static final String WILMA = "+447700900901";
  private static final String VICTOR = "+447700900902";
  private static final long WEEK = Duration.ofDays(7).toMillis();

  private final Keys keys = new Keys(CELL.id());
  private RedisRoom room;
  private java.time.Instant time;

  @Override
  protected Ports freshPorts() {
    time = NOW;
    room = TestRedis.shared().freshRoom(() -> time);
    return TestRedis.ports(room);
  }

  private static RedisCommands<byte[], byte[]> redis() {
    return TestRedis.shared().sync();
  }

  private void settle(Parcel parcel, Delivery delivery) {
    await(ports.outbox().settle(holding, parcel, delivery, NOW).thenReturn(true));
  }

  /** All keys and all they hold, in the server's own encoding. */
  private static Map<String, String> everything() {
    TreeMap<String, String> all = new TreeMap<>();
    for (byte[] key : redis().keys("*")) {
      byte[] dump = redis().dump(key);
      if (dump != null) all.put(Utf8.text(key), java.util.HexFormat.of().formatHex(dump));
    }
    return all;
  }

  @Test
  void everyKeyCarriesTheCellAsItsHashTag() {
    aLittleOfEverything();
    assertThat(everything().keySet())
        .isNotEmpty()
        .allMatch(key -> key.startsWith("{made-up-hill}:"));
  }

  private Person aLittleOfEverything() {
    Person wilma = met(WILMA).lastAt(Samples.HOME).offering(Samples.volunteering(Samples.HOME));
    happens(
        Samples.said("SM1", WILMA, "can someone get my mums prescription"),
        new Decision.Settled(
            List.of(
                new Change.PersonIs(wilma),
                new Change.ConversationIs(wilma.id(), Samples.conversation()),
                new Change.RequestIs(Samples.seeking("rabcdef1", wilma.id())),
                new Change.ThingIs(Samples.thing("tabcdef1", "heater", wilma.id())),
                new Change.CaseIs(Samples.waiting("cabcdef1", wilma.id(), "rabcdef1"))),
            List.of(
                new Fact.PersonMet(wilma.id()),
                new Fact.CaseOpened(new CaseId("cabcdef1"), org.doorstep.bridge.Reason.WORRIED)),
            List.of(
                Samples.toPerson("o1", wilma.id()),
                Samples.toPerson("o2", wilma.id()),
                Samples.post("o3", "job/rabcdef1", wilma.id())),
            List.of(Samples.alarm("rabcdef1", NOW)),
            Set.of()));
    settle(parcels().getFirst(), new Delivery.Held(null));
    accept(Samples.saidAs("SM2", Address.whatsapp(WILMA), List.of(Address.whatsapp("GB.1A2B3C"))));
    return wilma;
  }

  @Test
  void nothingPersonalIsInTheClear() {
    aLittleOfEverything();
    for (byte[] key : redis().keys("*")) {
      String type = redis().type(key);
      String content =
          Utf8.text(key)
              + switch (type) {
                case "hash" ->
                    redis().hgetall(key).entrySet().stream()
                        .map(e -> Utf8.text(e.getKey()) + Utf8.text(e.getValue()))
                        .toList();
                case "stream" ->
                    redis().xrange(key, io.lettuce.core.Range.create("-", "+")).stream()
                        .flatMap(m -> m.getBody().values().stream())
                        .map(Utf8::text)
                        .toList();
                case "list" -> redis().lrange(key, 0, -1).stream().map(Utf8::text).toList();
                case "zset" -> redis().zrange(key, 0, -1).stream().map(Utf8::text).toList();
                case "set" -> redis().smembers(key).stream().map(Utf8::text).toList();
                default -> List.of(Utf8.text(redis().get(key)));
              };
      assertThat(content)
          .as(type)
          .doesNotContain(
              "7700900",
              "1A2B3C",
              "Someone",
              "prescription",
              "gate",
              "LS6",
              "worried",
              "text of",
              "Profile");
    }
  }

  @Test
  void whatNeedNotStayExpires() {
    Person wilma = met(WILMA);
    Case.Waiting open = Samples.waiting("cabcdef1", wilma.id(), null);
    Expenses month = Expenses.none("hill", YearMonth.of(2026, 3));
    happens(
        Samples.said("SM1", WILMA, "x"),
        with(
            List.of(new Change.CaseIs(open), new Change.ExpensesAre(month)),
            List.of(Samples.toPerson("o1", wilma.id()), Samples.post("o2", "case/cabcdef1")),
            List.of(),
            Set.of()));
    assertThat(redis().pttl(keys.sent(new OutgoingId("o1")))).isBetween(1L, WEEK);
    List<Parcel> parcels = parcels();
    redis().persist(keys.sent(new OutgoingId("o1")));
    settle(parcels.get(0), new Delivery.Sent("SM77", null));
    SlackRef post = new SlackRef("COFFICERS", "1.2");
    settle(parcels.get(1), new Delivery.Sent(null, post));
    accept(Samples.said("SM2", WILMA, "x"));
    Inbox.Entry entry = next().getFirst();
    assertThat(redis().pttl(keys.cause(new InboundId("twilio/SM2")))).isBetween(1L, WEEK);
    commit(
        entry, open(entry), settled(new Change.CaseIs(open.close("U", Case.Outcome.SORTED, NOW))));
    Inbox.Entry poison = arrive(Samples.said("SM3", WILMA, "x"));
    await(ports.inbox().park(holding, poison, "E").thenReturn(true));

    for (String id : List.of("SM1", "SM2", "SM3")) {
      assertThat(redis().pttl(keys.cause(new InboundId("twilio/" + id)))).isBetween(1L, WEEK);
    }
    assertThat(redis().pttl(keys.sent(new OutgoingId("o1")))).isBetween(1L, WEEK);
    assertThat(redis().hget(keys.sent(new OutgoingId("o1")), Utf8.bytes("provider")))
        .isEqualTo(Utf8.bytes("SM77"));
    long posts = Duration.ofDays(180).toMillis();
    assertThat(redis().pttl(keys.anchor("case/cabcdef1"))).isBetween(1L, posts);
    assertThat(redis().pttl(keys.thread(post))).isBetween(1L, posts);
    assertThat(redis().pttl(keys.caseOf(new CaseId("cabcdef1"))))
        .as("its alarm comes first")
        .isBetween(Duration.ofDays(30).toMillis(), Duration.ofDays(32).toMillis());
    assertThat(redis().pttl(RecordRef.expenses(month.group(), month.month()).key(keys)))
        .as("until so long after the end of its month")
        .isBetween(
            CELL.rules().keepExpensesFor().toMillis(),
            CELL.rules().keepExpensesFor().plusDays(31).toMillis());
    assertThat(redis().pttl(keys.holder())).isBetween(1L, Duration.ofMinutes(1).toMillis());
  }

  @Test
  void ofAJobThatIsGoneNoLinkIsLeft() {
    HelpRequest.Seeking seeking = Samples.seeking("rabcdef1", met(WILMA).id());
    happens(Samples.said("SM1", WILMA, "x"), new Change.RequestIs(seeking));
    happens(
        Samples.said("SM2", WILMA, "x"),
        new Change.RequestIs(seeking.close(HelpRequest.Closed.Outcome.CANCELLED, NOW)));
    assertThat(links()).anyMatch(link -> link.startsWith("@hill/closed:"));
    happens(Samples.said("SM3", WILMA, "x"), new Change.RequestGone(seeking.id()));
    assertThat(links()).noneMatch(link -> link.endsWith("rabcdef1"));
  }

  private List<String> links() {
    return redis().zrange(keys.links(), 0, -1).stream().map(Utf8::text).toList();
  }

  @Test
  void aDuplicateIsWrittenToo() {
    accept(Samples.said("SM1", WILMA, "x"));
    redis().persist(keys.cause(new InboundId("twilio/SM1")));
    accept(Samples.said("SM1", WILMA, "x"));
    assertThat(redis().pttl(keys.cause(new InboundId("twilio/SM1")))).isBetween(1L, WEEK);
  }

  @Test
  void nothingStaysBehindInTheStreamsOnceItIsDone() {
    Person wilma = met(WILMA);
    happens(Samples.said("SM1", WILMA, "x"), saying(Samples.toPerson("o1", wilma.id())));
    settle(parcels().getFirst(), new Delivery.Sent("SM77", null));
    Inbox.Entry poison = arrive(Samples.said("SM2", WILMA, "x"));
    await(ports.inbox().park(holding, poison, "E").thenReturn(true));
    happens(Samples.said("SM3", VICTOR, "x"), saying(Samples.toPerson("o2", wilma.id())));
    Inbox.Entry entry = arrive(Samples.said("SM4", WILMA, "forget me"));
    accept(Samples.said("SM5", WILMA, "waiting"));
    commit(entry, open(entry), settled(new Change.PersonGone(wilma.id())));
    assertThat(next()).isEmpty();
    assertThat(parcels()).isEmpty();
    for (byte[] stream : List.of(keys.inbox(), keys.outbox(false))) {
      assertThat(redis().xlen(stream)).isZero();
      assertThat(redis().xpending(stream, Utf8.bytes("doorstep")).getCount()).isZero();
    }
  }

  @Test
  void whatIsParkedIsKeptWithItsErrorAndWithoutWords() {
    Inbox.Entry poison = arrive(Samples.said("SM1", WILMA, "secret words"));
    await(ports.inbox().park(holding, poison, "SomeError").thenReturn(true));
    var parked = redis().xrange(keys.parked(), io.lettuce.core.Range.create("-", "+"));
    assertThat(parked).hasSize(1);
    String fields =
        parked.getFirst().getBody().entrySet().stream()
            .map(e -> Utf8.text(e.getKey()) + "=" + Utf8.text(e.getValue()))
            .collect(Collectors.joining(" "));
    assertThat(fields).contains("e=SomeError", "i=twilio/SM1").doesNotContain("secret");
  }

  @Test
  void factsAreKeptInOrder() {
    Person wilma = aLittleOfEverything();
    var events = redis().xrange(keys.events(), io.lettuce.core.Range.create("-", "+"));
    assertThat(events.stream().map(m -> Utf8.text(m.getBody().values().iterator().next())).toList())
        .containsExactly(
            "{\"is\":\"person-met\",\"person\":{\"value\":\"" + wilma.id() + "\"}}",
            "{\"is\":\"case-opened\",\"caseId\":{\"value\":\"cabcdef1\"},\"reason\":\"WORRIED\"}");
  }

  @Test
  void theGaugesShowWhatIsWaiting() {
    aLittleOfEverything();
    Gauges.Reading reading = await(room.gauges().read(CELL.id(), NOW.plusSeconds(5)));
    assertThat(reading).isEqualTo(new Gauges.Reading(1, 0, 2, 1, Duration.ofSeconds(5), 0));
    Gauges.Reading early = await(room.gauges().read(CELL.id(), NOW.minusSeconds(5)));
    assertThat(early.alarmsDue()).isZero();
    assertThat(early.alarmsLate()).isZero();
  }

  @Test
  void aKeyOfTheWrongTypeStopsACommitBeforeItsFirstWrite() {
    Person wilma = aLittleOfEverything();
    Inbox.Entry entry = next().getFirst();
    Dossier dossier = open(entry);
    Decision.Settled decision =
        new Decision.Settled(
            List.of(
                new Change.PersonIs(wilma),
                new Change.ConversationIs(wilma.id(), Samples.conversation()),
                new Change.RequestIs(
                    Samples.seeking("rabcdef1", wilma.id()).claimedBy(wilma.id(), NOW)),
                new Change.CaseIs(Samples.waiting("cabcdef1", wilma.id(), "rabcdef1"))),
            List.of(new Fact.PersonMet(wilma.id())),
            List.of(Samples.toPerson("o9", wilma.id())),
            List.of(Samples.alarm("rabcdef1", NOW)),
            Set.of("x"));
    for (byte[] spoilt :
        List.of(
            keys.inbox(),
            keys.revision(),
            keys.geo(),
            keys.links(),
            keys.holds(),
            keys.events(),
            keys.alarms(),
            keys.alarmed(),
            keys.outbox(false),
            keys.board(new RequestId("rabcdef1")),
            keys.sent(new OutgoingId("o9")))) {
      byte[] aside = Utf8.bytes("aside");
      boolean there = redis().exists(spoilt) == 1;
      if (there) redis().rename(spoilt, aside);
      boolean hash =
          java.util.Arrays.equals(spoilt, keys.inbox())
              || java.util.Arrays.equals(spoilt, keys.revision());
      if (hash) redis().hset(spoilt, aside, aside);
      else redis().set(spoilt, aside);
      var before = everything();
      assertThatThrownBy(() -> commit(entry, dossier, decision))
          .as(Utf8.text(spoilt))
          .isInstanceOf(RedisCommandExecutionException.class);
      assertThat(everything()).as(Utf8.text(spoilt)).isEqualTo(before);
      redis().del(spoilt);
      if (there) redis().rename(aside, spoilt);
    }
    assertThat(commit(entry, dossier, decision)).isEqualTo(Casebook.Outcome.DONE);
  }

  @Test
  void aCommitOfTooManyWritesLeavesNothing() {
    Person wilma = met(WILMA);
    Inbox.Entry entry = arrive(Samples.said("SM1", WILMA, "x"));
    Dossier dossier = open(entry);
    var before = everything();
    List<org.doorstep.desk.Outgoing> says =
        java.util.stream.IntStream.range(0, 170)
            .mapToObj(i -> (org.doorstep.desk.Outgoing) Samples.toPerson("o" + i, wilma.id()))
            .toList();
    assertThatThrownBy(() -> commit(entry, dossier, with(List.of(), says, List.of(), Set.of())))
        .hasMessageContaining("500");
    assertThat(everything()).isEqualTo(before);
    List<org.doorstep.desk.Outgoing> fewer = says.subList(0, 160);
    assertThat(commit(entry, dossier, with(List.of(), fewer, List.of(), Set.of())))
        .isEqualTo(Casebook.Outcome.DONE);
  }

  @Test
  void aStaleCommitLeavesEverythingAsItWas() {
    Person wilma = aLittleOfEverything();
    Inbox.Entry entry = next().getFirst();
    Dossier dossier = open(entry);
    happens(Samples.said("SM7", WILMA, "x"), new Change.PersonIs(wilma.named("New")));
    var before = everything();
    assertThat(
            commit(
                entry,
                dossier,
                with(
                    List.of(new Change.PersonGone(wilma.id())),
                    List.of(Samples.toPerson("o9", wilma.id())),
                    List.of(Samples.alarm("rabcdef9", NOW)),
                    Set.of("wave/rabcdef1"))))
        .isEqualTo(Casebook.Outcome.STALE);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void whoIsForgottenLeavesNothingThatIsTheirs() {
    Person wilma = aLittleOfEverything();
    Inbox.Entry entry = next().getFirst();
    commit(entry, open(entry), settled(new Change.PersonGone(wilma.id())));
    assertThat(redis().hgetall(keys.keyRing()).keySet())
        .noneMatch(k -> Utf8.text(k).equals(wilma.id().value()));
    assertThat(
            redis()
                .exists(
                    keys.person(wilma.id()),
                    keys.talk(wilma.id()),
                    keys.held(wilma.id()),
                    keys.known(wilma.id()),
                    keys.aliases(),
                    keys.links(),
                    keys.geo(),
                    keys.alarms(),
                    keys.alarmed(),
                    keys.request(new RequestId("rabcdef1")),
                    keys.board(new RequestId("rabcdef1")),
                    keys.caseOf(new CaseId("cabcdef1"))))
        .isZero();
  }

  @Test
  void whatWasTriedAsFreeTextIsSealedAndForgottenWithinTheHour() {
    Person wilma = met(WILMA);
    happens(Samples.said("SM1", WILMA, "hello"), saying(Samples.toPerson("o1", wilma.id())));
    await(ports.outbox().attempting(holding, parcels().getFirst(), NOW).thenReturn(true));
    byte[] tried = keys.tried(new OutgoingId("o1"));
    assertThat(redis().pttl(tried)).isBetween(1L, Duration.ofHours(1).toMillis());
    assertThat(Utf8.text(redis().hget(tried, Utf8.bytes("s")))).doesNotContain("the text of");
  }

  @Test
  void textsKeptByAnOlderReleaseAreStillRead() {
    Person wilma = met(WILMA);
    happens(Samples.said("SM1", WILMA, "hello"), saying(Samples.toPerson("o1", wilma.id())));
    settle(parcels().getFirst(), new Delivery.Held(null));
    assertThat(Utf8.text(redis().lrange(keys.held(wilma.id()), 0, 0).getFirst()))
        .startsWith(wilma.id().value() + " ");
    assertThat(look("SM2", WILMA).held()).hasSize(1);
  }

  @Test
  void theKeyOfALastWordIsDestroyedOnceItWasSaid() {
    Person wilma = met(WILMA);
    happens(
        Samples.said("SM1", WILMA, "forget me"),
        with(
            List.of(new Change.PersonGone(wilma.id())),
            List.of(Samples.toPerson("o1", wilma.id())),
            List.of(),
            Set.of()));
    byte[] once = Utf8.bytes(Letters.onceFor(new OutgoingId("o1")));
    assertThat(redis().hexists(keys.keyRing(), once)).isTrue();
    settle(parcels().getFirst(), new Delivery.Sent("SM1", null));
    assertThat(redis().hexists(keys.keyRing(), once)).isFalse();
  }

  @Test
  void oldCiphertextOfSomeoneWhoCameBackIsAsIfAbsent() {
    Person wilma = met(WILMA);
    byte[] old = redis().dump(keys.person(wilma.id()));
    happens(Samples.said("SM1", WILMA, "forget me"), new Change.PersonGone(wilma.id()));
    met(WILMA.replace("901", "909"));
    accept(Samples.said("SM2", WILMA, "back"));
    redis().del(keys.person(wilma.id()));
    redis().restore(keys.person(wilma.id()), 0, old);
    assertThat(open(next().getFirst()).sender().name()).isNull();
  }

  @Test
  void aRecordThatWasSwappedWithAnothersIsNotBelieved() {
    Person wilma = met(WILMA);
    Person victor = met(VICTOR);
    byte[] d = Utf8.bytes("d");
    redis().hset(keys.person(wilma.id()), d, redis().hget(keys.person(victor.id()), d));
    Inbox.Entry entry = arrive(Samples.said("SM1", WILMA, "x"));
    Dossier dossier = open(entry);
    assertThat(dossier.sender().name()).isNull();
    redis().hset(keys.person(wilma.id()), Utf8.bytes("o"), Utf8.bytes(victor.id().value()));
    assertThatThrownBy(() -> open(entry)).isInstanceOf(DataKey.Tampered.class);
  }

  @Test
  void anInboundThatWasTamperedWithIsPutAsideAndHoldsNothingUp() {
    accept(Samples.said("SM1", WILMA, "one"));
    accept(Samples.said("SM2", WILMA, "two"));
    var entries = redis().xrange(keys.inbox(), io.lettuce.core.Range.create("-", "+"));
    List<Object> fields = new java.util.ArrayList<>();
    entries
        .get(0)
        .getBody()
        .forEach(
            (k, v) -> {
              fields.add(k);
              fields.add(Utf8.text(k).equals("i") ? Utf8.bytes("twilio/SM9") : v);
            });
    redis().del(keys.inbox());
    redis().xadd(keys.inbox(), fields.toArray());
    redis().xadd(keys.inbox(), entries.get(1).getBody());
    assertThat(next()).extracting(e -> e.inbound().id().value()).containsExactly("twilio/SM2");
    assertThat(redis().xlen(keys.parked())).isEqualTo(1);
  }

  @Test
  void anAliasIsNotTakenFromWhoHasIt() {
    Address scoped = Address.whatsapp("GB.1A2B3C");
    PersonId wilma =
        arrive(Samples.saidAs("SM1", Address.whatsapp(WILMA), List.of(scoped))).sender();
    PersonId before = arrive(Samples.said("SM0", VICTOR, "x")).sender();
    PersonId victor =
        arrive(Samples.saidAs("SM2", Address.whatsapp(VICTOR), List.of(scoped))).sender();
    assertThat(victor).isEqualTo(before).isNotEqualTo(wilma);
    assertThat(arrive(Samples.saidAs("SM3", scoped, List.of())).sender()).isEqualTo(wilma);
  }

  @Test
  void aHolderIsCountedOnceAndFreedByGone() {
    Person wilma = met(WILMA);
    HelpRequest.Claimed claimed =
        Samples.seeking("rabcdef1", wilma.id()).claimedBy(wilma.id(), NOW);
    happens(Samples.said("SM1", WILMA, "x"), new Change.RequestIs(claimed));
    happens(Samples.said("SM2", WILMA, "x"), new Change.RequestIs(claimed.heardOf(NOW)));
    assertThat(redis().zcard(keys.holds())).isEqualTo(1);
    happens(Samples.said("SM3", WILMA, "x"), new Change.RequestGone(new RequestId("rabcdef1")));
    assertThat(redis().zcard(keys.holds())).isZero();
    assertThat(redis().exists(keys.board(new RequestId("rabcdef1")))).isZero();
  }

  @Test
  void anAlarmThatRangLeavesNothing() {
    Person wilma = met(WILMA);
    happens(
        Samples.said("SM1", WILMA, "x"),
        with(List.of(), List.of(), List.of(Samples.alarm("rabcdef1", NOW)), Set.of()));
    assertThat(redis().exists(keys.alarms(), keys.alarmed())).isEqualTo(2);
    await(ports.alarms().ring(holding, NOW, 10));
    assertThat(redis().exists(keys.alarms(), keys.alarmed(), keys.talk(wilma.id()))).isZero();
  }

  /** How often Redis was asked to write its file anew. */
  private static long rewrites() {
    return redis()
        .info("commandstats")
        .lines()
        .filter(line -> line.startsWith("cmdstat_bgrewriteaof:calls="))
        .map(line -> line.replaceAll(".*:calls=([0-9]+),.*", "$1"))
        .mapToLong(Long::parseLong)
        .sum();
  }

  @Test
  void theFileIsWrittenAnewAfterAKeyWasDestroyedButNotAllTheTime() {
    Person wilma = met(WILMA);
    Person victor = met(VICTOR);
    redis().configResetstat();
    happens(
        Samples.said("SM1", WILMA, "forget me"),
        with(
            List.of(new Change.PersonGone(wilma.id())),
            List.of(Samples.toPerson("o1", wilma.id()), Samples.toPerson("o2", victor.id())),
            List.of(),
            Set.of()));
    assertThat(rewrites()).isEqualTo(1);
    List<Parcel> parcels = parcels();
    time = time.plus(Duration.ofMinutes(2));
    settle(parcels.get(1), new Delivery.Sent("SM2", null));
    assertThat(rewrites()).as("after an ordinary message").isEqualTo(1);
    settle(parcels.get(0), new Delivery.Sent("SM1", null));
    assertThat(rewrites()).as("after the last word").isEqualTo(2);
    happens(Samples.said("SM2", VICTOR, "forget me"), new Change.PersonGone(victor.id()));
    assertThat(rewrites()).as("too soon").isEqualTo(2);
    time = time.plus(Duration.ofMinutes(2));
    await(ports.alarms().ring(holding, NOW, 10));
    assertThat(rewrites()).as("what was put off").isEqualTo(3);
  }
}
