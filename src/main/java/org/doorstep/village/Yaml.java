package org.doorstep.village;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.doorstep.cell.WholeLetters;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;

/** YAML as trees. */
final class Yaml {

  private Yaml() {}

  /** A file of the village's own, from the class path. */
  static JsonNode own(String name) {
    try (InputStream in = Yaml.class.getResourceAsStream("/village/" + name)) {
      if (in == null) throw new IllegalStateException("no resource village/" + name);
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A missing node where there is no such file. */
  static JsonNode file(Path path) {
    try {
      return Files.isRegularFile(path)
          ? read(Files.readString(path))
          : Json.object().path("missing");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(String yaml) {
    return Json.MAPPER.valueToTree(
        new Load(LoadSettings.builder().build()).loadFromReader(new WholeLetters(yaml)));
  }
}
