package org.doorstep.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Writes the files of a folder of flows that are made and not written by hand. */
final class FlowFiles {

  private static final String PICTURE = ".mmd";

  private FlowFiles() {}

  static Errands.Report draw(Path folder) {
    return switch (Speech.in(folder)) {
      case Checked.Faulty<Speech>(var findings) -> new Errands.Report(List.of(), findings);
      case Checked.Fine<Speech>(Speech speech) -> {
        try {
          yield new Errands.Report(draw(folder, speech.talk().pictures()), List.of());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private static List<String> draw(Path folder, SortedMap<String, String> pictures)
      throws IOException {
    Path diagrams = Files.createDirectories(folder.resolve("diagrams"));
    try (Stream<Path> old = Files.list(diagrams)) {
      for (Path file : old.filter(f -> stale(f, pictures.keySet())).toList()) Files.delete(file);
    }
    for (var picture : pictures.entrySet()) {
      Files.writeString(diagrams.resolve(picture.getKey() + PICTURE), picture.getValue());
    }
    return List.of(pictures.size() + " pictures are in " + diagrams);
  }

  private static boolean stale(Path file, Set<String> flows) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(PICTURE)
        && !flows.contains(name.substring(0, name.length() - PICTURE.length()));
  }

  /** Nothing is written where a shape has changed that went out before: the check says so. */
  static Errands.Report release(Path folder) {
    return switch (Speech.in(folder)) {
      case Checked.Faulty<Speech>(var findings) -> new Errands.Report(List.of(), findings);
      case Checked.Fine<Speech>(Speech speech) -> {
        try {
          Path file = folder.resolve("flows").resolve("archive").resolve("released.yml");
          Files.createDirectories(file.getParent());
          Files.writeString(file, speech.talk().released(Texts.under(folder)));
          List<String> lines = new ArrayList<>(List.of("the shapes of today are in " + file));
          yield new Errands.Report(lines, List.of());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }
}
