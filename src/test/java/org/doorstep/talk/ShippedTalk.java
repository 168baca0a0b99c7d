package org.doorstep.talk;

import java.util.Map;
import java.util.TreeMap;
import org.doorstep.people.Channel;
import org.doorstep.understand.Understanding;
import org.doorstep.understand.Vocabularies;

/** Flows and vocabularies as they are shipped, for tests of other rooms. */
public final class ShippedTalk {

  private ShippedTalk() {}

  public static Understanding understanding() {
    return Vocabularies.all();
  }

  /** Plays the transcripts of one file against the flows as they are shipped. */
  public static void play(String transcripts) {
    Talk talk = load();
    Transcripts.in(Map.of("tests/pasted.yml", transcripts))
        .forEach(
            one ->
                new Transcript(
                        talk,
                        understanding(),
                        one.test(),
                        one.now(),
                        one.flow(),
                        Channel.WHATSAPP,
                        Transcript.Answering.TAPS)
                    .play());
  }

  /** With the small flows on which the tests try what no shipped flow uses. */
  public static Talk withMadeUpFlows() {
    Map<String, String> files = new TreeMap<>(Flows.files());
    files.putAll(Flows.madeUp());
    return Flows.load(files, understanding(), Flows.vocabularies());
  }

  /** It is read once for all tests: nothing changes it. */
  public static Talk load() {
    return Shipped.TALK;
  }

  private static final class Shipped {

    static final Talk TALK = Flows.load(understanding(), Flows.vocabularies());
  }
}
