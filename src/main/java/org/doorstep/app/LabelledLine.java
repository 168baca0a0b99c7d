package org.doorstep.app;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.doorstep.help.PartOfDay;
import org.doorstep.help.Recurrence;
import org.doorstep.understand.Danger;
import org.doorstep.understand.Intent;
import org.doorstep.understand.Labelled;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One labelled JSON object; whatever is wrong with it is said in its words. */
record LabelledLine(JsonNode node) {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  Labelled.Help help() {
    return new Labelled.Help(
        text("text"),
        read("now", text("now"), t -> LocalDateTime.parse(t).atZone(LONDON)),
        text("lang"),
        one(Intent.class, "intent", text("intent")),
        set("needs"),
        set("negated_needs"),
        textOrNull("place"),
        textOrNull("postcode"),
        node.hasNonNull("when") ? new LabelledLine(node.get("when")).time() : null,
        text("for"),
        set("flags"));
  }

  private Labelled.Time time() {
    String date = textOrNull("date");
    String part = textOrNull("part");
    String time = textOrNull("time");
    String recurring = textOrNull("recurring");
    return new Labelled.Time(
        date == null ? null : read("date", date, LocalDate::parse),
        part == null ? null : one(PartOfDay.class, "part", part),
        time == null ? null : read("time", time, LocalTime::parse),
        flag("by"),
        flag("asap"),
        recurring == null ? null : one(Recurrence.class, "recurring", recurring));
  }

  Labelled.Safety safety() {
    if (!flag("crisis")) return new Labelled.Safety(text("text"), null);
    String kind = text("kind");
    return new Labelled.Safety(
        text("text"),
        kind.equals("medical-emergency") ? Danger.MEDICAL : one(Danger.class, "kind", kind));
  }

  Labelled.Volunteered reply() {
    JsonNode which = node.get("which");
    return new Labelled.Volunteered(
        text("text"),
        strings("offers"),
        text("meaning"),
        which == null || which.isNull() ? "none" : which.asString());
  }

  private String text(String field) {
    String text = textOrNull(field);
    if (text == null) throw new IllegalArgumentException("\"" + field + "\" is missing");
    return text;
  }

  private @Nullable String textOrNull(String field) {
    JsonNode value = node.get(field);
    if (value == null || value.isNull()) return null;
    if (!value.isString())
      throw new IllegalArgumentException("\"" + field + "\" is not a text in quotes");
    return value.asString();
  }

  private boolean flag(String field) {
    JsonNode value = node.get(field);
    if (value == null || !value.isBoolean())
      throw new IllegalArgumentException("\"" + field + "\" is neither true nor false");
    return value.asBoolean();
  }

  private Set<String> set(String field) {
    return new HashSet<>(strings(field));
  }

  private java.util.List<String> strings(String field) {
    JsonNode list = node.get(field);
    if (list == null || !list.isArray())
      throw new IllegalArgumentException("\"" + field + "\" is not a list");
    return list.valueStream().map(JsonNode::asString).toList();
  }

  private static <E extends Enum<E>> E one(Class<E> kinds, String field, String written) {
    return read(
        field, written, w -> Enum.valueOf(kinds, w.toUpperCase(Locale.ROOT).replace('-', '_')));
  }

  private static <T> T read(String field, String written, Function<String, T> reader) {
    try {
      return reader.apply(written);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("\"" + field + "\" cannot be \"" + written + "\"", e);
    }
  }
}
