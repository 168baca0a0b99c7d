package org.doorstep.redis;

import java.time.YearMonth;
import org.doorstep.bridge.CaseId;
import org.doorstep.help.ArrangementId;
import org.doorstep.help.RequestId;
import org.doorstep.help.ThingId;
import org.doorstep.people.PersonId;

/** Which record. Its text is the name under which a dossier keeps the record's revision. */
record RecordRef(Kind kind, String id) {

  /** What is kept as a record. */
  enum Kind {
    PERSON,
    TALK,
    THOUGHT,
    REQUEST,
    ARRANGEMENT,
    THING,
    CASE,
    OFFICE,
    DUTY,
    EXPENSES,
    PAPER
  }

  static RecordRef person(PersonId id) {
    return new RecordRef(Kind.PERSON, id.value());
  }

  static RecordRef talk(PersonId id) {
    return new RecordRef(Kind.TALK, id.value());
  }

  static RecordRef thought(PersonId id) {
    return new RecordRef(Kind.THOUGHT, id.value());
  }

  static RecordRef paper(PersonId id) {
    return new RecordRef(Kind.PAPER, id.value());
  }

  static RecordRef request(RequestId id) {
    return new RecordRef(Kind.REQUEST, id.value());
  }

  static RecordRef arrangement(ArrangementId id) {
    return new RecordRef(Kind.ARRANGEMENT, id.value());
  }

  static RecordRef thing(ThingId id) {
    return new RecordRef(Kind.THING, id.value());
  }

  static RecordRef caseOf(CaseId id) {
    return new RecordRef(Kind.CASE, id.value());
  }

  static RecordRef office() {
    return new RecordRef(Kind.OFFICE, "");
  }

  static RecordRef duty() {
    return new RecordRef(Kind.DUTY, "");
  }

  /** {@code group/2026-11}. */
  static RecordRef expenses(String group, YearMonth month) {
    return new RecordRef(Kind.EXPENSES, group + "/" + month);
  }

  static RecordRef ofText(String text) {
    int slash = text.indexOf('/');
    return new RecordRef(Kind.valueOf(text.substring(0, slash)), text.substring(slash + 1));
  }

  /** What another record is about, by its id. */
  static RecordRef about(String id) {
    return id.startsWith("s") ? arrangement(new ArrangementId(id)) : request(new RequestId(id));
  }

  byte[] key(Keys keys) {
    return switch (kind) {
      case PERSON -> keys.person(new PersonId(id));
      case TALK -> keys.talk(new PersonId(id));
      case THOUGHT -> keys.thought(new PersonId(id));
      case REQUEST -> keys.request(new RequestId(id));
      case ARRANGEMENT -> keys.arrangement(new ArrangementId(id));
      case THING -> keys.thing(new ThingId(id));
      case CASE -> keys.caseOf(new CaseId(id));
      case OFFICE -> keys.office();
      case DUTY -> keys.duty();
      case EXPENSES -> keys.expenses(id);
      case PAPER -> keys.paper(new PersonId(id));
    };
  }

  KeyRing.Label label() {
    return new KeyRing.Label(kind.name(), id, "d");
  }

  @Override
  public String toString() {
    return kind + "/" + id;
  }
}
