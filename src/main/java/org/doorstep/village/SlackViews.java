package org.doorstep.village;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Modals and Home tabs. */
final class SlackViews {

  private final SlackTeam team;
  private final SlackTickets tickets;
  private final Changes changes;
  private final Map<String, ObjectNode> open = new HashMap<>();
  private final Map<String, ObjectNode> homes = new HashMap<>();
  private final Map<String, JsonNode> faults = new HashMap<>();

  SlackViews(SlackTeam team, SlackTickets tickets, Changes changes) {
    this.team = team;
    this.tickets = tickets;
    this.changes = changes;
  }

  SlackAnswer open(SlackArguments in) {
    String trigger = in.text("trigger_id");
    if (!tickets.known(trigger)) return SlackAnswer.refused("invalid_trigger_id");
    Optional<SlackTickets.Ticket> ticket = tickets.use(trigger);
    if (ticket.isEmpty()) return SlackAnswer.refused("trigger_expired");
    return keep(in, "modal", Ledger.sid("V"), ticket.get().user());
  }

  SlackAnswer update(SlackArguments in) {
    String id = in.text("view_id");
    Optional<ObjectNode> known = find(id);
    return known.isEmpty()
        ? SlackAnswer.refused("not_found")
        : keep(in, "modal", id, Json.text(known.get(), "shown_to"));
  }

  SlackAnswer publish(SlackArguments in) {
    String user = in.text("user_id");
    if (team.user(user).isEmpty()) return SlackAnswer.refused("user_not_found");
    return keep(in, "home", "VHOME" + user, user);
  }

  private SlackAnswer keep(SlackArguments in, String type, String id, String user) {
    JsonNode view = in.tree("view").orElseGet(Json::object);
    Optional<String> fault = SlackLimits.viewFault(view, type);
    if (fault.isPresent()) return new SlackAnswer.Refused("invalid_arguments", fault.get());
    ObjectNode kept = ((ObjectNode) view.deepCopy());
    kept.put("id", id)
        .put("team_id", team.id())
        .put("app_id", team.bot().app())
        .put("bot_id", team.bot().id())
        .put("root_view_id", id)
        .put("hash", Ledger.sid("h"))
        .put("external_id", Json.text(view, "external_id"));
    if (!kept.has("private_metadata")) kept.put("private_metadata", "");
    if (!kept.has("callback_id")) kept.put("callback_id", "");
    kept.putObject("state").putObject("values");
    ObjectNode remembered = kept.deepCopy().put("shown_to", user);
    synchronized (this) {
      if (type.equals("home")) homes.put(user, kept);
      else openFor(user).ifPresent(before -> close(Json.text(before, "id")));
      open.put(id, remembered);
    }
    changes.slack("");
    return SlackAnswer.ok("view", kept);
  }

  synchronized Optional<ObjectNode> find(String id) {
    return Optional.ofNullable(open.get(id));
  }

  /** The modal that a user has open. */
  synchronized Optional<ObjectNode> openFor(String user) {
    return open.values().stream()
        .filter(view -> Json.text(view, "shown_to").equals(user))
        .filter(view -> Json.text(view, "type").equals("modal"))
        .findFirst();
  }

  synchronized void close(String id) {
    open.remove(id);
    faults.remove(id);
    changes.slack("");
  }

  /**
   * What the app says of a form that was handed in: errors stand at its input blocks.
   *
   * @return whether it may stand there
   */
  synchronized boolean faulty(String id, JsonNode errors) {
    ObjectNode view = open.get(id);
    if (view == null || !errors.isObject() || errors.isEmpty()) return false;
    Set<String> inputs = new HashSet<>();
    for (JsonNode block : view.path("blocks")) {
      if (Json.text(block, "type").equals("input")) inputs.add(Json.text(block, "block_id"));
    }
    if (!inputs.containsAll(errors.propertyNames())) return false;
    faults.put(id, errors);
    changes.slack("");
    return true;
  }

  synchronized JsonNode faultsOf(String id) {
    return faults.getOrDefault(id, Json.object());
  }

  synchronized Optional<ObjectNode> home(String user) {
    return Optional.ofNullable(homes.get(user));
  }
}
