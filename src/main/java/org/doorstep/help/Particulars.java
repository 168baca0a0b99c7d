package org.doorstep.help;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.doorstep.cell.Assessed;
import org.doorstep.people.Flag;
import org.doorstep.people.Need;
import org.doorstep.people.PersonId;
import org.doorstep.place.Place;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, in a form that can be matched and in the asker's own words.
 *
 * @param words the resident's own sentence; the volunteer who claims reads this
 * @param details which items, or where from
 * @param forWhom {@code self}, or the word used: {@code mum}
 * @param note for the volunteer who claims, and nobody else: the house number, a door code, a cost
 *     limit
 * @param linked what the same person asked for in the same breath
 * @param arrangement of which it is one time
 * @param crew where it takes several people: this is the part of one of them
 * @param handedOnBy the group that it came from, where another looks after it now
 * @param assessed its level; null where it has the usual one
 * @param crossing how it came from the council, or went there; null where it did neither
 */
public record Particulars(
    RequestId id,
    PersonId resident,
    Need need,
    @Nullable String words,
    @Nullable String details,
    Place place,
    When when,
    String forWhom,
    Set<Flag> flags,
    @Nullable String note,
    String group,
    Instant openedAt,
    List<Linked> linked,
    @Nullable ArrangementId arrangement,
    @Nullable Crew crew,
    @Nullable String handedOnBy,
    @Nullable Assessed assessed,
    @Nullable Crossing crossing) {

  /** Another request of the same breath: each is claimed by itself, or all together. */
  public record Linked(RequestId id, Need need) {}

  /** Whoever writes without end fills no record with it. */
  private static final int LONGEST_NOTE = 2_000;

  public Particulars {
    flags = Set.copyOf(flags);
    linked = linked == null ? List.of() : List.copyOf(linked); // kept before there were links
  }

  /** One that is asked for once, and of one person. */
  public Particulars(
      RequestId id,
      PersonId resident,
      Need need,
      @Nullable String words,
      @Nullable String details,
      Place place,
      When when,
      String forWhom,
      Set<Flag> flags,
      @Nullable String note,
      String group,
      Instant openedAt,
      List<Linked> linked) {
    this(
        id, resident, need, words, details, place, when, forWhom, flags, note, group, openedAt,
        linked, null, null, null, null, null);
  }

  /** Another group looks after it. */
  Particulars handedOnTo(String other) {
    return with(id, when, note, other, openedAt, linked, arrangement, crew, group);
  }

  /** It is wanted at another time. */
  public Particulars wanted(When other) {
    return with(id, other, note, group, openedAt, linked, arrangement, crew, handedOnBy);
  }

  public Particulars noted(@Nullable String other) {
    return with(id, when, other, group, openedAt, linked, arrangement, crew, handedOnBy);
  }

  /** With something more for the volunteer who claims to read; what has no room is left out. */
  public Particulars noting(String more) {
    String all = note == null ? more : note + "\n" + more;
    return noted(all.substring(0, all.offsetByCodePoints(0, room(all))));
  }

  /** It was the first of many. */
  public Particulars first(ArrangementId of) {
    return with(id, when, note, group, openedAt, linked, of, crew, handedOnBy);
  }

  /** The part of one of several people. */
  public Particulars in(RequestId part, Crew several) {
    return with(part, when, note, group, openedAt, linked, arrangement, several, handedOnBy);
  }

  /** The same another time. */
  Particulars again(RequestId request, ArrangementId of, When other, Instant now) {
    return with(request, other, note, group, now, List.of(), of, null, null);
  }

  private Particulars with(
      RequestId otherId,
      When otherWhen,
      @Nullable String otherNote,
      String otherGroup,
      Instant opened,
      List<Linked> links,
      @Nullable ArrangementId of,
      @Nullable Crew several,
      @Nullable String before) {
    return new Particulars(
        otherId,
        resident,
        need,
        words,
        details,
        place,
        otherWhen,
        forWhom,
        flags,
        otherNote,
        otherGroup,
        opened,
        links,
        of,
        several,
        before,
        assessed,
        crossing);
  }

  /** How much it asks of whoever sees to it, and why. */
  public Assessed level() {
    return assessed == null ? Assessed.STREET : assessed;
  }

  public Particulars assessed(Assessed other) {
    return new Particulars(
        id,
        resident,
        need,
        words,
        details,
        place,
        when,
        forWhom,
        flags,
        note,
        group,
        openedAt,
        linked,
        arrangement,
        crew,
        handedOnBy,
        other,
        crossing);
  }

  /** Who passed it on, and who gave it back. */
  public Crossing crossed() {
    return crossing == null ? Crossing.NONE : crossing;
  }

  public Particulars crossed(Crossing other) {
    return new Particulars(
        id,
        resident,
        need,
        words,
        details,
        place,
        when,
        forWhom,
        flags,
        note,
        group,
        openedAt,
        linked,
        arrangement,
        crew,
        handedOnBy,
        assessed,
        other);
  }

  private static int room(String note) {
    return Math.min(LONGEST_NOTE, note.codePointCount(0, note.length()));
  }

  /** How many people it takes. */
  public int people() {
    return crew == null ? 1 : crew.size();
  }

  /** Whether another request is another part of the same job. */
  public boolean partOfTheSame(RequestId other) {
    return crew != null && crew.others().contains(other);
  }

  public boolean linksTo(RequestId other) {
    return linked.stream().anyMatch(one -> one.id().equals(other));
  }

  @Override
  public String toString() {
    return "Particulars[" + id + "]";
  }
}
