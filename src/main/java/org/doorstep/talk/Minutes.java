package org.doorstep.talk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorstep.help.When;
import org.doorstep.people.Flag;
import org.doorstep.understand.Found;

/** Writes a conversation down as a transcript, ready to be put into {@code tests/}. */
public final class Minutes {

  private final String flow;
  private final StringBuilder text = new StringBuilder();
  private SortedMap<String, String> before = new TreeMap<>();

  public Minutes(String flow, Instant now, ZoneId zone) {
    this.flow = flow;
    text.append("spec: 1\n")
        .append("defaults: {flow: ")
        .append(flow)
        .append(", now: \"")
        .append(LocalDateTime.ofInstant(now, zone))
        .append("[")
        .append(zone)
        .append("]\"}\ntests:\n- name: say in a line what this shows\n  steps:\n");
  }

  /**
   * One step.
   *
   * @param did what the person did, by its key: {@code user}, {@code tap}, {@code pin}, {@code
   *     clock}
   * @param turns what came of it
   */
  public void step(Map<String, String> did, List<Turn> turns) {
    Map<String, String> step = new LinkedHashMap<>();
    did.forEach((key, value) -> step.put(key, quoted(value)));
    List<String> said = new ArrayList<>();
    List<String> done = new ArrayList<>();
    SortedMap<String, String> known = new TreeMap<>();
    for (Turn turn : turns) {
      for (Turn.Step each : turn.steps()) {
        switch (each) {
          case Turn.Step.Say say -> said.add(id(say.utterance().id()));
          case Turn.Step.Do action -> {
            done.add(action.doing().key());
            action.slots().forEach((key, value) -> known.put(key, value(value)));
          }
          case Turn.Step.Later later -> {}
        }
      }
      Conversation next = turn.next();
      if (next != null) next.slots().forEach((key, value) -> known.put(key, value(value)));
    }
    List<String> fresh = new ArrayList<>();
    known.forEach(
        (key, value) -> {
          if (!value.isEmpty() && !value.equals(before.get(key)))
            fresh.add(key + ": " + quoted(value));
        });
    if (!turns.isEmpty()) before = known;
    if (!done.isEmpty()) step.put("does", listed(done));
    if (!fresh.isEmpty()) step.put("slots", "{" + String.join(", ", fresh) + "}");
    step.put("bot", listed(said));
    if (!turns.isEmpty() && turns.getLast().next() == null) step.put("over", "true");
    List<String> parts = new ArrayList<>();
    step.forEach((key, value) -> parts.add(key + ": " + value));
    text.append("  - {").append(String.join(", ", parts)).append("}\n");
  }

  public String text() {
    return text.toString();
  }

  private String id(String id) {
    return id.startsWith(flow + ".") ? id.substring(flow.length() + 1) : id;
  }

  private static String listed(List<String> all) {
    return all.size() == 1 ? all.getFirst() : "[" + String.join(", ", all) + "]";
  }

  private static String quoted(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  static String value(Known known) {
    boolean unsure = known.confidence() > 0 && known.confidence() < Found.SURE;
    return value(known.value()) + (unsure ? "?" : "");
  }

  private static String value(SlotValue value) {
    return switch (value) {
      case SlotValue.Words words -> words.text();
      case SlotValue.Picked picked -> String.join(",", picked.keys());
      case SlotValue.At at -> at.place().written();
      case SlotValue.OneOf several -> "one of " + several.places().size();
      case SlotValue.Time time -> value(time.when());
      case SlotValue.Raised raised ->
          String.join(",", raised.flags().stream().sorted().map(Flag::key).toList());
      case SlotValue.Skipped skipped -> "skipped";
    };
  }

  private static String value(When when) {
    if (when.asap()) return "asap";
    List<String> parts = new ArrayList<>();
    if (when.by()) parts.add("by");
    Optional.ofNullable(when.date()).ifPresent(d -> parts.add(d.toString()));
    Optional.ofNullable(when.part())
        .filter(p -> when.time() == null)
        .ifPresent(p -> parts.add(p.name().toLowerCase(Locale.ROOT)));
    Optional.ofNullable(when.time()).ifPresent(t -> parts.add(t.toString()));
    return parts.isEmpty() ? "any" : String.join("/", parts);
  }
}
