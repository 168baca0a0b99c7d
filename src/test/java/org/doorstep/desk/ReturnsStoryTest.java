package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.cell.AResponse;
import org.doorstep.cell.Assessed;
import org.doorstep.cell.Level;
import org.doorstep.cell.LevelRule;
import org.doorstep.cell.Model;
import org.doorstep.cell.Response;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Address;
import org.doorstep.people.Need;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What was referred comes back, to whoever sent it; what came back twice, somebody settles. */
@NullUnmarked
class ReturnsStoryTest {

  private static final PersonId MARY = new PersonId("+447700900123");

  private Council council = new Council();
  private Street street = council.street;
  private PersonId edna;

  private void in(Response response) {
    council = new Council(response);
    street = council.street;
  }

  // ---- a group gives back

  @Test
  void aLeadsNoComesBackAtOnceWithItsReason() {
    council.refers("U0PRIYA", Council.form());
    declines("too far for us");
    assertThat(((InTriage) council.job()).by())
        .isEqualTo(new InTriage.Decider.Referrer("hyde-park", "too far for us"));
    assertThat(council.last(new PersonId("joan"))).contains("It has gone back to the council");
    assertThat(council.thread().getLast())
        .contains("Hyde Park Neighbours has given it back: too far for us");
    Outgoing.InThread line =
        (Outgoing.InThread)
            street.sent.stream()
                .filter(o -> o instanceof Outgoing.InThread l && ReferThread.isIts(l.anchor()))
                .toList()
                .getLast();
    assertThat(line.mention()).isEqualTo("U0PRIYA");
    assertThat(council.buttons()).containsExactly("give", "close-with-words", "cancel");
    assertThat(Council.text(council.card())).contains("given back, and Priya decides");
    street.taps(council.sam, council.job(), "take");
    assertThat(council.job()).as("nobody takes it now").isInstanceOf(InTriage.class);
  }

  @Test
  void aLeadWritesItBelowTheJobsPostToo() {
    council.refers("U0PRIYA", Council.form());
    street.writesBelow("U0STRANGER", council.job(), "decline too far for us");
    assertThat(council.job()).isInstanceOf(HelpRequest.Seeking.class);
    street.writesBelow("U0AMINA", council.job(), "Decline");
    assertThat(council.texts("C0GROUP")).last().asString().contains("Why not?");
    street.writesBelow("U0AMINA", council.job(), "decline too far for us");
    assertThat(council.job()).isInstanceOf(InTriage.class);
  }

  @Test
  void aReasonIsNeededAndOnlyWhatWasReferredComesBack() {
    council.refers("U0PRIYA", Council.form());
    declines("");
    assertThat(council.last(new PersonId("joan"))).contains("Why not?");
    street.taps(council.sam, council.job(), "take");
    declines("too far");
    assertThat(council.last(new PersonId("joan"))).contains("Somebody has this one");
    council = new Council();
    street = council.street;
    asks("I need my prescription from Boots today");
    declines("too far");
    assertThat(council.last(new PersonId("joan"))).contains("asked for it themselves");
    assertThat(council.job()).isInstanceOf(HelpRequest.Seeking.class);
  }

  @Test
  void itIsGivenToAnotherGroupAndTheResidentIsTold() {
    council.refers("U0AMINA", Council.form("contact", "whatsapp"));
    declines("too far for us");
    council.press("U0AMINA", "give");
    assertThat(council.job()).isInstanceOf(HelpRequest.Seeking.class);
    assertThat(council.job().particulars().group()).isEqualTo("students");
    assertThat(council.last(MARY)).contains("volunteers of Burley Students");
    assertThat(council.texts("C0STUDENTS")).isNotEmpty();
    assertThat(council.thread()).anyMatch(l -> l.contains("It is with Burley Students now"));
    assertThat(street.alarms).doesNotContainKey("undecided/" + council.job().id());
  }

