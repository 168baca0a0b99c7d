package org.doorstep.village;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How WhatsApp looks at a text that was handed in: a minute after that it is pending, ten minutes
 * after it the matter is decided, for the reasons that WhatsApp publishes.
 *
 * @param name it was handed in under that name
 * @param ordered a state that somebody has ordered, whatever the review says; null for none
 */
record Review(String name, String category, Instant asked, @Nullable String ordered) {

  private static final Duration PENDING = Duration.ofMinutes(1);
  private static final Duration DECIDED = Duration.ofMinutes(10);
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
  private static final Set<String> CATEGORIES = Set.of("UTILITY", "MARKETING", "AUTHENTICATION");
  private static final Pattern EDGE = Pattern.compile("(?s)^\\s*\\{\\{.*|.*}}\\s*$");
  private static final Pattern ADJACENT = Pattern.compile("}}\\s*\\{\\{");

  /** WhatsApp knows some sixty languages. These, which Doorstep may speak, are not among them. */
  static boolean isLanguage(String language) {
    return language.matches("[a-z]{2,3}(_[A-Z]{2})?")
        && !Set.of("cy", "gd", "so").contains(language);
  }

  /** What Twilio does not even hand on. */
  static Optional<String> fault(String name, String category, String language) {
    if (!isLanguage(language)) return Optional.of("language is not one of WhatsApp's");
    if (!NAME.matcher(name).matches()) {
      return Optional.of("name must be lower-case letters, digits and underscores");
    }
    return CATEGORIES.contains(category)
        ? Optional.empty()
        : Optional.of("category is not one of " + CATEGORIES);
  }

  Review ordered(String state) {
    return new Review(name, category, asked, state);
  }

  String status(ContentTemplate content, Instant now) {
    if (ordered != null) return ordered;
    if (now.isBefore(asked.plus(PENDING))) return "received";
    if (now.isBefore(asked.plus(DECIDED))) return "pending";
    return objection(content).isEmpty() ? "approved" : "rejected";
  }

  String reason(ContentTemplate content, Instant now) {
    return status(content, now).equals("rejected")
        ? objection(content).orElse("INVALID_FORMAT: somebody objected")
        : "";
  }

  private static Optional<String> objection(ContentTemplate content) {
    String body = Json.text(content.types().iterator().next(), "body");
    if (EDGE.matcher(body).matches()) {
      return Optional.of("INVALID_FORMAT: a variable stands at the beginning or the end");
    }
    return ADJACENT.matcher(body).find()
        ? Optional.of("INVALID_FORMAT: two variables stand side by side")
        : Optional.empty();
  }
}
