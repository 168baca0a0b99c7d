package org.doorstep.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.doorstep.cell.Assessed;
import org.doorstep.cell.Level;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.Kept;
import org.doorstep.help.WithOfficer;

/** Whoever runs a group moves a request to another level: it goes the way of that one. */
final class Levels {

  private final ToLead toLead;
  private final Triage triage;
  private final Residents residents;

  Levels(Wording wording, Triage triage, Residents residents) {
    this.toLead = new ToLead(wording);
    this.triage = triage;
    this.residents = residents;
  }

  void move(Draft draft, Lead lead, HelpRequest job, String named) {
    Level level = level(named).orElse(null);
    if (level == null) {
      String all = Arrays.stream(Level.values()).map(Level::key).collect(Collectors.joining(", "));
      toLead.tell(draft, lead, job, "triage.which-level", Map.of("list", all));
      return;
    }
    switch (job) {
      case HelpRequest.Seeking seeking -> moved(draft, lead, seeking, level);
      case InTriage waiting -> {
        triage.takenAway(draft, waiting);
        moved(draft, lead, waiting.toNeighbours(), level);
      }
      case WithOfficer with when Lead.isOfficer(draft) && !level.aboveNeighbours() -> {
        residents.askAgain(draft, (WithOfficer) at(with, level));
        told(draft, lead, with);
      }
      case WithOfficer with -> toLead.tell(draft, lead, job, "group.only-an-officer");
      case Kept kept -> toLead.tell(draft, lead, job, "triage.move-not-open");
      case HelpRequest.Claimed claimed -> toLead.tell(draft, lead, job, "triage.move-not-open");
      case Delivered delivered -> toLead.tell(draft, lead, job, "group.over");
      case HelpRequest.Closed closed -> toLead.tell(draft, lead, job, "group.over");
    }
  }

  private static Optional<Level> level(String named) {
    String word = named.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(Level.values()).filter(level -> level.key().equals(word)).findFirst();
  }

  private static HelpRequest at(HelpRequest job, Level level) {
    return job.with(job.particulars().assessed(Assessed.byHand(level)));
  }

  /** Whoever was offered it may take it no more, where somebody else is to look first. */
  private void moved(Draft draft, Lead lead, HelpRequest.Seeking seeking, Level level) {
    for (HelpRequest part : Parts.others(draft, seeking)) {
      if (part instanceof HelpRequest.Seeking || part instanceof InTriage) {
        draft.put(at(part, level));
      }
    }
    draft.put(at(seeking, level));
    draft.fact(new Fact.LevelMoved(seeking.id(), level));
    triage.again(draft, (HelpRequest.Seeking) at(seeking, level));
    told(draft, lead, seeking);
  }

  private void told(Draft draft, Lead lead, HelpRequest job) {
    HelpRequest now = draft.request(job.id().value()).orElse(job);
    toLead.tell(
        draft,
        lead,
        now,
        "triage.moved",
        DeskCard.level(toLead.words(draft, lead), now.particulars()));
  }
}
