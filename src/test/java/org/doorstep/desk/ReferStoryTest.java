package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.doorstep.cell.AResponse;
import org.doorstep.cell.Model;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.Referred;
import org.doorstep.people.Channel;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The council refers a resident to a group, and hears all that becomes of it. */
@NullUnmarked
class ReferStoryTest {

  private static final PersonId MARY = new PersonId("+447700900123");

  private Council council = new Council();
  private Street street = council.street;

  @Test
  void whoIsOnlyRungIsNeverWrittenTo() {
    council.refers("U0PRIYA", Council.form());
    assertThat(street.told(council.sam)).endsWith("job.offered");
    street.taps(council.sam, council.job(), "take");
    street.says(council.sam, "which bread?");
    street.passes(Duration.ofHours(1));
    street.taps(council.sam, council.job(), "done");
    street.passes(Duration.ofHours(30));
    assertThat(council.job()).isInstanceOf(HelpRequest.Closed.class);
    assertThat(street.people.get(MARY).address().channel()).isEqualTo(Channel.PHONE);
    assertThat(street.letters(MARY)).isEmpty();
  }

  @Test
  void theCallTakerIsToldWhatToSayAndWhen() {
    council.refers("U0PRIYA", Council.form());
    street.taps(council.sam, council.job(), "take");
    assertThat(council.thread())
        .anyMatch(line -> line.contains("Sam has taken it. You may tell Mary"))
        .anyMatch(
            line ->
                line.contains("Please ring Mary")
                    && line.contains("+447700900123")
                    && line.contains("Good news: Sam can help"));
    assertThat(council.thread().toString()).doesNotContain("Not before", "Just write here");
    street.now = street.now.plus(Duration.ofHours(11)); // 23:00
    street.says(council.sam, "which of the bells?");
    assertThat(council.thread().getLast())
        .contains("The volunteer asks Mary something", "Not before: tomorrow at 07:30")
        .contains("which of the bells?");
  }

  @Test
  void whatIsWrittenInTheThreadGoesToTheVolunteer() {
    council.refers("U0PRIYA", Council.form());
    write("U0PRIYA", "she likes brown bread");
    assertThat(council.thread().getLast()).contains("Nobody has it yet");
    street.taps(council.sam, council.job(), "take");
    write("U0PRIYA", "she likes brown bread");
    assertThat(council.last(council.sam))
        .contains("Priya writes for Mary", "brown bread", "is read by Priya");
    int told = street.letters(council.sam).size();
    write("U0PRIYA", "// between us");
    write("U0STRANGER", "hello");
    assertThat(street.letters(council.sam)).hasSize(told);
    assertThat(council.thread().getLast()).contains("Only whoever may refer here");
  }

  @Test
  void whetherItArrivedIsAskedOfTheCallTakerByButtons() {
    council.refers("U0PRIYA", Council.form());
    street.taps(council.sam, council.job(), "take");
    assertThat(council.buttons()).containsExactly("cancel");
    street.taps(council.sam, council.job(), "done");
    assertThat(council.job()).isInstanceOf(Delivered.class);
    street.passes(Duration.ofMinutes(30));
    assertThat(council.thread().getLast()).contains("press their answer", "Did it arrive?");
    assertThat(council.buttons()).containsExactly("arrived", "not-arrived");
    Card asked = council.card();
    council.press("U0STRANGER", "arrived");
    assertThat(council.job()).isInstanceOf(Delivered.class);
    council.press("U0PRIYA", "not-arrived");
    assertThat(council.job()).isInstanceOf(HelpRequest.Seeking.class);
    assertThat(council.thread()).anyMatch(l -> l.contains("Mary says that it did not arrive"));
    council.press("U0PRIYA", asked, "arrived");
    assertThat(council.whispers()).last().asString().contains("settled already");
    street.passes(Duration.ofMinutes(1));
    street.taps(council.sam, council.job(), "take");
    street.taps(council.sam, council.job(), "done");
    council.press("U0AMINA", "arrived");
    assertThat(((HelpRequest.Closed) council.job()).outcome())
        .isEqualTo(HelpRequest.Closed.Outcome.ARRIVED);
    assertThat(street.told(council.sam)).endsWith("feedback.thanks-volunteer");
    assertThat(council.thread().getLast()).contains("It arrived, and Sam has been thanked");
    assertThat(council.buttons()).isEmpty();
  }

