package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Address;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Choice;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The page that a volunteer and a lead have in Slack, and the forms that open from it. */
@NullUnmarked
class HomeStoryTest {

  private static final Desk DESK = new Desk(ShippedTalk.load(), ShippedTalk.understanding());

  private final Street street = new Street(DESK);
  private final PersonId edna = street.resident("edna");
  private final PersonId sam = onSlack("Sam", 100);
  private final PersonId olek = street.volunteer("Olek", 200);

  private PersonId onSlack(String name, int metres) {
    PersonId id = street.volunteer(name, metres);
    Person there =
        street
            .people
            .get(id)
            .heardFrom(Address.slack("U0" + name.toUpperCase(Locale.ROOT)), street.now);
    street.people.put(id, there);
    return id;
  }

  // ---- my jobs, near me now

  @Test
  void whoeverOnlyLooksIsWelcomedAndNothingIsRemembered() {
    PersonId lee = street.writesFrom("lee", Address.slack("U0LEE"));
    Person before = street.people.get(lee);
    HomeTab tab = street.opensHome(lee);
    assertThat(texts(tab)).contains("volunteers who live near by");
    assertThat(choices(tab)).containsExactly("join", "ask");
    assertThat(street.people.get(lee)).isEqualTo(before);
    assertThat(((Outgoing.Home) street.sent.getLast()).about()).isEmpty();
    street.picks(lee, tap(tab, "ask"));
    assertThat(street.told(lee).getLast()).contains(".ask.");
  }

  @Test
  void whatIsOpenNearByCanBeTakenByWhoeverWasNotAskedAndIsTheirsAtOnce() {
    asks(edna, "I need my prescription from Boots today");
    HelpRequest.Seeking job = (HelpRequest.Seeking) street.theRequest();
    PersonId late = onSlack("Late", 300);
    assertThat(job.search().known()).doesNotContain(late);
    HomeTab tab = street.opensHome(late);
    assertThat(texts(tab))
        .contains("Prescription, LS6", "from you")
        .doesNotContain("Ash Grove", "4711", "Edna", "Boots");
    street.picks(late, tap(tab, "take"));
    assertThat(street.theRequest())
        .isInstanceOfSatisfying(
            HelpRequest.Claimed.class, c -> assertThat(c.holder()).isEqualTo(late));
    assertThat(street.told(late)).contains("job.claimed");
    street.passes(Duration.ofSeconds(1));
    assertThat(choices(street.home(late))).contains("done", "outcome", "drop");
    assertThat(texts(street.home(late))).doesNotContain("Ash Grove", "4711", "Edna", "Boots");
  }

  @Test
  void aTapOnAPageThatIsNoLongerTrueIsAnsweredWell() {
    asks(edna, "I need my prescription from Boots today");
    PersonId late = onSlack("Late", 300);
    HomeTab open = street.opensHome(late);
    street.says(olek, "yes");
    street.picks(late, tap(open, "take"));
    assertThat(street.told(late)).containsExactly("job.standby");
    street.passes(Duration.ofSeconds(1));
    HomeTab mine = street.home(late);
    assertThat(texts(mine)).contains("Your place in the line: 1");
    street.picks(olek, "done");
    street.passes(Duration.ofHours(3));
    street.picks(edna, "yes");
    street.picks(late, tap(open, "take"));
    assertThat(street.told(late).getLast()).isEqualTo("job.not-open");
    street.picks(late, tap(mine, "leave"));
    assertThat(street.told(late).getLast()).isEqualTo("job.declined");
  }

  @Test
  void aPageFollowsWhatOthersDo() {
    asks(edna, "I need my prescription from Boots today");
    street.says(sam, "yes");
    street.passes(Duration.ofSeconds(1));
    HomeTab mine = street.home(sam);
    assertThat(choices(mine)).contains("done");
    street.says(edna, "cancel");
    street.passes(Duration.ofSeconds(1));
    assertThat(choices(street.home(sam))).doesNotContain("done");
    assertThat(texts(street.home(sam))).contains("You have no jobs in hand");
    street.picks(sam, tap(mine, "done"));
    assertThat(street.told(sam).getLast()).isEqualTo("job.over");
  }

  @Test
  void whatIsFarAwayTheirOwnOrRefusedIsNotNearThem() {
    PersonId far = onSlack("Far", 9_000);
    asks(sam, "I need my prescription from Boots today");
    PersonId near = onSlack("Near", 300);
    assertThat(texts(street.opensHome(far))).doesNotContain("Prescription");
    assertThat(texts(street.opensHome(sam)))
        .contains("What you asked for")
        .doesNotContain("from you");
    HomeTab open = street.opensHome(near);
    assertThat(choices(open)).contains("take");
    street.taps(olek, street.theRequest(), "decline");
    street.says(olek, "near me");
    assertThat(street.told(olek).getLast()).isEqualTo("home.near-none");
  }

