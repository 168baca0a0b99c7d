package org.doorstep.pipeline;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A file on its way to a thread. What it is, its first bytes tell, whatever it was said to be. Of a
 * photo nothing goes along but the picture: not where it was taken, when, or with which phone. A
 * document goes as it is.
 */
public final class AttachedFile {

  /** Of a JPEG's parts those that the picture needs: the frame, colours, Adobe's transform. */
  private static final Set<Integer> APP_KEPT = Set.of(0xE0, 0xE2, 0xEE);

  private static final int COMMENT = 0xFE;
  private static final int SCAN = 0xDA;

  /** What PNG keeps besides the picture. */
  private static final Set<String> CHUNKS_DROPPED = Set.of("eXIf", "tEXt", "zTXt", "iTXt", "tIME");

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private final String extension;
  private final byte[] bytes;

  private AttachedFile(String extension, byte[] bytes) {
    this.extension = extension;
    this.bytes = bytes.clone();
  }

  /** What its name ends in. */
  public String extension() {
    return extension;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** Empty for what is no photo and no document, or is broken. */
  public static Optional<AttachedFile> of(byte[] bytes) {
    try {
      if (begins(bytes, (byte) 0xFF, (byte) 0xD8, (byte) 0xFF)) {
        return Optional.of(new AttachedFile("jpg", jpeg(bytes)));
      }
      if (begins(bytes, PNG)) return Optional.of(new AttachedFile("png", png(bytes)));
    } catch (IndexOutOfBoundsException e) {
      return Optional.empty();
    }
    if (begins(bytes, "%PDF-".getBytes(StandardCharsets.US_ASCII))) {
      return Optional.of(new AttachedFile("pdf", bytes));
    }
    boolean gif =
        begins(bytes, "GIF87a".getBytes(StandardCharsets.US_ASCII))
            || begins(bytes, "GIF89a".getBytes(StandardCharsets.US_ASCII));
    return gif ? Optional.of(new AttachedFile("gif", bytes)) : Optional.empty();
  }

  private static boolean begins(byte[] bytes, byte... with) {
    return bytes.length >= with.length
        && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
  }

  /** Part by part up to the picture itself. */
  private static byte[] jpeg(byte[] bytes) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(bytes.length);
    kept.write(bytes, 0, 2);
    int at = 2;
    while (true) {
      if ((bytes[at] & 0xFF) != 0xFF) throw new IndexOutOfBoundsException(at);
      int marker = bytes[at + 1] & 0xFF;
      if (marker == 0xFF) {
        at++;
        continue;
      }
      if (marker == SCAN) {
        kept.write(bytes, at, bytes.length - at);
        return kept.toByteArray();
      }
      int length = 2 + (((bytes[at + 2] & 0xFF) << 8) | (bytes[at + 3] & 0xFF));
      boolean app = marker >= 0xE0 && marker <= 0xEF;
      if (length < 4) throw new IndexOutOfBoundsException(at);
      if (marker != COMMENT && (!app || APP_KEPT.contains(marker))) kept.write(bytes, at, length);
      at += length;
    }
  }

  private static byte[] png(byte[] bytes) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(bytes.length);
    kept.write(bytes, 0, PNG.length);
    int at = PNG.length;
    while (at < bytes.length) {
      int length = 0;
      for (int i = 0; i < 4; i++) length = (length << 8) | (bytes[at + i] & 0xFF);
      if (length < 0 || length > bytes.length) throw new IndexOutOfBoundsException(at);
      String type = new String(bytes, at + 4, 4, StandardCharsets.US_ASCII);
      if (!CHUNKS_DROPPED.contains(type)) kept.write(bytes, at, 12 + length);
      at += 12 + length;
      if (type.equals("IEND")) break;
    }
    return kept.toByteArray();
  }

  @Override
  public String toString() {
    return "AttachedFile[" + extension + "]";
  }
}
