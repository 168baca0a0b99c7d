package org.doorstep.village;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.doorstep.talk.Tap;
import org.doorstep.village.RegularMap.Regular;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegularMapTest {

  /** A Wednesday. */
  private static final Instant NOW = Instant.parse("2026-03-18T14:30:00Z");

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 18);
  private static final String EDNA = "+447700900001";
  private static final String PRIYA = "+447700900003";

  private final RegularMap map = map(Path.of("conversation-flows"));

  private static RegularMap map(Path flows) {
    Changes changes = new Changes(address -> address);
    return new RegularMap(Sayings.in(flows), Neighbourhood.read(), changes);
  }

  @Test
  void whatIsArrangedIsToldByTheWordsAlone() {
    begun();

    assertThat(map.all()).hasSize(1);
    Regular edna = map.all().getFirst();
    assertThat(edna.home()).isEqualTo(EDNA);
    assertThat(edna.need()).isEqualTo("Shopping");
    assertThat(edna.often()).isEqualTo("every week");
    assertThat(edna.by()).isNull();
    assertThat(edna.nextFrom(TODAY)).isEqualTo(LocalDate.of(2026, 3, 26));
  }

  @Test
  void aTimeThatHasGoneByIsFollowedByTheNext() {
    begun();
    assertThat(map.all().getFirst().nextFrom(LocalDate.of(2026, 3, 26)))
        .isEqualTo(LocalDate.of(2026, 3, 26));
    assertThat(map.all().getFirst().nextFrom(LocalDate.of(2026, 3, 27)))
        .isEqualTo(LocalDate.of(2026, 4, 2));
  }

  @Test
  void whoeverDoesItEachTimeHasANameUntilTheyStepBack() {
    begun();
    edna(
        "Priya will do this for you every week: Shopping. The next time is Thursday 26 March in the"
            + " morning. Send REGULAR to leave out a time or to end it.");
    assertThat(map.all().getFirst().by()).isEqualTo("Priya");

    edna(
        "Priya cannot do it each time any more (Shopping, every week). From Thursday 2 April in the"
            + " morning on I look for somebody each time.");
    assertThat(map.all().getFirst().by()).isNull();
    assertThat(map.all().getFirst().next()).isEqualTo(LocalDate.of(2026, 4, 2));
  }

  @Test
  void aTimeIsLeftOutOnceDoorstepHasSaidSo() {
    begun();
    edna(yours(), tap("yours-to-have", "skip", "sAb12cd34.20260326"));
    map.tapped(EDNA, tap("yours-to-have", "skip", "sAb12cd34.20260326"));
    assertThat(map.all().getFirst().leftOut()).isNull();

    edna("OK, I leave that one out. The next time is Thursday 2 April in the morning.");
    assertThat(map.all().getFirst().leftOut()).isEqualTo(LocalDate.of(2026, 3, 26));
    assertThat(map.all().getFirst().nextFrom(TODAY)).isEqualTo(LocalDate.of(2026, 4, 2));
  }

  @Test
  void whoDoesItEachTimeCanBeAwayOnce() {
    begun();
    String shown =
        "What you do each time: Shopping, every week\nFor: a resident\nThe next time: Thursday 26 March in"
            + " the morning";
    Tap away = tap("done-by-you", "not-then", "sAb12cd34.20260326");
    map.shown(PRIYA, shown, List.of(away), NOW);
    map.tapped(PRIYA, away);
    map.shown(
        PRIYA, "OK, I ask somebody else for Thursday 26 March in the morning.", List.of(), NOW);

    assertThat(map.all().getFirst().standIn()).isEqualTo(LocalDate.of(2026, 3, 26));
  }

  @Test
  void whatIsEndedIsShownNoMore() {
    begun();
    edna(yours(), tap("yours-to-have", "skip", "sAb12cd34.20260326"));
    map.tapped(EDNA, tap("yours-to-have", "end", "sAb12cd34.20260326"));
    edna("OK, it is ended, and nothing more is asked for.");

    assertThat(map.all()).isEmpty();
  }

  @Test
  void whatWhatsAppHasApprovedIsUnderstoodToo() {
    begun();
    edna(
        "Your regular help (Shopping) is planned for Thursday 2 April in the morning, with Priya."
            + " Reply here if you do not need it this time.");
    assertThat(map.all().getFirst().next()).isEqualTo(LocalDate.of(2026, 4, 2));
  }

  @Test
  void otherLanguagesAreReadAsWell() {
    edna(
        "Ustalone: Zakupy, co tydzień. Następny raz: czwartek, 26 marca rano. Zapytam o to bez"
            + " przypominania.\n\nNapisz REGULAR (STAŁE), żeby jakiś raz opuścić albo to zakończyć.");
    assertThat(map.all())
        .singleElement()
        .satisfies(
            zakupy -> {
              assertThat(zakupy.need()).isEqualTo("Zakupy");
              assertThat(zakupy.nextFrom(TODAY)).isEqualTo(LocalDate.of(2026, 3, 26));
            });
  }

  @Test
  void withoutSuchAFlowNothingIsSeen(@TempDir Path empty) {
    RegularMap blind = map(empty);
    blind.shown(EDNA, "It is arranged: Shopping, every week.", List.of(), NOW);
    assertThat(blind.all()).isEmpty();
  }

  private void begun() {
    edna(
        "It is arranged: Shopping, every week. The next time is Thursday 26 March in the morning,"
            + " and I ask for it by myself.\n\nSend REGULAR to leave out a time or to end it.");
  }

  private static String yours() {
    return "Your regular help: Shopping, every week\nThe next time: Thursday 26 March";
  }

  private void edna(String text, Tap... taps) {
    map.shown(EDNA, text, List.of(taps), NOW);
  }

  private static Tap tap(String state, String choice, String about) {
    return new Tap("regular", 1, state, choice, about);
  }
}
