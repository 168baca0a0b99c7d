package org.doorstep.app;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.doorstep.people.Channel;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line. Exit status: 0, 1 for a finding, 2 for bad usage. */
final class Commands {

  private static final int FINE = 0;
  private static final int FINDING = 1;
  private static final int BAD_USAGE = 2;

  private final Errands errands;
  private final Sheet sheet;
  private final BufferedReader in;
  private final PrintWriter out;
  private final PrintWriter err;

  private Commands(
      Errands errands,
      Environment environment,
      BufferedReader in,
      PrintWriter out,
      PrintWriter err) {
    this.errands = errands;
    this.sheet = new Sheet(environment);
    this.in = in;
    this.out = out;
    this.err = err;
  }

  static int run(String... args) {
    Discretion.forCommands();
    return run(
        new Rooms(),
        new StandardEnvironment(),
        new BufferedReader(new InputStreamReader(System.in, System.out.charset())),
        new PrintWriter(System.out, true, System.out.charset()),
        new PrintWriter(System.err, true, System.err.charset()),
        args);
  }

  static int run(
      Errands errands,
      Environment environment,
      BufferedReader in,
      PrintWriter out,
      PrintWriter err,
      String... args) {
    var commands = new Commands(errands, environment, in, out, err);
    return new CommandLine(new Root())
        .addSubcommand(commands.new Places())
        .addSubcommand(commands.new Flows())
        .addSubcommand(commands.new Cells())
        .addSubcommand(new ContentCommands(errands, commands.sheet, err, commands::tell))
        .addSubcommand(commands.new Evaluate())
        .addSubcommand(new SimulateCommand(errands, err, commands::tell))
        .addSubcommand(new VolunteersCommands(errands, environment, err, commands::tell))
        .addSubcommand(new DirectoryCommands(errands, environment, err, commands::tell))
        .addSubcommand(new ExpensesCommand(errands, environment, err, commands::tell))
        .addSubcommand(new DigestCommand(errands, environment, err, commands::tell))
        .addSubcommand(new AuditCommand(errands, environment, err, commands::tell))
        .addSubcommand(commands.new Keys())
        .addSubcommand("version", commands.new Version())
        .addSubcommand(new CommandLine.HelpCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(
            (e, line, parsed) -> {
              err.println("doorstep: " + e);
              return FINDING;
            })
        .execute(args);
  }

  @Command(
      name = "doorstep",
      description = "Neighbours helping neighbours. Without a command, the service starts.",
      mixinStandardHelpOptions = true,
      versionProvider = ReleaseNumber.class)
  private static final class Root {}

  @Command(
      name = "places",
      description = "The places that Doorstep knows.",
      mixinStandardHelpOptions = true)
  final class Places {

    @Command(
        name = "import",
        description = "Reads Code-Point Open files: CSV, or the ZIP as downloaded.",
        mixinStandardHelpOptions = true)
    int importFiles(@Parameters(paramLabel = "FILE", arity = "1..*") List<Path> files) {
      Path data = sheet.path(SettingName.DATA, "data");
      return unreadable(files) ? BAD_USAGE : tell(errands.importPlaces(files, data));
    }
  }

  @Command(name = "flows", description = "The conversations.", mixinStandardHelpOptions = true)
  final class Flows {

    @Command(
        name = "check",
        description = "Lists all that is wrong with the conversations and vocabularies.",
        mixinStandardHelpOptions = true)
    int check(@Parameters(paramLabel = "FOLDER", arity = "0..1") Optional<Path> folder) {
      Path flows = folder.orElseGet(() -> sheet.path(SettingName.FLOWS, "conversation-flows"));
      return unreadable(List.of(flows)) ? BAD_USAGE : tell(errands.checkFlows(flows));
    }

    @Command(
        name = "translate",
        description =
            "Lists what a language lacks: what is missing, and what is older than the English.",
        mixinStandardHelpOptions = true)
    int translate(
        @Parameters(paramLabel = "LANGUAGE", index = "0") String language,
        @Parameters(paramLabel = "FOLDER", index = "1", arity = "0..1") Optional<Path> folder,
        @Option(
                names = "--stamp",
                paramLabel = "PATH",
                arity = "0..1",
                fallbackValue = "",
                description =
                    "Marks what is new as made from the English of today; a stale text too, if named.")
            List<String> stamp) {
      Path flows = folder.orElseGet(() -> sheet.path(SettingName.FLOWS, "conversation-flows"));
      if (unreadable(List.of(flows))) return BAD_USAGE;
      Optional<List<String>> paths =
          Optional.ofNullable(stamp)
              .map(all -> all.stream().filter(path -> !path.isEmpty()).toList());
      return tell(errands.translate(flows, language, paths));
    }

    @Command(
        name = "draw",
        description = "Draws a picture of each conversation, in Mermaid, into diagrams/.",
        mixinStandardHelpOptions = true)
    int draw(@Parameters(paramLabel = "FOLDER", arity = "0..1") Optional<Path> folder) {
      Path flows = folder.orElseGet(this::configured);
      return unreadable(List.of(flows)) ? BAD_USAGE : tell(errands.drawFlows(flows));
    }

    @Command(
        name = "release",
        description = "Writes down which shape each form has, so that a later change is noticed.",
        mixinStandardHelpOptions = true)
    int release(@Parameters(paramLabel = "FOLDER", arity = "0..1") Optional<Path> folder) {
      Path flows = folder.orElseGet(this::configured);
      return unreadable(List.of(flows)) ? BAD_USAGE : tell(errands.releaseFlows(flows));
    }

    @Command(
        name = "chat",
        description = "Talks to a conversation here, and prints it as a test.",
        mixinStandardHelpOptions = true)
    int chat(
        @Parameters(paramLabel = "FLOW", description = "such as request-help") String flow,
        @Option(names = "--channel", defaultValue = "whatsapp", paramLabel = "NAME")
            Channel channel,
        @Option(names = "--language", defaultValue = "en", paramLabel = "TAG") String language,
        @Option(names = "--now", paramLabel = "TIME", description = "such as 2026-03-18T14:30")
            Optional<LocalDateTime> now,
        @Option(names = "--folder", paramLabel = "FOLDER") Optional<Path> folder) {
      Path flows = folder.orElseGet(this::configured);
      if (unreadable(List.of(flows))) return BAD_USAGE;
      Instant begin =
          now.map(local -> local.atZone(ZoneId.of("Europe/London")).toInstant())
              .orElseGet(() -> Instant.now().truncatedTo(ChronoUnit.MINUTES));
      return tell(errands.chat(flows, new Chat.Wish(flow, channel, language, begin), in, out));
    }

    private Path configured() {
      return sheet.path(SettingName.FLOWS, "conversation-flows");
    }
  }

  @Command(name = "cells", description = "The response cells.", mixinStandardHelpOptions = true)
  final class Cells {

    @Command(
        name = "check",
        description =
            "Checks cell files with their groups', or a folder of them; without any, DOORSTEP_CELLS.",
        mixinStandardHelpOptions = true)
    int check(@Parameters(paramLabel = "FILE", arity = "0..*") List<Path> files) {
      List<Path> cells = files == null || files.isEmpty() ? configured() : files;
      if (cells.isEmpty()) {
        err.println("doorstep: name a cell file, or set DOORSTEP_CELLS to a folder that has some");
        return BAD_USAGE;
      }
      return unreadable(cells) ? BAD_USAGE : tell(errands.checkCells(cells));
    }

    private List<Path> configured() {
      Optional<Path> folder = sheet.optionalFolder(SettingName.CELLS).filter(Files::isDirectory);
      return folder.stream().toList();
    }
  }

  @Command(
      name = "evaluate",
      description = "Measures how well messages are understood, by a file of labelled ones.",
      mixinStandardHelpOptions = true)
  final class Evaluate implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}")
    private LabelledKind kind = LabelledKind.MESSAGES;

