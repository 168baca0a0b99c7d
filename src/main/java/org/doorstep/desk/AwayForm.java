package org.doorstep.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Until when somebody is off duty and who stands in, as a form. */
public final class AwayForm {

  /** Its fields. */
  public static final String UNTIL = "until";

  public static final String STAND_IN = "stand-in";

  /** Whoever is next of their list stands in. */
  public static final String NEXT = "next";

  private AwayForm() {}

  /**
   * What is wrong with it, by the field at which it is said.
   *
   * @param user who handed it in
   * @param today where the cell is
   */
  public static Map<String, String> faults(
      Map<String, List<String>> fields, String user, LocalDate today) {
    Map<String, String> faults = new LinkedHashMap<>();
    Optional<LocalDate> day = day(first(fields, UNTIL));
    if (day.isEmpty()) faults.put(UNTIL, "home.fill-in");
    else if (!day.get().isAfter(today) || day.get().isAfter(today.plusYears(1))) {
      faults.put(UNTIL, "officers.away-past");
    }
    String standIn = first(fields, STAND_IN);
    if (standIn.isEmpty()) faults.put(STAND_IN, "home.fill-in");
    else if (standIn.equals(user)) faults.put(STAND_IN, "officers.away-yourself");
    return faults;
  }

  /** In the morning of that day. */
  static Optional<Instant> begins(String day, LocalTime morning, Draft draft) {
    return day(day).map(d -> d.atTime(morning).atZone(draft.cell().zone()).toInstant());
  }

  private static Optional<LocalDate> day(String written) {
    try {
      return Optional.of(LocalDate.parse(written));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String first(Map<String, List<String>> fields, String field) {
    return fields.getOrDefault(field, List.of()).stream().findFirst().orElse("");
  }
}
