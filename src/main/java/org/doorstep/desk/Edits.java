package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.Kept;
import org.doorstep.help.Open;
import org.doorstep.help.Particulars;
import org.doorstep.help.When;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.PersonId;
import org.doorstep.understand.Understanding;

/** A job is put right: its time, or the note for whoever has it. All who have to know are told. */
final class Edits {

  private static final int LONGEST_NOTE = 500;

  private final Understanding understanding;
  private final Wording wording;
  private final ToLead toLead;
  private final Board board;
  private final DeskCard card;
  private final Holders holders;
  private final Turns turns;

  Edits(Understanding understanding, Wording wording, Board board, Holders holders, Turns turns) {
    this.understanding = understanding;
    this.wording = wording;
    this.toLead = new ToLead(wording);
    this.board = board;
    this.card = new DeskCard(wording);
    this.holders = holders;
    this.turns = turns;
  }

  /** Those who were asked for another time are asked afresh. */
  void when(Draft draft, Lead lead, HelpRequest job, String words) {
    var read = understanding.read(words, draft.now().atZone(draft.cell().zone())).when();
    Optional<When> when = Optional.ofNullable(read).map(found -> found.value());
    boolean gone =
        when.flatMap(w -> w.deadline(draft.cell().zone()))
            .filter(end -> !end.isAfter(draft.now()))
            .isPresent();
    if (job.over()) {
      toLead.tell(draft, lead, job, "group.over");
    } else if (when.isEmpty() || gone) {
      toLead.tell(draft, lead, job, "group.when-unclear");
    } else {
      List<HelpRequest> lookedFor =
          Stream.concat(Stream.of(job), Parts.others(draft, job).stream())
              .filter(Edits::lookedFor)
              .toList();
      edit(draft, lead, job, "group.edited-when", one -> wanted(one, when.get()));
      lookedFor.stream()
          .flatMap(before -> draft.request(before.id().value()).stream())
          .flatMap(now -> now instanceof Open open ? Stream.of(open) : Stream.of())
          .forEach(open -> turns.begin(draft, open));
    }
  }

  private static HelpRequest wanted(HelpRequest job, When when) {
    HelpRequest edited = job.with(job.particulars().wanted(when));
    return lookedFor(job) ? ((HelpRequest.Seeking) edited).askedAgain() : edited;
  }

  private static boolean lookedFor(HelpRequest job) {
    return job instanceof HelpRequest.Seeking seeking && !seeking.search().handedOver();
  }

  /** Words that tell of danger are an officer's to read, never a volunteer's. */
  void note(Draft draft, Lead lead, HelpRequest job, String words) {
    if (job.over()) {
      toLead.tell(draft, lead, job, "group.over");
    } else if (words.length() > LONGEST_NOTE || understanding.danger(words).isPresent()) {
      toLead.tell(draft, lead, job, "group.note-unfit");
    } else {
      edit(draft, lead, job, "group.edited-note", one -> one.with(one.particulars().noted(words)));
    }
  }

  /** With it the other parts of a job for several people; of those the lead is not told again. */
  private void edit(
      Draft draft, Lead lead, HelpRequest job, String told, UnaryOperator<HelpRequest> change) {
    HelpRequest edited = edited(draft, change.apply(job), told);
    Parts.others(draft, job).stream()
        .filter(other -> !(other instanceof HelpRequest.Closed))
        .forEach(other -> edited(draft, change.apply(other), told));
    toLead.tell(draft, lead, edited, "group.edited");
    Wording residents = wording.to(draft, edited.resident());
    draft.tell(
        edited.resident(), residents.say(told, values(residents, draft, edited, note(told))), HOLD);
  }

  private static boolean note(String told) {
    return told.endsWith("note");
  }

  private HelpRequest edited(Draft draft, HelpRequest edited, String told) {
    draft.put(edited);
    draft.fact(new Fact.Edited(edited.id()));
    board.update(draft, edited);
    if (edited instanceof InTriage waiting) card.changed(draft, waiting);
    for (PersonId volunteer : toldOf(edited, note(told))) {
      Wording theirs = wording.to(draft, volunteer);
      draft.tell(
          volunteer,
          theirs.say(told + "-volunteer", values(theirs, draft, edited, note(told))),
          HOLD,
          edited.resident());
    }
    if (edited instanceof HelpRequest.Claimed claimed) holders.watch(draft, claimed);
    return edited;
  }

  /** A note is for the one who has it; a time for those who said yes too. */
  private static Set<PersonId> toldOf(HelpRequest job, boolean note) {
    Set<PersonId> told = new LinkedHashSet<>();
    switch (job) {
      case HelpRequest.Claimed c -> {
        told.add(c.holder());
        if (!note && c.offeredTo() != null) told.add(c.offeredTo());
      }
      case Kept k when !note -> told.add(k.volunteer());
      case Kept k -> {}
      case HelpRequest.Seeking s -> {}
      case InTriage t -> {}
      case WithOfficer w -> {}
      case Delivered d -> {}
      case HelpRequest.Closed c -> {}
    }
    if (!note) told.addAll(job.standby().volunteers());
    return told;
  }

  private static Map<String, String> values(
      Wording theirs, Draft draft, HelpRequest job, boolean note) {
    Map<String, String> values = new LinkedHashMap<>(theirs.open(draft, job));
    Particulars p = job.particulars();
    if (note) Wording.put(values, "note", p.note());
    return values;
  }
}
