package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.doorstep.cell.ACell;
import org.doorstep.cell.AResponse;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Model;
import org.doorstep.cell.Response;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Choice;
import org.doorstep.talk.ShippedTalk;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** A hub, or who brokers, sees a request first; what is left lying there goes on by itself. */
@NullUnmarked
class TriageStoryTest {

  private static final Desk DESK = new Desk(ShippedTalk.load(), ShippedTalk.understanding());

  private Street street;
  private PersonId edna;
  private PersonId sam;
  private PersonId joan;

  private void in(Response response) {
    in(ACell.hydePark().responding(response));
  }

  private void in(Cell cell) {
    street = new Street(DESK, cell);
    edna = street.resident("edna");
    sam = street.volunteer("Sam", 100);
  }

  @Test
  void inTheDirectModelNeighboursAreAskedAtOnce() {
    in(AResponse.with(Model.DIRECT));
    asks();
    assertThat(street.told(sam)).endsWith("job.offered");
    assertThat(posts("C0HUB")).isEmpty();
    assertThat(posts("C0LIO")).isEmpty();
  }

  @Test
  void aHubIsAskedFirstAndNobodyElseMayTakeIt() {
    in(AResponse.with(Model.HUBS));
    asks();
    assertThat(job()).isInstanceOf(InTriage.class);
    assertThat(street.told(sam)).doesNotContain("job.offered");
    assertThat(last(edna)).contains("St Chad's Hub has your request now");
    assertThat(street.told(edna)).as("nobody else is asked").doesNotContain("request-help.waiting");
    assertThat(text(posts("C0HUB").getLast()))
        .contains("Prescription", "LS6", "today", "Level: street (as usual)", "12:20")
        .doesNotContain("Edna", "edna", "Ash Grove", "3HN", "Boots");
    street.taps(sam, job(), "take");
    assertThat(street.told(sam)).endsWith("common.closed");
    assertThat(job()).isInstanceOf(InTriage.class);
  }

  @Test
  void whatAHubLeavesLyingGoesToTheNeighboursByItself() {
    in(AResponse.with(Model.HUBS));
    asks();
    street.passes(Duration.ofMinutes(19));
    assertThat(job()).isInstanceOf(InTriage.class);
    street.passes(Duration.ofMinutes(1));
    assertThat(street.told(sam)).endsWith("job.offered");
    assertThat(last(edna)).contains("I am asking the volunteers of Hyde Park Neighbours now");
    Outgoing.Repost gone = (Outgoing.Repost) posts("C0HUB").getLast();
    assertThat(gone.card().choices()).isEmpty();
    assertThat(text(gone)).contains("gone on by itself");
    press("C0HUB", "ask", "U0HUB");
    assertThat(whispers()).last().asString().contains("decided about this one already");
  }

  @Test
  void whatCannotWaitGoesOnAfterFiveMinutes() {
    in(AResponse.of(Model.HUBS, AResponse.HUB));
    street.says(edna, "I have run out of my tablets and need my prescription from Boots today");
    form();
    assertThat(job()).isInstanceOf(InTriage.class);
    street.passes(Duration.ofMinutes(5));
    assertThat(job()).isInstanceOf(HelpRequest.Seeking.class);
  }

  @Test
  void aHubHasTheNeighboursAsked() {
    in(AResponse.with(Model.HUBS));
    asks();
    press("C0HUB", "ask", "U0HUB");
    street.passes(Duration.ZERO);
    assertThat(street.told(sam)).endsWith("job.offered");
    assertThat(text(posts("C0HUB").getLast()))
        .contains("St Chad's Hub has had the volunteers of Hyde Park Neighbours asked");
    assertThat(street.alarms).doesNotContainKey("undecided/" + job().id());
  }

