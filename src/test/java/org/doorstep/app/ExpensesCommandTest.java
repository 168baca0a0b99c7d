package org.doorstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.doorstep.cell.Cell;
import org.doorstep.cell.CellFile;
import org.doorstep.cell.Money;
import org.doorstep.cell.PayingBack;
import org.doorstep.desk.Change;
import org.doorstep.desk.Content;
import org.doorstep.desk.Decision;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.InboundId;
import org.doorstep.help.Expense;
import org.doorstep.help.Expenses;
import org.doorstep.help.RequestId;
import org.doorstep.people.Address;
import org.doorstep.people.Need;
import org.doorstep.pipeline.Holding;
import org.doorstep.pipeline.Inbox;
import org.doorstep.redis.RedisRoom;
import org.doorstep.redis.RoomSettings;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** The month's list for the treasurer, out of a real store. */
@NullUnmarked
class ExpensesCommandTest {

  private static final Instant AT = Instant.parse("2026-11-03T10:00:00Z");

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private Path data() {
    return folder.resolve("data");
  }

  private int run(String... args) {
    MockEnvironment environment = new MockEnvironment();
    environment.setProperty("DOORSTEP_DATA", data().toString());
    return Commands.run(
        new Rooms(),
        environment,
        new BufferedReader(new StringReader("")),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        Stream.concat(Stream.of("expenses"), Stream.of(args)).toArray(String[]::new));
  }

  private static Cell cell() {
    try {
      String yaml = Files.readString(Path.of("deploy/cells/hyde-park.yml"));
      return ((CellFile.Parsed) CellFile.parse("cell.yml", yaml)).cell();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Somebody with that name has paid. */
  private void paid(String name, int pence) {
    try (RedisLink link = RedisLink.embedded(data().resolve("redis"))) {
      RedisRoom room =
          RedisRoom.connect(
              link.client(),
              VillageKeyset.in(data()),
              RoomSettings.DEFAULT,
              InstantSource.system());
      Cell cell = cell();
      Holding holding = room.holdings().hold(cell.id(), "test", Duration.ofMinutes(1)).block();
      var sender = new Inbound.Sender(Address.whatsapp("+447700900211"), List.of(), null);
      var said = new Inbound.Said(new InboundId("t/1"), AT, sender, Content.text("PAID 14.20"));
      room.inbox().accept(cell.id(), said).block();
      Inbox.Entry entry = room.inbox().next(holding, 1).block().getFirst();
      Dossier dossier = room.casebook().open(cell, holding, entry, AT).block();
      Expense expense =
          new Expense(
              1,
              new RequestId("rabcdef123456"),
              new Need("shopping"),
              dossier.sender().id(),
              new Money(pence),
              AT,
              new PayingBack(PayingBack.By.FLOAT, new Money(1000)),
              null,
              AT);
      List<Change> changes =
          List.of(
              new Change.PersonIs(dossier.sender().named(name)),
              new Change.ExpensesAre(
                  Expenses.none("hyde-park", YearMonth.of(2026, 11)).with(expense)));
      room.casebook()
          .commit(
              holding,
              entry,
              dossier,
              new Decision.Settled(changes, List.of(), List.of(), List.of(), Set.of()),
              AT)
          .block();
    }
  }

  @Test
  void aMonthIsARowForEachExpense() throws IOException {
    paid("=HYPERLINK(1)", 1420);
    Path file = folder.resolve("november.csv");
    assertThat(run(file.toString(), "--month", "2026-11")).as(err.toString()).isZero();
    assertThat(out.toString()).contains("1 expenses of 2026-11, £14.20");
    List<String> rows = Files.readAllLines(file);
    assertThat(rows.getFirst()).startsWith("\ufeffdate,group,number,job");
    assertThat(rows.get(1))
        .startsWith("2026-11-03,Hyde Park")
        .contains(",shopping,'=HYPERLINK(1),14.20,float,10.00,no,2026-11-03");
    assertThat(rows).hasSize(2);
  }

  @Test
  void anotherMonthHasNone() throws IOException {
    paid("Sam", 1420);
    Path file = folder.resolve("october.csv");
    assertThat(run(file.toString(), "--month", "2026-10")).isZero();
    assertThat(Files.readAllLines(file)).hasSize(1);
  }

  @Test
  void aFileThatIsThereStaysAndAMonthIsAMonth() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.csv"), "mine");
    assertThat(run(file.toString(), "--month", "2026-11")).isEqualTo(1);
    assertThat(Files.readString(file)).isEqualTo("mine");
    assertThat(run(folder.resolve("n.csv").toString(), "--month", "November")).isEqualTo(2);
    assertThat(err.toString()).contains("there already", "2026-11");
  }
}
