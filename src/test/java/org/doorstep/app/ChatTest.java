package org.doorstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import org.doorstep.talk.ShippedTalk;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;

class ChatTest {

  private static final Path FLOWS = Path.of("conversation-flows");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int chat(String typed, String... more) {
    String[] args = {
      "flows",
      "chat",
      more[0],
      "--folder",
      FLOWS.toString(),
      "--now",
      "2026-03-18T14:30",
      "--channel",
      more[1]
    };
    return Commands.run(
        new Rooms(),
        new StandardEnvironment(),
        new BufferedReader(new StringReader(typed)),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        args);
  }

  @Test
  void whatWasSaidIsATranscriptThatPasses() {
    String typed =
        """
        my mum needs shopping from the Co-op
        LS6 3HN
        2
        back
        tomorrow
        1
        help
        /clock +2h
        skip
        no, Friday
        skip
        yes but mind the "steps"
        1
        """;
    for (String channel : new String[] {"whatsapp", "sms", "slack"}) {
      assertThat(chat(typed, "request-help", channel)).as(err.toString()).isZero();
      String said = out.toString();
      String transcript = said.substring(said.indexOf("spec: 1"));
      assertThat(said).contains("When do you need it?").contains("(does create-request)");
      assertThat(transcript)
          .contains("bot: [common.noted, confirm]")
          .contains("does: create-request")
          .contains("clock: \"+2h\"");
      ShippedTalk.play(transcript);
      out.getBuffer().setLength(0);
    }
  }

  @Test
  void aPinIsAPlaceAndTheEndMayBeSaid() {
    assertThat(chat("hello\n3\n/pin LS6 3HN\n/end\nnever read\n", "request-help", "whatsapp"))
        .isZero();
    assertThat(out.toString()).contains("pin: \"LS6 3HN\"").doesNotContain("never read");
    String said = out.toString();
    ShippedTalk.play(said.substring(said.indexOf("spec: 1")));
  }

  @Test
  void aFlowThatDoesNotExistIsAFinding() {
    assertThat(chat("hello\n", "feedback", "whatsapp")).isEqualTo(1);
    assertThat(err.toString()).contains("no form is called feedback; there are join, request-help");
  }
}
