package org.doorstep.app;

import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The commands about services and shops. They need what the service needs; it may run meanwhile.
 */
@Command(
    name = "directory",
    description = "The services and shops that people are pointed to.",
    mixinStandardHelpOptions = true)
final class DirectoryCommands {

  private final Errands errands;
  private final Environment environment;
  private final OneCell command;

  /**
   * @param tell prints a report and makes an exit status of it
   */
  DirectoryCommands(
      Errands errands,
      Environment environment,
      PrintWriter err,
      ToIntFunction<Errands.Report> tell) {
    this.errands = errands;
    this.environment = environment;
    this.command = new OneCell(environment, err, tell);
  }

  @Command(
      name = "import",
      description =
          "Reads a directory: Open Referral UK (JSON) or CSV with headings, from a file, or an"
              + " API's https address. It replaces what came from the same source before.",
      mixinStandardHelpOptions = true)
  int importFrom(
      @Parameters(paramLabel = "FILE|URL") String from,
      @Option(names = "--check", description = "Tells what would be taken, and keeps nothing.")
          boolean check,
      @Option(
              names = "--as",
              paramLabel = "NAME",
              description = "What the source is called; without it, the file's name or the host.")
          Optional<String> name,
      @Option(names = "--cell", paramLabel = "ID", description = "Whose directory it is.")
          Optional<String> cell) {
    boolean address = from.matches("(?i)https?://.*");
    if (address && !legible(from)) return command.bad("cannot read the address " + from);
    if (!address && !(Files.isRegularFile(Path.of(from)) && Files.isReadable(Path.of(from)))) {
      return command.bad("cannot read " + from);
    }
    if (name.filter(n -> !n.matches("[\\p{L}\\p{N} ._-]{1,60}")).isPresent()) {
      return command.bad("a name has up to 60 letters, digits, blanks, dots and dashes");
    }
    return command.run(
        cell,
        (meant, settings) ->
            errands.importDirectory(from, name, meant, settings, environment, check));
  }

  private static boolean legible(String address) {
    try {
      return new URI(address).getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  @Command(
      name = "list",
      description = "Lists the sources, and what somebody has said is out of date.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(names = "--cell", paramLabel = "ID", description = "Whose directory it is.")
          Optional<String> cell) {
    return command.run(
        cell, (meant, settings) -> errands.listDirectory(meant, settings, environment));
  }

  @Command(
      name = "remove",
      description = "Takes away all that came from a source.",
      mixinStandardHelpOptions = true)
  int remove(
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--cell", paramLabel = "ID", description = "Whose directory it is.")
          Optional<String> cell) {
    return command.run(
        cell, (meant, settings) -> errands.removeDirectory(name, meant, settings, environment));
  }
}
