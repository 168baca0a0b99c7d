package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Open;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Choice;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Known;
import org.doorstep.talk.SlotValue;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;

/** Passes words on between two people who do not see each other's numbers. */
final class Relay {

  /** The conversation that remembers a text while its writer is asked whom it is for. */
  static final String FLOW = "relay";

  private static final String WHICH = "which";

  private final Wording wording;
  private final OfficersLine line;
  private final Holders holders;

  Relay(Wording wording, OfficersLine line, Holders holders) {
    this.wording = wording;
    this.line = line;
    this.holders = holders;
  }

  /** While a job lasts, its two ends may write to each other. */
  static List<HelpRequest> lines(Draft draft, PersonId person) {
    return draft.requests().stream()
        .filter(
            r ->
                switch (r) {
                  case HelpRequest.Claimed c ->
                      c.holder().equals(person) || c.resident().equals(person);
                  case Delivered d -> d.holder().equals(person) || d.resident().equals(person);
                  case Open o -> false;
                  case WithOfficer w -> false;
                  case HelpRequest.Closed c -> false;
                })
        .toList();
  }

  /**
   * To whoever is at the other end, all of them where several people do one job; with more than one
   * line open, the writer is asked which.
   */
  void pass(Draft draft, Person from, String text) {
    List<HelpRequest> lines = lines(draft, from.id());
    List<HelpRequest> jobs = Parts.once(lines);
    if (jobs.size() == 1) pass(draft, from, jobs.getFirst(), text);
    else ask(draft, from, jobs, text);
  }

  private void ask(Draft draft, Person from, List<HelpRequest> lines, String text) {
    Wording theirs = wording.to(draft, from.id());
    List<Choice> choices = new ArrayList<>();
    for (HelpRequest line : lines) {
      String label = names(draft, theirs, line, from.id()) + ", " + theirs.need(line.particulars());
      choices.add(
          new Choice(new Tap(FLOW, 1, WHICH, "this", JobRef.to(line).about()), label, null));
    }
    keep(draft, from.id(), WHICH, text);
    draft.tell(from.id(), theirs.talk().choose("job.which-person", Map.of(), choices), HOLD);
  }

  /** Remembers a text while its writer is asked something about it. */
  static void keep(Draft draft, PersonId writer, String question, String text) {
    draft.converse(writer, question(draft, question, text));
  }

  static Conversation question(Draft draft, String question, String text) {
    Instant now = draft.now();
    return new Conversation(
        FLOW,
        1,
        question,
        null,
        Map.of("text", new Known(new SlotValue.Words(text), Known.Source.TYPED, 1)),
        List.of(),
        0,
        0,
        null,
        now,
        now,
        now);
  }

  /** The text that waits for an answer to this question, if there is one. */
  static @Nullable String kept(@Nullable Conversation open, String question) {
    return open != null && open.flow().equals(FLOW) && open.state().equals(question)
        ? Asked.text(open.slots(), "text")
        : null;
  }

  /** They said whom the text that is kept was for. */
  void chosen(Draft draft, Person from, HelpRequest line) {
    String text = kept(draft.conversation(from), WHICH);
    if (text == null) return;
    draft.converse(from.id(), null);
    if (lines(draft, from.id()).contains(line)) pass(draft, from, line, text);
  }

  private static String names(Draft draft, Wording theirs, HelpRequest line, PersonId from) {
    return all(draft, line, from).stream()
        .map(one -> theirs.name(draft, otherEnd(one, from)))
        .collect(Collectors.joining(", "));
  }

  /** Where several people do it, all of whom the writer may write to about it. */
  private static List<HelpRequest> all(Draft draft, HelpRequest line, PersonId from) {
    return lines(draft, from).stream()
        .filter(l -> l.id().equals(line.id()) || line.particulars().partOfTheSame(l.id()))
        .toList();
  }

  void pass(Draft draft, Person from, HelpRequest line, String text) {
    all(draft, line, from.id()).forEach(one -> passOne(draft, from, one, text));
  }

  private void passOne(Draft draft, Person from, HelpRequest line, String text) {
    PersonId to = otherEnd(line, from.id());
    boolean toResident = to.equals(line.resident());
    Wording theirs = wording.to(draft, to);
    String name = theirs.name(draft, from.id());
    draft.tell(
        to,
        toResident
            ? theirs.say("request-help.relayed", Map.of("volunteer", name, "text", text))
            : theirs.say("job.relayed", Map.of("name", name, "text", text)),
        HOLD,
        from.id());
    draft.fact(new Fact.Relayed(from.id(), to));
    if (toResident && line instanceof HelpRequest.Claimed claimed) holders.heardOf(draft, claimed);
  }

  static PersonId otherEnd(HelpRequest line, PersonId person) {
    PersonId holder =
        switch (line) {
          case HelpRequest.Claimed c -> c.holder();
          case Delivered d -> d.holder();
          case Open o -> o.resident();
          case WithOfficer w -> w.resident();
          case HelpRequest.Closed c -> c.resident();
        };
    return holder.equals(person) ? line.resident() : holder;
  }

  /** A photo or a document, to the officer's thread. */
  boolean fileToOfficer(Draft draft, Person from, Content content) {
    return line.attached(draft, from, content);
  }

  /** The same, with a photo or a document that came with it. */
  boolean toOfficer(Draft draft, Person from, String text, Content content) {
    boolean heard = toOfficer(draft, from, text);
    if (heard) fileToOfficer(draft, from, content);
    return heard;
  }

  /** To the officer's thread, in the person's own words; but a yes to being forgotten is ours. */
  boolean toOfficer(Draft draft, Person from, String text) {
    Conversation asked = draft.conversation(from);
    if (asked != null && Hearing.asksWhetherToForget(asked)) return false;
    return line.heard(draft, from, text);
  }
}
