package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.bridge.Case;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.RequestId;
import org.doorstep.people.Need;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.understand.Found;
import org.doorstep.understand.Understanding;
import org.jspecify.annotations.Nullable;

/**
 * Finds jobs and cases that are not over, among those that somebody may see: by a number or the
 * letters of a job, the beginning of a postcode, a kind of help, or somebody's first name.
 */
final class Searching {

  /** More are counted. */
  private static final int SHOWN = 10;

  private static final Pattern POSTCODE =
      Pattern.compile("[A-Z]{1,2}[0-9][0-9A-Z]?(?:[0-9][A-Z]{0,2})?");

  private static final Pattern WRITTEN =
      Pattern.compile("\\b([A-Z]{1,2}[0-9][0-9A-Z]?) ?([0-9][A-Z]{2})?\\b");

  private final Understanding understanding;
  private final Wording wording;

  Searching(Understanding understanding, Wording wording) {
    this.understanding = understanding;
    this.wording = wording;
  }

  static List<Enquiry> asks(Dossier dossier) {
    return List.of(
        new Enquiry.CasesNow(true), NearMe.asks(dossier.cell()), new Enquiry.OfficeNow(Set.of()));
  }

  void find(Draft draft, Caseworker me, String wanted) {
    Wording theirs = wording.in(me.person().language());
    Visible visible = new Visible(draft.cell(), me);
    CaseList cases = CaseList.of(draft, me);
    List<HelpRequest> jobs =
        visible.jobs(draft.dossier().answers().open(), draft.dossier().answers().cases());
    Wanted by = new Wanted(draft, me, visible, wanted.strip());
    List<String> lines = new ArrayList<>();
    Set<PersonId> named = new LinkedHashSet<>();
    Set<RequestId> found = new LinkedHashSet<>();
    for (HelpRequest job : jobs) {
      if (!by.is(job)) continue;
      found.add(job.id());
      Map<String, String> values = ToLead.values(theirs, draft, job);
      by.who(job).ifPresent(who -> named(values, named, who));
      lines.add(theirs.words("officers.found-job", values));
      job.parties().stream().filter(p -> !p.equals(job.resident())).forEach(named::add);
    }
    for (Case each : cases.all()) {
      // their page has them; each look behind one is written down
      if (each.isSealed()) continue;
      RequestId about = each.matter().request();
      Optional<Person> who = by.who(each, cases.jobs().get(about));
      if (who.isEmpty() && (about == null || !found.contains(about))) continue;
      Map<String, String> values = cases.values(draft, theirs, each);
      who.ifPresent(person -> named(values, named, person));
      lines.add(theirs.words("officers.found-case", values));
    }
    Map<String, String> values = new LinkedHashMap<>();
    values.put("words", wanted.strip());
    values.put("number", Integer.toString(lines.size()));
    values.put("list", String.join("\n\n", lines.subList(0, Math.min(SHOWN, lines.size()))));
    if (lines.size() > SHOWN) values.put("more", Integer.toString(lines.size() - SHOWN));
    draft.tell(
        me.person().id(),
        theirs.say(lines.isEmpty() ? "officers.found-none" : "officers.found", values),
        HOLD,
        named.toArray(PersonId[]::new));
  }

  private static void named(Map<String, String> values, Set<PersonId> named, Person who) {
    values.put("name", String.valueOf(who.name()));
    named.add(who.id());
  }

  /** What is looked for, whichever of these it is. */
  private final class Wanted {

    private final Draft draft;
    private final Visible visible;
    private final String words;
    private final String letters;
    private final Set<Need> needs = new LinkedHashSet<>();
    private final Optional<RequestId> numbered;

    Wanted(Draft draft, Caseworker me, Visible visible, String words) {
      this.draft = draft;
      this.visible = visible;
      this.words = words;
      this.letters = words.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
      understanding.read(words, draft.now().atZone(draft.cell().zone())).needs().stream()
          .map(Found::value)
          .forEach(needs::add);
      this.numbered =
          words.matches("[0-9]{1,3}")
              ? draft.office().numbered(me.person().id(), Integer.parseInt(words))
              : Optional.empty();
    }

    boolean is(HelpRequest job) {
      return numbered.filter(job.id()::equals).isPresent()
          || job.id().reference().equalsIgnoreCase(words)
          || needs.contains(job.particulars().need())
          || near(job)
          || who(job).isPresent();
    }

    /** Of a group at arm's length, no more is told by it than everybody may know. */
    private boolean near(HelpRequest job) {
      if (letters.isEmpty() || !POSTCODE.matcher(letters).matches()) return false;
      var place = job.particulars().place();
      String written = visible.byName(job) ? place.written() : place.rough();
      Matcher postcode = WRITTEN.matcher(written.toUpperCase(Locale.ROOT));
      while (postcode.find()) {
        String whole = postcode.group(1) + (postcode.group(2) == null ? "" : postcode.group(2));
        boolean outcode = postcode.group(1).equals(letters);
        boolean beyond = letters.length() > postcode.group(1).length();
        if (outcode || (beyond && whole.startsWith(letters))) return true;
      }
      return false;
    }

    /** Whom a job is for, or who does it, where that is whom they look for. */
    Optional<Person> who(HelpRequest job) {
      if (!visible.byName(job)) return Optional.empty();
      return job.parties().stream()
          .flatMap(id -> draft.person(id).stream())
          .filter(this::called)
          .findFirst();
    }

    Optional<Person> who(Case each, @Nullable HelpRequest about) {
      if (about != null && !visible.byName(about)) return Optional.empty();
      return draft.person(each.person()).filter(this::called);
    }

    private boolean called(Person person) {
      if (person.name() == null || words.length() < 2) return false;
      String first = person.name().strip().split("\\s+")[0];
      return first.equalsIgnoreCase(words) || person.name().strip().equalsIgnoreCase(words);
    }
  }
}
