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
  record Waiting(Matter matter, int told) implements Case {

    public Waiting nextTold() {
      return new Waiting(matter, told + 1);
    }

    public Acknowledged acknowledgedBy(String officer, Instant now) {
      return new Acknowledged(matter, officer, now);
    }

    public Closed close(String officer, Outcome outcome, Instant now) {
      return new Closed(matter, officer, outcome, now);
    }
  }

  /** An officer has it. */
  record Acknowledged(Matter matter, String officer, Instant since) implements Case {

    public Closed close(String closedBy, Outcome outcome, Instant now) {
      return new Closed(matter, closedBy, outcome, now);
    }
  }

  /** It is over. */
  record Closed(Matter matter, String officer, Outcome outcome, Instant at) implements Case {}

  /** How a case ended. */
  enum Outcome {
    SORTED,
    REFERRED,
    NO_ANSWER,
    NOT_NEEDED
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
