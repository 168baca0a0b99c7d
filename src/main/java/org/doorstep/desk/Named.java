package org.doorstep.desk;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.doorstep.help.Candidate;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.people.Volunteering;
import org.jspecify.annotations.Nullable;

/** A volunteer whom somebody calls by name, among those of the area. */
sealed interface Named {

  /** As far as a borough reaches. */
  int METRES = 15_000;

  /** Of more than these the nearest to the job are looked through. */
  int AT_MOST = 1000;

  record One(Person volunteer) implements Named {}

  /** Only a longer name tells them apart. */
  record Several() implements Named {}

  /** None, or none who may be asked just now. */
  record Nobody() implements Named {}

  static Enquiry lookedFor(HelpRequest job) {
    return new Enquiry.VolunteersNear(
        job.particulars().place().point(), METRES, AT_MOST, Set.of(job.resident()));
  }

  /** By the whole name, or else by the first word of it; never one who is not to meet them. */
  static Named of(Draft draft, String name, HelpRequest job, Set<PersonId> without) {
    List<Person> all =
        draft.dossier().answers().volunteers().stream()
            .map(Candidate::person)
            .filter(p -> !without.contains(p.id()) && !p.id().equals(job.resident()))
            .filter(p -> mayBeAsked(draft, p) && !Apart.kept(draft, job.resident(), p))
            .toList();
    String wanted = plain(name);
    List<Person> whole = all.stream().filter(p -> plain(p.name()).equals(wanted)).toList();
    List<Person> found =
        whole.isEmpty()
            ? all.stream().filter(p -> plain(p.name()).split(" ")[0].equals(wanted)).toList()
            : whole;
    return switch (found.size()) {
      case 0 -> new Nobody();
      case 1 -> new One(found.getFirst());
      default -> new Several();
    };
  }

  private static boolean mayBeAsked(Draft draft, Person person) {
    Volunteering offer = person.volunteering();
    return offer != null
        && person.name() != null
        && !person.optedOut()
        && offer.availableAt(draft.now());
  }

  Pattern MARKS = Pattern.compile("\\p{M}");
  Pattern SPACES = Pattern.compile("[\\s\\p{P}]+");

  private static String plain(@Nullable String name) {
    String bare = Optional.ofNullable(name).orElse("");
    String letters = MARKS.matcher(Normalizer.normalize(bare, Normalizer.Form.NFD)).replaceAll("");
    return SPACES.matcher(letters).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
