package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Group;
import org.doorstep.people.Person;
import org.doorstep.talk.Choice;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Talk;
import org.jspecify.annotations.Nullable;

/** What is open near a volunteer, as a message: the same list as on their page in Slack. */
final class NearMe {

  /** The order; and the question that waits for an answer. */
  static final String ORDER = "near-me";

  /** As many as WhatsApp lists. */
  private static final int MOST = 10;

  private final Wording wording;

  NearMe(Wording wording) {
    this.wording = wording;
  }

  /** All that is open: what is near is seen then. */
  static Enquiry asks(Cell cell) {
    return new Enquiry.OpenIn(groups(cell));
  }

  Optional<Enquiry> asks(Dossier dossier, Content content) {
    Person me = dossier.sender();
    if (me == null || me.volunteering() == null || content.tap() != null) return Optional.empty();
    Optional<Enquiry> numbered =
        numbered(dossier.conversation(), content.text())
            .map(about -> about.split("\\.")[0])
            .map(job -> new Enquiry.JobNamed(me.id(), groups(dossier.cell()), job, false));
    Talk theirs = wording.in(me.language()).talk();
    return theirs.interrupt(content.text()).filter(ORDER::equals).isPresent()
        ? Optional.of(asks(dossier.cell()))
        : numbered;
  }

  private static Set<String> groups(Cell cell) {
    return cell.groups().stream().map(Group::id).collect(Collectors.toUnmodifiableSet());
  }

  void show(Draft draft, Person me) {
    Wording theirs = wording.to(draft, me.id());
    if (me.volunteering() == null) {
      draft.tell(me.id(), theirs.say("common.not-volunteer"), HOLD);
      return;
    }
    List<Near> near = Near.of(draft, me).stream().limit(MOST).toList();
    if (near.isEmpty()) {
      draft.tell(me.id(), theirs.say("home.near-none"), HOLD);
      return;
    }
    List<Choice> choices = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (Near one : near) {
      Map<String, String> values = one.values(theirs, draft);
      String line = theirs.words("home.near-line", values);
      lines.add(line);
      choices.add(
          new Choice(
              theirs.talk().tap(Near.OFFER, "take", about(one)),
              values.get("need") + ", " + values.get("place"),
              line));
    }
    if (!inAForm(draft.conversation(me))) {
      Relay.keep(
          draft, me.id(), ORDER, near.stream().map(NearMe::about).collect(Collectors.joining(" ")));
    }
    draft.tell(
        me.id(),
        theirs.talk().choose("home.near-me", Map.of("list", String.join("\n", lines)), choices),
        HOLD);
  }

  private static String about(Near near) {
    return JobRef.to(near.job()).about();
  }

  private static boolean inAForm(@Nullable Conversation open) {
    return open != null && !open.flow().equals(Relay.FLOW);
  }

  /** The job whose number they typed, as if they had tapped it. */
  Optional<Content> typed(Draft draft, Person me, String text) {
    Optional<String> about = numbered(draft.conversation(me), text);
    if (about.isPresent()) draft.converse(me.id(), null);
    Talk theirs = wording.to(draft, me.id()).talk();
    return about
        .map(job -> theirs.tap(Near.OFFER, "take", job).encoded())
        .map(tap -> new Content("", tap, null, null, List.of()));
  }

  private static Optional<String> numbered(@Nullable Conversation open, String text) {
    String kept = Relay.kept(open, ORDER);
    if (kept == null || !text.strip().matches("[0-9]{1,2}")) return Optional.empty();
    int number = Integer.parseInt(text.strip());
    return Arrays.stream(kept.split(" "))
        .skip(Math.max(0, number - 1))
        .findFirst()
        .filter(a -> number > 0);
  }
}
