package org.doorstep.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.doorstep.bridge.CaseId;
import org.doorstep.help.RequestId;
import org.doorstep.help.ThingId;
import org.doorstep.people.Need;

/** Ids that follow from a cause, so that the same cause has the same effect. */
final class Derived {

  private Derived() {}

  /** 96 bits of SHA-256 over the cause and what it is for, in hex. */
  static String id(InboundId cause, String purpose) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((cause.value() + '\n' + purpose).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static RequestId request(InboundId cause, Need need) {
    return new RequestId("r" + id(cause, "request/" + need.key()).substring(0, 12));
  }

  static ThingId thing(InboundId cause) {
    return new ThingId("t" + id(cause, "thing").substring(0, 12));
  }

  static CaseId aCase(InboundId cause, String purpose) {
    return new CaseId("c" + id(cause, "case/" + purpose).substring(0, 12));
  }
}
