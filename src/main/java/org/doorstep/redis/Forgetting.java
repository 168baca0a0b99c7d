package org.doorstep.redis;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.doorstep.bridge.CaseId;
import org.doorstep.cell.Cell;
import org.doorstep.desk.Alarm;
import org.doorstep.help.Arrangement;
import org.doorstep.help.ArrangementId;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.RequestId;
import org.doorstep.help.Thing;
import org.doorstep.people.PersonId;

/** A person leaves nothing behind. */
record Forgetting(
    Keys keys,
    Commit commit,
    Draft draft,
    Rolls rolls,
    Committing.Gathered gathered,
    Cell cell,
    Instant now) {

  /** The key goes, and with it the sense of all it sealed; what would be left over goes too. */
  void leaveNothing(Set<PersonId> gone) {
    for (PersonId person : gone) {
      rolls.gone(person);
      commit.step("unkey", List.of(), Utf8.bytes(person.value()));
      commit.step("gone", List.of(keys.person(person)));
      commit.step("gone", List.of(keys.talk(person)));
      commit.step("gone", List.of(keys.thought(person)));
      commit.step("gone", List.of(keys.held(person)));
      commit.step("gone", List.of(keys.paper(person)));
      commit.step("unknown", List.of(keys.known(person), keys.aliases()));
      commit.step("unlink", List.of(keys.geo()), Utf8.bytes(person.value()));
      commit.step("untally", List.of(keys.tallies()), Utf8.bytes(person.value()));
      draft.silenced.add(new Alarm.FormLeft(person, "").key());
      draft.silenced.add(new Alarm.SaidAll(person, now).key());
      draft.silenced.add(new Alarm.FormTimer(person, "", now).key());
      draft.silenced.add(new Alarm.AskLater(person, "").key());
      draft.silenced.add(new Alarm.Applied(person, now, 0).key());
      draft.silenced.add(new Alarm.HomeDue(person).key());
      draft.silenced.add(new Alarm.LongSilent(person).key());
      draft.silenced.add(Alarm.Outcome.keyOf(person));
    }
    gathered.links().forEach(link -> draft.unlinked.add(link.toString()));
    gathered
        .left()
        .forEach(
            (ref, kept) -> {
              switch (ref.kind()) {
                case REQUEST ->
                    draft.gone(
                        new RequestId(ref.id()),
                        kept.open(HelpRequest.class, ref, gathered.ring()));
                case ARRANGEMENT ->
                    draft.gone(
                        new ArrangementId(ref.id()),
                        kept.open(Arrangement.class, ref, gathered.ring()));
                case THING ->
                    new Shelf(draft).left(ref, kept.open(Thing.class, ref, gathered.ring()));
                case CASE -> {
                  commit.step("gone", List.of(ref.key(keys)));
                  draft.callable(new CaseId(ref.id()), cell, false);
                  draft.unlinked.add(Draft.ofCell(new CaseId(ref.id())));
                  draft.silenced.add(new Alarm.Unacknowledged(new CaseId(ref.id()), 0).key());
                  draft.silenced.add(new Alarm.HandBack(new CaseId(ref.id())).key());
                  draft.silenced.add(new Alarm.CaseExpired(new CaseId(ref.id())).key());
                }
                case PERSON, TALK, THOUGHT, OFFICE, DUTY, EXPENSES, PAPER ->
                    commit.step("gone", List.of(ref.key(keys)));
              }
            });
  }
}
