package org.doorstep.talk;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.help.PartOfDay;
import org.doorstep.help.When;
import org.doorstep.people.Flag;
import org.doorstep.people.Need;
import org.doorstep.understand.Danger;
import org.doorstep.understand.Found;
import org.doorstep.understand.Intent;
import org.doorstep.understand.JobLabel;
import org.doorstep.understand.Reading;
import org.doorstep.understand.Reply;
import org.doorstep.understand.Understanding;
import org.doorstep.understand.Vocabulary;
import org.jspecify.annotations.NullUnmarked;

/** Understands just enough English for the engine to have something to work with. */
@NullUnmarked
final class SmallUnderstanding implements Understanding {

  private static final Pattern PLACE =
      Pattern.compile(
          "\\b([A-Za-z]{2}[0-9]{1,2})(?: ?([0-9][A-Za-z]{2}))?\\b|Newtown|Atlantis|Nowhereville");

  static final Map<String, Vocabulary> VOCABULARIES =
      Map.of(
          "needs",
          Vocabulary.parse(
              """
              vocabulary: needs
              entries:
                shopping: {label: Shopping, words: [shopping, groceries]}
                prescription: {label: Prescription, words: [prescription, medicine]}
                food-parcel: {label: Food parcel, words: [food parcel]}
                lift: {label: A lift, words: [lift]}
                check-in: {label: A call or visit, words: [chat, call]}
                dog-walk: {label: Dog walking, words: [dog walk, walk the dog, dogs]}
                errand: {label: An errand, words: [errand]}
                home-help: {label: Help at home, words: [cleaning]}
                tech-help: {label: Phone or computer, words: [computer]}
                equipment: {label: Equipment, words: [wheelchair]}
                form-filling: {label: Forms and letters, words: [form, letter]}
                other: {label: Something else, words: [something else]}
              """),
          "things",
          Vocabulary.parse(
              """
              vocabulary: things
              entries:
                food: {label: Food, words: [food]}
                clothes: {label: Clothes, words: [clothes]}
                furniture: {label: Furniture, words: [furniture]}
                laptop: {label: Laptop, words: [laptop]}
                phone: {label: Phone, words: [phone]}
                heater: {label: Heater, words: [heater]}
                microwave: {label: Microwave, words: [microwave]}
                bedding: {label: Bedding, words: [bedding]}
                cot: {label: Cot, words: [cot]}
                wheelchair: {label: Wheelchair, words: [wheelchair]}
              """),
          "giving",
          Vocabulary.parse(
              """
              vocabulary: giving
              entries:
                give: {label: Give it away, words: [give]}
                lend: {label: Lend it, words: [lend]}
              """),
          "relations",
          Vocabulary.parse("{vocabulary: relations, entries: {mum: {label: mum, words: [mum]}}}"),
          "flags",
          Vocabulary.parse(
              "{vocabulary: flags, entries: {shielding: {label: shielding, words: [shielding]}}}"));

  @Override
  public Reading read(String text, ZonedDateTime now) {
    String low = text.toLowerCase(Locale.ROOT);
    List<Found<Need>> needs = new ArrayList<>();
    VOCABULARIES
        .get("needs")
        .entries()
        .values()
        .forEach(
            entry -> {
              for (String word : entry.words()) {
                int at = low.indexOf(word);
                if (at >= 0)
                  needs.add(new Found<>(new Need(entry.key()), at, at + word.length(), 0.9));
              }
            });
    needs.sort((a, b) -> Integer.compare(a.start(), b.start()));
    Matcher place = PLACE.matcher(text);
    Found<String> where =
        place.find() ? new Found<>(place.group(), place.start(), place.end(), 0.9) : null;
    boolean offer = low.contains("i want to help") || low.contains("happy to help");
    Intent intent = offer ? Intent.OFFER : needs.isEmpty() ? Intent.OTHER : Intent.REQUEST;
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    if (low.contains("shielding")) flags.add(Flag.SHIELDING);
    String whom = low.matches(".*\\bmy mums?\\b.*") ? "mum" : "self";
    return new Reading(text, intent, needs, Set.of(), where, when(low, now), whom, flags);
  }

  private static Found<When> when(String low, ZonedDateTime now) {
    LocalDate today = now.toLocalDate();
    Map<String, LocalDate> days = new LinkedHashMap<>();
    days.put("today", today);
    days.put("tomorrow", today.plusDays(1));
    days.put("yesterday", today.minusDays(1));
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(day.name().toLowerCase(Locale.ROOT), today.with(TemporalAdjusters.next(day)));
    }
    for (Map.Entry<String, LocalDate> day : days.entrySet()) {
      int at = low.indexOf(day.getKey());
      if (at < 0) continue;
      int end = at + day.getKey().length();
      boolean morning = low.startsWith(" morning", end);
      When when =
          new When(day.getValue(), morning ? PartOfDay.MORNING : null, null, false, false, null);
      double sure = low.contains("maybe") ? 0.5 : 0.9;
      return new Found<>(when, at, morning ? end + 8 : end, sure);
    }
    return null;
  }

  @Override
  public Optional<Danger> danger(String text) {
    return Optional.empty();
  }

  @Override
  public Reply reply(String text, List<JobLabel> jobs) {
    return new Reply(Reply.Meaning.OTHER, new Reply.Which.None());
  }

  @Override
  public List<String> placesIn(String text) {
    Matcher place = PLACE.matcher(text);
    List<String> found = new ArrayList<>();
    while (place.find()) found.add(place.group());
    return found;
  }
}
