package org.doorstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class UnspokenTest {

  @Test
  void anErrorIsShownByKindAndPlaceAndWithoutItsWords() {
    var error = new IllegalStateException("canary", new ArithmeticException("canary too"));
    error.addSuppressed(new IllegalArgumentException("canary as well"));

    var page = new StringWriter();
    Unspoken.of(error).printStackTrace(new PrintWriter(page, true));

    assertThat(page.toString())
        .contains("java.lang.IllegalStateException")
        .contains("Caused by: java.lang.ArithmeticException")
        .contains("UnspokenTest.anErrorIsShownByKindAndPlaceAndWithoutItsWords")
        .doesNotContain("canary");
  }
}
