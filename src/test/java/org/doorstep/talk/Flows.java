package org.doorstep.talk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.doorstep.understand.Understanding;
import org.doorstep.understand.Vocabulary;
import org.jspecify.annotations.NullUnmarked;

/** The flows as they are shipped. */
@NullUnmarked
final class Flows {

  static final Path FOLDER = Path.of("conversation-flows");

  private Flows() {}

  private static final Path MADE_UP = Path.of("src/test/resources/made-up-flows");

  static Map<String, String> files() {
    return files(FOLDER);
  }

  /** Small flows with their transcripts, to be laid over the shipped ones. */
  static Map<String, String> madeUp() {
    return files(MADE_UP);
  }

  private static Map<String, String> files(Path folder) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.filter(p -> p.toString().endsWith(".yml")).toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        files.put(name, Files.readString(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  static Map<String, String> vocabularyFiles() {
    Map<String, String> files = new TreeMap<>();
    files()
        .forEach(
            (file, text) -> {
              if (file.startsWith("vocab/")) files.put(file, text);
            });
    return files;
  }

  static Map<String, Vocabulary> vocabularies() {
    return Parsed.ALL;
  }

  private static final class Parsed {

    static final Map<String, Vocabulary> ALL = parsed();

    private static Map<String, Vocabulary> parsed() {
      Map<String, Vocabulary> all = new TreeMap<>();
      for (String text : vocabularyFiles().values()) {
        Vocabulary vocabulary = Vocabulary.parse(text);
        all.put(vocabulary.name(), vocabulary);
      }
      return Map.copyOf(all);
    }
  }

  static FlowBook load(Understanding understanding, Map<String, Vocabulary> vocabularies) {
    return load(files(), understanding, vocabularies);
  }

  static FlowBook load(
      Map<String, String> files,
      Understanding understanding,
      Map<String, Vocabulary> vocabularies) {
    return switch (FlowBook.load(files, understanding, vocabularies)) {
      case Loading.Loaded loaded -> loaded.book();
      case Loading.Faulty faulty ->
          throw new AssertionError(
              String.join("\n", faulty.faults().stream().map(Fault::toString).toList()));
    };
  }
}
