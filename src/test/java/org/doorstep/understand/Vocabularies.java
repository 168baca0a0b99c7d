package org.doorstep.understand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The word lists of this project, read from where they are kept. */
final class Vocabularies {

  static final Path FOLDER = Path.of("conversation-flows", "vocab");

  private static final Understanding ENGLISH = Lexicon.of(files());

  private Vocabularies() {}

  static Understanding english() {
    return ENGLISH;
  }

  static Map<String, String> files() {
    try (Stream<Path> all = Files.list(FOLDER)) {
      Map<String, String> texts = new HashMap<>();
      for (Path file : all.filter(f -> f.toString().endsWith(".yml")).toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
