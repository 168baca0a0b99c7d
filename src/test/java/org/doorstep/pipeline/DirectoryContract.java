package org.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.doorstep.bridge.Listed;
import org.doorstep.bridge.Listing;
import org.doorstep.bridge.Opening;
import org.doorstep.bridge.ServiceId;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Change;
import org.doorstep.desk.Enquiry;
import org.doorstep.people.Hours;
import org.doorstep.people.Need;
import org.doorstep.place.Point;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
public abstract class DirectoryContract extends PortsContract {

  private static final Need FOOD = new Need("food-parcel");
  private static final Need MONEY = new Need("money");

  private static Listing service(int number, String name, Need... needs) {
    return new Listing(
        new ServiceId("d%016x".formatted(number)),
        name,
        "Parcels on Tuesdays",
        Set.of(needs),
        "0113 496 0%03d".formatted(number % 1000),
        null,
        "Test Street, LS6",
        new Point(53.8, -1.5),
        List.of(
            new Opening(
                Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY),
                new Hours(LocalTime.of(9, 30), LocalTime.of(17, 0)))),
        null,
        true,
        LocalDate.of(2026, 1, 31));
  }

  private void read(String source, Listing... services) {
    await(ports.directory().replace(CELL.id(), source, List.of(services), NOW));
  }

  private List<Listed> found(Need... needs) {
    return await(
        ports
            .directory()
            .find(CELL.id(), new Enquiry.ServicesFor(Set.of(needs), Set.of(), Set.of())));
  }

  private List<Listing> services(Need... needs) {
    return found(needs).stream().map(Listed::service).toList();
  }

  @Test
  void whatWasReadIsFoundByWhatItIsFor() {
    Listing bank = service(1, "Larder", FOOD);
    Listing advice = service(2, "Advice", MONEY, FOOD);
    read("leeds.csv", bank, advice);
    assertThat(services(FOOD)).containsExactlyInAnyOrder(bank, advice);
    assertThat(services(MONEY)).containsExactly(advice);
    assertThat(services(new Need("lift"))).isEmpty();
  }

  @Test
  void whatHasTheseWordsInItsNameIsFoundAndWhatHasThatId() {
    Listing bank = service(1, "Larder of the North", FOOD);
    read("leeds.csv", bank, service(2, "Advice"));
    var called = new Enquiry.ServicesFor(Set.of(), Set.of("north", "larder"), Set.of());
    assertThat(await(ports.directory().find(CELL.id(), called)))
        .extracting(Listed::service)
        .containsExactly(bank);
    var other = new Enquiry.ServicesFor(Set.of(), Set.of("south", "larder"), Set.of());
    assertThat(await(ports.directory().find(CELL.id(), other))).isEmpty();
    var id = new Enquiry.ServicesFor(Set.of(), Set.of(), Set.of(bank.id()));
    assertThat(await(ports.directory().find(CELL.id(), id)))
        .extracting(Listed::service)
        .containsExactly(bank);
  }

  @Test
  void aSourceThatIsReadAgainHasOnlyWhatItHasNow() {
    Listing before = service(1, "Larder", FOOD);
    Listing other = service(3, "Pantry", FOOD);
    read("leeds.csv", before);
    read("shops.csv", other);
    assertThat(services(FOOD)).containsExactlyInAnyOrder(before, other);
    Listing now = service(2, "Larder", FOOD);
    read("leeds.csv", now);
    assertThat(services(FOOD)).containsExactlyInAnyOrder(now, other);
  }

  @Test
  void aSourceOfNothingIsGone() {
    read("leeds.csv", service(1, "Larder", FOOD));
    read("leeds.csv");
    assertThat(services(FOOD)).isEmpty();
    assertThat(await(ports.directory().sources(CELL.id()))).isEmpty();
  }

  @Test
  void eachCellHasADirectoryOfItsOwn() {
    read("leeds.csv", service(1, "Larder", FOOD));
    assertThat(await(ports.directory().sources(new CellId("elsewhere")))).isEmpty();
  }

  @Test
  void moreThanOneWriteTakesIsAllThere() {
    Listing[] many =
        IntStream.range(0, 1234)
            .mapToObj(i -> service(i, "Larder " + i, FOOD))
            .toArray(Listing[]::new);
    read("leeds.csv", many);
    assertThat(services(FOOD)).containsExactlyInAnyOrder(many);
    Directory.Source source = await(ports.directory().sources(CELL.id())).getFirst();
    assertThat(source.name()).isEqualTo("leeds.csv");
    assertThat(source.read()).isEqualTo(NOW);
    assertThat(source.entries()).hasSize(1234);
  }

  @Test
  void whatSomebodySaysIsWrongIsMarkedUntilTheSourceIsReadAgain() {
    Listing bank = service(1, "Larder", FOOD);
    Listing other = service(2, "Pantry", FOOD);
    read("leeds.csv", bank, other);
    String edition = found(FOOD).getFirst().edition();
    happens(
        Samples.said("D1", "+447700900150", "wrong 1"),
        new Change.ServiceDoubted(edition, bank.id()));
    assertThat(found(FOOD))
        .filteredOn(Listed::doubted)
        .extracting(Listed::service)
        .containsExactly(bank);
    happens(
        Samples.said("D2", "+447700900150", "wrong 2"),
        new Change.ServiceDoubted(edition, other.id()));
    assertThat(found(FOOD)).allMatch(Listed::doubted);
    read("leeds.csv", bank, other);
    assertThat(found(FOOD)).noneMatch(Listed::doubted);
  }
}
