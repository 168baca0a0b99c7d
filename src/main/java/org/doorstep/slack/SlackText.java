package org.doorstep.slack;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.desk.Masking;

/** What people wrote in Slack, as plain text; and our own text as Slack wants it. */
final class SlackText {

  /** Slack escapes people's own angle brackets, so these are always its markup. */
  private static final Pattern MARKUP = Pattern.compile("<([^<>|]*)(?:\\|([^<>]*))?>");

  private SlackText() {}

  /**
   * Mentions become names, links stay readable, entities are decoded once, the ampersand last; card
   * and NHS numbers are hidden.
   */
  static String plain(String written, Function<String, Optional<String>> names) {
    String text =
        MARKUP
            .matcher(written)
            .replaceAll(found -> Matcher.quoteReplacement(readable(found, names)));
    text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    return typed(text);
  }

  /** What was typed in a form, which Slack sends as it was typed. */
  static String typed(String text) {
    return Masking.mask(text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip());
  }

  private static String readable(MatchResult found, Function<String, Optional<String>> names) {
    String target = found.group(1);
    String label = found.group(2) == null ? "" : found.group(2);
    if (target.startsWith("@"))
      return "@" + names.apply(target.substring(1)).orElse(or(label, "user"));
    if (target.startsWith("#")) return "#" + or(label, "channel");
    if (target.startsWith("!")) return or(label, "@" + target.substring(1).replaceAll("\\^.*", ""));
    String address = target.replaceFirst("^(mailto|tel):", "");
    return label.isEmpty() || label.equals(address) || label.equals(target)
        ? address
        : label + " (" + address + ")";
  }

  private static String or(String label, String otherwise) {
    return label.isEmpty() ? otherwise : label;
  }

  /** For the fallback text, where Slack would read markup. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
