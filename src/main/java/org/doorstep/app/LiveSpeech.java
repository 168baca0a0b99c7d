package org.doorstep.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.doorstep.talk.Talk;
import org.doorstep.understand.Understanding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The speech of the moment. What is edited in the folder is said from the next message on; what is
 * wrong is refused, and the speech stays as it was.
 */
final class LiveSpeech {

  private static final Logger LOG = LoggerFactory.getLogger(LiveSpeech.class);
  private static final int TOLD = 20;

  private final Path folder;
  private volatile Speech speech;
  private volatile List<String> refused = List.of();
  private String seen;

  LiveSpeech(Path folder, Speech speech) {
    this.folder = folder;
    this.speech = speech;
    this.seen = trace(folder);
  }

  Talk talk() {
    return new LiveTalk(() -> speech.talk());
  }

  Understanding understanding() {
    return new LiveUnderstanding(() -> speech.understanding());
  }

  /** What is wrong with the folder as it is now; empty where it is what is being said. */
  List<String> refused() {
    return refused;
  }

  /** Reads the folder again if anything in it has changed. */
  synchronized void look() {
    String now = trace(folder);
    if (now.equals(seen)) return;
    seen = now;
    try {
      switch (Speech.in(folder)) {
        case Checked.Fine<Speech>(Speech edited) -> take(edited);
        case Checked.Faulty<Speech>(var findings) -> refuse(findings);
      }
    } catch (RuntimeException e) { // whatever an edit may do, what was said before is said
      refuse(List.of("the folder cannot be read: " + e));
    }
  }

  private void take(Speech edited) {
    List<String> lost = speech.talk().lost(edited.talk());
    if (!lost.isEmpty()) {
      refuse(
          lost.stream().map(id -> id + " is gone, and the program says it. Put it back").toList());
      return;
    }
    speech = edited;
    refused = List.of();
    LOG.info("The conversations were edited; {} files are in use", edited.files());
  }

  private void refuse(List<String> findings) {
    refused = findings;
    LOG.warn("An edit of the conversations is not used: {} mistakes", findings.size());
    findings.stream().limit(TOLD).forEach(finding -> LOG.warn("Conversations: {}", finding));
  }

  /** Names, sizes and times of all files. */
  private static String trace(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      StringBuilder trace = new StringBuilder();
      for (Path file : all.filter(Texts::isYaml).sorted().toList()) {
        trace
            .append(file)
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
