package org.doorstep.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.doorstep.understand.Lexicon;

/** Learns in the build what the vocabularies teach, so that nobody waits for it at the start. */
final class Learning {

  private static final String READS = "org/doorstep/understand";

  private Learning() {}

  /**
   * @param args the folder of conversations, the folder of classes, and a file that says of what
   *     was learnt there last
   */
  public static void main(String[] args) throws IOException, NoSuchAlgorithmException {
    Map<String, String> words = Speech.understood(Texts.under(Path.of(args[0])));
    Path classes = Path.of(args[1]);
    Path last = Path.of(args[2]);
    Path learnt = classes.resolve(Learned.FILE);
    String now = trace(words, classes.resolve(READS));
    if (Files.exists(learnt) && Files.exists(last) && Files.readString(last).equals(now)) return;
    Files.write(learnt, Lexicon.of(words).learnt());
    Files.writeString(last, now);
  }

  /** Of all words, and of the classes that read them. */
  private static String trace(Map<String, String> words, Path classes)
      throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    words.forEach((file, text) -> digest.update((file + text).getBytes(StandardCharsets.UTF_8)));
    try (Stream<Path> all = Files.list(classes)) {
      List<Path> files = all.sorted().toList();
      for (Path file : files) digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