  @Test
  void itEndsWithWordsToTheResident() {
    council.refers("U0AMINA", Council.form("contact", "whatsapp"));
    declines("too far for us");
    Tap tap = Council.button(council.card(), "close-with-words").tap();
    assertThat(Inbound.HandedIn.opens(tap)).isTrue();
    hands("U0STRANGER", tap, "Try the library");
    assertThat(council.job()).isInstanceOf(InTriage.class);
    hands("U0AMINA", tap, "Try the library, 0113 496 0000");
    assertThat(((HelpRequest.Closed) council.job()).outcome())
        .isEqualTo(HelpRequest.Closed.Outcome.SIGNPOSTED);
    assertThat(council.last(MARY)).contains("Amina", "Try the library");
    assertThat(council.thread().getLast()).contains("told whom to turn to");
    int letters = street.letters(MARY).size();
    hands("U0AMINA", tap, "Try the library, 0113 496 0000");
    assertThat(street.letters(MARY)).hasSize(letters);
    assertThat(council.last(new PersonId("U0AMINA"))).contains("settled meanwhile");
  }

  @Test
  void whatTwoGroupsGaveBackTheOfficersSettle() {
    council.refers("U0PRIYA", Council.form());
    declines("too far for us");
    council.press("U0PRIYA", "give");
    PersonId kim = new PersonId("kim");
    street.writesFrom("kim", Address.whatsapp("+447700900821"));
    street.says(kim, "decline " + council.job().id().reference() + " exams");
    assertThat(council.job()).isInstanceOf(WithOfficer.class);
    Case settled = street.theCase();
    assertThat(settled.matter().reason()).isEqualTo(Reason.RETURNED);
    assertThat(settled.matter().words()).isEqualTo("exams");
    assertThat(council.texts("C0OFFICERS").toString()).contains("Amina, please have a look");
    assertThat(street.alarms).containsKey("unacknowledged/" + settled.id());
    assertThat(council.thread()).anyMatch(l -> l.contains("given back twice"));
    assertThat(council.buttons()).as("nobody passes it on").containsExactly("cancel");
    council.lead("pass " + council.job().id().reference() + " to Hyde Park Neighbours");
    council.lead("level " + council.job().id().reference() + " street");
    assertThat(council.job()).isInstanceOf(WithOfficer.class);
    street.passes(Duration.ofHours(26));
    assertThat(street.cases).as("reminded of the same").hasSize(1);
    street.presses(
        "U0AMINA", new Tap("case", 1, "card", "not-needed", settled.id().value()).encoded());
    assertThat(council.job()).isInstanceOf(HelpRequest.Closed.class);
    assertThat(council.thread()).anyMatch(l -> l.contains("An officer has seen to it"));
  }

  @Test
  void aReferrerWhoSaysNothingIsFollowedByTheOfficers() {
    council.refers("U0PRIYA", Council.form());
    declines("too far for us");
    street.passes(Duration.ofHours(2));
    assertThat(council.job()).isInstanceOf(WithOfficer.class);
    assertThat(street.theCase().matter().reason()).isEqualTo(Reason.RETURNED);
    assertThat(council.thread()).anyMatch(l -> l.contains("The link officers are asked"));
    street.passes(Duration.ofDays(2));
    assertThat(street.cases).hasSize(1);
  }

  // ---- a partner gives back

  @Test
  void aPartnersNoGoesToTheOfficersAndAllAreTold() {
    in(above(Model.DIRECT, Level.SPECIALIST));
    passedOn();
    Case theirs = street.theCase();
    Tap tap = giveBack();
    hands("U0STRANGER", tap, "not our area");
    assertThat(street.cases.get(theirs.id().value()).isOpen()).isTrue();
    hands("U0ADVICE", tap, "We only see people of LS4");
    assertThat(((Case.Closed) street.cases.get(theirs.id().value())).outcome())
        .isEqualTo(Case.Outcome.RETURNED);
    List<String> told = street.letters(edna).stream().map(l -> l.utterance().text()).toList();
    assertThat(told)
        .anyMatch(l -> l.contains("Advice Leeds cannot do this") && l.contains("people of LS4"))
        .last()
        .asString()
        .contains("Amina looks after it now");
    assertThat(street.told(edna)).doesNotContain("case.closed");
    assertThat(street.people.values())
        .anyMatch(p -> street.told(p.id()).contains("refer.given-back-leads"));
    assertThat(open().matter().reason()).isEqualTo(Reason.REFERRAL);
    assertThat(open().matter().partner()).isNull();
    assertThat(council.job()).isInstanceOf(WithOfficer.class);
    hands("U0ADVICE", tap, "We only see people of LS4");
    assertThat(street.cases).as("once").hasSize(2);
  }

