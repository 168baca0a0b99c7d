package org.doorstep.redis;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.doorstep.bridge.Case;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Decision;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.Outgoing;
import org.doorstep.help.Candidate;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.Holding;
import org.doorstep.pipeline.Inbox;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gathers what a commit needs beyond the dossier: keys, and whatever a person leaves behind. */
final class Committing {

  private final Vault vault;
  private final KeyCabinet cabinet;
  private final Records records;
  private final Links links;
  private final RoomSettings settings;

  Committing(Lines lines, Vault vault, KeyCabinet cabinet, RoomSettings settings) {
    this.vault = vault;
    this.cabinet = cabinet;
    this.records = new Records(lines);
    this.links = new Links(lines);
    this.settings = settings;
  }

  /** The commit, ready to run; empty when the decision is known to be stale already. */
  Mono<Optional<Commit>> prepare(
      Holding holding, Inbox.Entry entry, Dossier dossier, Decision.Settled decision, Instant now) {
    CellId cell = holding.cell();
    Folded folded = Folded.of(decision.changes());
    return gather(cell, folded, dossier, decision)
        .map(
            gathered -> {
              Optional<Map<RecordRef, Long>> revisions = revisions(dossier, gathered);
              return revisions.map(
                  known ->
                      new Writing(vault, settings, holding, entry, dossier, decision, now, gathered)
                          .write(folded, known));
            });
  }

  /**
   * What was read for a commit.
   *
   * @param unversioned people that change though the dossier does not hold their record
   * @param left records that belong to somebody who is forgotten
   * @param links all links of those
   */
  record Gathered(
      Map<RecordRef, Records.Sealed> unversioned,
      Map<RecordRef, Records.Sealed> left,
      List<Links.Link> links,
      KeyRing ring) {}

  private Mono<Gathered> gather(
      CellId cell, Folded folded, Dossier dossier, Decision.Settled decision) {
    List<RecordRef> unversioned =
        folded.people.keySet().stream()
            .map(RecordRef::person)
            .filter(ref -> !dossier.versions().containsKey(ref.toString()))
            .toList();
    Mono<List<Links.Link>> linked =
        Flux.fromIterable(folded.gone)
            .flatMapSequential(person -> links.of(cell, person))
            .collectList();
    return Mono.zip(records.read(cell, unversioned), linked)
        .flatMap(
            both ->
                records
                    .read(cell, both.getT2().stream().map(Links.Link::record).distinct().toList())
                    .flatMap(
                        left ->
                            cabinet
                                .ring(cell, owners(folded, decision))
                                .map(
                                    ring ->
                                        new Gathered(
                                            both.getT1(),
                                            owned(left, folded),
                                            both.getT2(),
                                            ring))));
  }

  private static Map<RecordRef, Records.Sealed> owned(
      Map<RecordRef, Records.Sealed> linked, Folded folded) {
    Map<RecordRef, Records.Sealed> owned = new LinkedHashMap<>();
    linked.forEach(
        (ref, kept) -> {
          if (kept.owners().stream().anyMatch(o -> folded.gone.contains(new PersonId(o)))) {
            owned.put(ref, kept);
          }
        });
    return owned;
  }

  private static Set<String> owners(Folded folded, Decision.Settled decision) {
    Set<String> owners = new LinkedHashSet<>();
    owners.add(KeyRing.CELL);
    folded.people.keySet().forEach(p -> owners.add(p.value()));
    folded.talks.keySet().forEach(p -> owners.add(p.value()));
    folded.questions.keySet().forEach(p -> owners.add(p.value()));
    folded.thoughts.keySet().forEach(p -> owners.add(p.value()));
    folded.gone.forEach(p -> owners.add(p.value()));
    for (HelpRequest request : folded.requests.values()) owners.add(request.resident().value());
    folded.arrangements.values().forEach(a -> owners.add(a.resident().value()));
    folded.things.values().forEach(t -> owners.add(t.owner().value()));
    for (Case each : folded.cases.values()) owners.add(each.person().value());
    for (Outgoing say : decision.says()) {
      say.about().forEach(p -> owners.add(p.value()));
      if (say instanceof Outgoing.ToPerson to) owners.add(to.to().value());
    }
    return owners;
  }

  /**
   * The revisions that the commit is checked against. A person who came from an enquiry has none in
   * the dossier: they count as unchanged when their record still says the same.
   */
  private static Optional<Map<RecordRef, Long>> revisions(Dossier dossier, Gathered gathered) {
    Map<RecordRef, Long> revisions = new LinkedHashMap<>();
    dossier
        .versions()
        .forEach(
            (name, revision) -> {
              if (!name.startsWith("HELD/")) revisions.put(RecordRef.ofText(name), revision);
            });
    for (Map.Entry<RecordRef, Records.Sealed> each : gathered.unversioned().entrySet()) {
      Person now = each.getValue().open(Person.class, each.getKey(), gathered.ring());
      Person then = fromEnquiry(dossier, each.getKey().id());
      if (!Objects.equals(now, then)) return Optional.empty();
      revisions.put(each.getKey(), each.getValue().revision());
    }
    return Optional.of(revisions);
  }

  private static @Nullable Person fromEnquiry(Dossier dossier, String id) {
    return dossier.answers().volunteers().stream()
        .map(Candidate::person)
        .filter(p -> p.id().value().equals(id))
        .findFirst()
        .orElse(null);
  }
}
