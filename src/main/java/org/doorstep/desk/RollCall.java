package org.doorstep.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;

/** What those who run a group want to know of its volunteers. Each reads no more than it says. */
public sealed interface RollCall {

  /** Longest lists of people that are read. */
  int AT_MOST = 50;

  /** Whose names are looked through: the rest of a larger group has to be found by a list. */
  int LOOKED_THROUGH = 5000;

  /** Those who have these addresses, whether they ever wrote or not. */
  record Leads(Set<Address> addresses) implements RollCall {
    public Leads {
      addresses = Set.copyOf(addresses);
    }

    @Override
    public String toString() {
      return "Leads[" + addresses.size() + "]";
    }
  }

  /** Who waits for the word of a lead of these groups, the longest first; to be changed. */
  record Waiting(Set<String> groups) implements RollCall {
    public Waiting {
      groups = Set.copyOf(groups);
    }
  }

  /** One person, with all that they have a part in; to be changed. */
  record Of(PersonId person) implements RollCall {}

  /** Volunteers of these groups who are called so. */
  record Called(Set<String> groups, String name) implements RollCall {
    public Called {
      groups = Set.copyOf(groups);
    }

    @Override
    public String toString() {
      return "Called[" + groups + "]";
    }
  }

  /**
   * The volunteers of these groups who have been left alone the longest, and how many there are.
   */
  record Idle(Set<String> groups, Instant since) implements RollCall {
    public Idle {
      groups = Set.copyOf(groups);
    }
  }

  /**
   * The next of a group's volunteers, in an order that stays.
   *
   * @param after the last of those before; empty for the first
   */
  record Next(String group, String after, int atMost) implements RollCall {}

  /** Those of them who are volunteers still. */
  record These(Set<PersonId> people) implements RollCall {
    public These {
      people = Set.copyOf(people);
    }
  }

  /** How many could be asked on that day, by group and small area; nobody is read. */
  record Stock(LocalDate day, Instant now) implements RollCall {}

  /** How it stands with somebody who is to be invited. */
  record Invitee(Address address) implements RollCall {
    @Override
    public String toString() {
      return "Invitee[redacted]";
    }
  }
}
