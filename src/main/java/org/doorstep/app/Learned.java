package org.doorstep.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.doorstep.understand.Lexicon;
import org.doorstep.understand.Understanding;
import org.jspecify.annotations.Nullable;

/**
 * The last understanding that was made, for who asks for the same words again: to learn takes a
 * while, and most changes to the folder change no word that is understood. Of the words as they are
 * shipped, the build has learnt.
 */
final class Learned {

  /** Beside the classes: what the build learnt. */
  static final String FILE = "learnt.bin";

  private record Made(Map<String, String> from, Understanding understanding) {}

  private static final AtomicReference<@Nullable SoftReference<Made>> LAST =
      new AtomicReference<>();

  private Learned() {}

  static Understanding of(Map<String, String> yamlByFileName) {
    SoftReference<Made> kept = LAST.get();
    Made last = kept == null ? null : kept.get();
    if (last != null && last.from().equals(yamlByFileName)) return last.understanding();
    Understanding understanding = Lexicon.of(yamlByFileName, inTheBuild());
    LAST.set(new SoftReference<>(new Made(Map.copyOf(yamlByFileName), understanding)));
    return understanding;
  }

  private static byte[] inTheBuild() {
    try (InputStream file = Learned.class.getResourceAsStream("/" + FILE)) {
      return file == null ? new byte[0] : file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
