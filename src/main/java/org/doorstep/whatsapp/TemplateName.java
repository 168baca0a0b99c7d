package org.doorstep.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.doorstep.talk.TemplateText;

/**
 * What a text is called at Twilio and at WhatsApp: {@code doorstep_job_offer_pl_1f0c93ab}. The end
 * is made from its words and buttons, so a changed text is another resource, and one that stands
 * there already is found by its name.
 */
final class TemplateName {

  private TemplateName() {}

  static String of(TemplateText text, String code) {
    return beginning(text.name(), code) + mark(text);
  }

  /** How the names of all versions of it begin. */
  static String beginning(String name, String code) {
    return "doorstep_" + plain(name) + "_" + plain(code) + "_";
  }

  /** WhatsApp takes nothing but small letters, digits and underscores. */
  private static String plain(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
  }

  private static String mark(TemplateText text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((text.category() + '\0' + text.text() + '\0').getBytes(UTF_8));
      for (TemplateText.Button button : text.buttons()) {
        digest.update((button.label() + '\0' + button.sends() + '\0').getBytes(UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
