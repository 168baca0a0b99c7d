package org.doorstep.whatsapp;

import com.twilio.rest.content.v1.ContentAndApprovals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.doorstep.talk.TemplateText;
import org.jspecify.annotations.Nullable;

/**
 * A content resource as Twilio lists it.
 *
 * @param name its friendly name
 * @param reason WhatsApp's, where it has rejected it; else empty
 * @param variables how many it has
 * @param sends what its buttons carry
 */
record Listed(
    String sid,
    String name,
    String language,
    Approval approval,
    String reason,
    int variables,
    List<String> sends) {

  /** Of several with one name: the one that may be sent, or soon may; else always the same one. */
  static final Comparator<Listed> BEST_FIRST =
      Comparator.comparingInt((Listed listed) -> rank(listed.approval()))
          .thenComparing(Listed::sid);

  Listed {
    sends = List.copyOf(sends);
  }

  static Listed of(ContentAndApprovals content) {
    return new Listed(
        word(content.getSid()),
        word(content.getFriendlyName()),
        word(content.getLanguage()),
        Approval.of(word(in(content.getApprovalRequests(), "status"))),
        word(in(content.getApprovalRequests(), "rejection_reason")),
        content.getVariables() instanceof Map<?, ?> variables ? variables.size() : 0,
        sends(content.getTypes()));
  }

  Listed now(Approval approval) {
    return new Listed(sid, name, language, approval, reason, variables, sends);
  }

  /**
   * Whether it can stand in for that text: it takes the same values, and its buttons mean the same.
   */
  boolean fits(TemplateText text) {
    return variables == text.examples().size()
        && sends.equals(text.buttons().stream().map(TemplateText.Button::sends).toList());
  }

  private static List<String> sends(@Nullable Object types) {
    List<String> sends = new ArrayList<>();
    if (in(types, "twilio/quick-reply") instanceof Map<?, ?> reply
        && reply.get("actions") instanceof List<?> actions) {
      for (Object action : actions) sends.add(word(in(action, "id")));
    }
    return sends;
  }

  private static @Nullable Object in(@Nullable Object tree, String field) {
    return tree instanceof Map<?, ?> map ? map.get(field) : null;
  }

  private static String word(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  private static int rank(Approval approval) {
    return switch (approval) {
      case APPROVED -> 0;
      case PENDING, RECEIVED -> 1;
      case PAUSED -> 2;
      case UNSUBMITTED, UNKNOWN -> 3;
      case REJECTED, DISABLED -> 4;
    };
  }
}
