package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorstep.bridge.Listed;
import org.doorstep.bridge.Listing;
import org.doorstep.bridge.ServiceId;
import org.doorstep.bridge.Signpost;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Need;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.place.Place;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Talk;
import org.doorstep.understand.Understanding;
import org.jspecify.annotations.Nullable;

/**
 * Points people to services and shops of the directory: whoever asks (DIRECTORY food LS6), and
 * residents whose need is not for neighbours alone. What was asked for is written down nowhere.
 */
final class Signposts {

  static final String FLOW = "directory";

  /** The order; and the list whose numbers are remembered, for {@link #WRONG}. */
  static final String ORDER = "directory";

  private static final String WRONG = "wrong-entry";

  private static final int MOST = 5;

  /** Beside what a resident is told anyway. */
  private static final int MOST_BESIDES = 3;

  private final Understanding understanding;
  private final Wording wording;

  Signposts(Understanding understanding, Wording wording) {
    this.understanding = understanding;
    this.wording = wording;
  }

  /** What has to be looked up for an order. */
  List<Enquiry> asks(Dossier dossier, Content content, Instant now) {
    Person me = dossier.sender();
    if (me == null) return List.of();
    if (content.tap() != null) return List.of();
    List<Enquiry> enquiries = new ArrayList<>();
    Talk theirs = wording.in(me.language()).talk();
    switch (theirs.interrupt(content.text()).orElse("")) {
      case ORDER -> {
        String asked = theirs.named(ORDER, content.text()).orElse(null);
        Wish wish =
            Wish.of(
                understanding, me, dossier.requests(), asked, now.atZone(dossier.cell().zone()));
        enquiries.add(wish.enquiry());
      }
      case WRONG ->
          shown(dossier.conversation(), content.text().replaceAll("[^0-9]", ""))
              .map(Enquiry.ServicesFor::entry)
              .ifPresent(enquiries::add);
      default -> {}
    }
    return enquiries;
  }

  /** What has to be looked up for a form that may become a request. */
  static Optional<Enquiry> besides(@Nullable Conversation form) {
    if (form == null || !form.slots().containsKey("need")) return Optional.empty();
    Set<Need> needs = ForNeighbours.notForThemAlone(Asked.needs(form.slots()));
    return needs.isEmpty() ? Optional.empty() : Optional.of(Enquiry.ServicesFor.needs(needs));
  }

  /**
   * DIRECTORY.
   *
   * @param asked what else was said with the order
   */
  void show(Draft draft, Person me, @Nullable String asked) {
    Wording theirs = wording.to(draft, me.id());
    Wish wish =
        Wish.of(
            understanding,
            me,
            draft.dossier().requests(),
            asked,
            draft.now().atZone(draft.cell().zone()));
    if (wish.empty()) {
      draft.tell(me.id(), theirs.say("directory.how"), HOLD);
      return;
    }
    boolean called = wish.needs().isEmpty();
    String need = called ? String.join(" ", wish.called()) : needs(theirs, wish.needs());
    Place place = wish.place(me, draft.dossier().answers().places());
    if (place == null) {
      draft.tell(me.id(), theirs.say("directory.where", Map.of("need", need)), HOLD);
      return;
    }
    Map<String, String> values = Map.of("need", need, "place", place.rough());
    Enquiry.ServicesFor wanted = wish.enquiry();
    List<Listed> fitting =
        draft.dossier().answers().services().stream()
            .filter(listed -> wanted.means(listed.service()))
            .toList();
    List<Signpost> posts = choose(draft, fitting, place, MOST);
    if (posts.isEmpty()) {
      draft.tell(
          me.id(), theirs.say("directory." + (called ? "none-called" : "none"), values), HOLD);
    } else {
      tell(draft, me.id(), "found", need, place, posts);
    }
  }

  /** With what a resident is told of a request that they have just made. */
  void besides(Draft draft, Person sender) {
    List<HelpRequest> opened =
        draft.openedNow().stream().filter(r -> r.resident().equals(sender.id())).toList();
    Set<Need> needs =
        ForNeighbours.notForThemAlone(opened.stream().map(r -> r.particulars().need()).toList());
    if (!needs.isEmpty()) {
      besides(draft, sender.id(), needs, opened.getFirst().particulars().place());
    }
  }

