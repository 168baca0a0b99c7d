package org.doorstep.whatsapp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioFormTest {

  @Test
  void everyFieldIsKept() {
    TwilioForm form = Forms.form("Body=caf%C3%A9+%F0%9F%99%82%0Aline&New1=x&Empty=&Plus=%2B44");
    assertThat(form.fields())
        .containsEntry("Body", "café 🙂\nline")
        .containsEntry("New1", "x")
        .containsEntry("Empty", "")
        .containsEntry("Plus", "+44");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Body=a&Body=b",
        "Body=a&%42ody=b",
        "Body=%",
        "Body=%4",
        "Body=%zz",
        "Body=%C3%28",
        "Body=%ED%A0%80",
        "Body=%C0%80",
        "=a",
        "Body",
        "Body=a&&From=b",
        "Body=a&",
      })
  void whatIsDoubtfulIsNoForm(String body) {
    assertThat(TwilioForm.parse(body.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void rawBytesMustBeUtf8Too() {
    assertThat(TwilioForm.parse("Body=é".getBytes(UTF_8))).isPresent();
    assertThat(TwilioForm.parse("Body=é".getBytes(ISO_8859_1))).isEmpty();
  }

  @Test
  void twoHundredFieldsAreEnough() {
    assertThat(TwilioForm.parse(fields(200).getBytes(UTF_8))).isPresent();
    assertThat(TwilioForm.parse(fields(201).getBytes(UTF_8))).isEmpty();
  }

  @Test
  void sixtyFourKilobytesAreEnough() {
    assertThat(TwilioForm.parse(("B=" + "x".repeat(65_534)).getBytes(UTF_8))).isPresent();
    assertThat(TwilioForm.parse(("B=" + "x".repeat(65_535)).getBytes(UTF_8))).isEmpty();
  }

  private static String fields(int count) {
    return IntStream.range(0, count).mapToObj(i -> "k" + i + "=v").collect(Collectors.joining("&"));
  }
}
