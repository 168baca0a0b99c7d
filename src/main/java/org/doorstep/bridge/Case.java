package org.doorstep.bridge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.help.RequestId;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What an officer sees: one person, one reason, one thread. While it is open it is also the bridge
 * between the officer's thread and that person.
 */
public sealed interface Case {

  Matter matter();

  default CaseId id() {
    return matter().id();
  }

  /** What happened last on its line. */
  default Lately lately() {
    return switch (this) {
      case Waiting w -> w.lately();
      case Acknowledged a -> a.lately();
      case Closed c -> Lately.NOTHING;
    };
  }

  /** When something was last said in it. */
  default Instant lastSaid() {
    Instant wrote = lately().wrote();
    return wrote == null ? matter().openedAt() : wrote;
  }

  /** Somebody has written. */
  default Case wroteAt(Instant now) {
    return with(lately().wroteAt(now));
  }

  /**
   * @param now null once somebody reads it again
   */
  default Case toldAwayAt(@Nullable Instant now) {
    return with(lately().toldAwayAt(now));
  }

  private Case with(Lately lately) {
    return switch (this) {
      case Waiting w -> new Waiting(w.matter(), w.told(), lately);
      case Acknowledged a -> new Acknowledged(a.matter(), a.officer(), a.since(), lately);
      case Closed c -> c;
    };
  }

  /** The person at the other end of the line. */
  default PersonId person() {
    return matter().person();
  }

  /**
   * What does not change while the case lives.
   *
   * @param request the request it is about, if it is about one
   * @param words what the person said that led to it
   * @param partner the id of the organisation that looks at it; null for the link officers
   * @param sealed whether its words and its person are shown to the safeguarding people only
   */
  record Matter(
      CaseId id,
      Reason reason,
      PersonId person,
      @Nullable RequestId request,
      @Nullable String words,
      Instant openedAt,
      @Nullable String partner,
      boolean sealed) {

    /** One that is open to all who answer for it. */
    public Matter(
        CaseId id,
        Reason reason,
        PersonId person,
        @Nullable RequestId request,
        @Nullable String words,
        Instant openedAt,
        @Nullable String partner) {
      this(id, reason, person, request, words, openedAt, partner, false);
    }

    /** One for the cell's link officers. */
    public Matter(
        CaseId id,
        Reason reason,
        PersonId person,
        @Nullable RequestId request,
        @Nullable String words,
        Instant openedAt) {
      this(id, reason, person, request, words, openedAt, null);
    }

    Matter withoutWords() {
      return new Matter(id, reason, person, request, null, openedAt, partner);
    }

    @Override
    public String toString() {
      return "Matter[" + id + "]";
    }
  }

  static Waiting open(Matter matter) {
    return new Waiting(matter, 1);
  }

  /**
   * No officer has taken it yet.
   *
   * @param told how many officers of the cell's list have been told
   */
  record Waiting(Matter matter, int told, Lately lately) implements Case {

    public Waiting {
      lately = lately == null ? Lately.NOTHING : lately; // kept before this was
    }

    public Waiting(Matter matter, int told) {
      this(matter, told, Lately.NOTHING);
    }

    public Waiting nextTold() {
      return new Waiting(matter, told + 1, lately);
    }

    public Acknowledged acknowledgedBy(String officer, Instant now) {
      return new Acknowledged(matter, officer, now, lately);
    }

    public Closed close(String officer, Outcome outcome, Instant now) {
      return new Closed(matter, officer, outcome, now);
    }
  }

  /** An officer has it. */
  record Acknowledged(Matter matter, String officer, Instant since, Lately lately) implements Case {

    public Acknowledged {
      lately = lately == null ? Lately.NOTHING : lately; // kept before this was
    }

    public Acknowledged(Matter matter, String officer, Instant since) {
      this(matter, officer, since, Lately.NOTHING);
    }

    /** Somebody else looks after it from now on. */
    public Acknowledged handedTo(String other, Instant now) {
      return new Acknowledged(matter, other, now, lately);
    }

    public Closed close(String closedBy, Outcome outcome, Instant now) {
      return new Closed(matter, closedBy, outcome, now);
    }
  }

  /** It is over. */
  record Closed(Matter matter, String officer, Outcome outcome, Instant at) implements Case {

    public Closed withoutWords() {
      return new Closed(matter.withoutWords(), officer, outcome, at);
    }
  }

  /** How a case ended. */
  enum Outcome {
    SORTED,
    REFERRED,
    NO_ANSWER,
    /** It was given back, with a reason. */
    RETURNED,
    NOT_NEEDED,
    /** The person no longer agrees that it was passed on. */
    WITHDRAWN
  }

  /** Whether it is shown to the safeguarding people only. */
  default boolean isSealed() {
    return matter().sealed();
  }

  default boolean isOpen() {
    return !(this instanceof Closed);
  }

  /** Where their words go: while a sealed one is open, there and nowhere else. */
  static Optional<Case> lineOf(Iterable<Case> cases, PersonId person) {
    List<Case> sealed = new ArrayList<>();
    for (Case c : cases) if (c.isSealed()) sealed.add(c);
    return newestOpen(sealed, person).or(() -> newestOpen(cases, person));
  }

  static Optional<Case> newestOpen(Iterable<Case> cases, PersonId person) {
    Case newest = null;
    for (Case c : cases) {
      if (c.isOpen()
          && c.person().equals(person)
          && (newest == null || c.matter().openedAt().isAfter(newest.matter().openedAt()))) {
        newest = c;
      }
    }
    return Optional.ofNullable(newest);
  }
}
