package org.doorstep.desk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorstep.help.Referred.Consent;
import org.doorstep.help.Referred.Contact;
import org.doorstep.help.When;
import org.doorstep.people.Flag;
import org.doorstep.people.PhoneText;
import org.doorstep.place.Postcode;
import org.doorstep.talk.Talk;

/** The form by which somebody of the council refers a resident to the groups. */
public final class ReferForm {

  /** The fields, in their order. */
  public static final List<String> FIELDS =
      List.of(
          "needs", "place", "address", "when", "day", "name", "consent", "contact", "number",
          "urgency", "note");

  /** Those that may stay empty. */
  public static final Set<String> OPTIONAL = Set.of("address", "day", "number", "note");

  /** Those of which one answer is picked. */
  public static final Map<String, List<String>> PICKED =
      Map.of(
          "when", List.of("asap", "today", "tomorrow", "week", "whenever"),
          "consent", List.of("by-phone", "in-person", "in-writing", "best-interests", "not-yet"),
          "contact", List.of("whatsapp", "phone", "through-me"),
          "urgency", List.of("usual", "no-food", "no-heating", "no-medicine"));

  public static final int LONGEST_LINE = 80;
  public static final int LONGEST_NOTE = 1_000;
  public static final int MOST_NEEDS = 4;

  private static final String NOT_YET = "not-yet";

  private ReferForm() {}

  /** The kinds of help that may be picked. */
  public static List<String> needs(Talk talk) {
    return talk.question("request-help", "need").choices().stream()
        .map(choice -> choice.tap().choice())
        .toList();
  }

  // ---- what cannot be taken

  /**
   * What is wrong, by field.
   *
   * @return the ids of what is said at the fields
   */
  public static Map<String, String> faults(Map<String, List<String>> fields) {
    Map<String, String> faults = new LinkedHashMap<>();
    for (String field : FIELDS) {
      boolean empty = fields.getOrDefault(field, List.of()).isEmpty();
      if (empty && !OPTIONAL.contains(field)) faults.put(field, "refer.fault-missing");
      int most = field.equals("note") ? LONGEST_NOTE : LONGEST_LINE;
      String text = first(fields, field);
      if (text.codePointCount(0, text.length()) > most) faults.put(field, "refer.fault-long");
    }
    if (fields.getOrDefault("needs", List.of()).size() > MOST_NEEDS) {
      faults.put("needs", "refer.fault-needs");
    }
    PICKED.forEach(
        (field, all) -> {
          String picked = first(fields, field);
          if (!picked.isEmpty() && !all.contains(picked)) faults.put(field, "refer.fault-missing");
        });
    String place = first(fields, "place");
    if (!place.isEmpty() && Postcode.parse(place).filter(Postcode::full).isEmpty()) {
      faults.put("place", "refer.fault-place");
    }
    String day = first(fields, "day");
    if (!day.isEmpty() && day(day).isEmpty()) faults.put("day", "refer.fault-day");
    if (first(fields, "consent").equals(NOT_YET)) faults.put("consent", "refer.fault-consent");
    number(fields).ifPresent(fault -> faults.put("number", fault));
    return faults;
  }

  private static Optional<String> number(Map<String, List<String>> fields) {
    return switch (first(fields, "contact")) {
      case "whatsapp" ->
          mobile(fields).isEmpty() ? Optional.of("refer.fault-mobile") : Optional.empty();
      case "phone" -> rung(fields).isEmpty() ? Optional.of("refer.fault-number") : Optional.empty();
      default -> Optional.empty();
    };
  }

  // ---- what was filled in

  static String first(Map<String, List<String>> fields, String field) {
    return fields.getOrDefault(field, List.of()).stream().findFirst().orElse("").strip();
  }

  static Optional<String> mobile(Map<String, List<String>> fields) {
    return PhoneText.read(first(fields, "number")) instanceof PhoneText.Mobile mobile
        ? Optional.of(mobile.number())
        : Optional.empty();
  }

  /** Any number that can be rung, a landline too, as E.164 where it is one of this country's. */
  static Optional<String> rung(Map<String, List<String>> fields) {
    String digits = first(fields, "number").replaceAll("[^0-9+]", "");
    if (!digits.matches("\\+?[0-9]{9,14}")) return Optional.empty();
    if (digits.startsWith("+")) return Optional.of(digits);
    return Optional.of(digits.startsWith("0") ? "+44" + digits.substring(1) : "+" + digits);
  }

  static Contact contact(Map<String, List<String>> fields) {
    return Contact.valueOf(constant(first(fields, "contact")));
  }

  static Consent consent(Map<String, List<String>> fields) {
    return Consent.valueOf(constant(first(fields, "consent")));
  }

  private static String constant(String key) {
    return key.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  static Set<Flag> flags(Map<String, List<String>> fields) {
    String urgency = first(fields, "urgency");
    return urgency.equals("usual") ? Set.of() : Set.of(Flag.ofKey(urgency));
  }

  /** A day that was picked counts more than "tomorrow". */
  static When when(Map<String, List<String>> fields, LocalDate today) {
    Optional<LocalDate> day = day(first(fields, "day")).filter(d -> !d.isBefore(today));
    if (day.isPresent()) return When.on(day.get());
    return switch (first(fields, "when")) {
      case "asap" -> When.asSoonAsPossible();
      case "today" -> When.on(today);
      case "tomorrow" -> When.on(today.plusDays(1));
      case "week" -> new When(today.plusDays(6), null, null, true, false, null);
      default -> When.whenever();
    };
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
