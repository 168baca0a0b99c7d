package org.doorstep.whatsapp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.doorstep.desk.OutgoingId;

/**
 * What this instance has sent lately: enough to go on after a failure, and to tell messages apart.
 */
final class Sendings {

  private static final int MOST = 20_000;

  private final Map<String, OutgoingId> acknowledged = recent();
  private final Map<OutgoingId, Integer> parts = recent();

  void acknowledged(String sid, OutgoingId outgoing) {
    acknowledged.put(sid, outgoing);
  }

  /** Whether Twilio gave that SID to another message. */
  boolean anothers(String sid, OutgoingId outgoing) {
    OutgoingId owner = acknowledged.get(sid);
    return owner != null && !owner.equals(outgoing);
  }

  /** How many parts of a long message have gone out. */
  int partsSent(OutgoingId outgoing) {
    return parts.getOrDefault(outgoing, 0);
  }

  void partSent(OutgoingId outgoing, int count) {
    parts.put(outgoing, count);
  }

  private static <K, V> Map<K, V> recent() {
    return Collections.synchronizedMap(
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
          }
        });
  }
}
