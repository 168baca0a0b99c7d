package org.doorstep.village;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What people do in Slack, in whichever workspace they are. No two have a channel or user alike.
 */
public final class SlackPeople {

  private final List<SlackSide> sides;

  SlackPeople(List<SlackSide> sides) {
    this.sides = List.copyOf(sides);
  }

  private SlackMembers of(Predicate<SlackSide> meant) {
    return sides.stream().filter(meant).findFirst().orElse(sides.getFirst()).members();
  }

  private SlackMembers in(String channel) {
    return of(side -> side.workspace().room(channel).isPresent());
  }

  private SlackMembers with(String user) {
    return of(side -> side.team().user(user).isPresent());
  }

  /**
   * Writes in a channel. True unless there is no such channel or user.
   *
   * @param threadTs the message whose thread it goes to
   */
  public boolean say(String channel, String user, String text, @Nullable String threadTs) {
    return in(channel).say(channel, user, text, threadTs);
  }

  /** Writes to Doorstep directly. */
  public boolean sayDirectly(String user, String text) {
    return with(user).sayDirectly(user, text);
  }

  /**
   * Shares a file with Doorstep directly.
   *
   * @param kind {@code image}, {@code audio}, {@code document} …
   */
  public boolean share(String user, String kind) {
    return with(user).share(user, kind);
  }

  public boolean edit(String channel, String ts, String text) {
    return in(channel).edit(channel, ts, text);
  }

  public boolean delete(String channel, String ts) {
    return in(channel).delete(channel, ts);
  }

  /** Presses a button, or chooses from a select, on a message. */
  public boolean press(String channel, String user, String ts, String actionId, String value) {
    return in(channel).press(channel, user, ts, actionId, value);
  }

  /** Chooses a shortcut of the app's, from anywhere. */
  public void shortcut(String user, String callback) {
    with(user).shortcut(user, callback);
  }

  /** Chooses a shortcut of the app's from the menu of a message. */
  public boolean shortcutOn(String channel, String ts, String user, String callback) {
    return with(user).shortcutOn(channel, ts, user, callback);
  }

  /** Presses a button on their own Home tab. */
  public boolean pressAtHome(String user, String actionId, String value) {
    return with(user).pressAtHome(user, actionId, value);
  }

  /** The id of a user's direct conversation with Doorstep. */
  String directly(String user) {
    return with(user).directly(user);
  }

  boolean knows(String user) {
    return with(user).knows(user);
  }

  public void openHome(String user) {
    with(user).openHome(user);
  }

  /**
   * @param command with its slash
   */
  public void command(String channel, String user, String command, String text) {
    with(user).command(channel, user, command, text);
  }

  /**
   * Hands in the modal that the user has open.
   *
   * @param values by block id and action id, as Slack sends them
   */
  public boolean handIn(String user, JsonNode values) {
    return with(user).handIn(user, values);
  }

  /** Closes the form that is open without handing it in. */
  public boolean dismiss(String user) {
    return with(user).dismiss(user);
  }

  /** Takes Doorstep out of a workspace. True unless there is no such workspace. */
  public boolean uninstall(String team) {
    return side(team, SlackSide::uninstall);
  }

  /** Archives a channel, or brings it back. */
  public boolean archive(String channel, boolean archived) {
    for (SlackSide side : sides) {
      if (side.workspace().archive(channel, archived)) return true;
    }
    return false;
  }

  private boolean side(String team, Predicate<SlackSide> act) {
    return sides.stream().filter(side -> side.team().id().equals(team)).anyMatch(act);
  }
}
