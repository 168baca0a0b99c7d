package org.doorstep.understand;

import org.doorstep.people.Need;

/**
 * A job as its volunteer would name it.
 *
 * @param words all that was said of it to the volunteer: "Prescription, Boots, LS6, tomorrow"
 * @param held they have claimed it; otherwise it is an open offer
 */
public record JobLabel(Need need, String words, boolean held) {}
