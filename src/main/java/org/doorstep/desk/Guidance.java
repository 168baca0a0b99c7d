package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.DROP;
import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Particulars;
import org.doorstep.people.Flag;
import org.doorstep.people.Guided;
import org.doorstep.people.Person;
import org.doorstep.people.Volunteering;

/** Safe practice, at the moment it is needed: a few lines with a job, more for whoever asks. */
final class Guidance {

  private static final String ADVICE = "job.advice-";

  /** For the needs that have no lines of their own. */
  private static final String ANY = "other";

  private static final String WATCH = "watch";

  private final Wording wording;

  Guidance(Wording wording) {
    this.wording = wording;
  }

  /** Before the details of a job, so that these stay at hand; of each kind once a day. */
  void with(Draft draft, HelpRequest.Claimed claimed) {
    Person holder = draft.person(claimed.holder()).orElse(null);
    Volunteering offer = holder == null ? null : holder.volunteering();
    if (holder == null || offer == null) return;
    LocalDate today = draft.now().atZone(draft.cell().zone()).toLocalDate();
    Wording theirs = wording.to(draft, holder.id());
    Guided guided = offer.guided();
    for (String kind : kinds(theirs, claimed.particulars())) {
      if (guided.has(kind, today)) continue;
      guided = guided.and(kind, today);
      draft.tell(holder.id(), theirs.say(ADVICE + kind), DROP);
    }
    if (!guided.equals(offer.guided())) draft.put(holder.offering(offer.guided(guided)));
  }

  /** While a sealed case of theirs, or of whom they help, is open: once a day, when they write. */
  void remind(Draft draft, Person me) {
    Volunteering offer = me.volunteering();
    LocalDate today = draft.now().atZone(draft.cell().zone()).toLocalDate();
    if (offer == null || !watches(draft, me) || offer.guided().has(WATCH, today)) return;
    draft.put(me.offering(offer.guided(offer.guided().and(WATCH, today))));
    draft.tell(me.id(), wording.to(draft, me.id()).say(Advice.VOLUNTEER.id()), DROP);
  }

  private static boolean watches(Draft draft, Person me) {
    return draft.cases().stream()
        .filter(c -> c.isOpen() && c.isSealed())
        .anyMatch(
            c ->
                c.person().equals(me.id())
                    || Optional.ofNullable(c.matter().request())
                        .flatMap(id -> draft.request(id.value()))
                        .filter(
                            r -> r instanceof HelpRequest.Claimed h && h.holder().equals(me.id()))
                        .isPresent());
  }

  /** GUIDE: the lines for the jobs they have, and what holds for every job. */
  void show(Draft draft, Person me) {
    Wording theirs = wording.to(draft, me.id());
    draft.requests().stream()
        .filter(r -> r instanceof HelpRequest.Claimed c && c.holder().equals(me.id()))
        .flatMap(job -> kinds(theirs, job.particulars()).stream())
        .distinct()
        .forEach(kind -> draft.tell(me.id(), theirs.say(ADVICE + kind), HOLD));
    if (watches(draft, me)) draft.tell(me.id(), theirs.say(Advice.VOLUNTEER.id()), HOLD);
    Map<String, String> values = Map.of("coordinator", wording.coordinator(draft));
    draft.tell(me.id(), theirs.say("job.guide", values), HOLD);
  }

  private static List<String> kinds(Wording theirs, Particulars job) {
    String need = job.need().key();
    String own = theirs.talk().knows(ADVICE + need) ? need : ANY;
    return job.flags().contains(Flag.CHILD)
        ? Stream.of(own, "child").distinct().toList()
        : List.of(own);
  }
}
