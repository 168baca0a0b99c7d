package org.doorstep.redis;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.bridge.Case;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Office;
import org.doorstep.help.Arrangement;
import org.doorstep.help.Expenses;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Thing;
import org.doorstep.people.Person;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Records that were read to look around, unsealed. */
record Opened(Map<RecordRef, Object> opened, Map<String, Long> revisions) {

  <T> List<T> all(Class<T> type) {
    return opened.values().stream().filter(type::isInstance).map(type::cast).toList();
  }

  <T> T at(Class<T> type, RecordRef ref, T otherwise) {
    return type.isInstance(opened.get(ref)) ? type.cast(opened.get(ref)) : otherwise;
  }

  Opened and(Opened more) {
    Map<RecordRef, Object> all = new LinkedHashMap<>(opened);
    all.putAll(more.opened);
    Map<String, Long> both = new HashMap<>(revisions);
    both.putAll(more.revisions);
    return new Opened(all, both);
  }

  static Mono<Opened> read(
      Lines lines, KeyCabinet cabinet, CellId cell, Collection<RecordRef> refs) {
    return new Records(lines)
        .read(cell, refs)
        .flatMap(
            kept -> {
              Set<String> owners = new LinkedHashSet<>();
              kept.values().forEach(each -> owners.addAll(each.owners()));
              return cabinet.ring(cell, owners).map(ring -> opened(kept, ring));
            });
  }

  private static Opened opened(Map<RecordRef, Records.Sealed> kept, KeyRing ring) {
    Map<RecordRef, Object> opened = new LinkedHashMap<>();
    Map<String, Long> revisions = new HashMap<>();
    kept.forEach(
        (ref, record) -> {
          Object value = open(ref, record, ring);
          if (value != null) opened.put(ref, value);
          revisions.put(ref.toString(), record.revision());
        });
    return new Opened(opened, revisions);
  }

  private static @Nullable Object open(RecordRef ref, Records.Sealed record, KeyRing ring) {
    return switch (ref.kind()) {
      case REQUEST -> record.open(HelpRequest.class, ref, ring);
      case PERSON -> record.open(Person.class, ref, ring);
      case OFFICE -> record.open(Office.class, ref, ring);
      case CASE -> record.open(Case.class, ref, ring);
      case EXPENSES -> record.open(Expenses.class, ref, ring);
      case ARRANGEMENT -> record.open(Arrangement.class, ref, ring);
      case THING -> record.open(Thing.class, ref, ring);
      case TALK, THOUGHT, DUTY, PAPER -> null;
    };
  }
}
