package org.doorstep.whatsapp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a copy of what Twilio has listed: names, SIDs and states of texts that are in the flows
 * anyway, and nothing about anybody. A file that is missing, broken or another account's is empty.
 */
final class ContentFile {

  private static final Logger log = LoggerFactory.getLogger(ContentFile.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private record Kept(@Nullable String account, @Nullable List<Listed> contents) {}

  private final Path path;
  private final String account;

  /**
   * @param data the folder for what Doorstep keeps
   */
  ContentFile(Path data, String account) {
    this.path = data.resolve("twilio-content.json");
    this.account = account;
  }

  List<Listed> read() {
    try {
      if (!Files.exists(path)) return List.of();
      Kept kept = JSON.readValue(Files.readString(path), Kept.class);
      return account.equals(kept.account()) && kept.contents() != null
          ? List.copyOf(kept.contents())
          : List.of();
    } catch (IOException | JacksonException e) {
      log.warn("{} cannot be read and is made anew: {}", path, e.getClass().getSimpleName());
      return List.of();
    }
  }

  /** Never fails: Twilio's own list can be had again. */
  void write(List<Listed> contents) {
    try {
      Path whole = path.resolveSibling(path.getFileName() + "." + ProcessHandle.current().pid());
      Files.createDirectories(whole.toAbsolutePath().getParent());
      Files.writeString(whole, JSON.writeValueAsString(new Kept(account, contents)));
      Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      log.warn("{} cannot be written: {}", path, e.getClass().getSimpleName());
    }
  }
}
