package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.people.Address;
import org.doorstep.people.Availability;
import org.doorstep.people.Hours;
import org.doorstep.people.Need;
import org.doorstep.people.PersonId;
import org.doorstep.people.Travel;
import org.doorstep.people.Volunteering;
import org.doorstep.talk.Choice;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Talk;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a volunteer offers, changed by a form in Slack. */
@NullUnmarked
class OfferFormTest {

  private static final Talk TALK = ShippedTalk.load();

  private final Street street = new Street(new Desk(TALK, ShippedTalk.understanding()));
  private final PersonId sam = street.volunteer("Sam", 100);

  OfferFormTest() {
    street.people.put(sam, street.people.get(sam).heardFrom(Address.slack("U0SAM"), street.now));
  }

  @Test
  void thePageTellsWhatIsOfferedAndCarriesTheForm() {
    street.says(sam, "DAYS sat");
    street.says(sam, "HOURS 9-17");
    HomeTab tab = street.opensHome(sam);
    HomeTab.Part part = offered(tab);
    assertThat(part.text()).contains("Days: Saturdays", "Hours: 09:00-17:00", "On foot");
    assertThat(part.text()).doesNotContain("LS6");
    assertThat(OfferForm.filled(tap(), TALK))
        .containsEntry("days", List.of("saturday"))
        .containsEntry("hours", List.of("09:00-17:00"))
        .containsEntry("quiet", List.of())
        .containsEntry("reach", List.of("5000"))
        .containsEntry("travel", List.of("on-foot"))
        .containsEntry("likes", List.of())
        .containsEntry("languages", List.of());
  }

  @Test
  void whatIsChangedInTheFormIsChangedAndReadBack() {
    Map<String, List<String>> fields = filled();
    fields.put("days", List.of("saturday", "sunday"));
    fields.put("hours", List.of("9-12, 17:30-21"));
    fields.put("quiet", List.of("21-8"));
    fields.put("reach", List.of("10000"));
    fields.put("travel", List.of("car", "on-foot"));
    fields.put("likes", List.of("dog-walk"));
    fields.put("languages", List.of("pl", "ur"));
    street.handsIn(sam, tap().encoded(), fields);
    Volunteering offer = offer();
    assertThat(offer.availability())
        .isEqualTo(
            new Availability(
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                List.of(hours("09:00", "12:00"), hours("17:30", "21:00")),
                hours("21:00", "08:00"),
                null));
    assertThat(offer.reachMetres()).isEqualTo(10_000);
    assertThat(offer.travel()).containsExactlyInAnyOrder(Travel.CAR, Travel.ON_FOOT);
    assertThat(offer.likes()).containsExactly(new Need("dog-walk"));
    assertThat(offer.languages()).containsExactlyInAnyOrder("pl", "ur", "ur-Latn");
    assertThat(street.told(sam)).containsExactly("profile.changed");
    assertThat(last()).contains("on Saturdays and Sundays").contains("09:00-12:00 and 17:30-21:00");
    assertThat(last().lines()).hasSize(7);
    street.passes(Duration.ofSeconds(1));
    assertThat(offered(street.home(sam)).text()).contains("Saturdays and Sundays");
  }

  @Test
  void handedInTwiceItIsSaidOnceAndNothingElseChanges() {
    Map<String, List<String>> fields = filled();
    fields.put("days", List.of("saturday"));
    Tap tap = tap();
    street.handsIn(sam, tap.encoded(), fields);
    Volunteering once = offer();
    street.handsIn(sam, tap.encoded(), fields);
    assertThat(offer()).isEqualTo(once);
    assertThat(street.told(sam)).containsExactly("profile.changed", "profile.unchanged");
  }

  /** The form shows what was true when the page was made. */
  @Test
  void whatWasChangedInChatMeanwhileStays() {
    Map<String, List<String>> fields = filled();
    Tap tap = tap();
    street.says(sam, "I have a car now");
    street.says(sam, "HOURS 17-21");
    fields.put("days", List.of("saturday"));
    street.handsIn(sam, tap.encoded(), fields);
    assertThat(offer().travel()).contains(Travel.CAR);
    assertThat(offer().availability().hours()).containsExactly(hours("17:00", "21:00"));
    assertThat(offer().availability().days()).containsExactly(DayOfWeek.SATURDAY);
  }

  @Test
  void emptiedFieldsMeanAnyAgain() {
    street.says(sam, "DAYS sat");
    street.says(sam, "HOURS 9-17");
    street.says(sam, "QUIET 21-8");
    street.says(sam, "LIKES shopping");
    street.says(sam, "LANGUAGES polish");
    Map<String, List<String>> fields = filled();
    for (String field : List.of("days", "hours", "quiet", "likes", "languages")) {
      fields.remove(field);
    }
    street.handsIn(sam, tap().encoded(), fields);
    assertThat(offer().availability()).isEqualTo(Availability.ALWAYS);
    assertThat(offer().likes()).isEmpty();
    assertThat(offer().languages()).isEmpty();
  }

  @Test
  void whoDoesNotVolunteerAnyMoreChangesNothing() {
    Tap tap = tap();
    PersonId lee = street.writesFrom("Lee", Address.slack("U0LEE"));
    street.handsIn(lee, tap.encoded(), filled());
    assertThat(street.told(lee)).containsExactly("common.not-volunteer");
    assertThat(street.people.get(lee).volunteering()).isNull();
  }

