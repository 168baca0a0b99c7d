package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.CaseId;
import org.doorstep.bridge.Reason;
import org.doorstep.cell.ACell;
import org.doorstep.cell.AResponse;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Group;
import org.doorstep.cell.Model;
import org.doorstep.cell.Stance;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Choice;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Officers at home in Slack: their page, the same in words, search, and being off duty. */
@NullUnmarked
class CaseworkerStoryTest {

  private static final Desk DESK = new Desk(ShippedTalk.load(), ShippedTalk.understanding());

  /** What changes is on the officers' pages by then. */
  private static final Duration SHORTLY = Duration.ofSeconds(11);

  private final Street street = new Street(DESK, ACell.twoGroups());
  private final PersonId edna = street.resident("edna");
  private final PersonId tom = street.resident("tom");
  private final PersonId amina = street.writesFrom("amina", Address.slack("U0AMINA"));
  private final PersonId derek = street.writesFrom("derek", Address.slack("U0DEREK"));
  private final PersonId joan = street.writesFrom("Joan", Address.whatsapp(ACell.JOANS_NUMBER));

  // ---- the page

  @Test
  void whatWaitsStandsThereTheMostSeriousFirstThenTheOldest() {
    street.says(tom, "human");
    street.passes(Duration.ofMinutes(5));
    street.says(edna, "I have chest pain and cannot breathe");
    street.passes(Duration.ofMinutes(2));
    String page = texts(street.opensHome(amina));
    assertThat(page).contains("Waiting for somebody: 2", "Waiting for 7 min");
    assertThat(page.indexOf("Danger")).isLessThan(page.indexOf("Somebody asked for a person"));
    assertThat(page).doesNotContain("edna", "tom", "chest pain");
    assertThat(choices(street.home(amina))).contains("acknowledge", "thread", "away", "search");
  }

  @Test
  void whatSomebodyTakesThereIsTheirsAndIsClosedThere() {
    street.says(edna, "human");
    street.picks(amina, tap(street.opensHome(amina), "acknowledge"));
    assertThat(street.theCase()).isInstanceOf(Case.Acknowledged.class);
    street.passes(Duration.ofSeconds(1));
    assertThat(texts(street.home(amina))).contains("You have: 1", "Waiting for somebody: 0");
    street.opensHome(derek);
    street.passes(Duration.ofMinutes(30));
    street.says(edna, "are you there?");
    street.passes(Duration.ofMinutes(3));
    assertThat(texts(street.opensHome(amina))).contains("Nobody has written for 3 min");
    street.picks(amina, tap(street.home(amina), "sorted"));
    assertThat(street.theCase()).isInstanceOf(Case.Closed.class);
    street.passes(SHORTLY);
    assertThat(texts(street.home(amina))).contains("You have nothing in hand");
  }

  @Test
  void aButtonPressedTwiceOrTooLateIsAnsweredAndDoesNothing() {
    street.says(edna, "human");
    Tap take = tap(street.opensHome(amina), "acknowledge");
    street.opensHome(derek);
    street.picks(amina, take);
    street.picks(derek, take);
    assertThat(((Case.Acknowledged) street.theCase()).officer()).isEqualTo("U0AMINA");
    assertThat(street.told(derek)).containsExactly("case.already-acknowledged");
    street.picks(amina, take);
    assertThat(street.told(edna).stream().filter("case.seen"::equals)).hasSize(1);
    street.passes(Duration.ofSeconds(1));
    Tap close = tap(street.home(amina), "sorted");
    street.picks(amina, close);
    street.picks(amina, close);
    assertThat(street.told(edna).stream().filter("case.closed"::equals)).hasSize(1);
    assertThat(street.told(amina)).endsWith("case.already-closed");
  }

  @Test
  void nobodyElseTakesACaseByItsButton() {
    street.says(edna, "human");
    street.picks(joan, tap(street.opensHome(amina), "acknowledge"));
    assertThat(street.theCase()).isInstanceOf(Case.Waiting.class);
    assertThat(street.told(joan)).containsExactly("common.closed");
  }

