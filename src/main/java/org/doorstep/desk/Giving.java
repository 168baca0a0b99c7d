package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Choice;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;

/** "Hand over to Amy": which job, and which Amy. */
final class Giving {

  /** The order's name in {@code common.yml}. */
  static final String ORDER = "hand-over";

  private static final String STATE = "give";

  private final Wording wording;
  private final HandOvers handOvers;

  Giving(Wording wording, HandOvers handOvers) {
    this.wording = wording;
    this.handOvers = handOvers;
  }

  /** Whom to look up for these words, or for the tap that says which job. */
  static Optional<Enquiry> asks(Dossier dossier, Wording wording, String text) {
    Person me = dossier.sender();
    if (me == null) return Optional.empty();
    boolean named = wording.in(me.language()).talk().named(ORDER, text).isPresent();
    if (!named && kept(dossier.conversation()) == null) return Optional.empty();
    return held(dossier.requests().stream(), me.id())
        .findFirst()
        .map(Enquiry.VolunteersNear::around);
  }

  private static Stream<HelpRequest.Claimed> held(Stream<HelpRequest> jobs, PersonId me) {
    return jobs.flatMap(r -> r instanceof HelpRequest.Claimed c ? Stream.of(c) : Stream.of())
        .filter(c -> c.holder().equals(me));
  }

  /** Whoever holds nothing means something else. */
  static boolean may(Draft draft, Person me) {
    return held(draft.requests().stream(), me.id()).findFirst().isPresent();
  }

  void give(Draft draft, Person me, String name) {
    List<HelpRequest.Claimed> held = held(draft.requests().stream(), me.id()).toList();
    Wording theirs = wording.to(draft, me.id());
    switch (held.size()) {
      case 0 -> draft.tell(me.id(), theirs.say("job.my-jobs-none"), HOLD);
      case 1 -> give(draft, me, held.getFirst(), name);
      default -> {
        Relay.keep(draft, me.id(), STATE, name);
        List<Choice> choices = new ArrayList<>();
        for (HelpRequest.Claimed job : held) {
          choices.add(
              new Choice(
                  new Tap("job", 1, "which", STATE, JobRef.to(job).about()),
                  theirs.need(job.particulars()),
                  theirs.when(draft, job.particulars())));
        }
        String list = theirs.lines(draft, List.copyOf(held));
        draft.tell(me.id(), theirs.talk().choose("job.which", Map.of("list", list), choices), HOLD);
      }
    }
  }

  /** They said which of their jobs. */
  void chosen(Draft draft, Person me, HelpRequest.Claimed job) {
    String name = kept(draft.conversation(me));
    if (name == null) return;
    draft.converse(me.id(), null);
    give(draft, me, job, name);
  }

  private void give(Draft draft, Person me, HelpRequest.Claimed job, String name) {
    Wording theirs = wording.to(draft, me.id());
    switch (Named.of(draft, name, job, Set.of(me.id()))) {
      case Named.One one -> handOvers.ask(draft, job, one.volunteer());
      case Named.Several s ->
          draft.tell(me.id(), theirs.say("job.hand-over-several", Map.of("volunteer", name)), HOLD);
      case Named.Nobody n ->
          draft.tell(me.id(), theirs.say("job.hand-over-nobody", Map.of("volunteer", name)), HOLD);
    }
  }

  private static @Nullable String kept(@Nullable Conversation open) {
    return Relay.kept(open, STATE);
  }
}
