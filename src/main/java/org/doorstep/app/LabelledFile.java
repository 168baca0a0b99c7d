package org.doorstep.app;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.doorstep.understand.Labelled;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of labelled lines, read.
 *
 * @param faults what is wrong, each with file and line
 */
record LabelledFile(List<Labelled> lines, List<String> faults) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static LabelledFile read(LabelledKind kind, Path path) {
    LabelledFile file = new LabelledFile(new ArrayList<>(), new ArrayList<>());
    try {
      if (kind == LabelledKind.DISASTER) file.table(path);
      else file.objects(kind, path);
    } catch (CharacterCodingException _) {
      file.faults.add(path + ": is not text in UTF-8");
    } catch (IOException e) {
      file.faults.add(path + ": cannot be read (" + e.getClass().getSimpleName() + ")");
    }
    if (file.lines.isEmpty() && file.faults.isEmpty())
      file.faults.add(path + ": there is nothing in it to measure by");
    return file;
  }

  private void objects(LabelledKind kind, Path path) throws IOException {
    int number = 0;
    for (String line : Files.readAllLines(path)) {
      number++;
      if (line.isBlank()) continue;
      try {
        lines.add(labelled(kind, JSON.readTree(line)));
      } catch (JacksonException e) {
        faults.add(path + ":" + number + ": is not a JSON object: " + e.getOriginalMessage());
      } catch (IllegalArgumentException e) {
        faults.add(path + ":" + number + ": " + e.getMessage());
      }
    }
  }

  private static Labelled labelled(LabelledKind kind, JsonNode node) {
    if (!node.isObject()) throw new IllegalArgumentException("is not a JSON object");
    LabelledLine line = new LabelledLine(node);
    return switch (kind) {
      case MESSAGES -> line.help();
      case CRISIS -> line.safety();
      case REPLIES -> line.reply();
      case DISASTER -> throw new IllegalArgumentException("is a table, not JSON");
    };
  }

  /** The rows that people wrote themselves ({@code genre} is {@code direct}). */
  private void table(Path path) throws IOException {
    List<Table.Row> rows = Table.rows(Files.readString(path));
    if (rows.isEmpty()) return;
    List<String> names = rows.getFirst().fields();
    int message = names.indexOf("message");
    int genre = names.indexOf("genre");
    if (message < 0 || genre < 0) {
      faults.add(path + ":1: has no columns named message and genre");
      return;
    }
    for (Table.Row row : rows.subList(1, rows.size())) {
      if (row.fields().size() != names.size()) {
        faults.add(
            "%s:%d: has %d fields where %d are named"
                .formatted(path, row.line(), row.fields().size(), names.size()));
        continue;
      }
      if (!row.fields().get(genre).equals("direct")) continue;
      Set<String> labels = new HashSet<>();
      for (int i = 0; i < names.size(); i++)
        if (i > genre && row.fields().get(i).equals("1")) labels.add(names.get(i));
      lines.add(new Labelled.Disaster(row.fields().get(message), labels));
    }
  }
}