  @Test
  void aButtonLeadsToTheThread() {
    street.says(edna, "human");
    street.picks(amina, tap(street.opensHome(amina), "thread"));
    Outgoing.InThread line = (Outgoing.InThread) last(Outgoing.InThread.class);
    assertThat(line.mention()).isEqualTo("U0AMINA");
    assertThat(line.anchor()).isEqualTo(Cases.anchor(street.theCase()));
  }

  @Test
  void pagesOfOfficersFollowWhatOthersDoAndNotMoreOftenThanEveryTenSeconds() {
    street.opensHome(amina);
    int before = homes();
    for (int i = 0; i < 20; i++) {
      street.says(street.resident("r" + i), "human");
      street.passes(Duration.ofMillis(400));
    }
    street.passes(SHORTLY);
    assertThat(texts(street.home(amina))).contains("Waiting for somebody: 20");
    assertThat(homes() - before).isBetween(1, 2);
  }

  @Test
  void tenStandThereAndTheRestIsPagedThrough() {
    for (int i = 0; i < 24; i++) {
      street.says(street.resident("r" + i), "human");
      street.passes(Duration.ofMinutes(1));
    }
    HomeTab first = street.opensHome(amina);
    assertThat(texts(first)).contains("And 14 more.");
    assertThat(choices(first).stream().filter("acknowledge"::equals)).hasSize(10);
    street.picks(amina, tap(first, "more"));
    street.picks(amina, tap(street.home(amina), "more"));
    HomeTab last = street.home(amina);
    assertThat(choices(last).stream().filter("acknowledge"::equals)).hasSize(4);
    assertThat(texts(last)).contains("That was all.").doesNotContain("more.");
    street.picks(amina, tap(last, "more"));
    assertThat(texts(street.home(amina))).contains("And 14 more.");
  }

  @Test
  void theGroupsStandThereWithWhoRunsThemTheirStanceAndHowTheyAre() {
    asks(edna, "I need my prescription from Boots today, LS6 3HN");
    assertThat(texts(street.opensHome(amina)))
        .contains(
            "Hyde Park Neighbours",
            "Run by Joan. Referrals flow, with consent.",
            "looking for somebody 1, taken 0",
            "Burley Students");
  }

  // ---- visibility

  @Test
  void whoAnswersForAPartnerSeesWhatCameToItAndNothingElse() {
    Street hubs = new Street(DESK, ACell.hydePark().responding(AResponse.with(Model.DIRECT)));
    PersonId nisha = hubs.writesFrom("nisha", Address.slack("U0ADVICE"));
    for (int i = 0; i < 2; i++) {
      PersonId resident = hubs.resident("r" + i);
      Case.Matter matter =
          new Case.Matter(
              new CaseId("cabcdef" + i),
              Reason.REFERRAL,
              resident,
              null,
              null,
              hubs.now,
              i == 0 ? "advice" : null);
      hubs.cases.put(matter.id().value(), Case.open(matter));
    }
    HomeTab page = hubs.opensHome(nisha);
    assertThat(texts(page)).contains("Waiting for somebody: 1").doesNotContain("Run by");
    Tap others = new Tap("officers", 1, "waiting-case", "acknowledge", "cabcdef1");
    hubs.picks(nisha, others);
    assertThat(hubs.cases.get("cabcdef1")).isInstanceOf(Case.Waiting.class);
    hubs.picks(nisha, tap(page, "acknowledge"));
    assertThat(hubs.cases.get("cabcdef0")).isInstanceOf(Case.Acknowledged.class);
    hubs.says(nisha, "find money");
    hubs.says(nisha, "groups");
    assertThat(hubs.told(nisha))
        .containsExactly("common.closed", "officers.found-none", "officers.help-partner");
  }

  // ---- in words

