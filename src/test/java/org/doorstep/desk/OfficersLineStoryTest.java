package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.cell.ACell;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The open line: each its own thread, quiet while a human talks, and honest when nobody reads. */
@NullUnmarked
class OfficersLineStoryTest {

  private static final Desk DESK = new Desk(ShippedTalk.load(), ShippedTalk.understanding());

  private final Street street = new Street(DESK);
  private final PersonId edna = street.resident("edna");
  private final PersonId sam = street.volunteer("Sam", 100);
  private final PersonId amina = street.writesFrom("amina", Address.slack("U0AMINA"));
  private final PersonId joan = street.writesFrom("Joan", Address.whatsapp(ACell.JOANS_NUMBER));

  // ---- each its own thread

  @Test
  void aLeadWritesToTheOfficersAndTheAnswerComesBackToThem() {
    street.says(joan, "officer can we have the church hall on Sunday?");
    Case theirs = of(joan);
    assertThat(theirs.matter().reason()).isEqualTo(Reason.FROM_A_LEAD);
    assertThat(theirs.matter().words()).isEqualTo("can we have the church hall on Sunday?");
    assertThat(street.told(joan)).containsExactly("officers.lead-sent");
    street.writesInThread("U0AMINA", theirs, "Yes, from ten.");
    assertThat(last(joan)).contains("Amina:\nYes, from ten.");
    street.says(joan, "board");
    assertThat(street.told(joan)).endsWith("group.board-empty");
    street.says(joan, "tell the officers thank you");
    assertThat(street.cases).hasSize(1);
    assertThat(quotes(theirs)).containsExactly("thank you");
  }

  @Test
  void whoRunsNoGroupGivesNoSuchOrder() {
    street.says(edna, "officer please, my bin was not emptied");
    assertThat(street.told(edna)).doesNotContain("officers.lead-sent", "group.not-a-lead");
  }

  @Test
  void aVolunteersThreadIsNotTheResidents() {
    asks();
    street.passes(Duration.ZERO);
    street.says(sam, "yes");
    street.says(edna, "human");
    street.says(sam, "human");
    Case ednas = of(edna);
    Case sams = of(sam);
    assertThat(ednas.matter().request()).isEqualTo(sams.matter().request()).isNotNull();
    street.says(edna, "I need it sooner");
    street.says(sam, "the shop is shut");
    assertThat(quotes(ednas)).containsExactly("I need it sooner");
    assertThat(quotes(sams)).containsExactly("the shop is shut");
    street.writesInThread("U0AMINA", sams, "Try Otley Road");
    assertThat(last(sam)).contains("Try Otley Road");
    assertThat(street.told(edna)).doesNotContain("case.officer-says");
  }

  // ---- quiet while a human talks

  @Test
  void theLineIsHandedBackByAButtonAndTakenUpAgainByWriting() {
    street.says(edna, "human");
    street.writesInThread("U0AMINA", of(edna), "Hello Edna");
    assertThat(street.card().choices()).extracting(c -> c.tap().choice()).contains("hand-back");
    press("U0AMINA", "hand-back");
    press("U0AMINA", "hand-back");
    assertThat(street.told(edna).stream().filter("officers.handed-back"::equals)).hasSize(1);
    assertThat(street.lines()).last().asString().contains("The assistant answers them again");
    assertThat(of(edna)).isInstanceOf(Case.Acknowledged.class);
    street.says(edna, "I need shopping");
    assertThat(street.told(edna).getLast()).startsWith("request-help.");
    street.writesInThread("U0AMINA", of(edna), "One more thing");
    street.says(edna, "yes?");
    assertThat(quotes(of(edna))).containsExactly("yes?");
  }

  @Test
  void afterAQuietTimeTheAssistantAnswersAgainAndBothAreTold() {
    street.says(edna, "human");
    street.writesInThread("U0AMINA", of(edna), "Hello Edna");
    street.passes(Duration.ofHours(4));
    street.says(edna, "hello");
    street.passes(Duration.ofHours(11));
    assertThat(street.told(edna)).doesNotContain("officers.handed-back");
    street.passes(Duration.ofHours(1));
    assertThat(street.told(edna)).endsWith("officers.handed-back");
    assertThat(street.lines()).last().asString().contains("Nobody has written here for a while");
    assertThat(street.people.get(edna).quietUntilReleased()).isFalse();
    street.passes(Duration.ofDays(2));
    assertThat(street.told(edna).stream().filter("officers.handed-back"::equals)).hasSize(1);
  }

  @Test
  void aClosedCaseIsNotHandedBackOnceMore() {
    street.says(edna, "human");
    street.writesInThread("U0AMINA", of(edna), "Hello Edna");
    press("U0AMINA", "sorted");
    street.passes(Duration.ofDays(1));
    assertThat(street.told(edna)).endsWith("case.closed");
  }

  // ---- nobody reads it just now

