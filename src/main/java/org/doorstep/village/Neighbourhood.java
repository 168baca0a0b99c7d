package org.doorstep.village;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Who lives in the village.
 *
 * @param number Doorstep's own
 * @param sms the one that it sends text messages from
 */
record Neighbourhood(String name, String number, String sms, List<Neighbour> people) {

  Neighbourhood {
    people = List.copyOf(people);
  }

  static Neighbourhood read() {
    JsonNode file = Yaml.own("neighbourhood.yml");
    List<Neighbour> people = new ArrayList<>();
    for (JsonNode person : file.path("people")) {
      List<String> travel = new ArrayList<>();
      person.path("travel").forEach(way -> travel.add(way.asString()));
      people.add(
          new Neighbour(
              Json.text(person, "id"),
              Json.text(person, "name"),
              Json.text(person, "role"),
              Json.text(person, "about"),
              Json.text(person, "number"),
              person.path("lat").asDouble(),
              person.path("lon").asDouble(),
              Json.text(person, "postcode"),
              Json.text(person, "reach"),
              travel));
    }
    return new Neighbourhood(
        Json.text(file, "name"), Json.text(file, "number"), Json.text(file, "sms"), people);
  }

  /**
   * What Doorstep sends from.
   *
   * @param channel {@code whatsapp:}, or empty for SMS
   */
  String sender(String channel) {
    return channel.isEmpty() ? sms : channel + number;
  }

  Optional<Neighbour> called(String id) {
    return people.stream().filter(person -> person.id().equals(id)).findFirst();
  }

  Optional<Neighbour> at(String address) {
    return people.stream().filter(person -> person.number().equals(address)).findFirst();
  }

  /** The id that the page knows a phone by; the address itself for visitors. */
  String idOf(String address) {
    return at(address).map(Neighbour::id).orElse(address);
  }

  /** A person's number, for an id or for the number itself. */
  String addressOf(String idOrAddress) {
    return called(idOrAddress).map(Neighbour::number).orElse(idOrAddress);
  }
}
