package org.doorstep.help;

import java.util.Set;
import org.doorstep.people.Travel;
import org.doorstep.place.Distance;

/** Why somebody comes earlier or later. The words for it are in the flows. */
public sealed interface Reason {

  record HelpedBefore(int times) implements Reason {}

  record Near(Distance distance) implements Reason {}

  /** It can be done from anywhere. */
  record Anywhere() implements Reason {}

  record GetsAbout(Travel by) implements Reason {}

  record LikesIt() implements Reason {}

  record LikesOther() implements Reason {}

  record Speaks(String language) implements Reason {}

  record NoCommonLanguage() implements Reason {}

  record Has(Set<String> badges) implements Reason {
    public Has {
      badges = Set.copyOf(badges);
    }
  }

  record OnDuty() implements Reason {}

  record NeverAsked() implements Reason {}

  record NotAskedFor(int days) implements Reason {}

  record AskedOften(int times) implements Reason {}

  record JustHelped() implements Reason {}

  record Holds(int jobs) implements Reason {}
}