  @Test
  void whereTheFormDoesNotOpenTheProfileIsTold() {
    street.picks(sam, tap());
    assertThat(street.told(sam)).containsExactly("profile.shown");
  }

  /** A page of before, or of somebody's own making. */
  @ParameterizedTest
  @ValueSource(
      strings = {"", "p", "p;da=zz;ho=;li=zzz.99;tr=-", "p;da=;re=x;qu=99-99", "rAb12cd.1"})
  void whatTheButtonCarriesMayBeAnything(String about) {
    Tap tap = new Tap("home", 1, "offer", "offer", about);
    street.handsIn(
        sam,
        tap.encoded(),
        Map.of("days", List.of("saturday", "someday"), "reach", List.of("5000")));
    assertThat(offer().availability().days()).containsExactly(DayOfWeek.SATURDAY);
    assertThat(offer().reachMetres()).isEqualTo(5000);
  }

  /** A button carries 200 characters; what has no room is not filled in, and stays. */
  @Test
  void whatHasNoRoomOnTheButtonStaysUnlessItIsWritten() {
    List<Hours> many = new ArrayList<>();
    for (int hour = 0; hour < 22; hour += 2) many.add(hours(hour + ":00", hour + 1 + ":00"));
    street.people.put(
        sam,
        street
            .people
            .get(sam)
            .offering(
                offer()
                    .speaking(Set.copyOf(OfferForm.TONGUES))
                    .available(Availability.ALWAYS.at(many))));
    Tap tap = tap();
    assertThat(tap.encoded()).hasSizeLessThanOrEqualTo(200);
    assertThat(Tap.decode(tap.encoded())).isPresent();
    Map<String, List<String>> fields = new HashMap<>(OfferForm.filled(tap, TALK));
    fields.put("days", List.of("monday"));
    street.handsIn(sam, tap.encoded(), fields);
    assertThat(offer().availability().hours()).isEqualTo(many);
    assertThat(offer().availability().days()).containsExactly(DayOfWeek.MONDAY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hours | 25-26 | home.no-hours",
        "hours | 9:75-10 | home.no-hours",
        "hours | 9 to 5 | home.no-hours",
        "hours | 9-5 | home.no-hours",
        "hours | 17-17 | home.no-hours",
        "hours | 🎉 | home.no-hours",
        "hours | 1-2, 3-4, 5-6, 7-8, 9-10 | home.no-hours",
        "quiet | 9-12, 13-14 | home.no-hours",
        "quiet | 99999999999-1 | home.no-hours",
        "reach | 9000000 | home.fill-in",
        "reach | 10 | home.fill-in",
        "reach | far | home.fill-in",
      })
  void whatCannotBeTakenIsSaidAtItsField(String field, String typed, String fault) {
    Map<String, List<String>> fields = new HashMap<>(Map.of("reach", List.of("5000")));
    fields.put(field, List.of(typed));
    assertThat(OfferForm.faults(fields)).isEqualTo(Map.of(field, fault));
  }

  @Test
  void hoursAreReadAsTheyAreTyped() {
    Map<String, List<String>> fields = new HashMap<>(Map.of("reach", List.of("5000")));
    for (String typed :
        List.of(
            "", "17-21", "9:30 \u2013 12, 17-21", "22-6", "\u06f1\u06f7-\u06f2\u06f1", "0-24")) {
      fields.put("hours", List.of(typed));
      assertThat(OfferForm.faults(fields)).as(typed).isEmpty();
    }
    fields.put("languages", OfferForm.TONGUES.subList(0, 11));
    assertThat(OfferForm.faults(fields)).containsOnlyKeys("languages");
    assertThat(OfferForm.faults(Map.of())).containsOnlyKeys("reach");
  }

  /** The form and the words know the same languages. */
  @Test
  void everyLanguageOfTheFormCanBeSaid() {
    for (String tag : OfferForm.TONGUES) {
      assertThat(TALK.label("languages", tag)).as(tag).isNotEqualTo(tag);
    }
    street.says(
        sam,
        "LANGUAGES english welsh polish romanian urdu punjabi somali arabic portuguese ukrainian");
    street.says(sam, "I also speak russian, turkish, bengali, spanish and french");
    assertThat(offer().languages()).isEqualTo(OfferForm.tongues(OfferForm.TONGUES));
  }

  // ----

  private Map<String, List<String>> filled() {
    return new HashMap<>(OfferForm.filled(tap(), TALK));
  }

  private static HomeTab.Part offered(HomeTab tab) {
    return tab.parts().stream()
        .filter(p -> p.choices().stream().anyMatch(c -> c.tap().choice().equals("offer")))
        .findFirst()
        .orElseThrow();
  }

  private Tap tap() {
    return offered(street.opensHome(sam)).choices().stream()
        .map(Choice::tap)
        .findFirst()
        .orElseThrow();
  }

  private Volunteering offer() {
    return street.people.get(sam).volunteering();
  }

  private String last() {
    return street.letters(sam).getLast().utterance().text();
  }

  private static Hours hours(String from, String to) {
    return new Hours(time(from), time(to));
  }

  private static LocalTime time(String text) {
    return LocalTime.parse(text.length() < 5 ? "0" + text : text);
  }
}