  @Test
  void noMoreThanTenAreListedTheNewestFirst() {
    for (int i = 0; i < 12; i++) {
      PersonId resident = street.resident("r" + i);
      asks(resident, "could somebody walk my dog tomorrow");
      street.passes(Duration.ofMinutes(1));
    }
    PersonId near = onSlack("Near", 300);
    HomeTab tab = street.opensHome(near);
    assertThat(choices(tab).stream().filter("take"::equals)).hasSize(10);
    assertThat(texts(tab)).contains("And 2 more.");
    HelpRequest newest = List.copyOf(street.requests.values()).getLast();
    assertThat(tap(tab, "take").about()).startsWith(newest.id().value() + ".");
  }

  /** The same on WhatsApp, where there is no page. */
  @Test
  void nearMeIsAnOrderAndItsNumbersAreUnderstood() {
    asks(edna, "could somebody walk my dog tomorrow");
    PersonId wilma = street.resident("wilma");
    street.passes(Duration.ofMinutes(1));
    asks(wilma, "I need my prescription from Boots today");
    PersonId late = street.volunteer("Late", 300);
    street.says(late, "near me");
    Outgoing.ToPerson list = street.letters(late).getLast();
    assertThat(list.utterance().id()).isEqualTo("home.near-me");
    assertThat(list.utterance().text())
        .containsSubsequence("Prescription, LS6", "Dog walking, LS6");
    street.says(late, "2");
    assertThat(street.requests.values())
        .filteredOn(HelpRequest.Claimed.class::isInstance)
        .singleElement()
        .satisfies(job -> assertThat(job.resident()).isEqualTo(edna));
    street.says(edna, "near me");
    assertThat(street.told(edna).getLast()).isEqualTo("common.not-volunteer");
  }

  // ---- my availability, the lead's board

  @Test
  void dutyAndPausesAreAButton() {
    HomeTab tab = street.opensHome(sam);
    assertThat(choices(tab)).contains("on-duty", "pause");
    street.picks(sam, tap(tab, "on-duty"));
    street.passes(Duration.ofSeconds(1));
    assertThat(texts(street.home(sam))).contains("on duty until tomorrow");
    assertThat(choices(street.home(sam))).contains("off-duty");
    street.picks(sam, tap(tab, "pause"));
    street.passes(Duration.ofSeconds(1));
    assertThat(texts(street.home(sam)))
        .contains("no offers just now")
        .doesNotContain("begin again");
    street.picks(sam, tap(street.home(sam), "resume"));
    assertThat(street.told(sam).getLast()).isEqualTo("common.resumed");
    assertThat(street.people.get(sam).volunteering().availableAt(street.now)).isTrue();
  }

  @Test
  void aLeadSeesWhoIsWaitingAndNobodyElseDoes() {
    asks(edna, "I need my prescription from Boots today");
    PersonId lee = street.writesFrom("lee", Address.slack("U0JOAN"));
    String reference = Overview.reference(street.theRequest());
    HomeTab tab = street.opensHome(lee);
    assertThat(texts(tab))
        .contains("who is waiting", "[" + reference + "]", "Waiting")
        .doesNotContain("Edna", "Ash Grove");
    assertThat(texts(street.opensHome(sam))).doesNotContain("who is waiting", reference);
    street.says(lee, "assign " + reference + " to Sam");
    assertThat(street.told(lee).getLast()).isEqualTo("group.assigned");
  }

  // ---- the slash command

  @Test
  void aBareCommandTellsWhatOneMaySay() {
    street.sends(sam, BareCommand.content());
    assertThat(street.told(sam)).containsExactly("common.help");
    PersonId lee = street.writesFrom("lee", Address.slack("U0JOAN"));
    street.sends(lee, BareCommand.content());
    assertThat(street.told(lee)).containsExactly("common.help", "group.orders", "members.orders");
  }

  // ---- forms

  @Test
  void theFormForJoiningComesToTheSameAsTheConversation() {
    PersonId lee = street.writesFrom("lee", Address.slack("U0LEE"));
    street.people.put(lee, Person.firstSeen(lee, Address.slack("U0LEE"), "pl", street.now));
    street.handsIn(
        lee,
        "home~1~welcome~join~",
        Map.of(
            "name", List.of("Priya"),
            "place", List.of("LS6 3HN"),
            "reach", List.of("3000"),
            "travel", List.of("on-foot", "bus"),
            "likes", List.of("shopping", "dog-walk")));
    assertThat(street.told(lee)).containsExactly("join.joined");
    Person formed = street.people.get(lee);
    PersonId amy = street.writesFrom("amy", Address.slack("U0AMY"));
    street.people.put(amy, Person.firstSeen(amy, Address.slack("U0AMY"), "en", street.now));
    for (String said :
        List.of(
            "I want to help",
            "Priya",
            "LS6 3HN",
            "2 miles",
            "walk and bus",
            "shopping, dog walking")) {
      street.says(amy, said);
    }
    assertThat(formed.volunteering()).isEqualTo(street.people.get(amy).volunteering());
    assertThat(formed.name()).isEqualTo("Priya");
    assertThat(street.facts).filteredOn(Fact.VolunteerJoined.class::isInstance).hasSize(2);
  }

