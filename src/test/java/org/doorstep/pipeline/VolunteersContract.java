package org.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.doorstep.desk.Change;
import org.doorstep.desk.Enquiry;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.place.Place;
import org.doorstep.place.Point;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
public abstract class VolunteersContract extends PortsContract {

  private static final Point MIDDLE = new Point(53.820, -1.570);

  private int events;

  private Person volunteer(String number, double latitude) {
    Person person = met(number).offering(Samples.volunteering(at(latitude)));
    becomes(person);
    return person;
  }

  private void becomes(Person person) {
    happens(
        Samples.said("V" + ++events, person.address().value(), "x"), new Change.PersonIs(person));
  }

  private static Place at(double latitude) {
    return new Place("LS6 3HN", "LS6", new Point(latitude, -1.570), true);
  }

  private List<Person> near(int metres, int limit, PersonId... without) {
    return await(
        ports
            .volunteers()
            .near(CELL.id(), new Enquiry.VolunteersNear(MIDDLE, metres, limit, Set.of(without))));
  }

  @Test
  void theNearestComeFirst() {
    Person far = volunteer("+447700900101", 53.830);
    Person near = volunteer("+447700900102", 53.821);
    Person between = volunteer("+447700900103", 53.825);
    assertThat(near(5000, 10)).containsExactly(near, between, far);
    assertThat(near(5000, 2)).containsExactly(near, between);
  }

  @Test
  void nobodyBeyondTheReachIsFound() {
    volunteer("+447700900101", 53.850);
    Person near = volunteer("+447700900102", 53.821);
    assertThat(near(1000, 10)).containsExactly(near);
  }

  @Test
  void thoseWhoWereAskedAreLeftOut() {
    Person near = volunteer("+447700900102", 53.821);
    Person between = volunteer("+447700900103", 53.825);
    assertThat(near(5000, 1, near.id())).containsExactly(between);
  }

  @Test
  void whoSaidStopOrNeverJoinedIsNotFound() {
    met("+447700900101");
    Person volunteer = volunteer("+447700900102", 53.821);
    assertThat(near(5000, 10)).hasSize(1);
    becomes(volunteer.optedOut(true));
    assertThat(near(5000, 10)).isEmpty();
    becomes(volunteer.optedOut(false));
    assertThat(near(5000, 10)).hasSize(1);
    becomes(volunteer.offering(null));
    assertThat(near(5000, 10)).isEmpty();
  }

  @Test
  void whoMovedIsFoundWhereTheyAreNow() {
    Person volunteer = volunteer("+447700900102", 53.821);
    becomes(volunteer.offering(Samples.volunteering(at(53.900))));
    assertThat(near(5000, 10)).isEmpty();
  }

  @Test
  void anotherCellHasItsOwn() {
    volunteer("+447700900102", 53.821);
    var elsewhere = Samples.cell("elsewhere").id();
    assertThat(
            await(
                ports
                    .volunteers()
                    .near(elsewhere, new Enquiry.VolunteersNear(MIDDLE, 5000, 5, Set.of()))))
        .isEmpty();
  }
}
