package org.doorstep.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ToIntFunction;
import org.doorstep.village.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that asks a made-up town. It needs nothing but time. */
@Command(
    name = "simulate",
    description =
        "Asks a made-up town for a month in three ways, and compares how soon jobs are taken, how"
            + " many messages that costs and how many people get to help.",
    mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

  private static final int BAD_USAGE = 2;
  private static final int SEEDS = 1_000_000;

  private final Errands errands;
  private final PrintWriter err;
  private final ToIntFunction<Errands.Report> tell;

  @Option(names = "--volunteers", defaultValue = "1000", paramLabel = "N")
  private int volunteers;

  @Option(names = "--requests-a-day", defaultValue = "60", paramLabel = "N")
  private int requestsADay;

  @Option(names = "--days", defaultValue = "30", paramLabel = "N")
  private int days;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "The same one gives the same town and month; without it, one is drawn.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--cell",
      paramLabel = "FILE",
      description = "Tries the rules of this cell's file instead of the usual ones.")
  private Optional<Path> cell = Optional.empty();

  @Option(names = "--json", paramLabel = "OUT", description = "Writes the figures as JSON.")
  private Optional<Path> json = Optional.empty();

  @Option(names = "--png", paramLabel = "OUT", description = "Draws a picture of the figures.")
  private Optional<Path> png = Optional.empty();

  /**
   * @param tell prints a report and makes an exit status of it
   */
  SimulateCommand(Errands errands, PrintWriter err, ToIntFunction<Errands.Report> tell) {
    this.errands = errands;
    this.err = err;
    this.tell = tell;
  }

  @Override
  public Integer call() {
    if (volunteers < 1 || requestsADay < 1 || days < 1) {
      err.println("doorstep: a town has volunteers, requests and days: each at least 1");
      return BAD_USAGE;
    }
    if (cell.filter(file -> !Files.isReadable(file)).isPresent()) {
      err.println("doorstep: cannot read " + cell.get());
      return BAD_USAGE;
    }
    long drawn = seed.orElseGet(() -> ThreadLocalRandom.current().nextLong(SEEDS));
    var size = new Simulation.Size(volunteers, requestsADay, days);
    return tell.applyAsInt(errands.simulate(drawn, size, cell, json, png));
  }
}
