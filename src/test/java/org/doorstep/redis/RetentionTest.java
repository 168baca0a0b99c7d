package org.doorstep.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.Range;
import io.lettuce.core.api.sync.RedisCommands;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.CaseId;
import org.doorstep.cell.Money;
import org.doorstep.desk.Alarm;
import org.doorstep.desk.Change;
import org.doorstep.desk.Decision;
import org.doorstep.desk.Fact;
import org.doorstep.desk.Paper;
import org.doorstep.help.Arrangement;
import org.doorstep.help.Expense;
import org.doorstep.help.Expenses;
import org.doorstep.help.RequestId;
import org.doorstep.help.ThingId;
import org.doorstep.people.Address;
import org.doorstep.people.Need;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.Delivery;
import org.doorstep.pipeline.Inbox;
import org.doorstep.pipeline.Parcel;
import org.doorstep.pipeline.Ports;
import org.doorstep.pipeline.PortsContract;
import org.doorstep.pipeline.Samples;
import org.doorstep.redis.Retention.Left;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Whoever is forgotten is forgotten in every kind of what is kept; a new kind has to say how. */
@NullUnmarked
class RetentionTest extends PortsContract {

  private static final String WILMA = "+447700900901";
  private static final String VICTOR = "+447700900902";
  private static final RequestId JOB = new RequestId("rabcdef1");
  private static final CaseId CASE = new CaseId("cabcdef1");
  private static final ThingId THING = new ThingId("tabcdef1");

  /** All that is hers in the samples, and can be read. */
  private static final List<String> CANARIES =
      List.of("Wilhelmina", "7700900901", "LS6 3HN", "prescription", "canary");

  private final Keys keys = new Keys(CELL.id());
  private RedisRoom room;

  @Override
  protected Ports freshPorts() {
    room = TestRedis.shared().freshRoom(() -> NOW);
    return TestRedis.ports(room);
  }

  private static RedisCommands<byte[], byte[]> redis() {
    return TestRedis.shared().sync();
  }

  // ---- the table

