package org.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.doorstep.bridge.Audit;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.CaseId;
import org.doorstep.cell.AreaContacts;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Contact;
import org.doorstep.cell.Safeguarding;
import org.doorstep.desk.Change;
import org.doorstep.desk.Dossier;
import org.doorstep.people.Person;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Who may be called about a case finds it; who looked at it stays known. */
@NullUnmarked
public abstract class SafeguardingContract extends PortsContract {

  private static final String WILMA = "+447700900101";
  private static final String ON_CALL = "+447700900801";
  private static final String OTHER = "+447700900802";

  protected static final Cell GUARDED =
      CELL.guardedBy(
          new Safeguarding(
              List.of(),
              null,
              null,
              List.of(
                  new AreaContacts(
                      null,
                      List.of(
                          Contact.inSlack("Rae", "U0RAE"), Contact.bySms("On call", ON_CALL))))));

  private int events;

  @Override
  protected Dossier open(Inbox.Entry entry) {
    return await(ports.casebook().open(GUARDED, holding, entry, NOW));
  }

  private void becomes(Change... changes) {
    happens(Samples.said("S" + ++events, "+447700900199", "x"), changes);
  }

  @Test
  void whoMayBeCalledAboutACaseFindsItWhileNobodyHasIt() {
    Person wilma = met(WILMA);
    Case.Waiting waiting = Samples.waiting("cabcdef1", wilma.id(), null);
    becomes(new Change.CaseIs(waiting));
    assertThat(look("L1", ON_CALL).cases()).containsExactly(waiting);
    assertThat(look("L2", OTHER).cases()).isEmpty();
    becomes(new Change.CaseIs(waiting.acknowledgedBy("U0RAE", NOW)));
    assertThat(look("L3", ON_CALL).cases()).isEmpty();
    assertThat(look("L4", WILMA).cases()).hasSize(1);
  }

  @Test
  void theCaseOfWhoIsForgottenIsFoundByNobody() {
    Person wilma = met(WILMA);
    becomes(new Change.CaseIs(Samples.waiting("cabcdef1", wilma.id(), null)));
    happens(Samples.said("F1", WILMA, "forget me"), new Change.PersonGone(wilma.id()));
    assertThat(look("L1", ON_CALL).cases()).isEmpty();
  }

  @Test
  void whatIsWrittenDownStaysInItsOrderAndOutlivesWhomItIsAbout() {
    Person wilma = met(WILMA);
    Audit opened = entry(NOW, Audit.Kind.OPENED, null);
    Audit shown = entry(NOW.plusSeconds(60), Audit.Kind.SHOWN, "U0RAE");
    becomes(
        new Change.CaseIs(Samples.waiting("cabcdef1", wilma.id(), null)),
        new Change.Audited(opened));
    becomes(new Change.Audited(shown), new Change.Audited(entry(NOW, Audit.Kind.TAKEN, "U0RAE")));
    happens(Samples.said("F1", WILMA, "forget me"), new Change.PersonGone(wilma.id()));
    assertThat(written(NOW)).containsExactly(opened, shown, entry(NOW, Audit.Kind.TAKEN, "U0RAE"));
  }

  @Test
  void eachMonthIsWrittenDownByItself() {
    Instant next = NOW.plus(Duration.ofDays(40));
    becomes(new Change.Audited(entry(NOW, Audit.Kind.OPENED, null)));
    becomes(new Change.Audited(entry(next, Audit.Kind.CLOSED, "U0RAE")));
    assertThat(written(NOW)).hasSize(1);
    assertThat(written(next)).containsExactly(entry(next, Audit.Kind.CLOSED, "U0RAE"));
    assertThat(written(NOW.minus(Duration.ofDays(40)))).isEmpty();
  }

  private List<Audit> written(Instant in) {
    return await(ports.audits().of(CELL.id(), YearMonth.from(in.atZone(CELL.zone()))));
  }

  private static Audit entry(Instant at, Audit.Kind kind, String who) {
    return new Audit(at, new CaseId("cabcdef1"), kind, who, null);
  }
}
