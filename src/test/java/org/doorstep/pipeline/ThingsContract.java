package org.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.doorstep.desk.Alarm;
import org.doorstep.desk.Answers;
import org.doorstep.desk.Change;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.Enquiry;
import org.doorstep.desk.Inbound;
import org.doorstep.help.RequestId;
import org.doorstep.help.Thing;
import org.doorstep.people.Person;
import org.doorstep.place.Point;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What neighbours give and lend is kept, found where it is, and gone with its owner. */
@NullUnmarked
public abstract class ThingsContract extends PortsContract {

  private static final String WILMA = "+447700900101";
  private static final String VICTOR = "+447700900102";
  private static final RequestId REQUEST = new RequestId("rabcdef1");
  private static final LocalDate TODAY = LocalDate.parse("2026-03-05");

  private int events;

  private void becomes(Change change) {
    happens(Samples.said("T" + ++events, "+447700900199", "x"), change);
  }

  /** From some metres north of where the things are. */
  private Answers near(int metresNorth, int within, String... kinds) {
    Point home = Samples.HOME.point();
    Point there = new Point(home.latitude() + metresNorth / 111_195.0, home.longitude());
    return await(
        ports.boards().things(CELL.id(), new Enquiry.ThingsNear(Set.of(kinds), there, within)));
  }

  @Test
  void itIsFoundByItsKindAndWhereItIs() {
    Person wilma = met(WILMA);
    Thing heater = Samples.thing("tabcdef1", "heater", wilma.id());
    Thing food = Samples.thing("tabcdef2", "food", wilma.id());
    becomes(new Change.ThingIs(heater));
    becomes(new Change.ThingIs(food));
    Answers found = near(400, 1000, "heater");
    assertThat(found.things()).containsExactly(heater);
    assertThat(found.people()).containsExactly(wilma);
    assertThat(near(400, 1000, "heater", "food").things()).containsExactlyInAnyOrder(heater, food);
    assertThat(near(400, 1000, "fan").things()).isEmpty();
    assertThat(near(2000, 1000, "heater").things()).isEmpty();
  }

  @Test
  void itsOwnerAndWhoeverHasBorrowedItFindIt() {
    Person wilma = met(WILMA);
    Person victor = met(VICTOR);
    Thing heater = Samples.thing("tabcdef1", "heater", wilma.id());
    becomes(new Change.ThingIs(heater));
    assertThat(look("L1", WILMA).things()).containsExactly(heater);
    assertThat(look("L2", VICTOR).things()).isEmpty();
    Thing lent = heater.handedTo(victor.id(), REQUEST, TODAY);
    happens(Samples.said("L3", WILMA, "yes"), new Change.ThingIs(lent));
    Dossier borrower = look("L4", VICTOR);
    assertThat(borrower.things()).containsExactly(lent);
    assertThat(borrower.people()).containsKey(wilma.id());
    happens(Samples.said("L5", WILMA, "back"), new Change.ThingIs(lent.back(REQUEST)));
    assertThat(look("L6", VICTOR).things()).isEmpty();
  }

  @Test
  void whatIsAllGivenIsNotOnTheMap() {
    Person wilma = met(WILMA);
    Thing heater = Samples.thing("tabcdef1", "heater", wilma.id());
    becomes(new Change.ThingIs(heater));
    Thing lent = heater.handedTo(met(VICTOR).id(), REQUEST, TODAY);
    becomes(new Change.ThingIs(lent));
    assertThat(near(0, 1000, "heater").things()).isEmpty();
    becomes(new Change.ThingIs(lent.back(REQUEST)));
    assertThat(near(0, 1000, "heater").things()).hasSize(1);
    becomes(new Change.ThingGone(lent.back(REQUEST)));
    assertThat(near(0, 1000, "heater").things()).isEmpty();
    assertThat(look("L1", WILMA).things()).isEmpty();
  }

  @Test
  void theLastOneIsPromisedOnce() {
    Person wilma = met(WILMA);
    Thing heater = Samples.thing("tabcdef1", "heater", wilma.id());
    becomes(new Change.ThingIs(heater));
    Inbox.Entry one = arrive(Samples.said("L1", VICTOR, "a heater please"));
    Dossier first = open(one).with(near(0, 1000, "heater"));
    becomesMeanwhile(heater.asking(new RequestId("rabcdef2"), NOW.plusSeconds(60)));
    Casebook.Outcome late =
        commit(
            one, first, settled(new Change.ThingIs(heater.asking(REQUEST, NOW.plusSeconds(60)))));
    assertThat(late).isEqualTo(Casebook.Outcome.STALE);
    assertThat(near(0, 1000, "heater").things().getFirst().wasAskedFor(REQUEST)).isFalse();
  }

  /** While another is in hand. */
  private void becomesMeanwhile(Thing thing) {
    accept(Samples.said("meanwhile", "+447700900198", "x"));
    Inbox.Entry entry = next().getLast();
    Dossier dossier = open(entry).with(near(0, 1000, "heater"));
    assertThat(commit(entry, dossier, settled(new Change.ThingIs(thing))))
        .isEqualTo(Casebook.Outcome.DONE);
  }

  @Test
  void nothingIsLeftOfItWhenItsOwnerIsForgotten() {
    Person wilma = met(WILMA);
    Person victor = met(VICTOR);
    Thing lent =
        Samples.thing("tabcdef1", "heater", wilma.id()).handedTo(victor.id(), REQUEST, TODAY);
    becomes(new Change.ThingIs(lent));
    becomes(new Change.ThingIs(Samples.thing("tabcdef2", "heater", wilma.id())));
    happens(Samples.said("gone", WILMA, "x"), new Change.PersonGone(wilma.id()));
    assertThat(near(0, 1000, "heater").things()).isEmpty();
    assertThat(look("L1", VICTOR).things()).isEmpty();
  }

  @Test
  void itsAlarmsFindIt() {
    Person wilma = met(WILMA);
    Thing heater = Samples.thing("tabcdef1", "heater", wilma.id());
    Alarm.ThingOver over = new Alarm.ThingOver(heater.id(), wilma.id());
    happens(
        Samples.said("L1", WILMA, "x"),
        with(
            List.of(new Change.ThingIs(heater)),
            List.of(),
            List.of(new Alarm.Set(over, NOW)),
            Set.of()));
    await(ports.alarms().ring(holding, NOW, 10));
    Inbox.Entry rang =
        next().stream().filter(e -> e.inbound() instanceof Inbound.Rang).findFirst().orElseThrow();
    assertThat(open(rang).things()).containsExactly(heater);
  }
}
