package org.doorstep.village;

import java.util.Base64;

/** A very small file of each kind, for those who fetch what somebody sent. */
final class MediaFiles {

  /** A transparent GIF of one pixel: the smallest file that is what it says. */
  private static final byte[] PICTURE =
      Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

  private MediaFiles() {}

  static String type(String kind) {
    return switch (kind) {
      case "audio" -> "audio/ogg";
      case "image" -> "image/gif";
      case "sticker" -> "image/webp";
      case "contact" -> "text/vcard";
      case "video" -> "video/mp4";
      case "document" -> "application/pdf";
      default -> "application/octet-stream";
    };
  }

  static byte[] content(String kind) {
    return kind.equals("image") ? PICTURE.clone() : new byte[] {'O', 'g', 'g', 'S'};
  }
}
