package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Kept;
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
  private final Holders holders;
  private final Turns turns;

  Edits(Understanding understanding, Wording wording, Board board, Holders holders, Turns turns) {
    this.understanding = understanding;
    this.wording = wording;
    this.toLead = new ToLead(wording);
    this.board = board;
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
      HelpRequest edited = job.with(job.particulars().wanted(when.get()));
      if (edited instanceof HelpRequest.Seeking seeking && !seeking.search().handedOver()) {
        HelpRequest.Seeking again = seeking.askedAgain();
        edit(draft, lead, again, "group.edited-when");
        turns.begin(draft, again);
      } else {
        edit(draft, lead, edited, "group.edited-when");
      }
    }
  }

  /** Words that tell of danger are an officer's to read, never a volunteer's. */
  void note(Draft draft, Lead lead, HelpRequest job, String words) {
    if (job.over()) {
      toLead.tell(draft, lead, job, "group.over");
    } else if (words.length() > LONGEST_NOTE || understanding.danger(words).isPresent()) {
      toLead.tell(draft, lead, job, "group.note-unfit");
    } else {
      edit(draft, lead, job.with(job.particulars().noted(words)), "group.edited-note");
    }
  }

  private void edit(Draft draft, Lead lead, HelpRequest edited, String told) {
    draft.put(edited);
    draft.fact(new Fact.Edited(edited.id()));
    board.update(draft, edited);
    toLead.tell(draft, lead, edited, "group.edited");
    boolean note = told.endsWith("note");
    Wording residents = wording.to(draft, edited.resident());
    draft.tell(
        edited.resident(), residents.say(told, values(residents, draft, edited, note)), HOLD);
    for (PersonId volunteer : toldOf(edited, note)) {
      Wording theirs = wording.to(draft, volunteer);
      draft.tell(
          volunteer,
          theirs.say(told + "-volunteer", values(theirs, draft, edited, note)),
          HOLD,
          edited.resident());
    }
    if (edited instanceof HelpRequest.Claimed claimed) holders.watch(draft, claimed);
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
