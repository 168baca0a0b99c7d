package org.doorstep.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A few everyday words are no danger in any language, and danger is heard in as few. Every miss and
 * every false alarm is a row of what fails.
 */
class EverydayPhrasesTest {

  private static final Path LISTS = Path.of("src", "test", "resources", "understand");

  /** Of a hundred everyday phrases. */
  private static final double SURELY = 1;

  private static final double POSSIBLY = 3;

  /** Of a hundred phrases of danger. */
  private static final double HEARD = 97;

  /** Of the few phrases of one language: fewer are too few to tell a share by. */
  private static final int ALARMS_IN_A_LANGUAGE = 3;

  private static final int MISSED_IN_A_LANGUAGE = 2;

  /** What tells of danger, of how languages are told apart, or of parts of words. */
  private static final Set<String> OTHERS =
      Set.of("danger", "danger-signs", "languages", "columns", "classes", "topics", "shorthand");

  private static final Set<String> SAID = Set.of("words", "forms", "items");

  /** Of the flags, the one that means danger. */
  private static final String UNSAFE = "unsafe";

  /** What was heard in the phrases of one language. */
  private static final class Count {
    private final String language;
    private final List<String> sure = new ArrayList<>();
    private final List<String> unsure = new ArrayList<>();
    private final List<String> quiet = new ArrayList<>();

    Count(String language) {
      this.language = language;
    }

    void hear(String phrase) {
      Optional<Alarm> alarm = Vocabularies.all().alarm(phrase);
      (alarm.isEmpty() ? quiet : alarm.get().sure() ? sure : unsure).add(phrase);
    }

    int all() {
      return sure.size() + unsure.size() + quiet.size();
    }

    static double share(Collection<?> some, int all) {
      return 100.0 * some.size() / all;
    }

    String row(List<String> shown) {
      return String.format(
          Locale.ROOT,
          "%-8s %5d phrases: %d surely danger, %d perhaps %s",
          language,
          all(),
          sure.size(),
          unsure.size(),
          shown);
    }

    @Override
    public String toString() {
      return language;
    }

    String alarms() {
      List<String> alarms = new ArrayList<>(sure);
      alarms.addAll(unsure);
      return row(alarms);
    }
  }

  @Test
  void aFewEverydayWordsAreNoDangerInAnyLanguage() {
    Map<String, Count> counts = heard(list("everyday-phrases.yml"));
    String rows = String.join("\n", counts.values().stream().map(Count::alarms).toList());
    int all = counts.values().stream().mapToInt(Count::all).sum();
    List<String> sure = counts.values().stream().flatMap(c -> c.sure.stream()).toList();
    List<String> unsure = counts.values().stream().flatMap(c -> c.unsure.stream()).toList();
    assertThat(Count.share(sure, all)).as(rows).isLessThan(SURELY);
    assertThat(Count.share(unsure, all)).as(rows).isLessThan(POSSIBLY);
    assertThat(counts.values())
        .as(rows)
        .noneMatch(c -> c.sure.size() + c.unsure.size() > ALARMS_IN_A_LANGUAGE);
  }

  @Test
  void whatTheVocabulariesListIsNoDangerInAnyLanguage() {
    Map<String, Count> counts = heard(vocabularies());
    String rows = String.join("\n", counts.values().stream().map(Count::alarms).toList());
    assertThat(counts.values()).as(rows).allMatch(c -> Count.share(c.sure, c.all()) < SURELY);
    assertThat(counts.values()).as(rows).allMatch(c -> Count.share(c.unsure, c.all()) < POSSIBLY);
  }

  @Test
  void dangerIsHeardInAsFewWords() {
    Map<String, Count> counts = heard(list("danger-phrases.yml"));
    String rows = String.join("\n", counts.values().stream().map(c -> c.row(c.quiet)).toList());
    int all = counts.values().stream().mapToInt(Count::all).sum();
    List<String> missed = counts.values().stream().flatMap(c -> c.quiet.stream()).toList();
    assertThat(100 - Count.share(missed, all)).as(rows).isGreaterThan(HEARD);
    assertThat(counts.values()).as(rows).noneMatch(c -> c.quiet.size() > MISSED_IN_A_LANGUAGE);
  }

  @Test
  void whatAVocabularyListsIsLearntAsNoDanger() {
    String answer = "round by the kitchen floor";
    Map<String, String> files = new TreeMap<>(Vocabularies.files());
    files.keySet().retainAll(Set.of("danger-examples.yml", "languages.yml"));
    assertThat(Lexicon.of(files).alarm(answer)).isPresent();
    files.put("things.yml", "vocabulary: things\nentries: {there: {words: [" + answer + "]}}");
    assertThat(Lexicon.of(files).alarm(answer)).isEmpty();
  }

  @Test
  void whatIsMeasuredWithIsNeverLearntFrom() {
    Set<String> learnt = new HashSet<>();
    Vocabularies.everyFile()
        .values()
        .forEach(yaml -> WordLists.parse(yaml).each((_, _, line) -> learnt.add(Plain.word(line))));
    List<String> both = new ArrayList<>();
    for (String list : List.of("everyday-phrases.yml", "danger-phrases.yml"))
      list(list)
          .values()
          .forEach(
              phrases ->
                  phrases.stream().filter(p -> learnt.contains(Plain.word(p))).forEach(both::add));
    assertThat(both).isEmpty();
  }

  private static Map<String, Count> heard(Map<String, ? extends Collection<String>> phrases) {
    Map<String, Count> counts = new TreeMap<>();
    phrases.forEach(
        (language, all) -> all.forEach(p -> counts.computeIfAbsent(language, Count::new).hear(p)));
    return counts;
  }

  /** Each by itself, as somebody answers with it. */
  private static Map<String, Set<String>> vocabularies() {
    Map<String, Set<String>> phrases = new TreeMap<>();
    for (String yaml : Vocabularies.everyFile().values()) {
      WordLists lists = WordLists.parse(yaml);
      if (OTHERS.contains(lists.name()) || lists.name().contains("examples")) continue;
      Set<String> own = phrases.computeIfAbsent(lists.language(), _ -> new HashSet<>());
      lists.each(
          (key, list, line) -> {
            if (SAID.contains(list) && !key.equals(UNSAFE)) own.add(line.replace("*", ""));
          });
      Vocabulary.parse(yaml).entries().values().stream()
          .filter(entry -> !entry.key().equals(UNSAFE))
          .forEach(entry -> own.add(entry.label()));
    }
    return phrases;
  }

  @SuppressWarnings("unchecked") // a mapping of lists of texts
  private static Map<String, List<String>> list(String file) {
    try {
      Load yaml = new Load(LoadSettings.builder().build());
      return (Map<String, List<String>>) yaml.loadFromString(Files.readString(LISTS.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