  @Test
  void aPlaceThatDoesNotDoIsAskedForInWordsAndTheFormGoesOn() {
    PersonId lee = street.writesFrom("lee", Address.slack("U0LEE"));
    street.people.put(lee, Person.firstSeen(lee, Address.slack("U0LEE"), "en", street.now));
    Map<String, List<String>> form =
        Map.of(
            "name", List.of("Priya"),
            "place", List.of("nowhere at all"),
            "reach", List.of("3000"),
            "travel", List.of("on-foot"),
            "likes", List.of("anything"));
    street.handsIn(lee, "home~1~welcome~join~", form);
    assertThat(street.people.get(lee).volunteering()).isNull();
    assertThat(street.told(lee).getLast()).isEqualTo("join.ask.place");
    street.handsIn(sam, "home~1~welcome~join~", form);
    assertThat(street.told(sam)).containsExactly("join.already");
  }

  @Test
  void aNoteGoesToTheResidentAndTheOutcomeIsAsIfItWasTapped() {
    asks(edna, "I need my prescription from Boots today");
    street.says(sam, "yes");
    String tap = outcome();
    handsIn(tap, "nobody-in", "I rang twice");
    assertThat(street.told(edna)).endsWith("request-help.relayed", "job.nobody-in-resident");
    assertThat(street.told(sam)).endsWith("job.nobody-in-advice", "job.nobody-in-noted");
    handsIn(tap, "done", "");
    assertThat(street.theRequest()).isInstanceOf(Delivered.class);
    handsIn(tap, "out-of-stock", "too late");
    assertThat(street.told(sam).getLast()).isEqualTo("job.over");
    assertThat(street.told(edna)).doesNotContain("job.out-of-stock-resident");
  }

  @Test
  void whatFeltUnsafeIsReadByOfficersOnly() {
    asks(edna, "I need my prescription from Boots today");
    street.says(sam, "yes");
    handsIn(outcome(), "unsafe", "please send somebody else next time");
    assertThat(street.told(edna)).doesNotContain("request-help.relayed");
    assertThat(street.cases.values())
        .anySatisfy(
            c -> assertThat(c.matter().words()).isEqualTo("please send somebody else next time"));
  }

  @Test
  void dangerInANoteIsDanger() {
    asks(edna, "I need my prescription from Boots today");
    street.says(sam, "yes");
    handsIn(outcome(), "done", "she has chest pain and cannot breathe");
    assertThat(street.told(sam)).contains("common.danger");
    assertThat(street.told(edna)).doesNotContain("request-help.relayed");
  }

  /** Where a form could not be opened. */
  @Test
  void theSameIsGoneThroughInWords() {
    asks(edna, "I need my prescription from Boots today");
    street.says(sam, "yes");
    street.picks(sam, Tap.decode(outcome()).orElseThrow());
    assertThat(street.told(sam).getLast()).isEqualTo("job.mine");
    PersonId lee = street.writesFrom("lee", Address.slack("U0LEE"));
    street.picks(lee, tap(street.opensHome(lee), "join"));
    assertThat(street.told(lee).getLast()).contains(".ask.");
  }

  // ---- STOP, and being forgotten

  @Test
  void whoIsForgottenHasAnEmptyPage() {
    street.says(sam, "forget me");
    street.says(sam, "yes");
    Outgoing.Home last =
        street.sent.stream()
            .filter(Outgoing.Home.class::isInstance)
            .map(Outgoing.Home.class::cast)
            .toList()
            .getLast();
    assertThat(texts(last.tab())).startsWith("I know nothing about you");
    assertThat(last.about()).isEmpty();
    assertThat(street.alarms.keySet()).noneMatch(key -> key.startsWith("home/"));
  }

  @Test
  void whoSaidStopSeesNothingButHowToComeBack() {
    street.says(sam, "stop");
    street.passes(Duration.ofSeconds(1));
    assertThat(texts(street.home(sam))).contains("START").doesNotContain("Near you");
    assertThat(choices(street.home(sam))).isEmpty();
  }

  // ----

  private void asks(PersonId resident, String words) {
    street.says(resident, words);
    street.pins(resident, FakeTalk.EDNAS);
    for (String answer : List.of("14 Ash Grove, gate code 4711", "Edna", "yes")) {
      street.says(resident, answer);
    }
    street.passes(Duration.ZERO);
  }

  private String outcome() {
    return tap(street.opensHome(sam), "outcome").encoded();
  }

  private void handsIn(String tap, String what, String note) {
    street.handsIn(sam, tap, Map.of("what", List.of(what), "note", List.of(note)));
  }

  private static Tap tap(HomeTab tab, String choice) {
    return tab.parts().stream()
        .flatMap(part -> part.choices().stream())
        .map(Choice::tap)
        .filter(tap -> tap.choice().equals(choice))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> choices(HomeTab tab) {
    return tab.parts().stream()
        .flatMap(part -> part.choices().stream())
        .map(choice -> choice.tap().choice())
        .toList();
  }

  private static String texts(HomeTab tab) {
    StringBuilder all = new StringBuilder();
    for (HomeTab.Part part : tab.parts()) {
      if (part.heading() != null) all.append(part.heading()).append('\n');
      all.append(part.text()).append('\n');
    }
    return all.toString();
  }
}
