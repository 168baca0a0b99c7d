package org.doorstep.desk;

import java.util.List;
import java.util.stream.Stream;
import org.doorstep.help.Candidate;
import org.doorstep.people.Address;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a group's volunteers.
 *
 * @param leads who runs it
 * @param waiting who waits for a lead's word
 * @param volunteers those who were asked for
 * @param all how many volunteers there are
 * @param idle how many of them have been left alone for so long
 * @param invitee how it stands with the one who is to be invited
 */
public record Roll(
    List<Head> leads,
    List<Person> waiting,
    List<Candidate> volunteers,
    int all,
    int idle,
    @Nullable Invitable invitee) {

  static final Roll EMPTY = new Roll(List.of(), List.of(), List.of(), 0, 0, null);

  public Roll {
    leads = List.copyOf(leads);
    waiting = List.copyOf(waiting);
    volunteers = List.copyOf(volunteers);
  }

  /**
   * Somebody who runs a group.
   *
   * @param known null where they have never written
   */
  public record Head(PersonId id, Address address, @Nullable Person known) {}

  /** How it stands with a number that a lead would invite. */
  public enum Invitable {
    MAY_BE_ASKED,
    INVITED,
    VOLUNTEER,
    /** They said no, or STOP. */
    DECLINED
  }

  public static Roll leads(List<Head> leads) {
    return new Roll(leads, List.of(), List.of(), 0, 0, null);
  }

  public static Roll waiting(List<Person> waiting, int all) {
    return new Roll(List.of(), waiting, List.of(), all, 0, null);
  }

  public static Roll volunteers(List<Candidate> volunteers, int all, int idle) {
    return new Roll(List.of(), List.of(), volunteers, all, idle, null);
  }

  public static Roll invitee(Invitable standing) {
    return new Roll(List.of(), List.of(), List.of(), 0, 0, standing);
  }

  Roll and(Roll more) {
    return new Roll(
        both(leads, more.leads),
        both(waiting, more.waiting),
        both(volunteers, more.volunteers),
        all + more.all,
        idle + more.idle,
        more.invitee == null ? invitee : more.invitee);
  }

  private static <T> List<T> both(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