  @Test
  void onWhatsAppTheGroupItselfWritesToTheResident() {
    council.refers("U0AMINA", Council.form("contact", "whatsapp"));
    Person mary = street.people.get(MARY);
    assertThat(mary.address().channel()).isEqualTo(Channel.WHATSAPP);
    assertThat(mary.name()).isEqualTo("Mary");
    Outgoing.ToPerson first = street.letters(MARY).getFirst();
    assertThat(first.utterance().text())
        .startsWith("Hello, this is Hyde Park Neighbours")
        .contains("Amina", "Shopping");
    assertThat(first.whenClosed()).isEqualTo(Outgoing.ToPerson.WhenClosed.TEMPLATE);
    assertThat(first.utterance().template().name()).isEqualTo("referred");
    street.taps(council.sam, council.job(), "take");
    assertThat(street.told(MARY)).hasSizeGreaterThan(1);
    assertThat(council.thread().toString()).doesNotContain("Please ring", "900123");
    assertThat(council.buttons()).containsExactly("cancel");
    street.says(MARY, "thank you, the bell is broken");
    assertThat(council.last(council.sam)).contains("the bell is broken");
  }

  @Test
  void whoSaidStopIsRung() {
    PersonId edna = street.resident("edna");
    Person stopped =
        new Person(
            MARY,
            org.doorstep.people.Address.whatsapp("+447700900123"),
            null,
            "en",
            street.now,
            null,
            true,
            null,
            false,
            null,
            java.util.Set.of(),
            org.doorstep.people.Ties.NONE,
            org.doorstep.people.Membership.NONE,
            org.doorstep.people.Agreements.NONE);
    street.people.remove(edna);
    street.people.put(MARY, stopped);
    council.refers("U0AMINA", Council.form("contact", "whatsapp"));
    assertThat(street.letters(MARY)).isEmpty();
    assertThat(council.last(new PersonId("U0AMINA"))).contains("please ring them");
    assertThat(in().contact()).isEqualTo(Referred.Contact.PHONE);
  }

  @Test
  void howTheConsentWasGivenIsKeptWithTheVersionOfItsWords() {
    council.refers("U0PRIYA", Council.form("consent", "best-interests"));
    assertThat(in().consent()).isEqualTo(Referred.Consent.BEST_INTERESTS);
    assertThat(in().words()).isEqualTo(Refer.WORDS);
    assertThat(in().at()).isEqualTo(street.now);
    assertThat(Council.text(council.card())).contains("could not be asked, in an emergency");
  }

  @Test
  void withoutConsentNothingIsPassedOn() {
    assertThat(ReferForm.faults(Council.form("consent", "not-yet")))
        .containsExactlyEntriesOf(java.util.Map.of("consent", "refer.fault-consent"));
    council.refers("U0PRIYA", Council.form("consent", "not-yet"));
    assertThat(street.requests).isEmpty();
  }

  @Test
  void onlyThoseWhomTheFileNamesRefer() {
    council.refers("U0STRANGER", Council.form());
    assertThat(street.requests).isEmpty();
    assertThat(council.last(new PersonId("U0STRANGER"))).contains("The link officer can help");
  }

  @Test
  void aPlaceOutsideOrUnknownIsSaidAndTheNoteGivenBack() {
    for (String place : List.of("LS6", "ZZ1 1ZZ", "M1 1AE")) {
      council.refers("U0PRIYA", Council.form("place", place));
      assertThat(street.requests).isEmpty();
      assertThat(council.last(new PersonId("U0PRIYA")))
          .contains("nothing was passed on", "blue door");
    }
    assertThat(council.last(new PersonId("U0PRIYA"))).contains("M1 1AE is outside our area");
  }

  @Test
  void aPartnerHearsOfItInItsOwnChannel() {
    council = new Council(AResponse.with(Model.DIRECT));
    street = council.street;
    council.refers("U0HUB", Council.form());
    assertThat(council.texts("C0HUB")).anyMatch(text -> text.contains("Referred by St Chad's Hub"));
    assertThat(council.texts("C0OFFICERS")).isEmpty();
    street.taps(council.sam, council.job(), "take");
    assertThat(council.texts("C0HUB")).anyMatch(text -> text.contains("Sam has taken it"));
    council.press("U0PRIYA", "cancel");
    assertThat(council.job()).as("another channel's").isInstanceOf(HelpRequest.Claimed.class);
    council.press("U0AMINA", "cancel");
    assertThat(council.job()).as("an officer may").isInstanceOf(HelpRequest.Closed.class);
    assertThat(council.thread().getLast()).contains("It is not needed any more");
  }

