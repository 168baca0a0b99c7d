package org.doorstep.village;

import java.util.Optional;
import org.doorstep.talk.Tap;
import tools.jackson.databind.JsonNode;

/**
 * Sees in Slack who took a job there: somebody may be in Slack and have a phone on the map as well.
 */
final class SlackHolders {

  private final SlackTeam team;
  private final Neighbourhood neighbourhood;
  private final JobMap jobs;

  SlackHolders(SlackTeam team, Neighbourhood neighbourhood, JobMap jobs) {
    this.team = team;
    this.neighbourhood = neighbourhood;
    this.jobs = jobs;
  }

  /** Doorstep wrote to somebody directly. */
  void told(SlackRoom room, SlackPost post) {
    if (room.kind != SlackRoom.Kind.IM) return;
    for (JsonNode block : post.blocks()) {
      for (JsonNode element : block.path("elements")) {
        Tap.decode(Json.text(element, "value"))
            .filter(tap -> tap.flow().equals("job") && tap.state().equals("claimed"))
            .ifPresent(tap -> jobs.claimed(tap, address(room.name)));
      }
    }
  }

  void pressed(String user, String value) {
    jobs.tapped(address(user), value);
  }

  /** The phone of whoever has the same name, or the user's own id. */
  private String address(String user) {
    Optional<String> name = team.user(user).map(SlackTeam.User::name);
    return neighbourhood.people().stream()
        .filter(person -> name.isPresent() && person.name().equals(name.get()))
        .map(Neighbour::number)
        .findFirst()
        .orElse(user);
  }
}
