package org.doorstep.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Opens the files that pure rooms parse, and writes what they say. */
final class Texts {

  private static final long LARGEST = 8_000_000;

  private Texts() {}

  /** By path within the folder, with slashes, in order. */
  static SortedMap<String, String> under(Path folder) {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Texts::isYaml).toList()) {
        texts.put(folder.relativize(file).toString().replace('\\', '/'), read(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  static String of(Path file) {
    try {
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) throws IOException {
    if (Files.size(file) > LARGEST) throw new IOException(file + " is larger than 8 MB");
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is not written in UTF-8", e);
    }
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, String> bundled(String resource) {
    try (InputStream in = Texts.class.getResourceAsStream(resource)) {
      if (in == null) throw new IllegalStateException("not in the program: " + resource);
      return Map.of(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isYaml(Path file) {
    return Files.isRegularFile(file) && file.toString().matches(".*\\.ya?ml");
  }
}
