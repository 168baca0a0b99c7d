package org.doorstep.redis;

import org.doorstep.cell.CellId;
import org.doorstep.people.PersonId;

/** The keys of those whom a list invites, and of those who are not to be asked again. */
record ListKeys(CellId cell) {

  /**
   * Hash that expires. What a list says of somebody who has not been asked, or has not answered:
   * {@code k} a key of its own, wrapped, {@code s} sealed with that, {@code l} the list.
   */
  byte[] invited(PersonId person) {
    return Keys.of(cell, "invited:" + person);
  }

  /** Sorted set. The lists of which everybody is invited, by when their time is over, in ms. */
  byte[] lists() {
    return Keys.of(cell, "lists");
  }

  /** Set. Who is not to be invited: they said no, or left. Ids, and nothing else about anybody. */
  byte[] declined() {
    return Keys.of(cell, "declined");
  }
}
