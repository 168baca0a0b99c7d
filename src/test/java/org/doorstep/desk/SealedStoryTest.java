package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.doorstep.bridge.Audit;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.cell.ACell;
import org.doorstep.cell.AreaContacts;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Contact;
import org.doorstep.cell.Officer;
import org.doorstep.cell.Safeguarding;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.place.Area;
import org.doorstep.talk.Tap;
import org.junit.jupiter.api.Test;

/** What is for the safeguarding people only, and who is called when none of them looks. */
class SealedStoryTest {

  static final String ON_CALL = "+447700900801";
  static final String PRIVATE = "C0SAFE";

  static final Safeguarding SAFE =
      new Safeguarding(
          List.of(new Officer("U0SAIRA", "Saira"), new Officer("U0TOBY", "Toby")),
          PRIVATE,
          Contact.bySms("Nasreen", ON_CALL),
          List.of(
              new AreaContacts(
                  new Area(List.of("LS6"), List.of()), List.of(Contact.inSlack("Rae", "U0RAE"))),
              new AreaContacts(
                  new Area(List.of("LS4"), List.of()), List.of(Contact.inSlack("Far", "U0FAR")))));

  private static final String WORDS = "please come, I have chest pain";

  private final Cell cell = ACell.hydePark().guardedBy(SAFE);
  private final Street street = new Street(new Desk(new FakeTalk(), new FakeUnderstanding()), cell);
  private final PersonId edna = street.resident("edna");
  private final PersonId priya = street.volunteer("priya", 100);

  @Test
  void itsCardHoldsNoWordsAndNoName() {
    street.people.put(edna, street.people.get(edna).named("Edna"));
    street.says(edna, WORDS);
    Outgoing.Post post = posts(PRIVATE).getFirst();
    assertThat(post.card().quote()).isNull();
    assertThat(post.card().toString() + post.card().lines() + post.card().title())
        .doesNotContain("chest")
        .doesNotContainIgnoringCase("edna");
    assertThat(street.theCase().isSealed()).isTrue();
    assertThat(mentioned()).containsExactly("U0SAIRA");
  }

  @Test
  void theOfficersHearOneLineAndNothingOfIt() {
    street.says(edna, WORDS);
    street.says(edna, "the chest pain is worse");
    street.writesInThread("U0SAIRA", street.theCase(), "I am on my way");
    List<Outgoing> theirs =
        street.sent.stream().filter(o -> channel(o).equals(cell.officersChannel())).toList();
    assertThat(theirs)
        .singleElement()
        .isInstanceOfSatisfying(
            Outgoing.Post.class,
            p -> {
              assertThat(p.card().title()).startsWith("safeguarding.notice");
              assertThat(p.card().lines()).isEmpty();
              assertThat(p.card().choices()).isEmpty();
              assertThat(p.about()).isEmpty();
            });
    assertThat(street.facts).noneMatch(f -> f.toString().contains("Case"));
  }

  @Test
  void withoutSafeguardingPeopleTheOfficersSeeItAsBefore() {
    Street before = new Street();
    PersonId tom = before.resident("tom");
    before.says(tom, WORDS);
    assertThat(before.theCase().isSealed()).isFalse();
    assertThat(before.card().quote()).isEqualTo(WORDS);
    assertThat(before.audits).extracting(Audit::kind).contains(Audit.Kind.OPENED);
  }

  @Test
  void whatTheyWriteComesIntoThePrivateThreadOnlyAlsoWhereAnotherCaseIsNewer() {
    street.says(edna, WORDS);
    street.says(edna, "human");
    street.says(edna, "he is back");
    assertThat(quoted("he is back")).containsExactly(PRIVATE);
    assertThat(street.sent)
        .filteredOn(o -> o instanceof Outgoing.InThread i && "he is back".equals(i.quote()))
        .allMatch(o -> !((Outgoing.InThread) o).text().contains("edna"));
  }

