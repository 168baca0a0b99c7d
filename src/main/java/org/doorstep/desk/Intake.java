package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.cell.Group;
import org.doorstep.cell.OpeningHours;
import org.doorstep.help.Asking;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Particulars;
import org.doorstep.people.Person;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;

/**
 * Whether a group takes in requests just now. While it does not, what is asked for is kept and put
 * to nobody, the one who asks is told so, and what cannot wait goes its way.
 */
final class Intake {

  /** What a resident was asked about a request that waits. */
  static final String QUESTION = "shut";

  /** While a pause lasts, each request looks so often whether it is over. */
  private static final Duration LOOKS_AGAIN = Duration.ofMinutes(30);

  /** Fewer say nothing about the next. */
  private static final int ENOUGH = 5;

  /** So many that waited are woken with the order; the others look by themselves. */
  private static final int AT_ONCE = 100;

  private final Wording wording;

  Intake(Wording wording) {
    this.wording = wording;
  }

  /** Whether the office has to be asked before something is decided about these. */
  static boolean matters(HelpRequest request) {
    return request instanceof HelpRequest.Seeking seeking
        && seeking.search().wave() == 0
        && seeking.search().round() == 1;
  }

  /** When a request that waits is looked at again; empty where it does not wait. */
  static Optional<Instant> holds(Draft draft, HelpRequest.Seeking seeking) {
    Particulars wanted = seeking.particulars();
    if (!matters(seeking) || Asking.pressing(wanted)) return Optional.empty();
    Instant now = draft.now();
    Optional<Instant> again =
        draft.office().paused().containsKey(wanted.group())
            ? Optional.of(now.plus(LOOKS_AGAIN))
            : opens(draft, wanted.group());
    Instant deadline = draft.deadline(seeking);
    return again.map(
        at -> deadline != null && deadline.isAfter(now) && deadline.isBefore(at) ? deadline : at);
  }

  private static Optional<Instant> opens(Draft draft, String group) {
    OpeningHours hours = draft.cell().group(group).map(Group::hours).orElse(null);
    return hours == null || hours.open(draft.now(), draft.cell().zone())
        ? Optional.empty()
        : Optional.of(hours.openAfter(draft.now(), draft.cell().zone()));
  }

  /** Where it has to wait: the honest message, instead of "I am asking volunteers now". */
  void tell(Draft draft, HelpRequest.Seeking kept) {
    if (holds(draft, kept).isEmpty()) return;
    draft.leaveUnsaid("request-help.waiting");
    Wording theirs = wording.to(draft, kept.resident());
    Map<String, String> values = new LinkedHashMap<>(theirs.open(draft, kept));
    String group = kept.particulars().group();
    boolean paused = draft.office().paused().containsKey(group);
    if (!paused) {
      opens(draft, group).ifPresent(at -> values.put("until", theirs.clock(draft, at)));
    }
    wait(draft, group)
        .ifPresent(
            wait ->
                values.put("wait", new Standing(theirs).ago(draft.now().minus(wait), draft.now())));
    String about = JobRef.to(kept).about();
    Unbidden.ask(draft, kept.resident(), QUESTION, about);
    draft.tell(kept.resident(), theirs.say("group." + QUESTION, about, values), HOLD);
  }

  /** How long this one waited; one that was opened again says nothing about the next. */
  static void remember(Draft draft, HelpRequest.Claimed claimed) {
    if (claimed.search().round() != 1) return;
    Particulars p = claimed.particulars();
    Duration waited = Duration.between(p.openedAt(), draft.now());
    draft.change("waited/" + claimed.id(), new Change.Waited(p.group(), waited));
  }

  /** How long it took lately until somebody said yes: half of them waited no longer. */
  static Optional<Duration> wait(Draft draft, String group) {
    List<Duration> waits =
        draft.dossier().answers().waits().getOrDefault(group, List.of()).stream().sorted().toList();
    return waits.size() < ENOUGH ? Optional.empty() : Optional.of(waits.get(waits.size() / 2));
  }

  /** Whether the words answer the question; if so it has been dealt with. */
  boolean typed(Draft draft, Person me, String text) {
    Conversation open = draft.conversation(me);
    String about = kept(open);
    if (about == null) return false;
    Optional<String> choice = wording.to(draft, me.id()).talk().answer("group." + QUESTION, text);
    choice.ifPresent(answer -> tapped(draft, me, new Tap(Orders.FLOW, 1, QUESTION, answer, about)));
    return choice.isPresent();
  }

  static @Nullable String kept(@Nullable Conversation open) {
    return Relay.kept(open, QUESTION);
  }

  void tapped(Draft draft, Person me, Tap tap) {
    if (kept(draft.conversation(me)) != null) draft.converse(me.id(), null);
    Wording theirs = wording.to(draft, me.id());
    HelpRequest job =
        JobRef.of(tap)
            .flatMap(ref -> draft.request(ref.request()))
            .filter(r -> r.resident().equals(me.id()) && !r.over())
            .orElse(null);
    if (job == null) {
      draft.tell(me.id(), theirs.say("common.closed"), HOLD);
      return;
    }
    Map<String, String> values = new LinkedHashMap<>(theirs.open(draft, job));
    values.put("neighbouring-groups", draft.cell().neighbours());
    String id = tap.choice().equals("elsewhere") ? "group.shut-elsewhere" : "group.shut-kept";
    draft.tell(me.id(), theirs.say(id, values), HOLD);
  }

  // ---- what a lead orders

  void pause(Draft draft, Lead lead, String name) {
    Group group = which(draft, lead, name).orElse(null);
    if (group == null) return;
    draft.put(draft.office().pausing(group.id(), draft.now()));
    draft.fact(new Fact.IntakePaused(group.id()));
    tell(draft, lead, group, "group.paused");
  }

  /** What waited is put to volunteers at once, or else when it looks again. */
  void open(Draft draft, Lead lead, String name) {
    Group group = which(draft, lead, name).orElse(null);
    if (group == null) return;
    draft.put(draft.office().opening(group.id()));
    draft.fact(new Fact.IntakeOpened(group.id()));
    draft.dossier().answers().open().stream()
        .filter(job -> matters(job) && job.particulars().group().equals(group.id()))
        .limit(AT_ONCE)
        .forEach(
            job -> draft.wake(new Alarm.NextWave(job.id(), job.search().round()), draft.now()));
    tell(
        draft,
        lead,
        group,
        opens(draft, group.id()).isPresent() ? "group.opened-later" : "group.opened");
  }

  /** Their only one, or the one whose name was given; otherwise they are told which there are. */
  private Optional<Group> which(Draft draft, Lead lead, String name) {
    String wanted = name.strip();
    List<Group> meant =
        lead.groups().stream()
            .filter(
                g -> wanted.isEmpty() || g.name().equalsIgnoreCase(wanted) || g.id().equals(wanted))
            .toList();
    if (meant.size() == 1) return Optional.of(meant.getFirst());
    Wording theirs = wording.to(draft, lead.person().id());
    Map<String, String> values = Map.of("group", lead.groupNames());
    draft.tell(lead.person().id(), theirs.say("group.which-group", values), HOLD);
    return Optional.empty();
  }

  private void tell(Draft draft, Lead lead, Group group, String id) {
    Wording theirs = wording.to(draft, lead.person().id());
    Map<String, String> values = new LinkedHashMap<>(Map.of("group", group.name()));
    values.put("coordinator", theirs.coordinator(draft));
    opens(draft, group.id()).ifPresent(at -> values.put("until", theirs.clock(draft, at)));
    draft.tell(lead.person().id(), theirs.say(id, values), HOLD);
  }
}
