package org.doorstep.directory;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.place.Point;
import org.jspecify.annotations.Nullable;

/** Texts of a directory, as they may be sent on: short, one line, nothing in them but words. */
public final class Tidy {

  public static final int NAME = 80;
  public static final int ABOUT = 140;
  public static final int WHERE = 100;
  public static final int HOURS = 120;
  private static final int WEB = 120;

  /** Of a longer text no more is looked at. */
  private static final int LOOKED_AT = 4_000;

  private static final Pattern TAG = Pattern.compile("<[^<>]{0,500}>");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]");
  private static final Pattern MARKS = Pattern.compile("[*_#`~{}|\\[\\]\\\\]");
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?]) +(?=\\p{Lu})");
  private static final Pattern PHONE =
      Pattern.compile("\\+?\\(?[0-9][0-9 ()\\-]{1,19}[0-9](?: ?(?:ext|x)\\.? ?[0-9]{1,6})?");
  private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?.*");
  private static final Pattern BRITISH =
      Pattern.compile("([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4}|[0-9]{2})");

  private Tidy() {}

  /** Null where nothing is left of it. */
  public static @Nullable String line(@Nullable String text, int longest) {
    if (text == null) return null;
    String some = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    String plain =
        TAG.matcher(some)
            .replaceAll(" ")
            .replace("&nbsp;", " ")
            .replace("&amp;", "&")
            .replace("&#39;", "'")
            .replace("&rsquo;", "'")
            .replace("&quot;", "\"")
            .replace("<", " ")
            .replace(">", " ");
    plain = UNSEEN.matcher(SPACE.matcher(plain).replaceAll(" ")).replaceAll("");
    plain = Normalizer.normalize(MARKS.matcher(plain).replaceAll(""), Normalizer.Form.NFC).strip();
    return plain.isEmpty() ? null : cut(plain, longest);
  }

  /** Its first sentences, as many as there is room for. */
  public static @Nullable String sentence(@Nullable String text, int longest) {
    String plain = line(text, LOOKED_AT);
    if (plain == null || plain.length() <= longest) return plain;
    StringBuilder some = new StringBuilder();
    for (String next : SENTENCE.split(plain)) {
      if (some.length() + next.length() + 1 > longest) break;
      some.append(some.isEmpty() ? "" : " ").append(next);
    }
    return some.isEmpty() ? cut(plain, longest) : some.toString();
  }

  private static String cut(String plain, int longest) {
    if (plain.length() <= longest) return plain;
    int end = plain.lastIndexOf(' ', longest - 1);
    int at = end < longest / 2 ? longest - 1 : end;
    if (Character.isHighSurrogate(plain.charAt(at - 1))) at--;
    return plain.substring(0, at).strip() + "…";
  }

  /** Null for what nobody can ring. */
  public static @Nullable String phone(@Nullable String text) {
    String plain = line(text, 60);
    if (plain == null) return null;
    Matcher number = PHONE.matcher(plain);
    return number.find() ? number.group().strip() : null;
  }

  /** Null for what is no address of a page that everybody may open. */
  public static @Nullable String web(@Nullable String text) {
    String plain = text == null ? "" : text.strip();
    if (plain.startsWith("www.")) plain = "https://" + plain;
    if (plain.isEmpty() || plain.length() > WEB) return null;
    try {
      URI page = new URI(plain);
      boolean open =
          ("https".equalsIgnoreCase(page.getScheme()) || "http".equalsIgnoreCase(page.getScheme()))
              && page.getHost() != null
              && page.getHost().contains(".")
              && page.getUserInfo() == null;
      return open ? page.toASCIIString() : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** Null for what is no day, and for one that is still to come. */
  public static @Nullable LocalDate day(@Nullable String text, LocalDate today) {
    String plain = text == null ? "" : text.strip();
    return day(plain).filter(day -> !day.isAfter(today)).orElse(null);
  }

  static Optional<LocalDate> day(String plain) {
    try {
      Matcher iso = ISO.matcher(plain);
      if (iso.matches()) {
        int day = iso.group(3) == null ? 1 : Integer.parseInt(iso.group(3));
        return Optional.of(
            LocalDate.of(Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)), day));
      }
      Matcher british = BRITISH.matcher(plain);
      if (!british.matches()) return Optional.empty();
      int year = Integer.parseInt(british.group(3));
      return Optional.of(
          LocalDate.of(
              year < 100 ? 2000 + year : year,
              Integer.parseInt(british.group(2)),
              Integer.parseInt(british.group(1))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Null for what is no point, or the one where the equator meets Greenwich. */
  public static @Nullable Point point(@Nullable String latitude, @Nullable String longitude) {
    try {
      if (latitude == null || longitude == null) return null;
      Point point = new Point(Double.parseDouble(latitude), Double.parseDouble(longitude));
      return point.latitude() == 0 && point.longitude() == 0 ? null : point;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
