package org.doorstep.help;

import org.doorstep.people.Person;
import org.doorstep.place.Distance;

/**
 * A volunteer who may be asked, and why they come where they come in the line.
 *
 * @param likesIt they named this kind of help among what they like to do
 */
public record Suitable(Person volunteer, Distance distance, boolean likesIt) {}