  @Test
  void aHubSeesToItLikeAVolunteer() {
    in(AResponse.with(Model.HUBS));
    asks();
    press("C0HUB", "take", "U0HUB");
    PersonId hub = new PersonId("U0HUB");
    assertThat(((HelpRequest.Claimed) job()).holder()).isEqualTo(hub);
    assertThat(street.told(hub)).contains("job.claimed");
    assertThat(last(hub)).contains("LS6 3HN");
    assertThat(text(posts("C0HUB").getLast())).contains("St Chad's Hub sees to it");
    assertThat(last(edna)).startsWith("Good news: St Chad's Hub can help with this");
    assertThat(posts("C0GROUP")).as("the group sees whose it is").isNotEmpty();
    street.taps(hub, job(), "drop");
    street.passes(Duration.ZERO);
    assertThat(street.told(sam)).as("given back").endsWith("job.offered");
  }

  @Test
  void onlyThoseOfTheHubAndOfficersDecideThere() {
    in(AResponse.with(Model.HUBS));
    asks();
    press("C0HUB", "take", "U0STRANGER");
    assertThat(job()).isInstanceOf(InTriage.class);
    assertThat(whispers()).last().asString().contains("Only the people whom the cell's file names");
    press("C0HUB", "ask", "U0DEREK");
    assertThat(text(posts("C0HUB").getLast())).contains("Derek has had the volunteers");
  }

  @Test
  void whoBrokersGivesItToAHubOrAnotherGroupOrTheOfficers() {
    in(ACell.twoGroups().responding(AResponse.with(Model.BROKER)));
    asks();
    Outgoing.Post card = (Outgoing.Post) posts("C0LIO").getLast();
    assertThat(card.card().choices().stream().map(Choice::label))
        .containsExactly(
            "I see to it",
            "Ask the neighbours",
            "To the link officers",
            "Ask Burley Students",
            "To St Chad's Hub");
    press("C0LIO", "desk", "U0LIO");
    assertThat(text(posts("C0LIO").getLast())).contains("has given it to St Chad's Hub");
    assertThat(text(posts("C0HUB").getLast())).contains("Prescription");
    assertThat(last(edna)).contains("St Chad's Hub has your request now");
    assertThat(((Outgoing.Post) posts("C0HUB").getLast()).card().choices())
        .as("a hub does not broker")
        .hasSize(3);
    press("C0HUB", "on", "U0HUB");
    assertThat(job()).isInstanceOf(HelpRequest.Seeking.class);
    assertThat(job().search().handedOver()).isTrue();
    assertThat(street.cases).hasSize(1);
    assertThat(street.told(edna)).endsWith("request-help.unfilled");
  }

  @Test
  void whatAHubThatWasGivenItLeavesLyingGoesToTheNeighboursToo() {
    in(AResponse.with(Model.BROKER));
    asks();
    Alarm ofTheFirst = street.alarms.get("undecided/" + job().id()).alarm();
    street.passes(Duration.ofMinutes(10));
    press("C0LIO", "desk", "U0LIO");
    street.rings(ofTheFirst);
    assertThat(job()).as("one that was in hand already").isInstanceOf(InTriage.class);
    street.passes(Duration.ofMinutes(20));
    assertThat(street.told(sam)).endsWith("job.offered");
  }

  @Test
  void whoBrokersHasAnotherGroupAsked() {
    in(ACell.twoGroups().responding(AResponse.with(Model.BROKER)));
    asks();
    press("C0LIO", "group", "U0LIO");
    assertThat(job().particulars().group()).isEqualTo("students");
    assertThat(last(edna)).contains("the volunteers of Burley Students");
    street.passes(Duration.ZERO);
    assertThat(posts("C0STUDENTS")).isNotEmpty();
  }

  @Test
  void aDeskThatIsShutIsPassedByAtOnce() {
    in(AResponse.of(Model.HUBS, AResponse.nineToFive(AResponse.HUB)));
    street.passes(Duration.ofHours(6));
    street.says(edna, "I need my prescription from Boots tomorrow");
    form();
    assertThat(posts("C0HUB")).isEmpty();
    assertThat(job()).isInstanceOf(HelpRequest.Seeking.class);
    assertThat(street.told(sam)).contains("job.offered");
  }