  @Test
  void showIsForTheSafeguardingPeopleAndEachLookIsWrittenDown() {
    street.says(edna, WORDS);
    press("U0AMINA", "show");
    assertThat(street.sent.getLast())
        .isInstanceOfSatisfying(
            Outgoing.Whisper.class, w -> assertThat(w.text()).startsWith("safeguarding.only-them"));
    press("U0TOBY", "show");
    assertThat(street.sent.getLast())
        .isInstanceOfSatisfying(
            Outgoing.Modal.class,
            m -> {
              assertThat(m.user()).isEqualTo("U0TOBY");
              assertThat(m.card().quote()).isEqualTo(WORDS);
              assertThat(m.about()).contains(edna);
            });
    assertThat(street.audits)
        .extracting(a -> a.kind() + " " + a.who())
        .contains("REFUSED U0AMINA", "SHOWN U0TOBY");
    assertThat(street.audits).noneMatch(a -> a.toString().contains("chest"));
  }

  @Test
  void anOfficerWhoIsNotOneOfThemCannotTakeCloseOrAnswerIt() {
    street.says(edna, WORDS);
    press("U0AMINA", "acknowledge");
    press("U0AMINA", "sorted");
    street.writesInThread("U0AMINA", street.theCase(), "hello, this is Amina");
    assertThat(street.theCase()).isInstanceOf(Case.Waiting.class);
    assertThat(street.told(edna)).doesNotContain("case.officer-says", "case.closed");
  }

  @Test
  void takingAnsweringAndClosingAreWrittenDownInTheirOrder() {
    street.says(edna, WORDS);
    press("U0SAIRA", "acknowledge");
    street.writesInThread("U0SAIRA", street.theCase(), "Are you alone?");
    press("U0SAIRA", "sorted");
    assertThat(street.told(edna)).contains("case.seen", "case.officer-says", "case.closed");
    assertThat(street.audits)
        .extracting(Audit::kind)
        .containsSubsequence(
            Audit.Kind.OPENED, Audit.Kind.TAKEN, Audit.Kind.REPLIED, Audit.Kind.CLOSED);
    assertThat(street.alarms.keySet()).noneMatch(key -> key.startsWith("unacknowledged/"));
  }

  @Test
  void theLadderEndsWithATextMessageThatIsSaidAgainAndAgainEverLater() {
    street.says(priya, "x");
    street.says(edna, "please");
    street.passes(Duration.ZERO);
    street.says(priya, "yes");
    street.says(priya, "I'm worried about him");
    assertThat(street.theCase().matter().reason()).isEqualTo(Reason.WORRIED);
    street.passes(Duration.ofMinutes(10));
    assertThat(mentioned()).containsExactly("U0SAIRA", "U0TOBY");
    street.passes(Duration.ofMinutes(10));
    assertThat(posts("U0RAE")).hasSize(1);
    assertThat(posts("U0FAR")).isEmpty();
    assertThat(texts()).isEmpty();
    street.passes(Duration.ofMinutes(10));
    assertThat(texts()).hasSize(1);
    // after 10, 20, 40, 80, 120, 120 … minutes
    street.passes(Duration.ofMinutes(10));
    assertThat(texts()).hasSize(2);
    street.passes(Duration.ofMinutes(20));
    assertThat(texts()).hasSize(3);
    street.passes(Duration.ofHours(24));
    assertThat(texts()).hasSizeBetween(14, 17);
    assertThat(texts()).allMatch(t -> t.number().equals(ON_CALL));
    assertThat(texts()).noneMatch(t -> t.text().contains("worried") || t.text().contains("edna"));
  }

  @Test
  void aWordInReplyToTheTextMessageTakesItAndTellsTheChannel() {
    PersonId nasreen = street.writesFrom("nasreen", Address.sms(ON_CALL));
    street.says(edna, WORDS);
    street.says(nasreen, "TAKE");
    assertThat(street.theCase()).isInstanceOf(Case.Waiting.class); // nobody has called her yet
    street.passes(Duration.ofMinutes(40)); // nobody knows where edna lives: all contacts come first
    street.says(nasreen, "TAKE");
    assertThat(street.theCase()).isInstanceOf(Case.Acknowledged.class);
    assertThat(street.told(nasreen)).endsWith("safeguarding.call-thanks");
    assertThat(street.lines()).anyMatch(l -> l.startsWith("safeguarding.taken-outside"));
    assertThat(street.told(edna)).doesNotContain("case.seen");
    int before = texts().size();
    street.passes(Duration.ofHours(5));
    assertThat(texts()).hasSize(before);
    assertThat(street.audits).extracting(a -> a.kind() + " " + a.who()).contains("TAKEN Nasreen");
  }