  @Test
  void nothingPersonalIsInAGroupsChannel() {
    for (String contact : List.of("phone", "whatsapp", "through-me")) {
      council = new Council();
      street = council.street;
      council.refers("U0PRIYA", Council.form("contact", contact));
      street.taps(council.sam, council.job(), "take");
      street.says(council.sam, "on my way");
      write("U0PRIYA", "ring the lower bell");
      street.taps(council.sam, council.job(), "drop");
      street.passes(Duration.ofHours(3));
      council.lead("decline " + council.job().id().reference() + " too far");
      assertThat(council.texts("C0GROUP")).isNotEmpty();
      assertThat(String.join("\n", council.texts("C0GROUP")))
          .contains("Referred by Priya")
          .doesNotContain("Mary", "Ash Grove", "LS6 3HN", "900123", "blue door", "lower bell");
      assertThat(council.texts("C0OFFICERS").toString())
          .doesNotContain("Ash Grove", "LS6 3HN", "blue door");
    }
  }

  @Test
  void moreThanNeighboursCanDoGoesWhereItsLevelSaysWithTheirYes() {
    council = new Council(AResponse.with(Model.DIRECT));
    street = council.street;
    council.refers("U0PRIYA", Council.form("needs", "money"));
    assertThat(council.job()).isInstanceOf(InTriage.class);
    assertThat(council.thread())
        .anyMatch(l -> l.contains("asked whether it may be passed on to Advice Leeds"))
        .anyMatch(l -> l.contains("press their answer") && l.contains("May I pass it on"));
    assertThat(council.buttons()).containsExactly("agrees", "does-not", "cancel");
    assertThat(council.texts("C0ADVICE")).isEmpty();
    council.press("U0PRIYA", "agrees");
    assertThat(council.texts("C0ADVICE")).isNotEmpty();
    assertThat(council.thread()).anyMatch(l -> l.contains("It is with"));
  }

  @Test
  void aHubLooksAtItFirstWhereItDoesForOthers() {
    council = new Council(AResponse.with(Model.HUBS));
    street = council.street;
    council.refers("U0PRIYA", Council.form());
    assertThat(council.job()).isInstanceOf(InTriage.class);
    assertThat(council.thread()).first().asString().contains("St Chad's Hub looks at it first");
    street.passes(Duration.ofMinutes(20));
    assertThat(council.thread()).anyMatch(l -> l.contains("are being asked") || l.contains("now."));
  }

  @Test
  void nobodySaysYesAndAnOfficerHearsOfItInTheUsualWay() {
    council.refers("U0PRIYA", Council.form());
    street.passes(Duration.ofHours(8));
    assertThat(council.thread()).anyMatch(l -> l.contains("Nobody has said yes so far"));
    assertThat(street.cases).hasSize(1);
    street.presses("U0AMINA", caseTap("sorted"));
    assertThat(council.thread()).anyMatch(l -> l.contains("An officer has seen to it"));
  }

  @Test
  void wordsOfDangerAreNotForVolunteersAndWhoeverWroteThemIsTold() {
    council.refers("U0PRIYA", Council.form("note", "she says she wants to kill herself"));
    assertThat(council.thread()).anyMatch(l -> l.contains("sounds like danger"));
    street.taps(council.sam, council.job(), "take");
    assertThat(council.last(council.sam)).doesNotContain("kill");
  }

  @Test
  void noLessIsToldWhereSeveralThingsAreNeeded() {
    var form = Council.form();
    form.put("needs", List.of("shopping", "dog-walking"));
    council.refers("U0PRIYA", form);
    assertThat(street.requests).hasSize(2);
    long posts =
        street.sent.stream()
            .filter(o -> o instanceof Outgoing.Post p && ReferThread.isIts(p.anchor()))
            .count();
    assertThat(posts).isEqualTo(2);
  }

  @Test
  void whatIsForgottenLeavesNothingInThePost() {
    council.refers("U0AMINA", Council.form("contact", "whatsapp"));
    street.says(MARY, "forget me");
    street.says(MARY, "yes");
    assertThat(street.requests).isEmpty();
    assertThat(council.thread().getLast()).contains("They asked to be forgotten");
    assertThat(Council.text(council.card())).doesNotContain("Mary");
  }

  private Referred in() {
    return council.job().particulars().crossed().in();
  }

  private void write(String user, String text) {
    street.writesUnder(user, ReferThread.anchor(council.job()), text);
  }

  private String caseTap(String choice) {
    return new org.doorstep.talk.Tap("case", 1, "card", choice, street.theCase().id().value())
        .encoded();
  }
}