  @Test
  void whatALeadChangesStandsOnTheCard() {
    in(AResponse.with(Model.HUBS));
    asks();
    lead("edit 1 when tomorrow at 10");
    Outgoing.Repost now = (Outgoing.Repost) posts("C0HUB").getLast();
    assertThat(text(now)).contains("tomorrow", "10:00").doesNotContain("When: today");
    assertThat(now.card().choices()).isNotEmpty();
    street.passes(Duration.ofMinutes(20));
    assertThat(job()).isInstanceOf(HelpRequest.Seeking.class);
  }

  @Test
  void whatIsCancelledIsOverAtTheDeskToo() {
    in(AResponse.with(Model.HUBS));
    asks();
    street.says(edna, "cancel");
    street.says(edna, "yes");
    assertThat(job()).isInstanceOf(HelpRequest.Closed.class);
    assertThat(text(posts("C0HUB").getLast())).contains("not needed any more");
    assertThat(street.alarms).doesNotContainKey("undecided/" + job().id());
  }

  @Test
  void ofAJobForSeveralPeopleAllPartsWaitAndAllGoOn() {
    in(AResponse.with(Model.HUBS));
    street.says(edna, "I need two people to carry my wardrobe downstairs today");
    street.pins(edna, FakeTalk.EDNAS);
    for (String answer : List.of("my old wardrobe", "14 Ash Grove", "Edna", "yes")) {
      street.says(edna, answer);
    }
    assertThat(street.requests.values()).hasSize(2).allMatch(InTriage.class::isInstance);
    assertThat(posts("C0HUB")).hasSize(1);
    street.passes(Duration.ofMinutes(20));
    assertThat(street.requests.values()).allMatch(HelpRequest.Seeking.class::isInstance);
    assertThat(street.told(sam)).endsWith("job.offered");
  }

  // ---- a person moves it

  @Test
  void aLeadMovesARequestToTheHubWhileNeighboursAreAsked() {
    in(AResponse.with(Model.DIRECT));
    asks();
    lead("level 1 hub");
    assertThat(job()).isInstanceOf(InTriage.class);
    assertThat(text(posts("C0HUB").getLast())).contains("Level: hub (somebody said so)");
    assertThat(text(posts("C0GROUP").getLast())).contains("Somebody else decides about this one");
    assertThat(last(joan)).contains("is at this level now: hub", "St Chad's Hub, who decide first");
    street.says(sam, "yes");
    street.taps(sam, job(), "take");
    assertThat(job()).as("the offer is stale").isInstanceOf(InTriage.class);
    street.passes(Duration.ofMinutes(20));
    assertThat(street.cases).as("above the street it goes to the officers").hasSize(1);
  }

  @Test
  void whoWasAskedBeforeTheHubLookedIsAskedAfresh() {
    in(AResponse.with(Model.DIRECT));
    asks();
    lead("level 1 hub");
    press("C0HUB", "ask", "U0HUB");
    street.passes(Duration.ZERO);
    assertThat(street.told(sam).stream().filter("job.offered"::equals)).hasSize(2);
  }

  @Test
  void aLeadTakesItFromTheHubBackToTheStreet() {
    in(AResponse.of(Model.DIRECT, AResponse.HUB));
    street.says(edna, "I need a food parcel today");
    form();
    assertThat(job()).isInstanceOf(InTriage.class);
    lead("level 1 street");
    assertThat(text(posts("C0HUB").getLast())).contains("moved it to another level");
    street.passes(Duration.ZERO);
    assertThat(street.told(sam)).endsWith("job.offered");
    press("C0HUB", "take", "U0HUB");
    assertThat(whispers()).last().asString().contains("decided about this one already");
  }

