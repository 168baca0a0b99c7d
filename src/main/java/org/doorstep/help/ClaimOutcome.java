package org.doorstep.help;

import org.doorstep.people.PersonId;

/** What became of one attempt to take a job. */
public sealed interface ClaimOutcome {

  /** It is theirs. Trying again yields this again. */
  record Won() implements ClaimOutcome {}

  /** Somebody else has it. */
  record TakenBy(PersonId holder) implements ClaimOutcome {}

  /** It is no longer open, or this attempt is for an earlier round. */
  record NotOpen() implements ClaimOutcome {}

  /** They already hold as many jobs as the cell allows. */
  record AtCapacity(int limit) implements ClaimOutcome {}
}
