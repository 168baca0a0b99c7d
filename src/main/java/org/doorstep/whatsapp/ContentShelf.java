package org.doorstep.whatsapp;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.content.v1.ContentAndApprovals;
import com.twilio.rest.content.v1.ContentAndApprovalsReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The content resources of our account, as Twilio listed them last. Twilio's list is the truth; the
 * file is a copy of it for a start at which the list cannot be had.
 */
final class ContentShelf {

  private static final Duration READ_AGAIN = Duration.ofMinutes(10);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(30);
  private static final int MOST = 2000;
  private static final Logger log = LoggerFactory.getLogger(ContentShelf.class);

  private final TwilioRestClient twilio;
  private final ContentFile file;
  private volatile List<Listed> listed;
  private Instant readNext = Instant.MIN;
  private boolean inDoubt;

  ContentShelf(TwilioRestClient twilio, ContentFile file) {
    this.twilio = twilio;
    this.file = file;
    this.listed = file.read();
  }

  /** The best one with exactly that name. */
  Optional<Listed> named(String name) {
    return listed.stream().filter(l -> l.name().equals(name)).min(Listed.BEST_FIRST);
  }

  List<Listed> all() {
    return listed;
  }

  /**
   * Asks Twilio, now and then. Where it does not answer, what it listed before stays.
   *
   * @return whether that is what Twilio has
   */
  synchronized boolean refresh(Instant now) {
    if (now.isBefore(readNext)) return !inDoubt;
    try {
      read();
      inDoubt = false;
      readNext = now.plus(READ_AGAIN);
    } catch (RuntimeException e) {
      log.warn("Twilio's list of contents cannot be read: {}", e.getClass().getSimpleName());
      doubt(now);
    }
    return !inDoubt;
  }

  /** What Twilio has may be something else: it is asked before anything is made there. */
  synchronized void doubt(Instant now) {
    inDoubt = true;
    readNext = now.plus(TRY_AGAIN);
  }

  /** Asks Twilio at once; fails where it does not answer. */
  synchronized void read() {
    ContentAndApprovalsReader reader = new ContentAndApprovalsReader().setPageSize(100);
    reader.limit(MOST);
    List<Listed> now = new ArrayList<>();
    for (ContentAndApprovals content : reader.read(twilio)) now.add(Listed.of(content));
    replace(now);
  }

  /** It is there now, in that state. */
  synchronized void put(Listed one) {
    List<Listed> now = new ArrayList<>(listed);
    now.removeIf(l -> l.sid().equals(one.sid()));
    now.add(one);
    replace(now);
  }

  /** It is not there any more. */
  synchronized void remove(String name) {
    replace(listed.stream().filter(l -> !l.name().equals(name)).toList());
  }

  private void replace(List<Listed> now) {
    if (now.equals(listed)) return;
    listed = List.copyOf(now);
    file.write(listed);
  }
}
