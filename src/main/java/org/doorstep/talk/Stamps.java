package org.doorstep.talk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes marks into a language's file. Everything else in it stays as it is, byte for byte. */
public final class Stamps {

  private static final Pattern HEAD = Pattern.compile("marks:\\s*(#.*)?");
  private static final Pattern EMPTY = Pattern.compile("marks:\\s*\\{\\s*}\\s*");
  private static final Pattern OTHERWISE = Pattern.compile("[\"']?marks[\"']?\\s*:.*");
  private static final Pattern ENTRY =
      Pattern.compile("(\\s+)([\"']?)([^\"':]+)\\2\\s*:\\s*(\"[^\"]*\"|'[^']*'|[^\\s#]*)(.*)");

  private final List<String> lines;
  private final String end;

  private Stamps(String text) {
    end = text.contains("\r\n") ? "\r\n" : "\n";
    lines = new ArrayList<>(Arrays.asList(text.split("(?<=\n)")));
  }

  /**
   * @param marks by path, in the order in which new ones are added
   * @return empty where the marks that are there are not written one on a line
   */
  public static Optional<String> write(String text, SequencedMap<String, String> marks) {
    return new Stamps(text).with(marks);
  }

  private Optional<String> with(SequencedMap<String, String> marks) {
    int head = head();
    if (head < 0) return Optional.empty();
    int last = head;
    String indent = "  ";
    SequencedMap<String, String> left = new LinkedHashMap<>(marks);
    for (int i = head + 1; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) continue;
      if (!Character.isWhitespace(line.charAt(0))) break;
      last = i;
      Matcher entry = ENTRY.matcher(line.stripTrailing());
      if (!entry.matches()) continue;
      indent = entry.group(1);
      String mark = left.remove(entry.group(3).strip());
      if (mark != null) lines.set(i, stamped(line, entry, mark));
    }
    List<String> more = new ArrayList<>();
    for (Map.Entry<String, String> e : left.entrySet()) {
      more.add(indent + e.getKey() + ": \"" + e.getValue() + "\"" + end);
    }
    if (!more.isEmpty()) closed(last);
    lines.addAll(last + 1, more);
    return Optional.of(String.join("", lines));
  }

  private static String stamped(String line, Matcher entry, String mark) {
    return line.substring(0, entry.start(4)) + '"' + mark + '"' + line.substring(entry.end(4));
  }

  /** The line of {@code marks:}, which is put at the end where there is none; -1 for other ways. */
  private int head() {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).stripTrailing();
      if (HEAD.matcher(line).matches()) return i;
      if (EMPTY.matcher(line).matches()) {
        lines.set(i, "marks:" + end);
        return i;
      }
      if (OTHERWISE.matcher(line).matches()) return -1;
    }
    closed(lines.size() - 1);
    lines.add("marks:" + end);
    return lines.size() - 1;
  }

  /** The last line of a file may have no end. */
  private void closed(int at) {
    if (at >= 0 && !lines.get(at).endsWith("\n")) lines.set(at, lines.get(at) + end);
  }
}
