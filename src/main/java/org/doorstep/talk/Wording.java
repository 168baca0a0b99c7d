package org.doorstep.talk;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.doorstep.understand.Letters;

/** Text as it is compared: without case, accents, punctuation and decoration. */
final class Wording {

  private static final Pattern DECORATION =
      Pattern.compile("[\\p{M}\\p{Cf}'’‘`\\x{1F3FB}-\\x{1F3FF}]");
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}]+|[\\p{N}]+[\\p{L}]*|[\\p{So}?#]");

  private Wording() {}

  static List<String> tokens(String text) {
    String bare =
        DECORATION.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    StringBuilder plain = new StringBuilder(bare.length());
    bare.toLowerCase(Locale.ROOT).chars().forEach(c -> plain.append(Letters.plain((char) c)));
    List<String> tokens = TOKEN.matcher(plain).results().map(MatchResult::group).toList();
    List<String> words = tokens.stream().filter(t -> !t.equals("?")).toList();
    return words.isEmpty() ? tokens : words;
  }

  static String plain(String text) {
    return String.join(" ", tokens(text));
  }

  /** Equal, but for one slip of the finger in each word of five letters or more. */
  static boolean near(List<String> said, List<String> meant) {
    if (said.size() != meant.size() || meant.isEmpty()) return false;
    for (int i = 0; i < said.size(); i++) {
      String a = said.get(i);
      String b = meant.get(i);
      if (!a.equals(b) && (b.length() < 5 || distance(a, b) > 1)) return false;
    }
    return true;
  }

  /** Whether the words stand together somewhere in the text. */
  static boolean within(List<String> text, List<String> words) {
    return !words.isEmpty() && Collections.indexOfSubList(text, words) >= 0;
  }

  static List<String> without(List<String> tokens, List<String> dropped) {
    List<String> left = new ArrayList<>(tokens);
    left.removeAll(dropped);
    return left;
  }

  /** Letters put in, left out, changed, or swapped with their neighbour. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) d[i][0] = i;
    for (int j = 0; j <= b.length(); j++) d[0][j] = j;
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
