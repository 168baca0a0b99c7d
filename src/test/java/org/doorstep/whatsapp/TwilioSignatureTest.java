package org.doorstep.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.security.RequestValidator;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioSignatureTest {

  private static final String KNOWN = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
  private static final SortedMap<String, String> FORM =
      new TreeMap<>(
          Map.of(
              "Digits", "1234",
              "CallSid", "CA1234567890ABCDE",
              "To", "+18005551212",
              "Caller", "+14158675309",
              "From", "+14158675309"));

  private final TwilioSignature signature = of("https://mycompany.com", "12345");

  @Test
  void theKnownVectorMatches() {
    assertThat(signature.matches("/myapp.php?foo=1&bar=2", FORM, KNOWN)).isTrue();
  }

  @Test
  void twiliosOwnValidatorAgrees() {
    String url = "https://mycompany.com/myapp.php?foo=1&bar=2";
    assertThat(new RequestValidator("12345").validate(url, FORM, KNOWN)).isTrue();
    assertThat(new RequestValidator("12345").validate(url, tampered(), KNOWN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://mycompany.com",
        "https://mycompany.com/",
        "https://mycompany.com:443",
        "https://mycompany.com:8443"
      })
  void thePortMayOrMayNotBeInTheSignedAddress(String configured) {
    assertThat(of(configured, "12345").matches("/myapp.php?foo=1&bar=2", FORM, KNOWN)).isTrue();
  }

  @Test
  void anAddressSignedWithItsPortMatches() {
    StringBuilder data = new StringBuilder("https://mycompany.com:443/x");
    FORM.forEach((key, value) -> data.append(key).append(value));
    assertThat(signature.matches("/x", FORM, TwilioSignature.sign("12345", data.toString())))
        .isTrue();
  }

  @Test
  void whatWasTamperedWithDoesNotMatch() {
    assertThat(signature.matches("/myapp.php?foo=1&bar=2", tampered(), KNOWN)).isFalse();
    assertThat(signature.matches("/myapp.php?foo=1&bar=3", FORM, KNOWN)).isFalse();
    assertThat(signature.matches("/other.php?foo=1&bar=2", FORM, KNOWN)).isFalse();
    assertThat(
            signature.matches(
                "/myapp.php?foo=1&bar=2", FORM, KNOWN.toLowerCase(java.util.Locale.ROOT)))
        .isFalse();
    assertThat(signature.matches("/myapp.php?foo=1&bar=2", FORM, "")).isFalse();
    assertThat(of("https://elsewhere.com", "12345").matches("/myapp.php?foo=1&bar=2", FORM, KNOWN))
        .isFalse();
  }

  @Test
  void bothTokensAreTakenDuringARotation() {
    assertThat(
            of("https://mycompany.com", "new", "12345")
                .matches("/myapp.php?foo=1&bar=2", FORM, KNOWN))
        .isTrue();
    assertThat(of("https://mycompany.com", "new").matches("/myapp.php?foo=1&bar=2", FORM, KNOWN))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "token\n", " token"})
  void aTokenIsNeverBlankOrRagged(String token) {
    assertThatThrownBy(() -> new TwilioAccount(Forms.ACCOUNT.sid(), List.of(token)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAccountDoesNotPrintItsToken() {
    assertThat(Forms.ACCOUNT.toString()).doesNotContain(Forms.TOKEN);
  }

  private static SortedMap<String, String> tampered() {
    SortedMap<String, String> form = new TreeMap<>(FORM);
    form.put("Digits", "1235");
    return form;
  }

  private static TwilioSignature of(String url, String... tokens) {
    return new TwilioSignature(URI.create(url), List.of(tokens));
  }
}
