package org.doorstep.talk;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which shape each version of a form had when it went out. Somebody may be in the middle of it, so
 * another shape needs another version.
 */
record Released(SortedMap<String, SortedMap<Integer, String>> marks) {

  static final String FILE = "flows/archive/released.yml";

  static Released read(Map<String, String> files, Faults faults) {
    SortedMap<String, SortedMap<Integer, String>> marks = new TreeMap<>();
    String text = files.get(FILE);
    Item.Table table = text == null ? null : Yaml.parse(FILE, text, faults);
    if (table == null) return new Released(marks);
    Fields top = new Fields(FILE, table, faults).only("spec", "released");
    top.named("released")
        .forEach(
            (flow, item) -> {
              Fields versions = top.fields(flow, item);
              if (versions == null) return;
              SortedMap<Integer, String> all = marks.computeIfAbsent(flow, f -> new TreeMap<>());
              for (String version : versions.keys()) {
                if (version.matches("[0-9]{1,6}")) {
                  all.put(Integer.valueOf(version), versions.text(version, ""));
                } else {
                  versions.fault(
                      versions.line(version),
                      "'" + version + "' is not a version",
                      "Write a number in quotes");
                }
              }
            });
    return new Released(marks);
  }

  void check(Library library, Faults faults) {
    library.flows().values().forEach(flow -> newest(flow, faults));
    library
        .older()
        .values()
        .forEach(versions -> versions.values().forEach(flow -> same(flow, faults)));
  }

  private void newest(Flow flow, Faults faults) {
    SortedMap<Integer, String> known = marks.getOrDefault(flow.name(), new TreeMap<>());
    if (known.isEmpty()) return;
    int last = known.lastKey();
    if (flow.version() < last) {
      faults.add(
          flow.file(), 1, "version " + last + " has gone out before", "Raise it to " + (last + 1));
    } else {
      same(flow, faults);
    }
  }

  private void same(Flow flow, Faults faults) {
    String mark = marks.getOrDefault(flow.name(), new TreeMap<>()).get(flow.version());
    if (mark == null || mark.equals(Structure.mark(flow))) return;
    faults.add(
        flow.file(),
        1,
        "the shape of " + flow.name() + " is not what went out as version " + flow.version(),
        "Keep that one as flows/archive/%s-%d.yml, write 'version: %d' and say under 'carry' what was renamed"
            .formatted(flow.name(), flow.version(), flow.version() + 1));
  }

  /** As a file, with the forms of today. */
  String with(Library library) {
    SortedMap<String, SortedMap<Integer, String>> all = new TreeMap<>();
    marks.forEach((flow, versions) -> all.put(flow, new TreeMap<>(versions)));
    for (Flow flow : library.flows().values()) {
      if (flow.start() == null) continue;
      all.computeIfAbsent(flow.name(), f -> new TreeMap<>())
          .putIfAbsent(flow.version(), Structure.mark(flow));
    }
    StringBuilder text =
        new StringBuilder(
            """
            # Which shape each version of a form had when it went out.
            # Written by "doorstep flows release"; not to be changed by hand.
            spec: 1
            released:
            """);
    all.forEach(
        (flow, versions) -> {
          text.append("  ").append(flow).append(":\n");
          versions.forEach(
              (version, mark) -> text.append("    \"%d\": \"%s\"\n".formatted(version, mark)));
        });
    return text.toString();
  }
}