    @Parameters(index = "1", paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--json", paramLabel = "OUT", description = "Writes the figures as JSON.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "-v", description = "Lists what was missed or made up.")
    private boolean verbose;

    @Override
    public Integer call() {
      Path flows = sheet.path(SettingName.FLOWS, "conversation-flows");
      return unreadable(List.of(file, flows))
          ? BAD_USAGE
          : tell(errands.evaluate(kind, file, flows, json, verbose));
    }
  }

  @Command(name = "keys", description = "Encryption keys.", mixinStandardHelpOptions = true)
  final class Keys {

    @Command(
        name = "new",
        description =
            "Prints a new set of keys. Keep it like a password; without it no data can be read.",
        mixinStandardHelpOptions = true)
    int make() {
      out.println(errands.newKeyset());
      return FINE;
    }
  }

  @Command(description = "Prints the version.", mixinStandardHelpOptions = true)
  final class Version implements Runnable {
    @Override
    public void run() {
      out.println(ReleaseNumber.line());
    }
  }

  private boolean unreadable(List<Path> files) {
    List<Path> missing = files.stream().filter(f -> !Files.isReadable(f)).toList();
    missing.forEach(f -> err.println("doorstep: cannot read " + f));
    return !missing.isEmpty();
  }

  private int tell(Errands.Report report) {
    report.lines().forEach(out::println);
    report.findings().forEach(err::println);
    return report.findings().isEmpty() ? FINE : FINDING;
  }
}
