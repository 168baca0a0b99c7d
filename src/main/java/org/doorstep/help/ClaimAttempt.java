package org.doorstep.help;

import org.doorstep.people.PersonId;

/**
 * One volunteer tries to take one job.
 *
 * @param round the round of the search they answered to
 * @param holdAtMost how many jobs one volunteer may hold
 */
public record ClaimAttempt(RequestId request, int round, PersonId volunteer, int holdAtMost) {}