  @Test
  void everyKindOfWhatIsKeptIsInTheTableOnce() {
    List<String> listed = Stream.of(Retention.values()).flatMap(r -> r.keys().stream()).toList();
    assertThat(listed).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(listed))
        .as("a new kind of key has to say how long it is kept and what FORGET ME leaves of it")
        .isEqualTo(
            Arrays.stream(Keys.class.getDeclaredMethods())
                .filter(m -> m.getReturnType() == byte[].class && !m.getName().equals("key"))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void thePageOfThePapersSaysTheSame() throws java.io.IOException {
    assertThat(Files.readString(Path.of("deploy/privacy/retention.md")))
        .contains(Retention.table());
  }

  // ---- somebody is forgotten

  private Person wilma;
  private Arrangement weekly;

  private void everythingOfHers() {
    wilma =
        met(WILMA)
            .named("Wilhelmina")
            .lastAt(Samples.HOME)
            .offering(Samples.volunteering(Samples.HOME));
    Person victor = met(VICTOR);
    PersonId her = wilma.id();
    weekly = Samples.weekly("rabcdef3", her);
    Expenses month = Expenses.none("hill", YearMonth.of(2026, 3));
    Expense paid =
        new Expense(
            1,
            JOB,
            new Need("shopping"),
            her,
            new Money(500),
            NOW,
            CELL.rules().payingBack(),
            null,
            null);
    Paper paper =
        new Paper("k", "en", "canary", List.of(new Paper.Part("canary", List.of("canary"))));
    happens(
        Samples.saidAs("SM1", Address.whatsapp(WILMA), List.of(Address.whatsapp("GB.1A2B"))),
        new Decision.Settled(
            List.of(
                new Change.PersonIs(wilma),
                new Change.ConversationIs(her, Samples.conversation()),
                new Change.ThoughtIs(her, Samples.thought("canary")),
                new Change.RequestIs(Samples.seeking(JOB.value(), her)),
                new Change.ArrangementIs(weekly),
                new Change.ThingIs(Samples.thing(THING.value(), "heater", her)),
                new Change.CaseIs(Samples.waiting(CASE.value(), her, JOB.value())),
                new Change.CaseIs(
                    Samples.waiting("cabcdef2", her, null).close("U", Case.Outcome.SORTED, NOW)),
                new Change.PaperIs(her, paper, Duration.ofHours(1)),
                new Change.VolunteersAsked(List.of(her)),
                new Change.ExpensesAre(month.with(paid))),
            List.of(new Fact.PersonMet(her)),
            List.of(
                Samples.toPerson("o1", her),
                Samples.toPerson("o2", victor.id(), her),
                Samples.post("o3", "case/cabcdef1", her),
                Samples.toPerson("o4", her)),
            List.of(
                Samples.alarm(JOB.value(), NOW),
                set(new Alarm.FormLeft(her, "x")),
                set(new Alarm.SaidAll(her, NOW)),
                set(new Alarm.FormTimer(her, "x", NOW)),
                set(new Alarm.AskLater(her, "x")),
                set(new Alarm.Applied(her, NOW, 0)),
                set(new Alarm.HomeDue(her)),
                set(new Alarm.LongSilent(her)),
                set(new Alarm.Unacknowledged(CASE, 1)),
                set(new Alarm.CaseExpired(new CaseId("cabcdef2"))),
                set(new Alarm.Expired(JOB))),
            Set.of()));
    List<Parcel> waiting = parcels();
    await(
        ports
            .outbox()
            .settle(holding, waiting.getFirst(), new Delivery.Held(null), NOW)
            .thenReturn(true));
    await(ports.outbox().attempting(holding, waiting.getLast(), NOW).thenReturn(true));
  }

  /** While one more message of hers waits. */
  private void sheIsForgotten() {
    Inbox.Entry entry = arrive(Samples.said("SM2", WILMA, "forget me"));
    accept(Samples.said("SM9", WILMA, "a canary that waits"));
    commit(entry, open(entry), settled(new Change.PersonGone(wilma.id())));
  }

  private static Alarm.Set set(Alarm alarm) {
    return new Alarm.Set(alarm, NOW.plus(Duration.ofDays(1)));
  }

  /** Where hers would be, of each kind that may hold anything of hers. */
  private Map<String, byte[]> hers() {
    PersonId her = wilma.id();
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("person", keys.person(her));
    all.put("known", keys.known(her));
    all.put("talk", keys.talk(her));
    all.put("thought", keys.thought(her));
    all.put("paper", keys.paper(her));
    all.put("held", keys.held(her));
    all.put("request", keys.request(JOB));
    all.put("board", keys.board(JOB));
    all.put("arrangement", keys.arrangement(weekly.id()));
    all.put("thing", keys.thing(THING));
    all.put("caseOf", keys.caseOf(CASE));
    return all;
  }

  @Test
  void whoIsForgottenIsForgottenInEveryKind() {
    everythingOfHers();
    hers().forEach((kind, key) -> assertThat(redis().exists(key)).as(kind).isEqualTo(1));
    assertThat(readable()).as("they can be found at all").contains("Wilhelmina", "prescription");
    assertThat(room.papers().take(CELL.id(), wilma.id(), "other").blockOptional()).isEmpty();

    sheIsForgotten();
    assertThat(next()).as("what she wrote meanwhile is read by nobody").isEmpty();

    hers().forEach((kind, key) -> assertThat(redis().exists(key)).as(kind).isZero());
    assertThat(room.papers().take(CELL.id(), wilma.id(), "k").blockOptional()).isEmpty();
    assertThat(readable()).doesNotContain(CANARIES);
    assertThat(parcels().toString()).doesNotContain(CANARIES);
    Set<String> mayHoldAnId =
        Stream.of(Retention.values())
            .filter(r -> r.left() == Left.AN_ID || r.left() == Left.UNREADABLE)
            .flatMap(r -> r.keys().stream())
            .collect(Collectors.toSet());
    raw()
        .forEach(
            (key, value) -> {
              if ((key + value).contains(wilma.id().value())) {
                assertThat(mayHoldAnId).as(key).contains(kindOf(key));
              }
            });
  }

  @Test
  void alarmsOfSomebodyForgottenNeverRing() {
    everythingOfHers();
    sheIsForgotten();
    List<String> left = redis().hgetall(keys.alarmed()).keySet().stream().map(Utf8::text).toList();
    assertThat(left).noneMatch(a -> a.contains(wilma.id().value()));
    assertThat(left)
        .noneMatch(a -> a.contains(JOB.value()) || a.contains("cabcdef") || a.contains("tabcdef"));
  }

  private static String kindOf(String key) {
    String rest = key.substring(key.indexOf('}') + 2);
    int colon = rest.indexOf(':');
    return colon < 0 ? rest : rest.substring(0, colon);
  }

  // ---- what is kept, and what of it can be read

  private static Map<String, String> raw() {
    Map<String, String> all = new LinkedHashMap<>();
    for (byte[] key : redis().keys("*")) {
      List<byte[]> values = new ArrayList<>();
      switch (redis().type(key)) {
        case "hash" ->
            redis().hgetall(key).forEach((field, value) -> values.addAll(List.of(field, value)));
        case "stream" ->
            redis()
                .xrange(key, Range.create("-", "+"))
                .forEach(m -> values.addAll(m.getBody().values()));
        case "list" -> values.addAll(redis().lrange(key, 0, -1));
        case "zset" -> values.addAll(redis().zrange(key, 0, -1));
        case "set" -> values.addAll(redis().smembers(key));
        default -> values.add(redis().get(key));
      }
      all.put(
          Utf8.text(key),
          values.stream()
              .map(v -> new String(v, StandardCharsets.ISO_8859_1))
              .collect(Collectors.joining("\n")));
    }
    return all;
  }

  /** All that is in the clear, and every record that opens with a key that is left. */
  private String readable() {
    StringBuilder all = new StringBuilder(raw().toString());
    for (byte[] key : redis().keys("*")) {
      if (!redis().type(key).equals("hash") || !redis().hexists(key, Utf8.bytes("d"))) continue;
      String name = Utf8.text(key);
      String rest = name.substring(name.indexOf('}') + 2);
      RecordRef ref =
          new RecordRef(
              RecordRef.Kind.valueOf(kindOf(name).toUpperCase(java.util.Locale.ROOT)),
              rest.contains(":") ? rest.substring(rest.indexOf(':') + 1) : "");
      List<String> owners = List.of(Utf8.text(redis().hget(key, Utf8.bytes("o"))).split(" "));
      KeyRing ring = ring(owners);
      byte[] plain = ring.unseal(owners, ref.label(), redis().hget(key, Utf8.bytes("d")));
      if (plain != null) all.append(Utf8.text(plain));
    }
    return all.toString();
  }

  /** The keys that are left, of these. */
  private static KeyRing ring(List<String> owners) {
    List<DataKey> left = new ArrayList<>();
    for (String owner : owners) {
      byte[] wrapped = redis().hget(new Keys(CELL.id()).keyRing(), Utf8.bytes(owner));
      if (wrapped != null) left.add(TestRedis.VAULT.unwrap(CELL.id(), owner, wrapped));
    }
    return new KeyRing(CELL.id(), left);
  }

  // ---- and by itself

  @Test
  void aPaperIsTakenOnceByWhoeverHasItsKeyAndGoesByItself() {
    everythingOfHers();
    assertThat(redis().pttl(keys.paper(wilma.id()))).isBetween(1L, Duration.ofHours(1).toMillis());
    assertThat(room.papers().take(CELL.id(), wilma.id(), "wrong").blockOptional()).isEmpty();
    Paper taken = await(room.papers().take(CELL.id(), wilma.id(), "k"));
    assertThat(taken.title()).isEqualTo("canary");
    assertThat(room.papers().take(CELL.id(), wilma.id(), "k").blockOptional()).isEmpty();
  }

  @Test
  void ofACaseThatIsGoneNothingIsLeft() {
    everythingOfHers();
    Case closed =
        Samples.waiting("cabcdef2", wilma.id(), null).close("U", Case.Outcome.SORTED, NOW);
    assertThat(await(ports.boards().cases(CELL.id(), wilma.id())).cases()).hasSize(2);
    happens(Samples.said("SM2", VICTOR, "x"), new Change.CaseGone(closed));
    assertThat(redis().exists(keys.caseOf(closed.id()))).isZero();
    assertThat(raw().toString()).doesNotContain("CLOSED:cabcdef2");
    assertThat(await(ports.boards().cases(CELL.id(), wilma.id())).cases()).hasSize(1);
  }
}
