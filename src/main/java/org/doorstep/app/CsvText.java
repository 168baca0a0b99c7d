package org.doorstep.app;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * A file as a spreadsheet saves it: UTF-8 or UTF-16 with a mark at the beginning, UTF-8 without, or
 * Windows-1252, which is what Excel calls "CSV".
 */
final class CsvText {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** How a charset shows itself at the beginning of a file. */
  private record Mark(Charset charset, byte... bytes) {

    boolean begins(byte[] file) {
      return file.length >= bytes.length
          && ByteBuffer.wrap(file, 0, bytes.length).equals(ByteBuffer.wrap(bytes));
    }
  }

  private static final List<Mark> MARKS =
      List.of(
          new Mark(UTF_8, (byte) 0xEF, (byte) 0xBB, (byte) 0xBF),
          new Mark(UTF_16LE, (byte) 0xFF, (byte) 0xFE),
          new Mark(UTF_16BE, (byte) 0xFE, (byte) 0xFF));

  private CsvText() {}

  /** Empty for what is no text. */
  static Optional<String> of(byte[] file) {
    Optional<Mark> mark = MARKS.stream().filter(m -> m.begins(file)).findFirst();
    Optional<String> text =
        mark.isPresent()
            ? decoded(file, mark.get().bytes().length, mark.get().charset())
            : decoded(file, 0, UTF_8).or(() -> decoded(file, 0, WINDOWS));
    return text.filter(all -> all.indexOf('\0') < 0);
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
