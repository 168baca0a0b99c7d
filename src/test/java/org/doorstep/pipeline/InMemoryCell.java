package org.doorstep.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.doorstep.bridge.Audit;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Alarm;
import org.doorstep.desk.DeliveryStatus;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.Fact;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.InboundId;
import org.doorstep.desk.Origin;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.OutgoingId;
import org.doorstep.desk.SlackRef;
import org.doorstep.figures.Count;
import org.doorstep.help.RequestId;
import org.doorstep.help.Tally;
import org.doorstep.people.Address;
import org.doorstep.people.Invitation;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Everything that one cell keeps. Whoever uses it holds its lock. */
final class InMemoryCell {

  final CellId id;
  long epoch;
  @Nullable String holder;
  Instant heldUntil = Instant.MIN;

  long arrivals;
  final Map<InboundId, Boolean> done = new HashMap<>();
  final Map<String, Inbox.Entry> inbox = new LinkedHashMap<>();
  final Set<String> inHand = new HashSet<>();
  final List<Inbox.Entry> parked = new ArrayList<>();
  final Map<String, PersonId> names = new HashMap<>();

  long revision;
  final Map<String, Kept> records = new LinkedHashMap<>();
  final Map<PersonId, List<Dossier.Held>> held = new HashMap<>();
  final Map<PersonId, Invitation> invited = new HashMap<>();
  final Set<PersonId> declined = new HashSet<>();
  final Map<OutgoingId, Dossier.Tried> tried = new HashMap<>();
  final List<Fact> facts = new ArrayList<>();

  final Map<RequestId, Board> boards = new HashMap<>();
  final Map<PersonId, Tally> tallies = new HashMap<>();

  final Map<Count, Integer> counts = new LinkedHashMap<>();
  final Set<String> counted = new HashSet<>();

  final Map<String, List<Duration>> waits = new HashMap<>();

  long letters;
  final Map<String, Letter> outbox = new TreeMap<>();
  final Set<String> outInHand = new HashSet<>();
  final Map<String, Map<String, Letter>> aside = new TreeMap<>();
  final Map<String, Instant> asides = new TreeMap<>();
  final Map<OutgoingId, Sending> sendings = new HashMap<>();
  final Map<String, SlackRef> anchors = new HashMap<>();
  final Map<SlackRef, String> threads = new HashMap<>();

  final Map<String, Directory.Source> sources = new TreeMap<>();
  final Set<String> doubted = new HashSet<>();

  final Map<String, Alarm.Set> alarms = new HashMap<>();

  InMemoryCell(CellId id) {
    this.id = id;
  }

  /** A record and its revision. */
  record Kept(long revision, Object value) {}

  /** Who has a request. */
  record Board(int round, String state, @Nullable PersonId holder) {}

  /** An outgoing message; {@code farewell} is its recipient where their record is gone. */
  record Letter(Outgoing outgoing, @Nullable Person farewell) {}

  /** How far a message got. */
  record Sending(
      String state, @Nullable PersonId to, @Nullable Origin origin, @Nullable DeliveryStatus best) {
    Sending in(String newState) {
      return new Sending(newState, to, origin, best);
    }
  }

  void fence(Holding holding) {
    if (epoch != holding.epoch()) throw new Lost(holding);
  }

  long revisionOf(String key) {
    Kept kept = records.get(key);
    return kept == null ? 0 : kept.revision();
  }

  <T> @Nullable T record(Class<T> type, String key) {
    Kept kept = records.get(key);
    return kept == null ? null : type.cast(kept.value());
  }

  Tally tally(PersonId person) {
    Tally kept = tallies.getOrDefault(person, Tally.NONE);
    long holds = boards.values().stream().filter(b -> person.equals(b.holder())).count();
    return new Tally(kept.asked(), kept.helped(), (int) holds);
  }

  final List<Audit> audits = new ArrayList<>();

  <T> List<T> all(Class<T> type) {
    return records.values().stream()
        .map(Kept::value)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  PersonId personOf(Inbound.Sender sender) {
    List<Address> addresses = new ArrayList<>(List.of(sender.address()));
    addresses.addAll(sender.alsoKnownAs());
    PersonId id = null;
    for (Address address : addresses) {
      if (id == null) id = names.get(address.identity());
    }
    if (id == null) id = new PersonId(this.id + "-" + sender.address().identity().hashCode());
    for (Address address : addresses) names.putIfAbsent(address.identity(), id);
    return id;
  }

  void append(Inbound inbound, @Nullable PersonId sender) {
    String position = "%09d".formatted(++arrivals);
    inbox.put(position, new Inbox.Entry(position, inbound, sender));
  }
}
