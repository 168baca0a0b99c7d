package org.doorstep.village;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The content resources of the account. */
final class Contents {

  private final InstantSource clock;
  private final Map<String, ContentTemplate> bySid = new LinkedHashMap<>();

  Contents(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Takes over the templates of a folder of flows as if somebody had made them by hand and WhatsApp
   * had approved them: {@code job-offer}, and {@code job-offer_pl} in Polish.
   */
  void approve(Path flows) {
    for (WrittenTemplates.Written each : WrittenTemplates.in(flows)) {
      ContentTemplate made = keep(each.name(), each.language(), each.examples(), each.types());
      review(made.sid(), new Review("by_hand", "UTILITY", Instant.EPOCH, "approved"));
    }
  }

  Instant now() {
    return clock.instant();
  }

  synchronized ContentTemplate keep(
      String name, String language, ObjectNode variables, ObjectNode types) {
    ContentTemplate content =
        new ContentTemplate(
            Ledger.sid("HX"), name, language, variables, types, null, clock.instant());
    bySid.put(content.sid(), content);
    return content;
  }

  synchronized Optional<ContentTemplate> find(String sid) {
    return Optional.ofNullable(bySid.get(sid));
  }

  synchronized List<ContentTemplate> all() {
    return List.copyOf(bySid.values());
  }

  synchronized void review(String sid, Review review) {
    bySid.computeIfPresent(sid, (key, content) -> content.reviewed(review));
  }

  /** WhatsApp changes its mind: {@code paused}, {@code rejected} … */
  synchronized void order(String sid, String state) {
    find(sid).map(ContentTemplate::review).ifPresent(review -> review(sid, review.ordered(state)));
  }

  synchronized void delete(String sid) {
    bySid.remove(sid);
  }
}
