package org.doorstep.geo;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * The name of a place without what does not matter: case, punctuation, "the", and how "road" is
 * cut.
 */
final class PlaceName {

  private static final Map<String, String> ENDINGS =
      Map.of(
          "rd", "road", "st", "street", "ln", "lane", "ave", "avenue", "pk", "park", "stn",
          "station");

  private PlaceName() {}

  static String plain(String name) {
    String text =
        Normalizer.normalize(name, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("['’]", "")
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip()
            .replaceFirst("^the ", "")
            .replaceFirst("(?<=.) leeds$", "");
    int last = text.lastIndexOf(' ') + 1;
    String ending = text.substring(last);
    return last == 0 ? text : text.substring(0, last) + ENDINGS.getOrDefault(ending, ending);
  }
}
