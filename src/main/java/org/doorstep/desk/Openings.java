package org.doorstep.desk;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.help.Crossing;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Particulars;
import org.doorstep.help.Particulars.Linked;
import org.doorstep.people.Need;
import org.doorstep.people.Person;
import org.doorstep.place.Place;
import org.doorstep.talk.Known;
import org.doorstep.understand.Understanding;
import org.jspecify.annotations.Nullable;

/** Requests begin: what a form was told of becomes a request for each thing, and each person. */
final class Openings {

  private final Understanding understanding;
  private final Triage triage;
  private final Intake intake;

  Openings(Understanding understanding, Triage triage, Intake intake) {
    this.understanding = understanding;
    this.triage = triage;
    this.intake = intake;
  }

  /**
   * Opens a request for each thing that the form was told of; without a place there is nothing to
   * open.
   */
  void open(Draft draft, Person resident, Map<String, Known> slots) {
    open(draft, resident, slots, Asked.needs(slots), null);
  }

  /** The same, for somebody who was referred. */
  void open(Draft draft, Person resident, Map<String, Known> slots, Crossing crossing) {
    open(draft, resident, slots, Asked.needs(slots), crossing);
  }

  /**
   * Opens what the form was told of besides what is open already.
   *
   * @return whether there was anything
   */
  boolean openBesides(
      Draft draft, Person resident, Map<String, Known> slots, List<HelpRequest> already) {
    List<Need> had = already.stream().map(r -> r.particulars().need()).toList();
    List<Need> rest = Asked.needs(slots).stream().filter(need -> !had.contains(need)).toList();
    if (!rest.isEmpty()) open(draft, resident, slots, rest, null);
    return !rest.isEmpty();
  }

  private void open(
      Draft draft,
      Person resident,
      Map<String, Known> slots,
      List<Need> needs,
      @Nullable Crossing crossing) {
    Place place = Asked.place(slots);
    if (place == null) return;
    String name = Asked.text(slots, "name");
    Person known = resident.lastAt(place);
    draft.put(name == null ? known : known.named(name));
    List<Linked> all =
        needs.stream()
            .map(need -> new Linked(Derived.request(draft.cause().id(), need), need))
            .toList();
    Linked asked = null;
    for (Linked one : all) {
      List<Linked> others = all.stream().filter(other -> !other.equals(one)).toList();
      Particulars plain = particulars(draft, resident, slots, place, one, others);
      Particulars wanted = crossing == null ? plain : plain.crossed(crossing);
      int people = Math.max(Asked.people(slots), draft.cell().rules().termsOf(one.need()).people());
      List<HelpRequest.Seeking> parts =
          Derived.parts(draft.cause().id(), wanted, people).stream()
              .map(HelpRequest::open)
              .toList();
      for (HelpRequest.Seeking part : parts) {
        draft.put(part);
        draft.fact(new Fact.RequestOpened(part.id(), one.need(), part.particulars().group()));
      }
      boolean neighbours = triage.begin(draft, parts.getFirst());
      if (neighbours && asked == null) intake.tell(draft, parts.getFirst());
      if (neighbours) asked = one;
    }
    if (asked == null) draft.leaveUnsaid("request-help.waiting");
  }

  private Particulars particulars(
      Draft draft,
      Person resident,
      Map<String, Known> slots,
      Place place,
      Linked one,
      List<Linked> others) {
    String words = Asked.text(slots, "words");
    String details = Asked.text(slots, "details");
    return new Particulars(
            one.id(),
            resident.id(),
            one.need(),
            harmless(words),
            details == null || details.equals(words) ? null : harmless(details),
            place,
            Asked.when(slots),
            Asked.forWhom(slots),
            Asked.flags(slots),
            harmless(Asked.text(slots, "note")),
            draft.cell().groupFor(place).id(),
            draft.now(),
            others)
        .assessed(draft.cell().response().assess(one.need(), Asked.flags(slots)));
  }

  /** What they wrote in the form that these requests do not say yet, a line for each. */
  String added(Map<String, Known> slots, List<HelpRequest> to) {
    return Stream.of("words", "details", "note")
        .flatMap(slot -> Stream.ofNullable(harmless(Asked.text(slots, slot))))
        .distinct()
        .filter(text -> to.stream().anyMatch(request -> !says(request.particulars(), text)))
        .collect(Collectors.joining("\n"));
  }

  private static boolean says(Particulars p, String text) {
    return Stream.of(p.words(), p.details(), p.note())
        .anyMatch(known -> known != null && known.contains(text));
  }

  /** Words that tell of danger are an officer's to read, never a volunteer's. */
  private @Nullable String harmless(@Nullable String words) {
    return words == null || understanding.danger(words).isPresent() ? null : words;
  }
}