  @Test
  void theSameIsToldInWordsWithSynonymsAndSlips() {
    street.says(edna, "human");
    for (String words : List.of("waiting", "cases", "what is waiting", "wating", "Open cases!")) {
      street.says(amina, words);
      assertThat(text(amina, "officers.list-waiting")).contains("1. Somebody asked for a person");
    }
    press("U0AMINA", "acknowledge");
    street.says(amina, "my cases");
    assertThat(text(amina, "officers.list-mine")).contains("You have 1:");
    street.says(amina, "groups");
    assertThat(text(amina, "officers.list-groups")).contains("Burley Students\nRun by Kim.");
    street.says(amina, "help");
    assertThat(street.told(amina)).endsWith("officers.help");
    street.says(derek, "mine");
    assertThat(street.told(derek)).endsWith("officers.mine-none");
  }

  @Test
  void toEverybodyElseTheyAreNoOrders() {
    street.says(joan, "mine");
    street.says(edna, "find me somebody who walks my dog");
    street.says(edna, "away on holiday");
    assertThat(street.told(joan)).noneMatch(id -> id.startsWith("officers."));
    assertThat(street.told(edna)).noneMatch(id -> id.startsWith("officers."));
  }

  // ---- search

  @Test
  void whatIsOpenIsFoundByPostcodeNeedLettersNumberAndFirstName() {
    street.people.computeIfPresent(edna, (id, p) -> p.named("Edna Moss"));
    asks(edna, "I need my prescription from Boots today, LS6 3HN");
    String letters = street.theRequest().id().reference();
    street.says(amina, "board");
    for (String by : List.of("LS6", "ls6 3", "LS63HN", "medicine", letters, "1", "edna")) {
      street.says(amina, "find " + by);
      assertThat(text(amina, "officers.found")).as(by).contains("Prescription, LS6");
    }
    assertThat(text(amina, "officers.found")).startsWith("Found for \"edna\", 1:\n\nEdna Moss");
    for (String by : List.of("LS6 4", "LS", "shopping", "ed", "2", "Moss")) {
      street.says(amina, "find " + by);
      assertThat(street.told(amina)).as(by).endsWith("officers.found-none");
    }
  }

  @Test
  void aGroupAtArmsLengthLetsNobodysNameOut() {
    Street far = new Street(DESK, atArmsLength());
    PersonId officer = far.writesFrom("amina", Address.slack("U0AMINA"));
    PersonId resident = far.resident("edna");
    far.people.computeIfPresent(resident, (id, p) -> p.named("Edna"));
    far.says(resident, "I need my prescription from Boots today, LS6 3HN");
    finish(far, resident);
    for (String by : List.of("edna", "LS6 3")) {
      far.says(officer, "find " + by);
      assertThat(far.told(officer)).as(by).endsWith("officers.found-none");
    }
    far.says(officer, "find LS6");
    assertThat(far.letters(officer).getLast().utterance().text())
        .contains("Prescription")
        .doesNotContain("Edna", "3HN");
  }

  @Test
  void aFormSearchesToo() {
    asks(edna, "I need my prescription from Boots today, LS6 3HN");
    handsIn(amina, "search", Map.of("words", List.of("prescription")));
    assertThat(street.told(amina)).containsExactly("officers.found");
    handsIn(joan, "search", Map.of("words", List.of("prescription")));
    assertThat(street.told(joan)).containsExactly("common.closed");
  }

  // ---- off duty

  @Test
  void theClockTurnsToWhoeverStandsInUntilTheyAreBackByThemselves() {
    street.says(amina, "off duty until tomorrow, Derek stands in");
    assertThat(text(amina, "officers.gone-off")).contains("tomorrow at 07:30", "Derek is told");
    assertThat(text(derek, "officers.you-stand-in")).contains("Amina is off duty until");
    street.says(edna, "human");
    assertThat(mentioned()).containsExactly("U0DEREK");
    street.passes(Duration.ofMinutes(10));
    assertThat(mentioned()).containsExactly("U0DEREK", "U0DEREK");
    assertThat(texts(street.opensHome(amina))).contains("You are off duty until", "Derek is told");
    assertThat(texts(street.opensHome(derek))).contains("Amina is off duty until");
    press("U0DEREK", "sorted");
    street.passes(Duration.ofHours(20));
    assertThat(street.told(amina)).endsWith("officers.back-by-itself");
    street.says(tom, "human");
    assertThat(mentioned()).endsWith("U0AMINA");
  }

