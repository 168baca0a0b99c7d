package org.doorstep.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.doorstep.cell.Group;
import org.doorstep.people.Person;

/**
 * MY DATA: everything that is kept about somebody, to read and to save, behind an address that
 * works once and not for long. Nobody's words or names but their own are in it.
 */
final class OwnFile {

  static final Duration WORKS_FOR = Duration.ofHours(1);

  /** Nobody's ledger is older; what is kept for longer is a group's books. */
  private static final int MONTHS = 36;

  private final Wording wording;
  private final OwnPages pages;

  OwnFile(Wording wording, OwnPages pages) {
    this.wording = wording;
    this.pages = pages;
  }

  /** What is not about a person at hand: their closed cases, and what they laid out. */
  static List<Enquiry> asks(Dossier dossier, Wording wording, Content content, Instant now) {
    Person me = dossier.sender();
    boolean asked =
        me != null
            && content.tap() == null
            && wording
                .in(me.language())
                .talk()
                .interrupt(content.text().strip())
                .filter("my-data"::equals)
                .isPresent();
    if (me == null || !asked) return List.of();
    YearMonth month = YearMonth.from(now.atZone(dossier.cell().zone()));
    long kept = dossier.cell().rules().keepExpensesFor().toDays() / 28 + 2;
    return List.of(
        new Enquiry.OwnOf(
            me.id(),
            dossier.cell().groups().stream().map(Group::id).collect(Collectors.toSet()),
            IntStream.range(0, (int) Math.min(MONTHS, kept))
                .mapToObj(month::minusMonths)
                .collect(Collectors.toSet())));
  }

  /** It is made, and this says where it is. */
  String made(Draft draft, Person me) {
    Wording theirs = wording.to(draft, me.id());
    String language = theirs.talk().language();
    OwnPages.OwnPage page = pages.of(draft.cell().id(), me.id(), draft.cause().id(), language);
    Paper paper =
        new Paper(
            page.key(),
            language,
            theirs.words("privacy.page-title", Map.of()),
            new OwnParts(theirs, draft, me).all());
    draft.change("paper/" + me.id(), new Change.PaperIs(me.id(), paper, WORKS_FOR));
    String until = theirs.clock(draft, draft.now().plus(WORKS_FOR));
    return theirs.words("privacy.file", Map.of("link", page.address(), "until", until));
  }
}
