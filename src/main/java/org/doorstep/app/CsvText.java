package org.doorstep.app;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A file as a spreadsheet saves it: UTF-8 or UTF-16 with a mark at the beginning, UTF-8 without, or
 * Windows-1252, which is what Excel calls "CSV".
 */
final class CsvText {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** How each charset shows itself at the beginning of a file, in hexadecimal digits. */
  private static final Map<String, Charset> MARKS =
      Map.of("efbbbf", UTF_8, "fffe", UTF_16LE, "feff", UTF_16BE);

  private static final int LONGEST_MARK = 3;

  private CsvText() {}

  /** Empty for what is no text. */
  static Optional<String> of(byte[] file) {
    Optional<String> mark = mark(file);
    Optional<String> text =
        mark.isPresent()
            ? decoded(file, mark.get().length() / 2, Objects.requireNonNull(MARKS.get(mark.get())))
            : decoded(file, 0, UTF_8).or(() -> decoded(file, 0, WINDOWS));
    return text.filter(all -> all.indexOf('\0') < 0);
  }

  private static Optional<String> mark(byte[] file) {
    String begins = HexFormat.of().formatHex(file, 0, Math.min(LONGEST_MARK, file.length));
    return MARKS.keySet().stream().filter(begins::startsWith).findFirst();
  }

  /** In what a file is written that begins so; the last line may be cut off. */
  static Charset charset(byte[] beginning) {
    Optional<String> mark = mark(beginning);
    if (mark.isPresent()) return Objects.requireNonNull(MARKS.get(mark.get()));
    int end = beginning.length;
    while (end > 0 && beginning[end - 1] != '\n') end--;
    byte[] whole = end == 0 ? beginning : Arrays.copyOf(beginning, end);
    return decoded(whole, 0, UTF_8).isPresent() ? UTF_8 : WINDOWS;
  }

  private static Optional<String> decoded(byte[] file, int from, Charset charset) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(file, from, file.length - from);
      return Optional.of(charset.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