  @Test
  void aNamedContactInSlackTakesItWithATap() {
    PersonId rae = street.writesFrom("rae", Address.slack("U0RAE"));
    street.says(edna, "please");
    street.passes(Duration.ZERO);
    street.says(priya, "yes");
    street.says(edna, "I have chest pain");
    street.passes(Duration.ofMinutes(20));
    Tap take = new Tap("safeguarding", 1, "call-sealed", "acknowledge", theCase().id().value());
    street.picks(rae, take);
    assertThat(theCase()).isInstanceOf(Case.Acknowledged.class);
    street.picks(rae, take);
    assertThat(street.told(rae))
        .containsExactly("safeguarding.call-thanks", "safeguarding.call-over");
  }

  @Test
  void somebodyElsesWordTakesNothing() {
    PersonId stranger = street.writesFrom("stranger", Address.sms("+447700900899"));
    street.says(edna, WORDS);
    street.passes(Duration.ofMinutes(40));
    street.says(stranger, "TAKE");
    assertThat(street.theCase()).isInstanceOf(Case.Waiting.class);
  }

  @Test
  void whereSlackCannotBeReachedTheTextMessageGoesAtOnceAndOnce() {
    street.says(edna, WORDS);
    street.isNotPosted(Cases.anchor(street.theCase()));
    assertThat(texts()).hasSize(1);
    street.isNotPosted(Cases.anchor(street.theCase()));
    assertThat(texts()).hasSize(1);
    street.passes(Duration.ofMinutes(10));
    assertThat(texts()).hasSize(2);
    assertThat(street.audits).extracting(Audit::kind).contains(Audit.Kind.UNPOSTED);
  }

  @Test
  void aCaseThatOfficersLeaveLyingWalksTheNamedContactsRoundAndRound() {
    street.says(edna, "human");
    street.passes(Duration.ofMinutes(20));
    assertThat(mentioned()).containsExactly("U0AMINA", "U0DEREK");
    assertThat(posts("U0RAE")).hasSize(1); // nobody knows where edna lives …
    street.passes(Duration.ofMinutes(10));
    assertThat(posts("U0FAR")).hasSize(1); // … so that all are asked in turn
    street.passes(Duration.ofMinutes(10));
    assertThat(mentioned()).endsWith("U0AMINA");
    assertThat(texts()).isEmpty();
  }

  private Case theCase() {
    return street.cases.values().stream().filter(Case::isSealed).findFirst().orElseThrow();
  }

  private void press(String user, String choice) {
    street.presses(
        user, new Tap("safeguarding", 1, "card", choice, theCase().id().value()).encoded());
  }

  private List<Outgoing.TextMessage> texts() {
    return street.sent.stream()
        .flatMap(o -> o instanceof Outgoing.TextMessage t ? Stream.of(t) : Stream.of())
        .toList();
  }

  private List<Outgoing.Post> posts(String channel) {
    return street.sent.stream()
        .flatMap(o -> o instanceof Outgoing.Post p ? Stream.of(p) : Stream.of())
        .filter(p -> p.channel().equals(channel))
        .toList();
  }

  private List<String> mentioned() {
    return street.sent.stream()
        .flatMap(o -> o instanceof Outgoing.InThread i ? Stream.ofNullable(i.mention()) : null)
        .toList();
  }

  private List<String> quoted(String words) {
    return street.sent.stream()
        .flatMap(o -> o instanceof Outgoing.InThread i ? Stream.of(i) : Stream.of())
        .filter(i -> words.equals(i.quote()))
        .map(Outgoing.InThread::channel)
        .toList();
  }

  static String channel(Outgoing outgoing) {
    return switch (outgoing) {
      case Outgoing.Post p -> p.channel();
      case Outgoing.Repost p -> p.channel();
      case Outgoing.InThread p -> p.channel();
      case Outgoing.Whisper w -> "";
      case Outgoing other -> "";
    };
  }
}
