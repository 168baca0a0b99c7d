package org.doorstep.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.doorstep.desk.Looked;

/** A picture while it is fetched, wherever it is: nothing is kept but its fingerprint. */
public final class PictureFile {

  public static final int LARGEST = 5_000_000;

  private static final Set<String> TYPES =
      Set.of("image/jpeg", "image/png", "image/gif", "image/heic", "image/heif");

  private PictureFile() {}

  /**
   * One byte more than is allowed tells that there are too many; no more are taken.
   *
   * @param type as the answer says, with whatever follows it; empty where it says nothing
   */
  public static Looked look(String type, InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(LARGEST + 1);
    return fits(type) && bytes.length > 0 && bytes.length <= LARGEST
        ? new Looked.Seen(fingerprint(bytes))
        : new Looked.Unfit();
  }

  /** Whether it is a picture of a kind that phones make. */
  public static boolean fits(String type) {
    return TYPES.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
  }

  private static String fingerprint(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