  @Test
  void somebodyIsOnDutyAtAnyTime() {
    street.says(amina, "off duty until Friday");
    street.says(derek, "off duty until Friday");
    assertThat(street.told(derek)).endsWith("officers.only-one");
    assertThat(street.duty.isOn("U0DEREK", street.now)).isTrue();
    street.says(derek, "off duty until Friday, Amina stands in");
    assertThat(street.told(derek)).endsWith("officers.stand-in-away");
    street.says(amina, "on duty");
    assertThat(street.told(amina)).endsWith("officers.back");
    street.says(derek, "off duty until Friday, amna stands in");
    assertThat(text(derek, "officers.gone-off")).contains("Amina is told instead");
  }

  @Test
  void aTimeThatIsNotClearOrGoneIsAskedFor() {
    for (String words : List.of("off duty", "off duty for a bit", "i am away")) {
      street.says(amina, words);
    }
    assertThat(street.duty).isEqualTo(Duty.EVERYBODY);
    assertThat(street.told(amina)).contains("officers.away-when");
    street.says(amina, "on duty");
    assertThat(street.told(amina)).endsWith("officers.on-duty-already");
  }

  @Test
  void aFormSaysItToo() {
    handsIn(amina, "away", Map.of("until", List.of("2026-03-20"), "stand-in", List.of("U0DEREK")));
    assertThat(street.duty.off().get("U0AMINA"))
        .isEqualTo(new Duty.Off(Instant.parse("2026-03-20T07:30:00Z"), "U0DEREK"));
    LocalDate today = LocalDate.parse("2026-03-18");
    assertThat(AwayForm.faults(Map.of("until", List.of("2026-03-18")), "U0AMINA", today))
        .containsOnly(
            Map.entry("until", "officers.away-past"), Map.entry("stand-in", "home.fill-in"));
    assertThat(
            AwayForm.faults(
                Map.of("until", List.of("2026-03-19"), "stand-in", List.of("U0AMINA")),
                "U0AMINA",
                today))
        .containsOnly(Map.entry("stand-in", "officers.away-yourself"));
  }

  /** The alarm only says so. */
  @Test
  void whoseTimeIsOverIsOnDutyByTheTimeAlone() {
    Duty duty = Duty.EVERYBODY.off("U0AMINA", new Duty.Off(street.now.plusSeconds(1), null));
    assertThat(duty.isOn("U0AMINA", street.now)).isFalse();
    assertThat(duty.isOn("U0AMINA", street.now.plusSeconds(1))).isTrue();
  }

  // ---- whoever leaves

  @Test
  void whatWasALeaversIsTheNextOnesAndAllHearOfIt() {
    street.says(edna, "human");
    street.says(tom, "human");
    press("U0AMINA", "acknowledge");
    street.leaves("U0AMINA");
    street.passes(Duration.ZERO);
    assertThat(((Case.Acknowledged) street.theCase()).officer()).isEqualTo("U0DEREK");
    assertThat(street.told(edna)).endsWith("officers.new-officer");
    assertThat(street.letters(edna).getLast().utterance().text()).startsWith("Derek looks after");
    assertThat(mentioned()).endsWith("U0DEREK");
    street.passes(Duration.ofMinutes(30));
    assertThat(mentioned().subList(3, mentioned().size())).containsOnly("U0DEREK");
    street.leaves("U0DEREK");
    street.passes(Duration.ZERO);
    assertThat(((Case.Acknowledged) street.theCase()).officer()).isEqualTo("U0DEREK");
  }

  @Test
  void whomTheCellsFileDoesNotNameAnyMoreHasNothingInHand() {
    street.says(edna, "human");
    press("U0AMINA", "acknowledge");
    Case.Acknowledged taken = (Case.Acknowledged) street.theCase();
    street.cases.put(taken.id().value(), taken.handedTo("U0GONE", street.now));
    street.edited();
    street.passes(Duration.ZERO);
    assertThat(((Case.Acknowledged) street.theCase()).officer()).isEqualTo("U0AMINA");
  }

