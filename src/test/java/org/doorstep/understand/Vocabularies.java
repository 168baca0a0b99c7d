package org.doorstep.understand;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The word lists of this project, read from where they are kept. */
public final class Vocabularies {

  static final Path FOLDER = Path.of("conversation-flows", "vocab");

  private static final Understanding ALL = Lexicon.of(everyFile(), inTheBuild());

  private Vocabularies() {}

  /** Of all languages; it is made once for all tests. */
  public static Understanding all() {
    return ALL;
  }

  static Map<String, String> files() {
    return files(FOLDER, f -> true);
  }

  static Map<String, String> everyFile() {
    return files(Path.of("conversation-flows"), f -> f.getParent().endsWith("vocab"));
  }

  private static Map<String, String> files(Path folder, Predicate<Path> which) {
    try (Stream<Path> all = Files.walk(folder)) {
      Map<String, String> texts = new HashMap<>();
      for (Path file : all.filter(f -> f.toString().endsWith(".yml")).filter(which).toList()) {
        texts.put(folder.relativize(file).toString(), Files.readString(file));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] inTheBuild() {
    try (InputStream file = Vocabularies.class.getResourceAsStream("/learnt.bin")) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
