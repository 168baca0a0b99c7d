package org.doorstep.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.RequestId;

/** The open cases that somebody may see, in the order in which they should be looked at. */
record CaseList(List<Case> all, Map<RequestId, HelpRequest> jobs) {

  /** Of those that were looked up for them. */
  static CaseList of(Draft draft, Caseworker me) {
    Visible visible = new Visible(draft.cell(), me);
    Map<String, Case> cases = new LinkedHashMap<>();
    draft.dossier().answers().cases().forEach(c -> cases.put(c.id().value(), c));
    // what this decision makes of them
    draft.cases().forEach(c -> cases.put(c.id().value(), c));
    Map<RequestId, HelpRequest> jobs = new LinkedHashMap<>();
    draft.dossier().answers().open().forEach(job -> jobs.put(job.id(), job));
    return new CaseList(visible.cases(cases.values().stream().filter(Case::isOpen).toList()), jobs);
  }

  /** Nobody has taken them: the most serious first, and of those the oldest. */
  List<Case> waiting() {
    return all.stream()
        .filter(Case.Waiting.class::isInstance)
        .sorted(
            Comparator.comparing((Case c) -> rank(c.matter().reason()))
                .thenComparing(c -> c.matter().openedAt())
                .thenComparing(c -> c.id().value()))
        .toList();
  }

  /** What somebody has taken: where nobody has written for longest comes first. */
  List<Case.Acknowledged> takenBy(String user) {
    return all.stream()
        .flatMap(c -> c instanceof Case.Acknowledged a ? Optional.of(a).stream() : null)
        .filter(a -> a.officer().equals(user))
        .sorted(Comparator.comparing(Case::lastSaid).thenComparing(c -> c.id().value()))
        .toList();
  }

  private static int rank(Reason reason) {
    return switch (reason) {
      case DANGER, YOUNG, EMERGENCY -> 0;
      case WORRIED, ALLEGATION, NOT_FOR_NEIGHBOURS, RETURNED, MISSED -> 1;
      case MONEY, MOVING_IN -> 2;
      case REFERRAL, ASKED_FOR_A_PERSON, UNFILLED, FROM_A_LEAD -> 2;
      case UNDELIVERED -> 3;
    };
  }

  /** Why, what and roughly where, and how long ago: nothing of whom, and nobody's words. */
  Map<String, String> values(Draft draft, Wording theirs, Case each) {
    Map<String, String> values = new LinkedHashMap<>();
    RequestId about = each.matter().request();
    HelpRequest job =
        about == null ? null : draft.request(about.value()).orElseGet(() -> jobs.get(about));
    if (job != null) values.putAll(theirs.open(draft, job));
    String reason = each.matter().reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    values.put("title", theirs.words("case.title-" + reason, Map.of()));
    Standing standing = new Standing(theirs);
    values.put("waiting", standing.ago(each.matter().openedAt(), draft.now()));
    values.put("silent", standing.ago(each.lastSaid(), draft.now()));
    if (each instanceof Case.Acknowledged taken) {
      Instant since = taken.since();
      values.put("since", standing.ago(since, draft.now()));
      values.put("officer", CaseCard.officerName(draft, each, taken.officer()));
    }
    return values;
  }
}