  @Test
  void whatNeighboursMayDoGoesToThem() {
    in(above(Model.DIRECT, Level.SPECIALIST));
    passedOn();
    Tap tap = giveBack();
    moved(Level.STREET);
    hands("U0ADVICE", tap, "A neighbour can do this");
    assertThat(council.job()).isInstanceOf(HelpRequest.Seeking.class);
    street.passes(Duration.ZERO);
    assertThat(street.told(council.sam)).endsWith("job.offered");
    assertThat(council.last(edna)).contains("So I am asking the volunteers");
  }

  @Test
  void aSecondReturnIsTheLastOne() {
    in(AResponse.with(Model.DIRECT));
    council.refers("U0PRIYA", Council.form("needs", "money"));
    HelpRequest job = council.job();
    street.requests.put(
        job.id(),
        job.with(job.particulars().crossed(job.particulars().crossed().givenBackBy("x"))));
    council.press("U0PRIYA", "agrees");
    hands("U0ADVICE", giveBack(), "not ours");
    assertThat(open().matter().reason()).isEqualTo(Reason.RETURNED);
    assertThat(council.thread()).anyMatch(l -> l.contains("given back twice"));
  }

  @Test
  void whatAHubPassedToTheOfficersComesBackToItOnceAndNoMore() {
    in(above(Model.HUBS, Level.HUB));
    asks("I need my prescription from Boots today");
    moved(Level.SPECIALIST);
    council.press("U0HUB", posted("C0HUB"), "on");
    street.says(edna, "yes");
    hands("U0AMINA", giveBack("C0OFFICERS"), "the hub knows her");
    assertThat(((InTriage) council.job()).by()).isEqualTo(new InTriage.Decider.Desk("chads"));
    assertThat(council.texts("C0HUB"))
        .last()
        .asString()
        .contains("Amina has given this back: the hub knows her");
    assertThat(council.last(edna)).contains("St Chad's Hub has your request now");
    council.press("U0HUB", posted("C0HUB"), "on");
    street.says(edna, "yes");
    hands("U0AMINA", giveBack("C0OFFICERS"), "really");
    assertThat(council.job()).isInstanceOf(WithOfficer.class);
    assertThat(open().matter().reason()).isEqualTo(Reason.RETURNED);
  }

  // ---- as it goes

  private void asks(String text) {
    edna = street.resident("edna");
    street.says(edna, text);
    street.pins(edna, FakeTalk.EDNAS);
    for (String answer : List.of("14 Ash Grove", "Edna", "yes")) street.says(edna, answer);
    street.passes(Duration.ZERO);
  }

  /** Where a prescription is more than neighbours can do. */
  private static Response above(Model model, Level level) {
    Response usual = AResponse.with(model);
    return new Response(
        usual.model(),
        List.of(),
        usual.partners(),
        List.of(new LevelRule(Set.of(new Need("prescription")), Set.of(), level)),
        usual.within(),
        usual.pressingWithin(),
        null);
  }

  private void passedOn() {
    asks("I need my prescription from Boots today");
    street.says(edna, "yes");
    assertThat(council.texts("C0ADVICE")).isNotEmpty();
  }

  private Card posted(String channel) {
    return street.sent.reversed().stream()
        .flatMap(
            o ->
                o instanceof Outgoing.Post p && p.channel().equals(channel)
                    ? Stream.of(p.card())
                    : Stream.<Card>empty())
        .findFirst()
        .orElseThrow();
  }

  private Case open() {
    return street.cases.values().stream().filter(Case::isOpen).findFirst().orElseThrow();
  }

  private void moved(Level level) {
    HelpRequest job = council.job();
    street.requests.put(job.id(), job.with(job.particulars().assessed(Assessed.byHand(level))));
  }

  private Tap giveBack() {
    return giveBack("C0ADVICE");
  }

  private Tap giveBack(String channel) {
    return street.sent.reversed().stream()
        .flatMap(
            o ->
                o instanceof Outgoing.Post p && p.channel().equals(channel)
                    ? p.card().choices().stream()
                    : Stream.empty())
        .map(c -> c.tap())
        .filter(t -> t.choice().equals("give-back"))
        .findFirst()
        .orElseThrow();
  }

  private void hands(String user, Tap tap, String words) {
    street.handsIn(council.slack(user), tap.encoded(), Map.of("reason", List.of(words)));
  }

  private void declines(String reason) {
    council.lead("decline " + council.job().id().reference() + " " + reason);
  }
}