  // ---- much of it

  @Test
  void twoThousandOpenCasesFitIntoAPage() {
    for (int i = 0; i < 2_000; i++) {
      PersonId resident = street.resident("r" + i);
      Case.Matter matter =
          new Case.Matter(
              new CaseId("cabcdef" + i),
              Reason.DANGER,
              resident,
              null,
              "x".repeat(900),
              street.now);
      Case.Waiting waiting = Case.open(matter);
      street.cases.put(
          matter.id().value(),
          i % 4 == 0 ? waiting.acknowledgedBy("U0AMINA", street.now) : waiting);
    }
    HomeTab tab = street.opensHome(amina);
    int blocks = 0;
    for (HomeTab.Part part : tab.parts()) {
      assertThat(part.text().length()).isLessThan(2_900);
      blocks += 2 + (part.choices().size() + 4) / 5;
    }
    assertThat(blocks).isLessThanOrEqualTo(100);
    assertThat(texts(tab)).contains("And 1490 more.", "And 490 more.", "Run by Joan");
    street.says(amina, "cases 150");
    assertThat(text(amina, "officers.list-waiting"))
        .contains("1500. Danger")
        .doesNotContain("more");
    street.says(amina, "cases");
    assertThat(text(amina, "officers.list-waiting").length()).isLessThan(3_000);
  }

  // ---- what it is all read from

  private static Cell atArmsLength() {
    Group g = ACell.hydePark().groups().getFirst();
    return ACell.with(
        new Group(
            g.id(),
            g.name(),
            g.area(),
            g.slackChannel(),
            g.lead(),
            g.leads(),
            Stance.ARMS_LENGTH,
            g.policy()));
  }

  private void asks(PersonId who, String what) {
    street.says(who, what);
    finish(street, who);
  }

  private static void finish(Street in, PersonId who) {
    for (int i = 0; i < 6 && in.requests.isEmpty(); i++) {
      String asked = in.told(who).getLast();
      in.says(who, asked.endsWith("confirm") ? "yes" : "skip");
    }
    assertThat(in.requests).isNotEmpty();
  }

  private void handsIn(PersonId who, String form, Map<String, List<String>> fields) {
    street.handsIn(who, new Tap("officers", 1, "on-duty", form, "").encoded(), fields);
  }

  private void press(String user, String choice) {
    street.presses(
        user, new Tap("case", 1, "card", choice, street.theCase().id().value()).encoded());
  }

  private String text(PersonId who, String id) {
    Outgoing.ToPerson letter = street.letters(who).getLast();
    assertThat(letter.utterance().id()).isEqualTo(id);
    return letter.utterance().text();
  }

  private Outgoing last(Class<?> type) {
    return street.sent.stream().filter(type::isInstance).toList().getLast();
  }

  private int homes() {
    return (int) street.sent.stream().filter(Outgoing.Home.class::isInstance).count();
  }

  private List<String> mentioned() {
    return street.sent.stream()
        .filter(Outgoing.InThread.class::isInstance)
        .map(o -> ((Outgoing.InThread) o).mention())
        .filter(m -> m != null)
        .toList();
  }

  private static String texts(HomeTab tab) {
    return tab.parts().stream()
        .map(p -> (p.heading() == null ? "" : p.heading() + "\n") + p.text())
        .collect(Collectors.joining("\n"));
  }

  private static List<String> choices(HomeTab tab) {
    return tab.parts().stream()
        .flatMap(p -> p.choices().stream())
        .map(c -> c.tap().choice())
        .toList();
  }

  private static Tap tap(HomeTab tab, String choice) {
    return tab.parts().stream()
        .flatMap(p -> p.choices().stream())
        .map(Choice::tap)
        .filter(t -> t.choice().equals(choice))
        .findFirst()
        .orElseThrow();
  }
}
