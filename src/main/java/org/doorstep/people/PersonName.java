package org.doorstep.people;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whom a name means: accents, capitals and punctuation do not matter. */
public final class PersonName {

  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{P}]+");

  private PersonName() {}

  /** Those who are called so by their whole name, or else by the first word of it. */
  public static List<Person> called(String name, Collection<Person> all) {
    String wanted = plain(name);
    List<Person> whole = all.stream().filter(p -> plain(p.name()).equals(wanted)).toList();
    return whole.isEmpty()
        ? all.stream().filter(p -> plain(p.name()).split(" ")[0].equals(wanted)).toList()
        : whole;
  }

  /** Whether they may be among those. */
  public static boolean fits(String name, Person person) {
    String wanted = plain(name);
    String theirs = plain(person.name());
    return theirs.equals(wanted) || theirs.split(" ")[0].equals(wanted);
  }

  private static String plain(@Nullable String name) {
    String bare = Optional.ofNullable(name).orElse("");
    String letters = MARKS.matcher(Normalizer.normalize(bare, Normalizer.Form.NFD)).replaceAll("");
    return SPACES.matcher(letters).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
