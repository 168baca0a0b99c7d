package org.doorstep.app;

import java.nio.file.Path;
import java.util.List;
import org.doorstep.talk.Talk;
import org.doorstep.understand.Understanding;

/**
 * The speech of the moment. What is edited in the folder is said from the next message on; what is
 * wrong is refused, and the speech stays as it was.
 */
final class LiveSpeech {

  private final LiveFolder<Speech> folder;

  LiveSpeech(Path folder, Speech speech) {
    this.folder = new LiveFolder<>("conversations", folder, speech, LiveSpeech::edited);
  }

  Talk talk() {
    return new LiveTalk(() -> folder.now().talk());
  }

  Understanding understanding() {
    return new LiveUnderstanding(() -> folder.now().understanding());
  }

  /** What is wrong with the folder as it is now; empty where it is what is being said. */
  List<String> refused() {
    return folder.refused();
  }

  /** Reads the folder again if anything in it has changed. */
  void look() {
    folder.look();
  }

  private static LiveFolder.Edited<Speech> edited(Path folder, Speech before) {
    return switch (Speech.in(folder)) {
      case Checked.Faulty<Speech>(var findings) -> new LiveFolder.Edited<>(before, findings);
      case Checked.Fine<Speech>(Speech speech) -> {
        List<String> lost =
            before.talk().lost(speech.talk()).stream()
                .map(id -> id + " is gone, and the program says it. Put it back")
                .toList();
        yield new LiveFolder.Edited<>(lost.isEmpty() ? speech : before, lost);
      }
    };
  }
}
