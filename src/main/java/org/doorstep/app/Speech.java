package org.doorstep.app;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorstep.talk.Fault;
import org.doorstep.talk.FlowBook;
import org.doorstep.talk.Loading;
import org.doorstep.understand.Understanding;
import org.doorstep.understand.Vocabulary;

/** What Doorstep says and what it understands: the folder {@code conversation-flows}. */
record Speech(FlowBook talk, Understanding understanding, int files) {

  private static final String VOCABULARIES = "vocab/";

  /** Words of all languages are understood. */
  private static final String UNDERSTOOD = "(?:locales/[^/]+/)?vocab/[^/]+";

  static Checked<Speech> in(Path folder) {
    try {
      return of(Texts.under(folder));
    } catch (UncheckedIOException e) {
      Throwable why = e.getCause() == null ? e : e.getCause();
      return new Checked.Faulty<>(List.of(String.valueOf(why.getMessage())));
    }
  }

  private static Checked<Speech> of(SortedMap<String, String> files) {
    List<Fault> illegible = FlowBook.illegible(files);
    if (!illegible.isEmpty()) {
      return new Checked.Faulty<>(illegible.stream().map(Fault::toString).toList());
    }
    Map<String, String> lists = new TreeMap<>(files);
    lists.keySet().removeIf(name -> !name.startsWith(VOCABULARIES));

    List<String> findings = new ArrayList<>();
    Map<String, Vocabulary> vocabularies = new LinkedHashMap<>();
    lists.forEach(
        (name, yaml) -> {
          try {
            Vocabulary vocabulary = Vocabulary.parse(yaml);
            // no menu shows what is learnt from, or what topics are made of
            if (name.startsWith(VOCABULARIES + vocabulary.name() + "-")) return;
            if (vocabularies.put(vocabulary.name(), vocabulary) != null) {
              findings.add(name + ":1: there is another vocabulary " + vocabulary.name());
            }
          } catch (RuntimeException e) { // the YAML parser's own say where
            findings.add(name + ":1: " + e.getMessage());
          }
        });
    if (!findings.isEmpty()) return new Checked.Faulty<>(findings);

    Understanding understanding;
    try {
      understanding = Learned.of(understood(files));
    } catch (RuntimeException e) { // a list that is no list
      return new Checked.Faulty<>(List.of("vocab:1: " + e.getMessage()));
    }
    return switch (FlowBook.load(files, understanding, vocabularies)) {
      case Loading.Loaded(FlowBook book) ->
          new Checked.Fine<>(new Speech(book, understanding, files.size()));
      case Loading.Faulty(List<Fault> faults) ->
          new Checked.Faulty<>(faults.stream().map(Fault::toString).toList());
    };
  }

  /** The words of all languages. */
  static SortedMap<String, String> understood(SortedMap<String, String> files) {
    SortedMap<String, String> understood = new TreeMap<>(files);
    understood.keySet().removeIf(name -> !name.matches(UNDERSTOOD));
    return understood;
  }

  /** What each language lacks, a line for each that lacks something: English is said instead. */
  List<String> lacking() {
    return talk.languages().stream()
        .filter(language -> !talk.gaps(language).isEmpty() && !language.equals(talk.language()))
        .map(language -> language + " has " + Translator.counted(talk.gaps(language)))
        .toList();
  }
}
