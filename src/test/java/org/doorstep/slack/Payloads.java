package org.doorstep.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.slack.api.bolt.request.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.doorstep.cell.ChannelsCell;

/** Payloads as Slack sends them. */
final class Payloads {

  static final SlackCells CELLS =
      (team, channel) ->
          team.equals(ChannelsCell.TEAM) ? Optional.of(ChannelsCell.cell()) : Optional.empty();

  private Payloads() {}

  /**
   * @param name with {@code .json} or {@code .form}
   */
  static String recorded(String name) {
    try (InputStream in = Payloads.class.getResourceAsStream("/payloads/slack/" + name)) {
      return new String(in.readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Request<?> request(String name) {
    return ((SlackRequests.Kind.Known) SlackRequests.of(recorded(name))).request();
  }
}
