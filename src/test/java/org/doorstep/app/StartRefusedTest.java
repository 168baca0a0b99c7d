package org.doorstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartRefusedTest {

  @Test
  void aRefusalIsAListOnStandardErrorWithoutAStackTrace(CapturedOutput output) {
    int status =
        Doorstep.serve(
            "--server.port=0", "--doorstep.twilio-auth-token=", "--doorstep.flows=/nowhere");

    assertThat(status).isEqualTo(2);
    assertThat(output.getErr())
        .startsWith("Doorstep does not start:")
        .contains("  - DOORSTEP_TWILIO_AUTH_TOKEN: is blank")
        .contains("  - DOORSTEP_SLACK_BOT_TOKEN: is missing")
        .contains("  - DOORSTEP_FLOWS: there is no folder /nowhere");
    assertThat(output.getAll()).doesNotContain("\tat ").doesNotContain("Exception");
  }

  @Test
  void aRefusalDeepInsideTheWiringIsToldTheSameWay(CapturedOutput output) {
    var refusal = new Refusal(List.of("redis: maxmemory-policy is allkeys-lru"));

    boolean reported =
        new RefusalReporter()
            .reportException(new IllegalStateException("bean", new RuntimeException(refusal)));

    assertThat(reported).isTrue();
    assertThat(output.getErr())
        .isEqualToNormalizingNewlines(
            "Doorstep does not start:\n  - redis: maxmemory-policy is allkeys-lru\n");
  }

  @Test
  void anythingElseIsLeftToSpring(CapturedOutput output) {
    assertThat(new RefusalReporter().reportException(new IllegalStateException("other"))).isFalse();
    assertThat(output.getErr()).isEmpty();
  }
}
