package org.doorstep.village;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.people.PersonId;

/** What has happened so far between the people of a simulated town. */
final class Past {

  private final List<Strain> strains = new ArrayList<>();
  private final Map<PersonId, List<Townsperson>> helpers = new HashMap<>();

  Past(int volunteers) {
    for (int i = 0; i < volunteers; i++) strains.add(new Strain());
  }

  Strain of(Townsperson volunteer) {
    return strains.get(volunteer.index());
  }

  List<Strain> all() {
    return List.copyOf(strains);
  }

  void helped(PersonId resident, Townsperson volunteer) {
    List<Townsperson> theirs = helpers.computeIfAbsent(resident, _ -> new ArrayList<>());
    theirs.remove(volunteer);
    theirs.add(volunteer);
  }

  /** Who helped somebody before, the latest last. */
  List<Townsperson> helpersOf(PersonId resident) {
    return List.copyOf(helpers.getOrDefault(resident, List.of()));
  }
}
