package org.doorstep.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a folder of YAML says at the moment. What is edited in it counts from the next message on;
 * what is wrong is refused, and stays as it was.
 */
final class LiveFolder<T> {

  private static final Logger LOG = LoggerFactory.getLogger(LiveFolder.class);
  private static final int TOLD = 20;

  /**
   * What came of reading it again.
   *
   * @param now what counts from now on: all that was edited, or a part of it, or nothing
   * @param refused what is wrong with the rest
   */
  record Edited<T>(T now, List<String> refused) {
    Edited {
      refused = List.copyOf(refused);
    }
  }

  private final String called;
  private final Path folder;
  private final BiFunction<Path, T, Edited<T>> read;
  private volatile T now;
  private volatile List<String> refused = List.of();
  private String seen;

  /**
   * @param called for the log
   * @param read reads it again, given what counted before
   */
  LiveFolder(String called, Path folder, T first, BiFunction<Path, T, Edited<T>> read) {
    this.called = called;
    this.folder = folder;
    this.read = read;
    this.now = first;
    this.seen = trace(folder);
  }

  T now() {
    return now;
  }

  /** What is wrong with the folder as it is now; empty where all of it counts. */
  List<String> refused() {
    return refused;
  }

  /** A name for the state that the folder was last seen in. */
  synchronized String edit() {
    return UUID.nameUUIDFromBytes(seen.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Reads the folder again if anything in it has changed, and tells whether it had. */
  synchronized boolean look() {
    String trace = trace(folder);
    if (trace.equals(seen)) return false;
    seen = trace;
    try {
      take(read.apply(folder, now));
    } catch (RuntimeException e) { // whatever an edit may do, what counted before counts
      take(new Edited<>(now, List.of("the folder cannot be read: " + e)));
    }
    return true;
  }

  private void take(Edited<T> edited) {
    boolean changed = !edited.now().equals(now);
    now = edited.now();
    refused = edited.refused();
    if (changed) LOG.info("The {} were edited, and count from now on", called);
    if (refused.isEmpty()) return;
    LOG.warn("An edit of the {} is not used: {} mistakes", called, refused.size());
    refused.stream().limit(TOLD).forEach(finding -> LOG.warn("{}: {}", called, finding));
  }

  /** Names, sizes and times of all files. */
  private static String trace(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      StringBuilder trace = new StringBuilder();
      for (Path file : all.filter(Texts::isYaml).sorted().toList()) {
        trace
            .append(folder.relativize(file))
            .append(' ')
            .append(Files.size(file))
            .append(' ')
            .append(Files.getLastModifiedTime(file))
            .append('\n');
      }
      return trace.toString();
    } catch (IOException | UncheckedIOException e) {
      return String.valueOf(e.getMessage()); // a file went while it was looked at: look again
    }
  }
}