  /** For a resident, with what they are told anyway; nothing where there is nothing. */
  void besides(Draft draft, PersonId resident, Collection<Need> needs, Place place) {
    List<Listed> fitting =
        draft.dossier().answers().services().stream()
            .filter(listed -> listed.service().needs().stream().anyMatch(needs::contains))
            .toList();
    List<Signpost> posts = choose(draft, fitting, place, MOST_BESIDES);
    if (posts.isEmpty()) return;
    Set<Need> answered =
        needs.stream()
            .filter(
                need -> posts.stream().anyMatch(p -> p.listed().service().needs().contains(need)))
            .collect(Collectors.toSet());
    String need = needs(wording.to(draft, resident), answered);
    tell(draft, resident, "signposts", need, place, posts);
  }

  private static List<Signpost> choose(Draft draft, List<Listed> among, Place place, int most) {
    var local = draft.now().atZone(draft.cell().zone()).toLocalDateTime();
    return Signpost.choose(among, place.point(), local, most);
  }

  private void tell(
      Draft draft, PersonId to, String id, String need, Place place, List<Signpost> posts) {
    Wording theirs = wording.to(draft, to);
    List<String> list = new Entries(theirs).list(draft, posts);
    remember(draft, to, posts.subList(0, list.size()));
    Map<String, String> values =
        Map.of("need", need, "place", place.rough(), "list", String.join("\n\n", list));
    draft.tell(to, theirs.say(FLOW + "." + id, values), HOLD);
  }

  private static String needs(Wording theirs, Set<Need> needs) {
    return needs.stream()
        .sorted()
        .map(need -> theirs.talk().label("needs", need.key()))
        .collect(Collectors.joining(", "));
  }

  /** Where they have just written, unless something else waits for their answer. */
  private static void remember(Draft draft, PersonId to, List<Signpost> posts) {
    Person person = draft.dossier().sender();
    if (person == null || !person.id().equals(to)) return;
    Conversation before = draft.dossier().conversation();
    boolean asked = before != null && before.flow().equals(Relay.FLOW) && !lists(before);
    Conversation open = draft.conversation(person);
    if (asked || !(open == null || lists(open))) return;
    Relay.keep(
        draft,
        to,
        ORDER,
        posts.stream()
            .map(post -> post.listed().service().id().value())
            .collect(Collectors.joining(" ")));
  }

  private static boolean lists(Conversation open) {
    return Relay.kept(open, ORDER) != null || Relay.kept(open, NearMe.ORDER) != null;
  }

  private static Optional<ServiceId> shown(@Nullable Conversation open, String number) {
    String kept = Relay.kept(open, ORDER);
    if (kept == null || !number.matches("[1-9]")) return Optional.empty();
    List<String> ids = List.of(kept.split(" "));
    int at = Integer.parseInt(number) - 1;
    return at < ids.size() ? Optional.of(new ServiceId(ids.get(at))) : Optional.empty();
  }

  /** WRONG 2: the officers hear of it, once; who said so stays between them and us. */
  void doubt(Draft draft, Person me, @Nullable String number) {
    Wording theirs = wording.to(draft, me.id());
    Optional<ServiceId> meant = shown(draft.dossier().conversation(), number == null ? "" : number);
    if (meant.isEmpty()) {
      draft.tell(me.id(), theirs.say("directory.which"), HOLD);
      return;
    }
    Listed entry =
        draft.dossier().answers().services().stream()
            .filter(listed -> listed.service().id().equals(meant.get()))
            .findFirst()
            .orElse(null);
    String said = entry == null ? "renewed" : entry.doubted() ? "reported-before" : "reported";
    Map<String, String> values = Map.of("coordinator", wording.coordinator(draft));
    draft.tell(me.id(), theirs.say(FLOW + "." + said, values), HOLD);
    if (entry == null || entry.doubted()) return;
    Listing service = entry.service();
    draft.change(
        "doubted/" + service.id(), new Change.ServiceDoubted(entry.edition(), service.id()));
    tellOfficers(draft, entry);
  }

  private void tellOfficers(Draft draft, Listed entry) {
    Wording officers = wording.toCell(draft);
    Listing service = entry.service();
    List<String> lines = new ArrayList<>(List.of(service.name()));
    if (service.phone() != null) lines.add(service.phone());
    if (service.web() != null) lines.add(service.web());
    lines.add(officers.words("directory.wrong-source", Map.of("source", entry.source())));
    lines.add(officers.words("directory.wrong-what", Map.of()));
    draft.say(
        new Outgoing.Post(
            draft.nextId(),
            draft.cell().officersChannel(),
            "entry/" + Derived.id(draft.cause().id(), "post"),
            new Card(officers.words("directory.wrong-title", Map.of()), lines, null, List.of()),
            false,
            Set.of()));
  }
}
