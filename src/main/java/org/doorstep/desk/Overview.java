package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.PersonId;
import org.doorstep.talk.LeadsOrder;

/** Who is waiting, and for how long: for those who run a group, and without names for all. */
final class Overview {

  /** Jobs in one message. */
  private static final int PAGE = 8;

  /** Lines of a text to paste; what it says fits into one message. */
  private static final int PASTED = 20;

  private final Wording wording;

  Overview(Wording wording) {
    this.wording = wording;
  }

  static boolean shows(LeadsOrder order) {
    return Set.of("board", "open-needs", "open-intake").contains(order.name());
  }

  /** The numbers go on from page to page, and are remembered. */
  void board(Draft draft, Lead lead, int page) {
    Wording theirs = wording.to(draft, lead.person().id());
    List<HelpRequest> open = open(draft);
    remember(draft, lead, open);
    int pages = Math.max(1, (open.size() + PAGE - 1) / PAGE);
    int from = PAGE * (Math.min(page, pages) - 1);
    List<HelpRequest> shown = open.subList(from, Math.min(open.size(), from + PAGE));
    Map<String, String> values = new LinkedHashMap<>();
    values.put("group", lead.groupNames());
    values.put("number", Integer.toString(open.size()));
    List<String> lines = new ArrayList<>();
    Set<PersonId> named = new LinkedHashSet<>();
    Standing standing = new Standing(theirs);
    for (HelpRequest job : shown) {
      Map<String, String> line = new LinkedHashMap<>(theirs.open(draft, job));
      line.put("number", Integer.toString(from + lines.size() + 1));
      line.put("state", standing.of(draft, job));
      line.put("reference", reference(job));
      lines.add(theirs.words("group.board-line", line));
      named.addAll(job.parties());
      named.remove(job.resident());
    }
    values.put("list", String.join("\n", lines));
    int more = open.size() - from - shown.size();
    if (more > 0) {
      values.put("more", Integer.toString(more));
      values.put("page", Integer.toString(Math.min(page, pages) + 1));
    }
    draft.tell(
        lead.person().id(),
        theirs.say(open.isEmpty() ? "group.board-empty" : "group.board", values),
        HOLD,
        named.toArray(PersonId[]::new));
  }

  /** In capitals, as one would write it. */
  static String reference(HelpRequest job) {
    return job.id().reference().toUpperCase(Locale.ROOT);
  }

  private static void remember(Draft draft, Lead lead, List<HelpRequest> open) {
    Office office = draft.office();
    Office shown = office.shown(lead.person().id(), open.stream().map(HelpRequest::id).toList());
    if (!shown.equals(office)) draft.put(shown);
  }

  private static List<HelpRequest> open(Draft draft) {
    return draft.dossier().answers().open().stream().filter(job -> !job.over()).toList();
  }

  /** What anybody may read who may help: kinds of help, rough places, times. */
  void needs(Draft draft, Lead lead) {
    Wording theirs = wording.to(draft, lead.person().id());
    List<HelpRequest> wanted =
        open(draft).stream()
            .filter(job -> job instanceof HelpRequest.Seeking s && !s.search().alone())
            .toList();
    List<HelpRequest> once = Parts.once(wanted);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("group", lead.groupNames());
    values.put("number", Integer.toString(once.size()));
    values.put("contact", draft.cell().whatsappNumber());
    values.put(
        "list",
        once.stream()
            .limit(PASTED)
            .map(job -> line(theirs, draft, job, wanted))
            .collect(Collectors.joining("\n")));
    if (once.size() > PASTED) {
      values.put("more", Integer.toString(once.size() - PASTED));
    }
    draft.tell(
        lead.person().id(),
        theirs.say(wanted.isEmpty() ? "group.needs-none" : "group.needs", values),
        HOLD);
  }

  /** A job for several people stands there once, with how many of them are wanted. */
  private static String line(
      Wording theirs, Draft draft, HelpRequest job, List<HelpRequest> wanted) {
    Map<String, String> values = bare(theirs, draft, job);
    if (job.particulars().crew() == null) return theirs.words("group.needs-line", values);
    int missing = 1 + Parts.missing(Parts.others(wanted, job));
    values.put("missing", Integer.toString(missing));
    return theirs.words("group.needs-several", values);
  }

  private static Map<String, String> bare(Wording theirs, Draft draft, HelpRequest job) {
    Map<String, String> values = theirs.open(draft, job);
    values.keySet().retainAll(Set.of("need", "place", "when"));
    return values;
  }
}
