package org.doorstep.understand;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.people.Flag;

/** Hears what was said about somebody that changes how, or how soon, they are helped. */
final class FlagReader {

  private static final Pattern AGE =
      Pattern.compile(
          "\\b(?:(?:im|hes|shes|is|am|are|theyre|both|aged?|turns?|me|,) ?\\(?(\\d{2,3})\\)?(?! ?(?:st|nd|rd|th|weeks?|wks|mins?|minutes|quid|pounds|[a-z]*%|[:.]\\d|miles|hours|days|months|am\\b|pm\\b))"
              + "|(\\d{2,3}) ?(?:yrs?|years?|yo)\\b(?: ?-?old)?|\\((\\d{2,3})\\)|(\\d{2,3}) (?:and )?(?:live|lives|on (?:my|his|her) own|with|next|now)|(?:^|[.!?\\n,] ?)(\\d{2,3})(?= ?(?:[.,!?\\n]|$))(?![.,]\\d))");

  private static final Pattern CHILDS_AGE =
      Pattern.compile(
          "(\\d{1,2})(?<=\\b(?:im|hes|shes|mates|aged?|girl|boy|son|daughter|lad) ?(?:only |just )?\\(?\\d{1,2})(?! ?(?:st|nd|rd|th|weeks?|wks|mins?|minutes?|quid|pounds|stone|days?|[:.]\\d|miles?|hours?|months?|am\\b|pm\\b|up\\b|to \\d|floors?|doors?|%|/))\\)?\\b");
  private static final int GROWN = 18;

  private static final int OLD = 65;
  private static final int OLDEST = 115;

  private final Phrasebook book;

  FlagReader(Phrasebook book) {
    this.book = book;
  }

  Set<Flag> in(Words message) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    for (Hit hit : book.meant(message)) flags.add(Flag.ofKey(hit.key()));
    String text = message.plain().text();
    if (text.chars().noneMatch(FlagReader::digit)) return flags;
    text = text.replace("'", "");
    Set<Integer> numbers = numbers(text);
    if (numbers.stream().anyMatch(FlagReader::old) && old(AGE.matcher(text)))
      flags.add(Flag.ELDERLY);
    if (numbers.stream().anyMatch(n -> n < GROWN) && young(CHILDS_AGE.matcher(text)))
      flags.add(Flag.CHILD);
    return flags;
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean old(Matcher age) {
    while (age.find())
      for (int group = 1; group <= age.groupCount(); group++)
        if (age.group(group) != null && old(Integer.parseInt(age.group(group)))) return true;
    return false;
  }

  private static boolean old(int years) {
    return years >= OLD && years <= OLDEST;
  }

  private static boolean young(Matcher age) {
    while (age.find()) if (Integer.parseInt(age.group(1)) < GROWN) return true;
    return false;
  }

  /** All that could be ages. */
  private static Set<Integer> numbers(String text) {
    Set<Integer> all = new HashSet<>();
    int number = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (digit(c)) number = Math.min(OLDEST + 1, Math.max(0, number) * 10 + c - '0');
      else if (number >= 0) {
        all.add(number);
        number = -1;
      }
    }
    return all;
  }
}
