package org.doorstep.village;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One workspace of the simulated Slack with all that goes on in it.
 *
 * @param methods of its Web API, by name
 */
record SlackSide(
    SlackTeam team,
    SlackWorkspace workspace,
    SlackViews views,
    SlackChat chat,
    SlackMembers members,
    SlackEvents events,
    SlackTokens tokens,
    SlackTickets tickets,
    SlackFiles files,
    SlackUploads uploads,
    Map<String, Function<SlackArguments, SlackAnswer>> methods) {

  /** What all workspaces share. */
  record Common(
      VillageSettings settings,
      VillageClock clock,
      Changes changes,
      Webhooks webhooks,
      Lanes lanes,
      Neighbourhood neighbourhood,
      JobMap jobs,
      RegularMap regulars,
      SlackTokens tokens) {}

  static SlackSide of(SlackTeam team, Common all) {
    SlackWorkspace workspace = new SlackWorkspace(team, all.clock(), all.changes());
    SlackCalls calls = new SlackCalls(all.settings(), all.clock(), all.webhooks(), all.lanes());
    SlackEvents events = new SlackEvents(team, calls, all.clock());
    SlackTickets tickets = new SlackTickets(all.clock());
    SlackFiles files = new SlackFiles(all.tokens(), team.id(), all.settings().base());
    SlackUploads uploads = new SlackUploads(workspace, all.settings().base());
    SlackViews views = new SlackViews(team, tickets, all.changes());
    SlackHolders holders = new SlackHolders(team, all.neighbourhood(), all.jobs(), all.regulars());
    SlackChat chat = new SlackChat(workspace, events, holders, all.clock());
    SlackMembers members =
        new SlackMembers(all.settings(), workspace, events, calls, tickets, views, holders, files);
    return new SlackSide(
        team,
        workspace,
        views,
        chat,
        members,
        events,
        all.tokens(),
        tickets,
        files,
        uploads,
        methods(new SlackReading(workspace), chat, views, files, uploads));
  }

  private static Map<String, Function<SlackArguments, SlackAnswer>> methods(
      SlackReading reading,
      SlackChat chat,
      SlackViews views,
      SlackFiles files,
      SlackUploads uploads) {
    Map<String, Function<SlackArguments, SlackAnswer>> methods = new LinkedHashMap<>();
    methods.put("api.test", in -> SlackAnswer.ok());
    methods.put("auth.test", reading::authTest);
    methods.put("apps.connections.open", in -> SlackAnswer.refused("not_allowed_token_type"));
    methods.put("chat.postMessage", chat::postMessage);
    methods.put("chat.postEphemeral", chat::postEphemeral);
    methods.put("chat.update", chat::update);
    methods.put("chat.delete", chat::delete);
    methods.put("chat.getPermalink", chat::permalink);
    methods.put("conversations.history", reading::history);
    methods.put("conversations.replies", reading::replies);
    methods.put("conversations.info", reading::conversation);
    methods.put("conversations.list", reading::conversations);
    methods.put("conversations.open", reading::open);
    methods.put("users.info", reading::user);
    methods.put("users.list", reading::users);
    methods.put("files.info", files::info);
    methods.put("files.getUploadURLExternal", uploads::address);
    methods.put("files.completeUploadExternal", uploads::complete);
    methods.put("reactions.add", reading::react);
    methods.put("reactions.remove", reading::unreact);
    methods.put("reactions.get", reading::reactions);
    methods.put("views.open", views::open);
    methods.put("views.update", views::update);
    methods.put("views.publish", views::publish);
    return methods;
  }

  boolean installed() {
    return tokens.installed(team.id());
  }

  /** Its token counts no more, and the app is told so. */
  boolean uninstall() {
    tokens.revoke(team.id());
    events.uninstalled();
    workspace.changed();
    return true;
  }

  static List<SlackSide> all(Common all, Supplier<List<SlackTeam>> teams) {
    return teams.get().stream().map(team -> of(team, all)).toList();
  }
}
