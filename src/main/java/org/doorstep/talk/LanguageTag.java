package org.doorstep.talk;

import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** BCP 47, as far as folders and people's settings need it. */
final class LanguageTag {

  private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

  private LanguageTag() {}

  /** Written as everybody writes it, of a language that there is: {@code ur-Latn}. */
  static boolean proper(String tag) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      String language = locale.getLanguage();
      return locale.toLanguageTag().equals(tag)
          && (language.length() == 3 || KNOWN.contains(language));
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  /** The tag itself, then with less and less detail: {@code pl-PL}, {@code pl}. */
  static List<String> fallbacks(String tag) {
    List<String> tags = new ArrayList<>();
    String rest = tag.strip().replace('_', '-').toLowerCase(Locale.ROOT);
    while (!rest.isEmpty()) {
      tags.add(rest);
      rest = rest.substring(0, Math.max(0, rest.lastIndexOf('-')));
    }
    return tags;
  }

  /** Whether it is written from right to left. */
  static boolean rightToLeft(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    String script = locale.getScript();
    return script.isEmpty()
        ? Set.of("ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi")
            .contains(locale.getLanguage())
        : Set.of("Arab", "Hebr", "Thaa", "Aran").contains(script);
  }
}
