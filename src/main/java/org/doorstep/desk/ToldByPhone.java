package org.doorstep.desk;

import java.util.Set;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Utterance;

/**
 * Words for somebody who is only rung.
 *
 * @param about whose personal data they hold
 */
record ToldByPhone(PersonId to, Utterance said, Set<PersonId> about) {

  ToldByPhone {
    about = Set.copyOf(about);
  }
}
