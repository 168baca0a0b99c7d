package org.doorstep.desk;

import org.doorstep.cell.CellId;
import org.doorstep.people.PersonId;

/**
 * Where somebody may read what is kept about them. Nobody can guess an address, and the same cause
 * leads to the same one.
 */
@FunctionalInterface
public interface OwnPages {

  /**
   * @param key what is known to whoever has the address, and to nobody else
   */
  record OwnPage(String key, String address) {
    @Override
    public String toString() {
      return "OwnPage[redacted]";
    }
  }

  /** Where nobody reads any. */
  OwnPages NOWHERE =
      (cell, person, cause, language) -> new OwnPage(cause.value(), "https://invalid/" + cause);

  /**
   * @param language in which the page is read
   */
  OwnPage of(CellId cell, PersonId person, InboundId cause, String language);
}
