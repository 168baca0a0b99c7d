package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.doorstep.cell.ACell;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Reporting;
import org.doorstep.figures.Count;
import org.doorstep.figures.Measure;
import org.doorstep.figures.Spot;
import org.doorstep.figures.Within;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What is counted, what of it is told, and whether it helped. */
@NullUnmarked
class FiguresStoryTest {

  private static final Desk DESK = new Desk(ShippedTalk.load(), ShippedTalk.understanding());

  private Street street;
  private PersonId edna;
  private PersonId sam;

  FiguresStoryTest() {
    live(Reporting.USUAL);
  }

  private void live(Reporting reporting) {
    Cell cell = ACell.hydePark();
    street =
        new Street(
            DESK,
            new Cell(
                cell.id(),
                cell.name(),
                cell.zone(),
                cell.language(),
                cell.whatsappNumber(),
                cell.smsNumber(),
                cell.slackTeam(),
                cell.officersChannel(),
                cell.officers(),
                cell.groups(),
                cell.area(),
                cell.neighbours(),
                cell.rules().reporting(reporting)));
    edna = street.resident("edna");
    sam = street.volunteer("Sam", 100);
  }

  private static Reporting reporting(boolean daily, boolean weekly, boolean asks) {
    return new Reporting(daily, weekly, LocalTime.of(8, 30), Duration.ofDays(800), asks, null);
  }

  private HelpRequest asked() {
    street.says(edna, "I need my prescription from Boots today");
    street.pins(edna, FakeTalk.EDNAS);
    for (String answer : List.of("14 Ash Grove", "Edna", "yes")) street.says(edna, answer);
    street.passes(Duration.ZERO);
    return street.requests.values().stream().toList().getLast();
  }

  private HelpRequest done() {
    HelpRequest job = asked();
    street.taps(sam, job, "take");
    street.says(sam, "done");
    street.passes(Duration.ofHours(1));
    street.says(edna, "yes");
    return street.requests.get(job.id());
  }

  private List<String> counted() {
    return street.counts.stream().map(c -> c.count().what().key()).toList();
  }

  // ---- counting

  @Test
  void whatBecomesOfARequestIsCountedOnceEach() {
    HelpRequest job = asked();
    assertThat(counted()).containsExactly("asked");
    street.passes(Duration.ofMinutes(3));
    street.taps(sam, job, "take");
    assertThat(counted()).containsExactly("asked", "filled", "within-0");
    street.says(sam, "sorry, I can't after all");
    street.passes(Duration.ofMinutes(20));
    street.taps(sam, street.requests.get(job.id()), "take");
    street.says(sam, "done");
    street.passes(Duration.ofDays(2));

    assertThat(counted()).containsOnlyOnce("asked", "filled", "done").doesNotContain("within-3");
    Spot spot = street.counts.getFirst().count().spot();
    assertThat(spot).isEqualTo(new Spot("hyde-park", "prescription", "LS6 3"));
  }

  @Test
  void whatIsCancelledAndWhatNobodyTookIsCounted() {
    asked();
    street.says(edna, "cancel");
    assertThat(counted()).contains("cancelled");
    asked();
    street.passes(Duration.ofDays(1));
    assertThat(counted()).contains("officers");
  }

  // ---- told

  private void before(Measure what, String need, String area, int by) {
    LocalDate day = LocalDate.ofInstant(street.now, street.cell.zone());
    Count count = new Count(day, new Spot("hyde-park", need, area), what, by);
    street.counts.add(new Change.Counted(count, null));
  }

  private List<Outgoing> told(String channel) {
    return street.sent.stream()
        .filter(
            o ->
                (o instanceof Outgoing.Post p
                        && p.channel().equals(channel)
                        && p.anchor().startsWith("figures/"))
                    || (o instanceof Outgoing.Picture q && q.channel().equals(channel)))
        .toList();
  }

  private static String text(Outgoing post) {
    Card card = ((Outgoing.Post) post).card();
    return card.title() + "\n" + String.join("\n", card.lines());
  }

