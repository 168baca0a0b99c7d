package org.doorstep.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OpeningsTest {

  private static final Openings MONTHS = Openings.of(Pattern.compile("(?:on )?(?:may|march|june)"));

  @Test
  void onlyWhereAPatternMayBeginIsItTried() {
    assertThat(MONTHS.at("may", 0)).isTrue();
    assertThat(MONTHS.at("on march", 0)).isTrue();
    assertThat(MONTHS.at("monday", 0)).isFalse();
    assertThat(MONTHS.at("in june", 3)).isTrue();
    assertThat(MONTHS.at("in june", 0)).isFalse();
  }

  @Test
  void aPatternIsFoundAtTheFirstWordThatItFits() {
    Openings month = Openings.of(Pattern.compile("\\bma[ry]"));
    Matcher found = month.find("amay, mad, march, may");
    assertThat(found).isNotNull();
    assertThat(found.start()).isEqualTo(11);
    assertThat(month.find("amay_may")).isNull();
  }

  @Test
  void noDayIsMissedForHowItBegins() {
    List<String> missed = new ArrayList<>();
    for (String text : messages())
      for (DayRules.Rule rule : DayRules.ALL)
        for (int i = 0; i < text.length(); i++)
          if (!rule.openings().at(text, i) && fits(rule.pattern(), text, i))
            missed.add(text + " at " + i + ": " + rule.pattern());
    assertThat(missed).isEmpty();
  }

  private static boolean fits(Pattern pattern, String text, int at) {
    return pattern.matcher(text).useTransparentBounds(true).region(at, text.length()).lookingAt();
  }

  private static List<String> messages() {
    return Vocabularies.files().values().stream()
        .map(WordLists::parse)
        .filter(lists -> lists.name().equals("time"))
        .flatMap(lists -> lists.entries().keySet().stream())
        .distinct()
        .flatMap(key -> List.of("on the " + key, key + " 23rd").stream())
        .toList();
  }
}
