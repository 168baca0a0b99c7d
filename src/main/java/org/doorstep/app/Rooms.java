package org.doorstep.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.cell.Cell;
import org.doorstep.cell.CellFile;
import org.doorstep.geo.PlaceImport;
import org.doorstep.redis.Vault;
import org.doorstep.talk.Gap;
import org.doorstep.understand.Evaluation;
import org.doorstep.village.Simulation;
import org.doorstep.whatsapp.TwilioAccount;
import org.springframework.core.env.Environment;

/** The errands, done by the rooms that know how. */
final class Rooms implements Errands {

  /** More faults of one file than this are only counted. */
  private static final int MOST = 20;

  @Override
  public Report importPlaces(List<Path> files, Path data) {
    try {
      var report = new PlaceImport(data).run(files);
      var lines = new ArrayList<String>();
      lines.add(report.read() + " rows in " + report.files() + " file(s)");
      if (report.withoutPosition() > 0)
        lines.add(report.withoutPosition() + " without a position left out");
      lines.add(
          report.imported()
              ? report.kept() + " postcodes are in " + data.toAbsolutePath()
              : "nothing was imported; what was there before is still in use");
      var findings = new ArrayList<>(report.refusals().stream().map(Object::toString).toList());
      int untold = report.refused() - report.refusals().size();
      if (untold > 0) findings.add("… and " + untold + " more");
      return new Report(lines, findings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Report checkFlows(Path folder) {
    return switch (Speech.in(folder)) {
      case Checked.Fine<Speech>(Speech speech) -> {
        List<Gap> gaps = speech.talk().gaps();
        String files = speech.files() + " files in " + folder + " were read";
        String summary = "0 errors, " + Translator.counted(gaps);
        yield new Report(List.of(files, summary), gaps.stream().map(Gap::listed).toList());
      }
      case Checked.Faulty<Speech>(var findings) ->
          new Report(List.of(findings.size() + " errors"), findings);
    };
  }

  @Override
  public Report translate(Path folder, String language, Optional<List<String>> stamp) {
    return Translator.run(folder, language, stamp);
  }

  @Override
  public Report drawFlows(Path folder) {
    return FlowFiles.draw(folder);
  }

  @Override
  public Report releaseFlows(Path folder) {
    return FlowFiles.release(folder);
  }

  @Override
  public Report chat(Path folder, Chat.Wish wish, BufferedReader in, PrintWriter out) {
    return switch (Speech.in(folder)) {
      case Checked.Faulty<Speech>(var findings) -> new Report(List.of(), findings);
      case Checked.Fine<Speech>(Speech speech) when !speech.talk().forms().contains(wish.flow()) ->
          new Report(
              List.of(),
              List.of(
                  "no form is called "
                      + wish.flow()
                      + "; there are "
                      + String.join(", ", speech.talk().forms())));
      case Checked.Fine<Speech>(Speech speech) -> {
        try {
          new Chat(speech.talk(), speech.understanding(), wish, out).with(in);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        yield new Report(List.of(), List.of());
      }
    };
  }

  @Override
  public Report checkCells(List<Path> files) {
    var lines = new ArrayList<String>();
    var findings = new ArrayList<String>();
    for (Path file : files) {
      if (Files.isDirectory(file)) {
        checkFolder(file, lines, findings);
        continue;
      }
      CellTexts.OfCell text = CellTexts.at(file);
      switch (text.parse()) {
        case CellFile.Parsed(Cell cell) -> lines.addAll(inWords(text.file(), cell));
        case CellFile.Faulty(var faults) -> faults.forEach(f -> findings.add(f.toString()));
      }
    }
    return new Report(lines, findings);
  }

  /** All of a folder, and what two of its cells may not have in common. */
  private static void checkFolder(Path folder, List<String> lines, List<String> findings) {
    switch (Cells.of(Texts.under(folder))) {
      case Checked.Faulty<Cells>(var wrong) -> findings.addAll(wrong);
      case Checked.Fine<Cells>(Cells cells) ->
          cells.kept().forEach(kept -> lines.addAll(inWords(kept.file(), kept.cell())));
    }
  }

  @Override
  public Report evaluate(
      LabelledKind kind, Path file, Path flows, Optional<Path> json, boolean verbose) {
    return switch (Speech.in(flows)) {
      case Checked.Faulty<Speech>(var findings) -> new Report(List.of(), findings);
      case Checked.Fine<Speech>(Speech speech) ->
          measure(speech, LabelledFile.read(kind, file), file, json, verbose);
    };
  }

  private static Report measure(
      Speech speech, LabelledFile labelled, Path file, Optional<Path> json, boolean verbose) {
    if (!labelled.faults().isEmpty()) return new Report(List.of(), first(labelled.faults()));
    var evaluation = new Evaluation(speech.understanding());
    labelled.lines().forEach(evaluation::add);
    var sheet = new ScoreSheet(file.toString(), evaluation.cards());
    var lines = new ArrayList<String>(verbose ? evaluation.cards().getFirst().misses() : List.of());
    lines.addAll(sheet.lines());
    if (json.isPresent()) Texts.write(json.get(), sheet.json());
    return new Report(lines, List.of());
  }

  private static List<String> first(List<String> faults) {
    if (faults.size() <= MOST) return faults;
    var some = new ArrayList<>(faults.subList(0, MOST));
    some.add("… and " + (faults.size() - MOST) + " more");
    return some;
  }

  @Override
  public Report content(boolean push, TwilioAccount account, URI at, Path flows, Path data) {
    return ContentErrand.run(push, account, at, flows, data);
  }

  @Override
  public Report simulate(
      long seed,
      Simulation.Size size,
      Optional<Path> cell,
      Optional<Path> json,
      Optional<Path> png) {
    return SimulateErrand.run(seed, size, cell, json, png);
  }

  @Override
  public Report importVolunteers(
      Path file, Cell cell, Settings settings, Environment environment, boolean check) {
    return VolunteersErrand.run(
        file, cell, settings, () -> StoreVisit.open(settings, environment), check);
  }

  @Override
  public Report importDirectory(
      String from,
      Optional<String> name,
      Cell cell,
      Settings settings,
      Environment environment,
      boolean check) {
    boolean api = from.matches("(?i)https?://.*");
    return DirectoryErrand.run(
        api ? DirectoryErrand.api(URI.create(from), settings) : DirectoryErrand.file(Path.of(from)),
        name.orElseGet(() -> api ? URI.create(from).getHost() : fileName(from)),
        cell,
        settings,
        () -> StoreVisit.open(settings, environment),
        check);
  }

  private static String fileName(String from) {
    return String.valueOf(Path.of(from).getFileName());
  }

  @Override
  public Report listDirectory(Cell cell, Settings settings, Environment environment) {
    return DirectoryErrand.list(cell, () -> StoreVisit.open(settings, environment));
  }

  @Override
  public Report removeDirectory(
      String name, Cell cell, Settings settings, Environment environment) {
    return DirectoryErrand.remove(name, cell, () -> StoreVisit.open(settings, environment));
  }

  @Override
  public Report audit(YearMonth month, Cell cell, Settings settings, Environment environment) {
    return AuditErrand.run(month, cell, () -> StoreVisit.open(settings, environment));
  }

  @Override
  public Report writeExpenses(
      Path file, YearMonth month, Cell cell, Settings settings, Environment environment) {
    return ExpensesErrand.run(file, month, cell, () -> StoreVisit.open(settings, environment));
  }

  @Override
  public Report writeFigures(
      Figures wanted, Cell cell, Settings settings, Environment environment) {
    return DigestErrand.run(wanted, cell, () -> StoreVisit.open(settings, environment));
  }

  @Override
  public String newKeyset() {
    return Vault.newKeyset();
  }

  private static List<String> inWords(String file, Cell cell) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %s, %d group(s), %d officer(s), %d wave(s)"
            .formatted(
                file,
                cell.name(),
                cell.groups().size(),
                cell.officers().size(),
                cell.rules().waves().size()));
    lines.addAll(WaysInWords.of(cell));
    lines.addAll(CallsInWords.of(cell));
    return lines;
  }
}
