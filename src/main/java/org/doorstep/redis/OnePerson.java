package org.doorstep.redis;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Answers;
import org.doorstep.help.Arrangement;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Thing;
import org.doorstep.people.PersonId;
import reactor.core.publisher.Mono;

/**
 * Somebody with their jobs, what they do each time and what they lend, all that those are about,
 * and whoever they name, as if they had written themselves.
 */
record OnePerson(RedisRolls rolls, CellId cell) {

  Mono<Answers> read(PersonId person) {
    Records records = new Records(rolls.lines());
    return new Links(rolls.lines())
        .of(cell, person)
        .filter(OnePerson::has)
        .map(Links.Link::record)
        .collectList()
        .flatMap(own -> records.read(cell, own))
        .flatMap(own -> records.read(cell, about(own)).map(more -> both(own, more)))
        .flatMap(all -> withPeople(person, all));
  }

  private static boolean has(Links.Link link) {
    return switch (link.kind()) {
      case REQUEST, ARRANGEMENT, THING -> true;
      case CASE, CLOSED -> false;
    };
  }

  private static List<RecordRef> about(Map<RecordRef, Records.Sealed> own) {
    return own.values().stream()
        .flatMap(record -> record.about().stream())
        .filter(ref -> !own.containsKey(ref))
        .distinct()
        .toList();
  }

  private static Map<RecordRef, Records.Sealed> both(
      Map<RecordRef, Records.Sealed> own, Map<RecordRef, Records.Sealed> more) {
    Map<RecordRef, Records.Sealed> all = new LinkedHashMap<>(own);
    all.putAll(more);
    return all;
  }

  private Mono<Answers> withPeople(PersonId person, Map<RecordRef, Records.Sealed> records) {
    Set<PersonId> named = new LinkedHashSet<>(List.of(person));
    Set<String> owners = new LinkedHashSet<>();
    records.values().forEach(each -> named.addAll(each.people()));
    records.values().forEach(each -> owners.addAll(each.owners()));
    return Mono.zip(
        rolls.read(cell, named),
        rolls.cabinet().ring(cell, owners),
        (people, ring) -> {
          Map<String, Long> versions = new HashMap<>(people.versions());
          records.forEach((ref, kept) -> versions.put(ref.toString(), kept.revision()));
          Opener opener = new Opener(records, ring);
          return Answers.parts(
              opener.all(RecordRef.Kind.REQUEST, HelpRequest.class),
              opener.all(RecordRef.Kind.ARRANGEMENT, Arrangement.class),
              opener.all(RecordRef.Kind.THING, Thing.class),
              List.copyOf(people.people().values()),
              versions);
        });
  }

  private record Opener(Map<RecordRef, Records.Sealed> records, KeyRing ring) {

    <T> List<T> all(RecordRef.Kind kind, Class<T> type) {
      return records.entrySet().stream()
          .filter(each -> each.getKey().kind() == kind)
          .flatMap(each -> Stream.ofNullable(each.getValue().open(type, each.getKey(), ring)))
          .toList();
    }
  }
}
