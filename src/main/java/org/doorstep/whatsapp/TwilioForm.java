package org.doorstep.whatsapp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form, all of them: the signature covers whatever came. Strict: what is doubtful
 * is no form.
 */
record TwilioForm(SortedMap<String, String> fields) {

  static final int MOST_BYTES = 64 * 1024;
  private static final int MOST_FIELDS = 200;

  TwilioForm {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  /** Empty when a key comes twice, an escape is broken, or the text is not UTF-8. */
  static Optional<TwilioForm> parse(byte[] body) {
    if (body.length > MOST_BYTES) return Optional.empty();
    SortedMap<String, String> fields = new TreeMap<>();
    if (body.length == 0) return Optional.of(new TwilioForm(fields));
    for (String pair : new String(body, ISO_8859_1).split("&", -1)) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? null : decode(pair.substring(0, equals));
      String value = equals < 0 ? null : decode(pair.substring(equals + 1));
      if (key == null || key.isEmpty() || value == null) return Optional.empty();
      if (fields.put(key, value) != null || fields.size() > MOST_FIELDS) return Optional.empty();
    }
    return Optional.of(new TwilioForm(fields));
  }

  @Nullable String get(String key) {
    String value = fields.get(key);
    return value == null || value.isEmpty() ? null : value;
  }

  String text(String key) {
    return fields.getOrDefault(key, "");
  }

  private static @Nullable String decode(String latin1) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(latin1.length());
    for (int i = 0; i < latin1.length(); i++) {
      char c = latin1.charAt(i);
      if (c != '%') {
        bytes.write(c == '+' ? ' ' : c);
        continue;
      }
      if (i + 2 >= latin1.length()) return null;
      int high = hex(latin1.charAt(i + 1));
      int low = hex(latin1.charAt(i + 2));
      if (high < 0 || low < 0) return null;
      bytes.write(high << 4 | low);
      i += 2;
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** The form is read as Latin-1, so that a raw byte stays a byte. */
  private static int hex(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  @Override
  public String toString() {
    return "TwilioForm[redacted]";
  }
}
