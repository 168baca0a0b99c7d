package org.doorstep.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.doorstep.talk.FlowBook;
import org.doorstep.talk.Gap;
import org.doorstep.talk.Stamps;

/** Tells what a language still lacks, and writes the marks of what has been translated. */
final class Translator {

  private Translator() {}

  /**
   * @param stamp absent to list only; else what is stamped besides the texts that have no mark yet:
   *     paths of stale ones, {@code slots.need.ask} or {@code flows/join.yml:slots.name.ask}
   */
  static Errands.Report run(Path folder, String language, Optional<List<String>> stamp) {
    if (!FlowBook.isLanguage(language)) {
      String problem = "'" + language + "' is no language's tag: write cy, pl or ur-Latn";
      return new Errands.Report(List.of(), List.of(problem));
    }
    return switch (Speech.in(folder)) {
      case Checked.Faulty<Speech>(var findings) -> new Errands.Report(List.of(), findings);
      case Checked.Fine<Speech>(Speech speech) -> {
        List<Gap> gaps = speech.talk().gaps(language);
        yield stamp.isEmpty() ? listed(language, gaps) : stamped(folder, gaps, stamp.get());
      }
    };
  }

  private static Errands.Report listed(String language, List<Gap> gaps) {
    List<String> lines = new ArrayList<>();
    for (Gap gap : gaps) {
      if (gap.kind() == Gap.Kind.UNMARKED) continue;
      lines.add(gap.listed());
      gap.english().lines().forEach(line -> lines.add("    " + line));
    }
    lines.add(language + ": " + counted(gaps));
    return new Errands.Report(lines, List.of());
  }

  /** "3 missing, 1 stale". */
  static String counted(List<Gap> gaps) {
    long unmarked = count(gaps, Gap.Kind.UNMARKED);
    return count(gaps, Gap.Kind.MISSING)
        + " missing, "
        + count(gaps, Gap.Kind.STALE)
        + " stale"
        + (unmarked == 0 ? "" : ", " + unmarked + " to be marked with --stamp");
  }

  private static long count(List<Gap> gaps, Gap.Kind kind) {
    return gaps.stream().filter(g -> g.kind() == kind).count();
  }

  private static Errands.Report stamped(Path folder, List<Gap> gaps, List<String> paths) {
    Map<String, SequencedMap<String, String>> byFile = new TreeMap<>();
    List<String> findings = new ArrayList<>();
    for (Gap gap : gaps) {
      boolean named = paths.stream().anyMatch(path -> names(path, gap));
      if (gap.kind() == Gap.Kind.UNMARKED || (gap.kind() == Gap.Kind.STALE && named)) {
        byFile.computeIfAbsent(gap.file(), f -> new LinkedHashMap<>()).put(gap.path(), gap.mark());
      }
    }
    for (String path : paths) {
      if (gaps.stream().noneMatch(g -> names(path, g) && g.kind() != Gap.Kind.MISSING)) {
        findings.add("nothing stale is called '" + path + "'");
      }
    }
    List<String> lines = new ArrayList<>();
    byFile.forEach(
        (file, marks) -> {
          if (write(folder.resolve(file), marks)) lines.add(file + ": " + marks.size() + " marked");
          else findings.add(file + ": write the marks one on a line, below 'marks:'");
        });
    return new Errands.Report(lines, findings);
  }

  private static boolean names(String path, Gap gap) {
    return path.equals(gap.path()) || path.equals(gap.original() + ":" + gap.path());
  }

  private static boolean write(Path file, SequencedMap<String, String> marks) {
    try {
      Optional<String> text = Stamps.write(Files.readString(file), marks);
      if (text.isPresent()) Files.writeString(file, text.get());
      return text.isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
