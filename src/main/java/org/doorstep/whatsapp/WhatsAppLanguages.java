package org.doorstep.whatsapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The languages in which WhatsApp approves texts: the list of languages in Meta's documentation of
 * message templates. Welsh is not among them, and no language in a script that is not its usual
 * one.
 */
final class WhatsAppLanguages {

  static final String ENGLISH = "en";

  private static final Set<String> KNOWN =
      Set.of(
          "af", "sq", "ar", "az", "bn", "bg", "ca", "zh_CN", "zh_HK", "zh_TW", "hr", "cs", "da",
          "nl", "en", "en_GB", "en_US", "et", "fil", "fi", "fr", "ka", "de", "el", "gu", "ha", "he",
          "hi", "hu", "id", "ga", "it", "ja", "kn", "kk", "rw_RW", "ko", "ky_KG", "lo", "lv", "lt",
          "mk", "ms", "ml", "mr", "nb", "fa", "pl", "pt_BR", "pt_PT", "pa", "ro", "ru", "sr", "sk",
          "sl", "es", "es_AR", "es_ES", "es_MX", "sw", "sv", "ta", "te", "th", "tr", "uk", "ur",
          "uz", "vi", "zu");

  private WhatsAppLanguages() {}

  /**
   * What WhatsApp calls it. Another script is another matter: who writes Urdu in Latin letters may
   * not read the Urdu script, so {@code ur-Latn} is not {@code ur}.
   */
  static Optional<String> code(String tag) {
    Locale locale = Locale.forLanguageTag(tag.strip().replace('_', '-'));
    if (!locale.getScript().isEmpty()) return Optional.empty();
    String language = locale.getLanguage();
    String regional = language + "_" + locale.getCountry();
    if (KNOWN.contains(regional)) return Optional.of(regional);
    return KNOWN.contains(language) ? Optional.of(language) : Optional.empty();
  }

  /** In which languages a text is looked for, the best first. Everybody may get the English one. */
  static List<String> readable(String tag) {
    List<String> codes = new ArrayList<>();
    code(tag).ifPresent(codes::add);
    if (!codes.contains(ENGLISH)) codes.add(ENGLISH);
    return codes;
  }
}
