package org.doorstep.understand;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Tells whom the help is for: the writer, or somebody they name. */
final class WhoReader {

  static final String SELF = "self";

  private static final Set<String> OURS = Set.of("my", "our", "me", "mi", "the", "a", "an", "this");
  private static final Set<String> FOR =
      Set.of("for", "check", "call", "visit", "ring", "on", "with", "take", "help");
  private static final Set<String> WANTS =
      Set.of(
          "needs",
          "need",
          "cant",
          "has",
          "would",
          "wants",
          "could",
          "is",
          "who",
          "lives",
          "hasnt",
          "takes",
          "gets",
          "struggles",
          "here",
          "to",
          "doesnt");

  private static final Set<String> DOES =
      Set.of(
          "can",
          "did",
          "does",
          "usually",
          "normally",
          "used",
          "is away",
          "deployed",
          "passed",
          "died",
          "works",
          "will",
          "said",
          "told",
          "brings",
          "put",
          "sees",
          "cannot",
          "comes",
          "moved",
          "left");

  private static final int FAMILY = 2;

  /** In other languages there are no words before and after to go by. */
  private static final int FOREIGN = 3;

  private final Map<String, Map<String, Integer>> words = new HashMap<>();

  WhoReader(List<WordLists> lists) {
    for (WordLists list : lists) {
      Map<String, Integer> ranks = words.computeIfAbsent(list.language(), _ -> new HashMap<>());
      boolean english = list.language().equals(Language.ENGLISH.tag());
      list.words()
          .forEach(
              (kind, all) ->
                  all.forEach(
                      w -> ranks.put(w, !english ? FOREIGN : kind.equals("family") ? FAMILY : 1)));
    }
  }

  private Map<String, Integer> english() {
    return words.getOrDefault(Language.ENGLISH.tag(), Map.of());
  }

  private @org.jspecify.annotations.Nullable Integer rank(Words message, String word) {
    Integer own = words.getOrDefault(message.language().tag(), Map.of()).get(word);
    return own != null ? own : english().get(word);
  }

  String in(Words message) {
    String best = SELF;
    int most = 2;
    for (int i = 0; i < message.size(); i++) {
      String word = known(message, i);
      if (word == null) continue;
      int score = score(message, i, word);
      if (score > most) {
        most = score;
        best = shown(message, i, word);
      }
    }
    return best;
  }

  private int score(Words message, int at, String word) {
    int score = Objects.requireNonNullElse(rank(message, word), 1);
    String before = message.text(at - 1);
    String twice = message.text(at - 2);
    String after = message.text(at + 1);
    boolean possessive = !message.get(at).typed().equals(word);
    if ((word.equals("someone") || word.equals("person")) && !before.equals("for")) return 0;
    if (OURS.contains(before) || List.of("elderly", "old").contains(before))
      score += score == 2 || before.equals("my") ? 1 : 0;
    if (before.equals("for") || twice.equals("for")) score += 3;
    if (FOR.contains(before) || FOR.contains(twice)) score += 1;
    if (possessive) score += 2;
    if (WANTS.contains(after)) score += 2;
    if (DOES.contains(after)) score -= 4;
    if (before.equals("and") || before.equals("as") || (before.equals("a") && score < 4))
      score -= 1;
    return score;
  }

  private @org.jspecify.annotations.Nullable String known(Words message, int at) {
    String typed = message.get(at).typed();
    if (rank(message, typed) != null) return typed;
    boolean owner = typed.length() > 3 && typed.endsWith("s");
    String stem = owner ? typed.substring(0, typed.length() - 1) : typed;
    return owner && english().containsKey(stem) ? stem : null;
  }

  private static String shown(Words message, int at, String word) {
    Plain plain = message.plain();
    int start = plain.typedAt(message.get(at).start());
    int end = Math.min(plain.typed().length(), start + word.length());
    String typed = plain.typed().substring(start, end);
    return typed.length() == word.length() ? typed : word;
  }
}
