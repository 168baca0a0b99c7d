package org.doorstep.redis;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.Range.Boundary;
import java.util.LinkedHashSet;
import java.util.Set;
import org.doorstep.bridge.CaseId;
import org.doorstep.cell.CellId;
import org.doorstep.help.Arrangement;
import org.doorstep.help.ArrangementId;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.RequestId;
import org.doorstep.help.Thing;
import org.doorstep.help.ThingId;
import org.doorstep.people.PersonId;
import reactor.core.publisher.Flux;

/** Which requests and cases have to do with whom. */
record Links(Lines lines) {

  /** One link. {@code CLOSED} is a case that is over: found when its person is forgotten. */
  record Link(PersonId person, Kind kind, String id) {

    /** What is linked. */
    enum Kind {
      REQUEST,
      ARRANGEMENT,
      THING,
      CASE,
      CLOSED
    }

    static Link ofText(String text) {
      String[] parts = text.split(":", 3);
      return new Link(new PersonId(parts[0]), Kind.valueOf(parts[1]), parts[2]);
    }

    RecordRef record() {
      return switch (kind) {
        case REQUEST -> RecordRef.request(new RequestId(id));
        case ARRANGEMENT -> RecordRef.arrangement(new ArrangementId(id));
        case THING -> RecordRef.thing(new ThingId(id));
        case CASE, CLOSED -> RecordRef.caseOf(new CaseId(id));
      };
    }

    @Override
    public String toString() {
      return person + ":" + kind + ":" + id;
    }
  }

  Flux<Link> of(CellId cell, PersonId person) {
    return lines
        .shared()
        .zrangebylex(
            new Keys(cell).links(),
            Range.from(
                Boundary.including(Utf8.bytes(person + ":")),
                Boundary.excluding(Utf8.bytes(person + ";"))),
            Limit.unlimited())
        .map(member -> Link.ofText(Utf8.text(member)));
  }

  /**
   * Who finds a request in their dossier: all involved while it lives, then the resident and
   * whoever helped, who may have paid for something; and its group.
   */
  static Set<Link> wantedFor(HelpRequest request) {
    boolean closed = request instanceof HelpRequest.Closed;
    Set<PersonId> people = new LinkedHashSet<>(closed ? request.parties() : request.involved());
    String group = request.particulars().group();
    people.add(closed ? ofClosed(group) : ofGroup(group));
    return links(people, request.id());
  }

  /** A group's jobs are found as if they were a person's. */
  static PersonId ofGroup(String group) {
    return new PersonId("@" + group);
  }

  /** All cases that are not over are found as if they were of one person. */
  static PersonId ofCell() {
    return new PersonId("@");
  }

  /** The same for those that are over. */
  static PersonId ofClosed(String group) {
    return new PersonId("@" + group + "/closed");
  }

  /** Whoever asked for it, whoever does it each time, and those who run its group. */
  static Set<Link> wantedFor(Arrangement arrangement) {
    Set<PersonId> people = new LinkedHashSet<>(arrangement.parties());
    people.add(ofGroup(arrangement.wanted().group()));
    Set<Link> links = new LinkedHashSet<>();
    people.forEach(
        who -> links.add(new Link(who, Link.Kind.ARRANGEMENT, arrangement.id().value())));
    return links;
  }

  /** Its owner, and whoever has borrowed one. */
  static Set<Link> wantedFor(Thing thing) {
    Set<Link> links = new LinkedHashSet<>();
    thing.parties().forEach(who -> links.add(new Link(who, Link.Kind.THING, thing.id().value())));
    return links;
  }

  /** Every link that a request may have had so far. */
  static Set<Link> everOf(HelpRequest request) {
    Set<PersonId> people = new LinkedHashSet<>(request.involved());
    people.add(ofGroup(request.particulars().group()));
    people.add(ofClosed(request.particulars().group()));
    String before = request.particulars().handedOnBy();
    if (before != null) people.add(ofGroup(before));
    return links(people, request.id());
  }

  private static Set<Link> links(Set<PersonId> people, RequestId request) {
    Set<Link> links = new LinkedHashSet<>();
    people.forEach(p -> links.add(new Link(p, Link.Kind.REQUEST, request.value())));
    return links;
  }
}
