package org.doorstep.story;

import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.doorstep.cell.Cell;
import org.doorstep.cell.CellFile;
import org.doorstep.desk.Change;
import org.doorstep.desk.Content;
import org.doorstep.desk.Decision;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.InboundId;
import org.doorstep.people.Address;
import org.doorstep.people.Availability;
import org.doorstep.people.Person;
import org.doorstep.people.Travel;
import org.doorstep.people.Volunteering;
import org.doorstep.pipeline.Casebook;
import org.doorstep.pipeline.Holding;
import org.doorstep.pipeline.Inbox;
import org.doorstep.place.Place;
import org.doorstep.place.Point;
import org.doorstep.redis.EmbeddedServer;
import org.doorstep.redis.RedisOptions;
import org.doorstep.redis.RedisRoom;
import org.doorstep.redis.RoomSettings;
import org.doorstep.redis.Vault;

/** People who joined long ago, written into the store before the service starts. */
final class ManyVolunteers {

  private static final int AT_ONCE = 50;
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private ManyVolunteers() {}

  /**
   * @param around where they live, within about 100 m
   * @return their numbers
   */
  static List<String> joined(
      Path data, Cell cell, Point around, int first, int many, Instant now, RandomGenerator random)
      throws IOException {
    Files.createDirectories(data);
    String keys = Vault.newKeyset();
    Files.writeString(data.resolve("village-keyset"), keys);
    List<String> numbers = new ArrayList<>();
    try (EmbeddedServer server = EmbeddedServer.start(data.resolve("redis"));
        RedisClient client = RedisClient.create(server.uri())) {
      client.setOptions(RedisOptions.single());
      RedisRoom room =
          RedisRoom.connect(client, Vault.of(keys), RoomSettings.DEFAULT, InstantSource.fixed(now));
      Holding holding =
          room.holdings().hold(cell.id(), "seeding", LEASE).blockOptional(PATIENCE).orElseThrow();
      for (int i = 0; i < many; i += AT_ONCE) {
        List<Change> changes = new ArrayList<>();
        for (int j = i; j < Math.min(many, i + AT_ONCE); j++) {
          String number = "+447700900%03d".formatted(first + j);
          numbers.add(number);
          changes.add(new Change.PersonIs(volunteer(room, cell, number, around, now, random)));
        }
        write(room, cell, holding, "seed/" + i, numbers.getLast(), changes, now);
      }
      room.holdings().letGo(holding).block(PATIENCE);
    }
    return List.copyOf(numbers);
  }

  private static Person volunteer(
      RedisRoom room, Cell cell, String number, Point around, Instant now, RandomGenerator random) {
    Address address = Address.whatsapp(number);
    Point home =
        new Point(
            around.latitude() + random.nextDouble(-0.0008, 0.0008),
            around.longitude() + random.nextDouble(-0.0008, 0.0008));
    Volunteering offer =
        new Volunteering(
            new Place("LS6", "LS6", home, true),
            1500,
            Set.of(Travel.ON_FOOT),
            Set.of(),
            Set.of(),
            cell.groups().getFirst().id(),
            now,
            null,
            Availability.ALWAYS,
            Set.of());
    return Person.firstSeen(room.idOf(cell.id(), address), address, "en", now)
        .named("Volunteer " + number.substring(number.length() - 3))
        .offering(offer);
  }

  private static void write(
      RedisRoom room,
      Cell cell,
      Holding holding,
      String id,
      String number,
      List<Change> changes,
      Instant now) {
    Inbound.Sender sender = new Inbound.Sender(Address.whatsapp(number), List.of(), null);
    Inbound inbound = new Inbound.Said(new InboundId(id), now, sender, Content.text("hello"));
    room.inbox().accept(cell.id(), inbound).block(PATIENCE);
    Inbox.Entry entry =
        room.inbox().next(holding, 1).blockOptional(PATIENCE).orElseThrow().getFirst();
    Dossier dossier =
        room.casebook().open(cell, holding, entry, now).blockOptional(PATIENCE).orElseThrow();
    Decision.Settled decision =
        new Decision.Settled(changes, List.of(), List.of(), List.of(), Set.of());
    Casebook.Outcome outcome =
        room.casebook()
            .commit(holding, entry, dossier, decision, now)
            .blockOptional(PATIENCE)
            .orElseThrow();
    if (outcome != Casebook.Outcome.DONE) throw new IllegalStateException("seeding was stale");
  }

  static Cell cell(String yaml) {
    return switch (CellFile.parse("cell.yml", yaml)) {
      case CellFile.Parsed(Cell cell) -> cell;
      case CellFile.Faulty(var faults) -> throw new IllegalStateException(faults.toString());
    };
  }
}
