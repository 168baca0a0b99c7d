package org.doorstep.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioShapeTest {

  /** Each moves the borders between fields and leaves the signed characters as they were. */
  static List<Consumer<SortedMap<String, String>>> resplit() {
    return List.of(
        // the tap becomes part of the words
        f -> f.put("Body", f.get("Body") + "ButtonPayload" + f.remove("ButtonPayload")),
        // the sender becomes part of another field
        f -> f.put("ChannelMetadata", f.get("ChannelMetadata") + "From" + f.remove("From")),
        f -> f.put("MessageType", f.get("MessageType") + "NumMedia" + f.remove("NumMedia")),
        f ->
            f.put(
                "ProfileName",
                f.get("ProfileName") + "ReferralNumMedia" + f.remove("ReferralNumMedia")),
        f -> f.put("ApiVersion", f.get("ApiVersion") + "Body" + f.remove("Body")),
        f -> f.put("AccountSid", f.get("AccountSid") + "ApiVersion" + f.remove("ApiVersion")),
        // a field that has swallowed the next ones
        f -> f.put("AccountS", "id" + f.remove("AccountSid")),
        f -> {
          String from = f.remove("From");
          String sid = f.remove("MessageSid");
          f.put("From", from + "MessageSid" + sid);
        });
  }

  @ParameterizedTest
  @MethodSource("resplit")
  void aResplitFormIsRefused(Consumer<SortedMap<String, String>> move) {
    SortedMap<String, String> fields =
        new TreeMap<>(Forms.form(Forms.recorded("quick-reply")).fields());
    String before = signed(fields);
    assertThat(plausible(fields)).isTrue();
    move.accept(fields);
    assertThat(signed(fields)).isEqualTo(before);
    assertThat(plausible(fields)).isFalse();
  }

  @Test
  void wordsThatSpellFieldsCannotBecomeFields() {
    SortedMap<String, String> fields = new TreeMap<>(Forms.form(Forms.recorded("text")).fields());
    String sid = "SM" + "f".repeat(32);
    String forged = "Fromwhatsapp:+447700900299MessageSid" + sid + "Towhatsapp:+447700900100Zz";
    fields.put("Body", "yes" + forged);
    fields.remove("ChannelMetadata");
    String before = signed(fields);

    SortedMap<String, String> split = new TreeMap<>(fields.headMap("Body"));
    split.put("Body", "yes");
    split.put("From", "whatsapp:+447700900299");
    split.put("MessageSid", sid);
    split.put("To", "whatsapp:+447700900100");
    split.put("Zz", before.substring(before.indexOf(forged) + forged.length()));
    assertThat(signed(split)).isEqualTo(before);
    assertThat(plausible(split)).isFalse();
    split.put("Zz", "harmless");
    assertThat(plausible(split)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "MessageSid, SM123",
    "MessageSid, CA00000000000000000000000000000001",
    "SmsSid, SM00000000000000000000000000000009",
    "NumMedia, many",
    "WaId, 447700900299",
    "ButtonText, something else",
    "MessageType, text",
    "Latitude, north",
    "ApiVersion, latest",
  })
  void aFieldThatContradictsIsRefused(String key, String value) {
    SortedMap<String, String> fields =
        new TreeMap<>(Forms.form(Forms.recorded("quick-reply")).fields());
    fields.put(key, value);
    assertThat(plausible(fields)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AccountSid", "MessageSid", "From", "To"})
  void whatEveryMessageHasMustBeThere(String key) {
    SortedMap<String, String> fields = new TreeMap<>(Forms.form(Forms.recorded("text")).fields());
    fields.remove(key);
    assertThat(plausible(fields)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From Leeds To Bradford, ring +44 7700 900123",
        "what does NumMedia mean",
        "To: Ada. From: Ben. Body of the letter follows",
        "ApiVersion 2 please",
      })
  void ordinaryWordsArePlausible(String words) {
    SortedMap<String, String> fields = new TreeMap<>(Forms.form(Forms.recorded("text")).fields());
    fields.put("Body", words);
    assertThat(plausible(fields)).isTrue();
  }

  private static boolean plausible(Map<String, String> fields) {
    return TwilioShape.plausible(new TwilioForm(new TreeMap<>(fields)), Forms.ACCOUNT.sid());
  }

  private static String signed(SortedMap<String, String> fields) {
    List<String> data = new ArrayList<>();
    fields.forEach((key, value) -> data.add(key + value));
    return String.join("", data);
  }
}
