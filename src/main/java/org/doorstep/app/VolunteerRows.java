package org.doorstep.app;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.app.VolunteerColumns.Column;
import org.doorstep.people.Address;
import org.doorstep.people.Amendment;
import org.doorstep.people.Need;
import org.doorstep.people.PhoneText;
import org.doorstep.people.Travel;
import org.doorstep.place.Postcode;
import org.doorstep.understand.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of a list. What is needed to invite somebody has to be right, and so has when they
 * help: nobody is to be asked at a time that their list rules out. What else it says of them is
 * taken as far as it is understood.
 */
final class VolunteerRows {

  /** As the form of those who join by themselves has it, in its middle: a mile. */
  private static final int USUAL_REACH = 1500;

  private static final int FURTHEST = 100_000;
  private static final int LONGEST_NAME = 40;
  private static final Pattern FORMULA = Pattern.compile("[=+@\\p{Pd}\\t\\r].*", Pattern.DOTALL);
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}'\\u2019. \\p{Pd}]*");
  private static final Pattern FAR =
      Pattern.compile(
          "([0-9]{1,6}(?:[.,][0-9]{1,2})?) ?(?:(mi|miles?)|(km|kms|kilomet(?:re|er)s?)|m|met(?:re|er)s?)");
  private static final double METRES_A_MILE = 1609.344;

  private final Columns<Column> columns;
  private final Vocabulary words;
  private final Function<String, Set<Need>> needs;
  private final VolunteerTimes times;
  private final Map<String, Set<Need>> understood = new HashMap<>();

  /**
   * @param needs what a text asks for; many rows say the same, so it is asked once for each text
   * @param times when they help, and what they speak
   */
  VolunteerRows(
      Columns<Column> columns,
      Vocabulary words,
      Function<String, Set<Need>> needs,
      VolunteerTimes times) {
    this.columns = columns;
    this.words = words;
    this.needs = needs;
    this.times = times;
  }

  VolunteerRow read(Table.Row row) {
    String called = called(row);
    if (called != null && FORMULA.matcher(called).matches()) {
      return refused(row, "the name begins like a formula");
    }
    if (called != null && (!NAME.matcher(called).matches() || called.length() > LONGEST_NAME)) {
      return refused(row, "the name is not one that could be read out");
    }
    return switch (PhoneText.read(columns.cell(row, Column.PHONE))) {
      case PhoneText.Unusable(PhoneText.Why why) -> refused(row, inWords(why));
      case PhoneText.Mobile(String number) -> located(row, Address.whatsapp(number), called);
    };
  }

  private VolunteerRow located(Table.Row row, Address address, @Nullable String called) {
    String text = columns.cell(row, Column.PLACE);
    if (text.isEmpty()) return refused(row, "there is no postcode");
    if (FORMULA.matcher(text).matches()) return refused(row, "the postcode begins like a formula");
    Optional<Postcode> postcode = Postcode.parse(text);
    if (postcode.isEmpty()) return refused(row, "what stands as the postcode is not one");
    return switch (times.read(columns, row)) {
      case Checked.Faulty<List<Amendment>>(var why) -> refused(row, why.getFirst());
      case Checked.Fine<List<Amendment>>(List<Amendment> says) ->
          new VolunteerRow.Legible(
              row.line(),
              address,
              called,
              postcode.get(),
              reach(row),
              travel(row),
              likes(row),
              says);
    };
  }

  private static VolunteerRow refused(Table.Row row, String reason) {
    return new VolunteerRow.Refused(row.line(), reason);
  }

  private static String inWords(PhoneText.Why why) {
    return switch (why) {
      case EMPTY -> "there is no phone number";
      case NO_NUMBER -> "what stands as the phone number is not one";
      case NOT_A_MOBILE -> "the number is not a mobile's: it gets no messages";
      case CUT_OFF ->
          "the spreadsheet has cut the number short; make its column text and type it again";
      case SEVERAL -> "there is more than one number; leave the mobile";
    };
  }

  /** A first name is enough; somebody with a title may have no other. */
  private @Nullable String called(Table.Row row) {
    String first = tidy(columns.cell(row, Column.FIRST_NAME));
    if (!first.isEmpty()) return first;
    String full = tidy(columns.cell(row, Column.NAME));
    if (full.isEmpty()) return null;
    if (FORMULA.matcher(full).matches()) return full;
    int comma = full.indexOf(',');
    String given = comma < 0 ? full : full.substring(comma + 1).strip();
    String[] parts = given.split(" ");
    boolean titled = means("title", parts[0].replace(".", "").toLowerCase(Locale.ROOT));
    return titled ? given : parts[0];
  }

  private static String tidy(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replaceAll("[\\s\\p{Z}]+", " ")
        .replaceAll("[\\p{Cf}\\p{Cc}]", "")
        .strip();
  }

  private int reach(Table.Row row) {
    Matcher far = FAR.matcher(tidy(columns.cell(row, Column.REACH)).toLowerCase(Locale.ROOT));
    if (!far.matches()) return USUAL_REACH;
    double number = Double.parseDouble(far.group(1).replace(',', '.'));
    double unit = far.group(2) != null ? METRES_A_MILE : far.group(3) != null ? 1000 : 1;
    long metres = Math.round(number * unit);
    return metres >= 1 && metres <= FURTHEST ? (int) metres : USUAL_REACH;
  }

  private Set<Travel> travel(Table.Row row) {
    Set<Travel> travel = EnumSet.noneOf(Travel.class);
    String said = plain(columns.cell(row, Column.TRAVEL));
    if (!has("is-no", said)) {
      for (Travel way : Travel.values()) {
        String key = "is-" + way.name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (has(key, said)) travel.add(way);
      }
    }
    if (means("is-yes", plain(columns.cell(row, Column.DRIVES)))) travel.add(Travel.CAR);
    return travel;
  }

  private static String plain(String cell) {
    return Normalizer.normalize(cell, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replace('\u2019', '\'')
        .replaceAll("[\\s\\p{Z},;/&+.()]+", " ")
        .strip();
  }

  private boolean has(String key, String text) {
    return words.entry(key).map(Vocabulary.Entry::words).orElse(List.of()).stream()
        .anyMatch(word -> (" " + text + " ").contains(" " + word + " "));
  }

  private boolean means(String key, String word) {
    return words.entry(key).filter(entry -> entry.words().contains(word)).isPresent();
  }

  private Set<Need> likes(Table.Row row) {
    String text = columns.cell(row, Column.LIKES);
    return text.isEmpty() ? Set.of() : understood.computeIfAbsent(text, needs);
  }
}
