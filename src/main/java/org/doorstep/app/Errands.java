package org.doorstep.app;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.doorstep.cell.Cell;
import org.doorstep.village.Simulation;
import org.doorstep.whatsapp.TwilioAccount;
import org.springframework.core.env.Environment;

/**
 * What the commands get done by the other rooms. Only lists of volunteers and of expenses need
 * Redis.
 */
interface Errands {

  /** Reads files of postcodes into the tables under {@code data}. */
  Report importPlaces(List<Path> files, Path data);

  /** Checks the conversations and vocabularies of a folder. */
  Report checkFlows(Path folder);

  /**
   * Tells what a language lacks.
   *
   * @param stamp present to write marks as well, also of the stale texts at these paths
   */
  Report translate(Path folder, String language, Optional<List<String>> stamp);

  /** Draws a picture of each flow into the folder. */
  Report drawFlows(Path folder);

  /** Writes down which shape each form has, now that it goes out. */
  Report releaseFlows(Path folder);

  /** Talks to the conversations in a terminal, until the input ends. */
  Report chat(Path folder, Chat.Wish wish, BufferedReader in, PrintWriter out);

  /** Checks cell files; each says in words what it sets up. */
  Report checkCells(List<Path> files);

  /**
   * Measures understanding by a file of labelled messages.
   *
   * @param flows the folder whose vocabularies are read
   * @param json where the figures are written too
   * @param verbose also lists what was missed
   */
  Report evaluate(LabelledKind kind, Path file, Path flows, Optional<Path> json, boolean verbose);

  /**
   * Compares what Twilio and WhatsApp have of the conversations with what these need.
   *
   * @param push also makes there what is missing
   * @param at where Twilio's Content API is
   */
  Report content(boolean push, TwilioAccount account, URI at, Path flows, Path data);

  /**
   * Compares Doorstep's way of asking with two others in a made-up town.
   *
   * @param cell the file whose rules are tried; the usual ones without it
   * @param json where the figures are written too
   * @param png where a picture of them is drawn
   */
  Report simulate(
      long seed,
      Simulation.Size size,
      Optional<Path> cell,
      Optional<Path> json,
      Optional<Path> png);

  /**
   * Invites whom a list of volunteers names; in the store of the service, which may run meanwhile.
   *
   * @param environment has Spring's own settings for Redis
   * @param check nothing is kept, only told
   */
  Report importVolunteers(
      Path file, Cell cell, Settings settings, Environment environment, boolean check);

  /**
   * Reads a directory of services and shops into the store of the service, which may run meanwhile.
   *
   * @param from a file, or the address of an API
   * @param name by which it is known and replaced; from where it is, without it
   * @param check nothing is kept, only told
   */
  Report importDirectory(
      String from,
      Optional<String> name,
      Cell cell,
      Settings settings,
      Environment environment,
      boolean check);

  /** Tells what a cell's directory has. */
  Report listDirectory(Cell cell, Settings settings, Environment environment);

  /** Takes away what came from a source. */
  Report removeDirectory(String name, Cell cell, Settings settings, Environment environment);

  /**
   * Writes a month's expenses for a spreadsheet; from the store of the service, which may run
   * meanwhile.
   *
   * @param file a new one
   */
  Report writeExpenses(
      Path file, YearMonth month, Cell cell, Settings settings, Environment environment);

  /** Writes some weeks' figures; from the store of the service, which may run meanwhile. */
  Report writeFigures(Figures wanted, Cell cell, Settings settings, Environment environment);

  /**
   * Which figures are wanted, and where.
   *
   * @param open for everybody
   */
  record Figures(Path file, LocalDate from, LocalDate to, boolean open) {}

  /** Who had what to do with a cell's safeguarding cases in a month, as CSV. */
  Report audit(YearMonth month, Cell cell, Settings settings, Environment environment);

  /** A new set of encryption keys, as text. */
  String newKeyset();

  /**
   * What an errand came to.
   *
   * @param lines what was done, for people
   * @param findings what is wrong, each with file and line; empty when all is well
   */
  record Report(List<String> lines, List<String> findings) {
    public Report {
      lines = List.copyOf(lines);
      findings = List.copyOf(findings);
    }
  }
}
