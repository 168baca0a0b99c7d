package org.doorstep.desk;

import java.math.BigInteger;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.doorstep.people.Hours;
import org.doorstep.people.HoursText;
import org.doorstep.people.Need;
import org.doorstep.people.Travel;
import org.doorstep.people.Volunteering;
import org.doorstep.talk.Talk;
import org.doorstep.talk.Tap;

/**
 * What a volunteer offers, as a form in Slack. The button that opens it carries what it is filled
 * in with, so that only what was changed in it is changed.
 */
public final class OfferForm {

  /** The fields, in their order. */
  public static final List<String> FIELDS =
      List.of("days", "hours", "quiet", "reach", "travel", "likes", "languages");

  /** Those that may be picked, each by its base tag. */
  public static final List<String> TONGUES =
      List.of(
          "en", "cy", "pl", "ro", "ur", "pa", "so", "ar", "pt", "uk", "ru", "tr", "bn", "es", "fr");

  /** Those that are written in Latin letters as well. */
  private static final Set<String> IN_LATIN = Set.of("ur", "pa", "bn");

  public static final int MOST_TONGUES = 10;
  private static final int NEAREST = 100;
  private static final int FARTHEST = 50_000;

  /** What a tap has room for, beside the rest of it. */
  private static final int ROOM = 170;

  private static final String LATIN = "-Latn";

  private OfferForm() {}

  /** The kinds of help that a menu shows, in an order of their own. */
  public static List<String> needs(Talk talk) {
    return talk.question("join", "likes").choices().stream()
        .map(choice -> choice.tap().choice())
        .filter(key -> !key.equals("anything"))
        .sorted()
        .toList();
  }

  // ---- what the button carries

  /** What there is no room for is left out, and is not filled in. */
  static String about(Volunteering offer, Talk talk) {
    Map<String, List<String>> fields = of(offer);
    StringBuilder about = new StringBuilder("p");
    for (String field : FIELDS) {
      List<String> values = fields.getOrDefault(field, List.of());
      String more = ";" + field.substring(0, 2) + "=" + packed(field, values, talk);
      if (about.length() + more.length() <= ROOM) about.append(more);
    }
    return about.toString();
  }

  private static String packed(String field, List<String> values, Talk talk) {
    return switch (field) {
      case "days" -> bits(values, days());
      case "travel" -> bits(values, ways());
      case "likes" -> bits(values, needs(talk)) + "." + needs(talk).size();
      case String other -> String.join(",", values).replace(" ", "");
    };
  }

  private static String bits(List<String> values, List<String> all) {
    BigInteger bits = BigInteger.ZERO;
    for (int i = 0; i < all.size(); i++) if (values.contains(all.get(i))) bits = bits.setBit(i);
    return bits.toString(36);
  }

  /** What the form is filled in with, by field; a field that is not known is not there. */
  public static Map<String, List<String>> filled(Tap tap, Talk talk) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String part : tap.about().split(";")) {
      for (String field : FIELDS) {
        String start = field.substring(0, 2) + "=";
        if (!part.startsWith(start)) continue;
        unpacked(field, part.substring(start.length()), talk)
            .ifPresent(values -> fields.put(field, values));
      }
    }
    return fields;
  }

  private static Optional<List<String>> unpacked(String field, String packed, Talk talk) {
    List<String> needs = needs(talk);
    return switch (field) {
      case "days" -> unpacked(packed, days());
      case "travel" -> unpacked(packed, ways());
      case "likes" ->
          packed.endsWith("." + needs.size())
              ? unpacked(packed.substring(0, packed.indexOf('.')), needs)
              : Optional.empty();
      case "languages" -> Optional.of(packed.isEmpty() ? List.of() : List.of(packed.split(",")));
      case String other ->
          Optional.of(packed.isEmpty() ? List.of() : List.of(packed.replace(",", ", ")));
    };
  }

  private static Optional<List<String>> unpacked(String packed, List<String> all) {
    if (!packed.matches("[0-9a-z]{1,12}")) return Optional.empty();
    BigInteger bits = new BigInteger(packed, 36);
    return Optional.of(
        IntStream.range(0, all.size()).filter(bits::testBit).mapToObj(all::get).toList());
  }

  // ---- what stands in it

  private static Map<String, List<String>> of(Volunteering offer) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    var when = offer.availability();
    fields.put("days", when.days().stream().sorted().map(OfferForm::key).toList());
    if (!when.hours().isEmpty()) fields.put("hours", List.of(HoursText.of(when.hours())));
    if (when.quiet() != null) fields.put("quiet", List.of(HoursText.of(List.of(when.quiet()))));
    fields.put("reach", List.of(Integer.toString(offer.reachMetres())));
    fields.put("travel", offer.travel().stream().sorted().map(OfferForm::key).toList());
    fields.put("likes", offer.likes().stream().map(Need::key).sorted().toList());
    fields.put(
        "languages",
        offer.languages().stream()
            .map(tag -> tag.replace(LATIN, ""))
            .filter(TONGUES::contains)
            .distinct()
            .sorted()
            .toList());
    return fields;
  }

  private static String key(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static List<String> days() {
    return EnumSet.allOf(DayOfWeek.class).stream().map(OfferForm::key).toList();
  }

  public static List<String> ways() {
    return EnumSet.allOf(Travel.class).stream().map(OfferForm::key).toList();
  }

  static Set<DayOfWeek> days(List<String> picked) {
    return EnumSet.allOf(DayOfWeek.class).stream()
        .filter(day -> picked.contains(key(day)))
        .collect(Collectors.toSet());
  }

  static Set<Travel> ways(List<String> picked) {
    return EnumSet.allOf(Travel.class).stream()
        .filter(way -> picked.contains(key(way)))
        .collect(Collectors.toSet());
  }

  /** In both scripts where there are two. */
  static Set<String> tongues(List<String> picked) {
    Set<String> tags = new TreeSet<>();
    for (String tag : picked) {
      if (!TONGUES.contains(tag)) continue;
      tags.add(tag);
      if (IN_LATIN.contains(tag)) tags.add(tag + LATIN);
    }
    return tags;
  }

  static List<Hours> hours(List<String> typed) {
    return HoursText.read(String.join(", ", typed)).orElse(List.of());
  }

  // ---- what cannot be taken

  /** The ids of what is said at the fields. */
  public static Map<String, String> faults(Map<String, List<String>> fields) {
    Map<String, String> faults = new LinkedHashMap<>();
    for (String field : List.of("hours", "quiet")) {
      Optional<List<Hours>> read =
          HoursText.read(String.join(", ", fields.getOrDefault(field, List.of())));
      boolean one = read.filter(hours -> field.equals("hours") || hours.size() < 2).isPresent();
      if (!one) faults.put(field, "home.no-hours");
    }
    List<String> reach = fields.getOrDefault("reach", List.of());
    if (reach.size() != 1 || metres(reach).isEmpty()) faults.put("reach", "home.fill-in");
    if (fields.getOrDefault("languages", List.of()).size() > MOST_TONGUES) {
      faults.put("languages", "home.too-many");
    }
    return faults;
  }

  static Optional<Integer> metres(List<String> picked) {
    List<String> one = new ArrayList<>(picked);
    if (one.size() != 1 || !one.getFirst().matches("[0-9]{1,5}")) return Optional.empty();
    int metres = Integer.parseInt(one.getFirst());
    return metres >= NEAREST && metres <= FARTHEST ? Optional.of(metres) : Optional.empty();
  }
}