  @Test
  void onMondayTheOfficersReadTheWeekAndSeeIt() {
    asked();
    before(Measure.ASKED, "lift", "LS6 1", 14);
    before(Measure.FILLED, "lift", "LS6 1", 6);
    before(Measure.ASKED, "shopping", "LS6 3", 20);
    before(Measure.FILLED, "shopping", "LS6 3", 19);
    before(Measure.ASKED, "dog-walk", "LS6 3", 6);
    street.passes(Duration.ofDays(7));

    List<Outgoing> told = told("C0OFFICERS");
    assertThat(told).hasSize(2);
    assertThat(text(told.getFirst()))
        .contains("Asked for: 41")
        .contains("- LS6 1: 14 asked for, 6 taken. Asked for most: A lift. Volunteers there: fewer")
        .contains("- Shopping: 20 asked for, 19 taken")
        .doesNotContain("rescription");
    Outgoing.Picture picture = (Outgoing.Picture) told.getLast();
    assertThat(picture.chart().panels()).hasSize(2);
    assertThat(picture.chart().alt()).contains("Shopping: 20 asked for, 19 taken");
    assertThat(told("C0GROUP")).hasSize(1);
    assertThat(text(told("C0GROUP").getFirst())).contains("Hyde Park Neighbours", "Asked for: 41");
    assertThat(counted()).contains("volunteers", "waiting");
  }

  @Test
  void aWeekIsToldOnceAndOnlyWhereItIsWanted() {
    asked();
    street.passes(Duration.ofDays(30));
    assertThat(told("C0OFFICERS")).hasSize(1);

    live(reporting(false, false, false));
    asked();
    street.passes(Duration.ofDays(30));
    assertThat(told("C0OFFICERS")).isEmpty();
    assertThat(counted()).contains("volunteers");
  }

  @Test
  void ofADayOnlyBandsAreTold() {
    live(reporting(true, false, false));
    asked();
    street.passes(Duration.ofDays(1));
    assertThat(told("C0OFFICERS")).hasSize(1);
    assertThat(text(told("C0OFFICERS").getFirst())).contains("Asked for: fewer than 10");
  }

  @Test
  void howLongSomebodyWaitedIsCountedByLimits() {
    HelpRequest job = asked();
    street.passes(Duration.ofMinutes(12));
    street.taps(sam, job, "take");
    assertThat(counted()).contains(Within.of(Duration.ofMinutes(12)).key());
  }

  // ---- did it help?

  private Stream<String> questions(PersonId who) {
    return street.told(who).stream().filter(id -> id.startsWith("outcome.ask"));
  }

  @Test
  void theDayAfterBothAreAskedOnceAndATapIsCounted() {
    live(reporting(false, false, true));
    done();
    assertThat(questions(edna)).isEmpty();
    street.passes(Duration.ofDays(2));
    assertThat(questions(edna)).containsExactly("outcome.ask-resident");
    assertThat(questions(sam)).containsExactly("outcome.ask-volunteer");
    LocalTime asked = street.now.atZone(street.cell.zone()).toLocalTime();
    assertThat(asked).isBetween(LocalTime.of(7, 30), LocalTime.of(22, 0));

    street.picks(edna, "partly");
    street.picks(edna, "yes");
    street.picks(sam, "yes");
    assertThat(counted())
        .contains("resident-partly", "volunteer-yes")
        .doesNotContain("resident-yes");
    assertThat(street.told(edna)).contains("outcome.thanks");
  }

  @Test
  void nobodyIsAskedTwiceInAMonth() {
    live(reporting(false, false, true));
    done();
    street.passes(Duration.ofDays(2));
    done();
    street.passes(Duration.ofDays(2));
    assertThat(questions(edna)).hasSize(1);
    street.passes(Duration.ofDays(31));
    done();
    street.passes(Duration.ofDays(2));
    assertThat(questions(edna)).hasSize(2);
  }

  @Test
  void whoHasSomethingOpenIsNotAskedSoThatTheirYesGoesWhereItBelongs() {
    live(reporting(false, false, true));
    done();
    street.passes(Duration.ofHours(12));
    asked();
    street.passes(Duration.ofDays(1));
    assertThat(questions(edna)).isEmpty();
    assertThat(questions(sam)).isEmpty();
  }

  @Test
  void aTapOfSomebodyElseIsNotCounted() {
    live(reporting(false, false, true));
    HelpRequest job = done();
    String about = JobRef.to(job).about();
    street.picks(sam, new Tap("outcome", 1, "ask-resident", "yes", about));
    assertThat(counted()).doesNotContain("resident-yes");
  }

  @Test
  void withoutTheRuleNobodyIsAsked() {
    done();
    street.passes(Duration.ofDays(3));
    assertThat(questions(edna)).isEmpty();
    assertThat(Set.copyOf(street.told(sam))).doesNotContain("outcome.ask-volunteer");
  }
}
