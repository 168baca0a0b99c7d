package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.doorstep.bridge.Case;
import org.doorstep.cell.ACell;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Sealed cases on pages, in searches, on the line and off duty: only where they may be seen. */
@NullUnmarked
class SealedAtHomeTest {

  private static final Desk DESK = new Desk(ShippedTalk.load(), ShippedTalk.understanding());

  private final Street street = new Street(DESK, ACell.hydePark().guardedBy(SealedStoryTest.SAFE));
  private final PersonId edna = street.resident("edna");
  private final PersonId amina = street.writesFrom("amina", Address.slack("U0AMINA"));
  private final PersonId saira = street.writesFrom("saira", Address.slack("U0SAIRA"));

  private void danger() {
    street.people.put(edna, street.people.get(edna).named("Edna"));
    street.says(edna, "I have chest pain and cannot breathe");
    assertThat(street.theCase().isSealed()).isTrue();
  }

  @Test
  void itIsOnTheirPageAndOnNoOtherOfficers() {
    danger();
    assertThat(texts(street.opensHome(saira)))
        .contains("Waiting for somebody: 1")
        .doesNotContain("Edna", "chest pain");
    assertThat(texts(street.opensHome(amina)))
        .contains("Waiting for somebody: 0")
        .doesNotContain("Danger");
  }

  @Test
  void itIsFoundByNobodysName() {
    danger();
    for (PersonId who : List.of(amina, saira)) {
      street.says(who, "search edna");
      assertThat(street.told(who)).endsWith("officers.found-none");
    }
  }

  @Test
  void whoIsOffDutyIsNotTold() {
    street.says(saira, "off duty until tomorrow, Toby stands in");
    danger();
    assertThat(mentions()).containsExactly("U0TOBY");
  }

  @Test
  void aLineInItsThreadNamesNobody() {
    danger();
    street.writesInThread("U0SAIRA", street.theCase(), "Hello");
    street.sends(edna, new Content("", null, null, null, List.of(Content.Kind.IMAGE), "MM1/ME1"));
    street.passes(Duration.ofHours(13));
    assertThat(street.told(edna)).contains("officers.handed-back");
    assertThat(street.lines())
        .anyMatch(line -> line.contains("sends:"))
        .noneMatch(line -> line.contains("Edna"));
  }

  @Test
  void whatTheyWriteStaysInTheSealedThreadWhereAnotherCaseIsNewer() {
    street.says(edna, "human");
    street.passes(Duration.ofMinutes(1));
    street.says(edna, "I have chest pain and cannot breathe");
    Case sealed = street.cases.values().stream().filter(Case::isSealed).findFirst().orElseThrow();
    Case other =
        street.cases.values().stream().filter(c -> !c.isSealed()).findFirst().orElseThrow();
    street.cases.put(other.id().value(), later(other));
    street.writesInThread("U0SAIRA", sealed, "Where are you?");
    street.says(edna, "behind the church");
    assertThat(street.sent)
        .filteredOn(
            o -> o instanceof Outgoing.InThread line && "behind the church".equals(line.quote()))
        .singleElement()
        .isInstanceOfSatisfying(
            Outgoing.InThread.class,
            line -> assertThat(line.channel()).isEqualTo(SealedStoryTest.PRIVATE));
  }

  /** As if it had been opened after the sealed one. */
  private Case later(Case theCase) {
    Case.Matter was = theCase.matter();
    return Case.open(
        new Case.Matter(
            was.id(),
            was.reason(),
            was.person(),
            was.request(),
            was.words(),
            street.now.plusSeconds(1),
            was.partner(),
            false));
  }

  @Test
  void whatSomebodyOutsideSeesToStaysTheirsWhenTheFileIsEdited() {
    PersonId nasreen = street.writesFrom("nasreen", Address.sms(SealedStoryTest.ON_CALL));
    danger();
    street.isNotPosted(Cases.anchor(street.theCase()));
    street.says(nasreen, "take");
    street.edited();
    street.passes(Duration.ofMinutes(1));
    street.rings(new Alarm.OfficerGone(street.theCase().id(), "Nasreen"));
    assertThat(street.theCase())
        .isInstanceOfSatisfying(
            Case.Acknowledged.class, c -> assertThat(c.officer()).isEqualTo("Nasreen"));
  }

  private List<String> mentions() {
    return street.sent.stream()
        .filter(o -> o instanceof Outgoing.InThread line && line.mention() != null)
        .map(o -> ((Outgoing.InThread) o).mention())
        .toList();
  }

  private static String texts(HomeTab page) {
    return page.parts().stream()
        .map(part -> part.heading() + "\n" + part.text())
        .collect(Collectors.joining("\n"));
  }
}
