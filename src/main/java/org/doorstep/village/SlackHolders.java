package org.doorstep.village;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.talk.Tap;
import tools.jackson.databind.JsonNode;

/**
 * Sees in Slack who took a job there, who stands by and who does something each time: somebody may
 * be in Slack and have a phone on the map as well.
 */
final class SlackHolders {

  private final SlackTeam team;
  private final Neighbourhood neighbourhood;
  private final JobMap jobs;
  private final RegularMap regulars;

  SlackHolders(SlackTeam team, Neighbourhood neighbourhood, JobMap jobs, RegularMap regulars) {
    this.team = team;
    this.neighbourhood = neighbourhood;
    this.jobs = jobs;
    this.regulars = regulars;
  }

  /** Doorstep wrote to somebody directly. */
  void told(SlackRoom room, SlackPost post) {
    if (room.kind != SlackRoom.Kind.IM) return;
    String address = address(room.name);
    List<Tap> taps = taps(post);
    regulars.shown(address, post.text(), taps, post.at());
    for (Tap tap : taps) {
      switch (tap.flow() + "/" + tap.state()) {
        case "job/claimed" -> jobs.claimed(tap, address);
        case "job/standby", "job/standby-moved", "job/your-turn" -> jobs.waits(tap, address);
        default -> {}
      }
    }
  }

  private static List<Tap> taps(SlackPost post) {
    List<Tap> taps = new ArrayList<>();
    for (JsonNode block : post.blocks()) {
      for (JsonNode element : block.path("elements")) {
        Tap.decode(Json.text(element, "value")).ifPresent(taps::add);
      }
    }
    return taps;
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
