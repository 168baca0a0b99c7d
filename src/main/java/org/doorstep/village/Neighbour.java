package org.doorstep.village;

import java.util.List;

/**
 * Somebody made up, with a phone.
 *
 * @param number in E.164, from the range set aside for drama
 * @param reach how far a volunteer goes, as a key of the question about it; empty for residents
 */
record Neighbour(
    String id,
    String name,
    String role,
    String about,
    String number,
    double lat,
    double lon,
    String postcode,
    String reach,
    List<String> travel) {

  Neighbour {
    travel = List.copyOf(travel);
  }

  boolean volunteer() {
    return role.equals("volunteer");
  }

  String firstName() {
    return name.split(" ")[0];
  }
}
