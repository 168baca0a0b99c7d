package org.doorstep.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.doorstep.bridge.CaseId;
import org.doorstep.help.Crew;
import org.doorstep.help.Particulars;
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

  /** A request for each of so many people; the first keeps its id. */
  static List<Particulars> parts(InboundId cause, Particulars wanted, int people) {
    if (people < 2) return List.of(wanted);
    List<RequestId> ids =
        Stream.concat(
                Stream.of(wanted.id()),
                IntStream.rangeClosed(2, people).mapToObj(n -> part(cause, wanted.need(), n)))
            .toList();
    return IntStream.range(0, people)
        .mapToObj(
            i ->
                wanted.in(
                    ids.get(i),
                    new Crew(i + 1, ids.stream().filter(id -> !id.equals(ids.get(i))).toList())))
        .toList();
  }

  private static RequestId part(InboundId cause, Need need, int number) {
    return new RequestId("r" + id(cause, "request/" + need.key() + "/" + number).substring(0, 12));
  }

  static CaseId aCase(InboundId cause, String purpose) {
    return new CaseId("c" + id(cause, "case/" + purpose).substring(0, 12));
  }
}
