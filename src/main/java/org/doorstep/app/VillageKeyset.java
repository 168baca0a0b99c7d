package org.doorstep.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.doorstep.redis.Vault;

/** Encryption keys for the village, which nobody has to set: made once and kept beside its data. */
final class VillageKeyset {

  private VillageKeyset() {}

  static Vault in(Path data) {
    try {
      return Vault.of(text(data.resolve("village-keyset")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      String keys = Vault.newKeyset();
      create(file);
      Files.writeString(file, keys, StandardOpenOption.TRUNCATE_EXISTING);
      return keys;
    }
  }

  private static void create(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var ownersOnly = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(ownersOnly));
    } else {
      Files.createFile(file);
    }
  }
}
