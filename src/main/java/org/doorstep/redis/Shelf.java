package org.doorstep.redis;

import java.util.List;
import org.doorstep.desk.Alarm;
import org.doorstep.desk.Dossier;
import org.doorstep.help.Thing;
import org.doorstep.help.ThingId;
import org.doorstep.place.Point;
import org.jspecify.annotations.Nullable;

/** Keeps what neighbours give and lend: sealed as its owner's, and found by kind and place. */
record Shelf(Draft draft) {

  void write(Folded folded, Dossier dossier) {
    folded.things.values().forEach(thing -> is(thing, known(dossier, thing.id())));
    folded.thingsGone.values().forEach(this::gone);
  }

  private static @Nullable Thing known(Dossier dossier, ThingId id) {
    return dossier.things().stream().filter(t -> t.id().equals(id)).findFirst().orElse(null);
  }

  /** Of those who had one before, only they still find it who have one now. */
  private void is(Thing now, @Nullable Thing before) {
    draft.record(
        RecordRef.thing(now.id()), now.owner(), now.parties(), "", Wire.write(Thing.class, now));
    if (before != null) unlink(before);
    Links.wantedFor(now).forEach(link -> draft.linked.add(link.toString()));
    Point point = Whereabouts.of(now.place().point());
    if (now.left() > 0 && point != null) {
      draft.commit.step(
          "near",
          List.of(draft.keys.things(now.kind())),
          Utf8.bytes(Double.toString(point.longitude())),
          Utf8.bytes(Double.toString(point.latitude())),
          Utf8.bytes(now.id().value()));
    } else {
      offTheMap(now);
    }
  }

  /** Its owner is forgotten. */
  void left(RecordRef ref, @Nullable Thing last) {
    draft.commit.step("gone", List.of(ref.key(draft.keys)));
    if (last != null) gone(last);
  }

  private void gone(Thing last) {
    draft.commit.step("gone", List.of(draft.keys.thing(last.id())));
    unlink(last);
    offTheMap(last);
    draft.silenced.add(Alarm.ThingOver.keyOf(last.id()));
    draft.silenced.add(new Alarm.ThingOffered(last.id(), last.owner()).key());
    for (Thing.Out out : last.lent()) {
      draft.silenced.add(
          new Alarm.Lent(last.id(), last.owner(), out.request(), Alarm.Lent.Step.DUE).key());
      draft.silenced.add(Alarm.Longer.keyOf(last.id(), out.request()));
    }
  }

  private void unlink(Thing thing) {
    Links.wantedFor(thing).forEach(link -> draft.unlinked.add(link.toString()));
  }

  private void offTheMap(Thing thing) {
    draft.commit.step(
        "unlink", List.of(draft.keys.things(thing.kind())), Utf8.bytes(thing.id().value()));
  }
}