  @Test
  void whatAHubPassedToTheOfficersIsPutToNeighboursWhenALeadSaysSo() {
    in(AResponse.with(Model.HUBS));
    asks();
    press("C0HUB", "on", "U0HUB");
    lead("level 1 street");
    assertThat(job()).as("the way of the street begins at the hub").isInstanceOf(InTriage.class);
    press("C0HUB", "ask", "U0HUB");
    street.passes(Duration.ZERO);
    assertThat(street.told(sam)).endsWith("job.offered");
    in(AResponse.of(Model.DIRECT, AResponse.HUB));
    joan = null;
    asks();
    lead("level 1 hub");
    press("C0HUB", "on", "U0HUB");
    lead("level 1 street");
    street.passes(Duration.ZERO);
    assertThat(street.told(sam).stream().filter("job.offered"::equals)).hasSize(2);
    assertThat(posts("C0GROUP").stream().filter(Outgoing.Post.class::isInstance)).hasSize(1);
  }

  @Test
  void whatIsMovedAboveNeighboursIsPassedOnWithTheResidentsYesOnly() {
    in(AResponse.with(Model.DIRECT));
    asks();
    lead("level 1 specialist");
    assertThat(street.told(edna)).endsWith("triage.consent");
    assertThat(posts("C0ADVICE")).isEmpty();
    lead("board");
    assertThat(last(joan)).contains("may be passed on to Advice Leeds");
    street.says(edna, "yes");
    assertThat(posts("C0ADVICE")).hasSize(1);
  }

  @Test
  void whatSomebodyHasStaysTheirsAndAWrongLevelIsExplained() {
    in(AResponse.with(Model.DIRECT));
    asks();
    lead("level 1 heaven");
    assertThat(last(joan)).contains("street, hub, specialist, statutory, emergency");
    street.says(sam, "yes");
    lead("level 1 hub");
    assertThat(last(joan)).contains("Somebody has this one");
    assertThat(job()).isInstanceOf(HelpRequest.Claimed.class);
  }

  private void lead(String order) {
    if (joan == null) {
      joan = street.writesFrom("joan", Address.whatsapp(ACell.JOANS_NUMBER));
      street.says(joan, "board");
    }
    street.says(joan, order);
  }

  // ---- as it goes

  private void asks() {
    street.says(edna, "I need my prescription from Boots today");
    form();
  }

  private void form() {
    street.pins(edna, FakeTalk.EDNAS);
    for (String answer : List.of("14 Ash Grove", "Edna", "yes")) street.says(edna, answer);
    street.passes(Duration.ZERO);
  }

  private HelpRequest job() {
    return street.requests.values().iterator().next();
  }

  private String last(PersonId who) {
    return street.letters(who).getLast().utterance().text();
  }

  private List<Outgoing> posts(String channel) {
    return street.sent.stream()
        .filter(
            o ->
                (o instanceof Outgoing.Post p && p.channel().equals(channel))
                    || (o instanceof Outgoing.Repost r && r.channel().equals(channel)))
        .toList();
  }

  private static String text(Outgoing outgoing) {
    Card card =
        outgoing instanceof Outgoing.Post p ? p.card() : ((Outgoing.Repost) outgoing).card();
    return card.title() + "\n" + String.join("\n", card.lines());
  }

  private List<String> whispers() {
    return street.sent.stream()
        .flatMap(o -> o instanceof Outgoing.Whisper w ? Stream.of(w.text()) : Stream.of())
        .toList();
  }

  /** The button of the newest card there that had any. */
  private void press(String channel, String choice, String user) {
    Choice button =
        posts(channel).reversed().stream()
            .filter(Outgoing.Post.class::isInstance)
            .flatMap(o -> ((Outgoing.Post) o).card().choices().stream())
            .filter(c -> c.tap().choice().equals(choice))
            .findFirst()
            .orElseThrow();
    street.presses(user, button.tap().encoded());
  }
}