  @Test
  void whoWritesToAnOfficerWhoIsOffDutyIsToldSoOnceAndTheStandInIsCalled() {
    street.says(edna, "human");
    street.writesInThread("U0AMINA", of(edna), "Hello Edna");
    street.says(amina, "off duty until Friday, Derek stands in");
    street.says(edna, "are you there?");
    assertThat(last(edna))
        .contains("Amina is off duty until", "Derek reads what you write here", "999")
        .doesNotContain("It is late");
    assertThat(street.lines()).last().asString().contains("writes:");
    assertThat(mentioned()).endsWith("U0DEREK");
    int told = street.told(edna).size();
    street.says(edna, "hello?");
    assertThat(street.told(edna)).hasSize(told);
    street.says(amina, "on duty");
    street.passes(Duration.ofHours(9));
    street.writesInThread("U0AMINA", of(edna), "Back again");
    street.says(edna, "good");
    assertThat(street.told(edna)).endsWith("case.officer-says");
  }

  @Test
  void whoWritesAtNightIsToldWhenItWillBeRead() {
    street.says(edna, "human");
    street.writesInThread("U0AMINA", of(edna), "Hello Edna");
    street.passes(Duration.ofHours(11));
    street.says(edna, "I cannot sleep");
    assertThat(last(edna)).contains("It is late", "Amina", "07:30", "999");
    street.writesInThread("U0AMINA", of(edna), "I am still up");
    street.says(edna, "oh good");
    assertThat(street.told(edna)).endsWith("case.officer-says");
  }

  // ---- photos and documents

  @Test
  void aPhotoGoesIntoTheThreadAndWhatDoesNotGetThereIsSaidToBoth() {
    street.says(edna, "human");
    street.sends(edna, new Content("", null, null, null, List.of(Content.Kind.IMAGE), "MM1/ME1"));
    Outgoing.Attachment file =
        street.sent.stream()
            .filter(Outgoing.Attachment.class::isInstance)
            .map(Outgoing.Attachment.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(file.file()).isEqualTo("MM1/ME1");
    assertThat(file.anchor()).isEqualTo(Cases.anchor(of(edna)));
    assertThat(file.about()).containsExactly(edna);
    assertThat(street.told(edna)).doesNotContain("common.media-image");
    assertThat(street.lines()).last().asString().contains("sends:");
    Dossier.Sent sent = new Dossier.Sent(file.id(), edna, null, null, null);
    street.reported(file.id(), DeliveryStatus.FAILED, sent);
    assertThat(street.told(edna)).endsWith("officers.file-not-passed");
    assertThat(street.lines()).last().asString().contains("could not pass on");
  }

  @Test
  void itGoesNowhereWhileNobodyTalksWithThem() {
    Content photo = new Content("", null, null, null, List.of(Content.Kind.IMAGE), "MM1/ME1");
    street.sends(edna, photo);
    assertThat(street.told(edna)).contains("common.media-image");
    street.says(edna, "human");
    press("U0AMINA", "acknowledge");
    press("U0AMINA", "hand-back");
    street.sends(edna, photo);
    assertThat(street.sent).noneMatch(Outgoing.Attachment.class::isInstance);
  }

  @Test
  void itsWordsGoWithIt() {
    street.says(edna, "human");
    street.sends(
        edna, new Content("my boiler", null, null, null, List.of(Content.Kind.IMAGE), "MM1/ME1"));
    assertThat(quotes(of(edna))).containsExactly("my boiler");
    assertThat(street.sent).anyMatch(Outgoing.Attachment.class::isInstance);
  }

  @Test
  void anotherLanguageIsShownOnTheCard() {
    street.people.computeIfPresent(edna, (id, p) -> p.reading("pl"));
    street.says(edna, "human");
    assertThat(street.card().lines()).contains("Writes in Polish");
    street.says(sam, "human");
    assertThat(street.card().lines()).noneMatch(line -> line.startsWith("Writes in"));
  }

  // ---- what it is all read from

  private void asks() {
    street.says(edna, "I need my prescription from Boots today, LS6 3HN");
    for (int i = 0; i < 6 && street.requests.isEmpty(); i++) {
      street.says(edna, street.told(edna).getLast().endsWith("confirm") ? "yes" : "skip");
    }
  }

  private Case of(PersonId person) {
    return street.cases.values().stream()
        .filter(c -> c.person().equals(person))
        .findFirst()
        .orElseThrow();
  }

  private List<String> quotes(Case theCase) {
    return street.sent.stream()
        .filter(o -> o instanceof Outgoing.InThread t && t.anchor().equals(Cases.anchor(theCase)))
        .map(o -> ((Outgoing.InThread) o).quote())
        .filter(q -> q != null)
        .toList();
  }

  private List<String> mentioned() {
    return street.sent.stream()
        .filter(Outgoing.InThread.class::isInstance)
        .map(o -> ((Outgoing.InThread) o).mention())
        .filter(m -> m != null)
        .toList();
  }

  private String last(PersonId who) {
    return street.letters(who).getLast().utterance().text();
  }

  private void press(String user, String choice) {
    street.presses(user, new Tap("case", 1, "card", choice, of(edna).id().value()).encoded());
  }
}
