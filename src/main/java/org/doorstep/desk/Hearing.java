package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorstep.bridge.Reason;
import org.doorstep.people.Need;
import org.doorstep.people.Person;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Tap;
import org.doorstep.talk.Utterance;
import org.doorstep.understand.Danger;
import org.doorstep.understand.Found;
import org.doorstep.understand.Intent;
import org.doorstep.understand.Reading;
import org.doorstep.understand.Understanding;

/**
 * What a person wrote or tapped, in the order in which it is looked at: danger, commands, the
 * officer's open line, taps, jobs, forms.
 */
final class Hearing {

  /** More places than this in one message are not looked up. */
  private static final int PLACES = 3;

  /** What somebody who said STOP may still say. */
  private static final Set<String> EVEN_IF_STOPPED = Set.of("start", "stop", "forget-me");

  /** Needs that danger words bring with them; they do not make a request by themselves. */
  private static final Set<String> NOT_FOR_NEIGHBOURS = Set.of("health", "mental-health", "other");

  private final Understanding understanding;
  private final Wording wording;
  private final Cases cases;
  private final Forms forms;
  private final Taps taps;
  private final Replies replies;
  private final Relay relay;
  private final Languages languages;

  Hearing(
      Understanding understanding,
      Wording wording,
      Cases cases,
      Forms forms,
      Taps taps,
      Replies replies,
      Relay relay,
      Languages languages) {
    this.understanding = understanding;
    this.wording = wording;
    this.cases = cases;
    this.forms = forms;
    this.taps = taps;
    this.replies = replies;
    this.relay = relay;
    this.languages = languages;
  }

  List<Enquiry> asks(Inbound.Said said) {
    Content content = said.content();
    List<Enquiry> enquiries = new ArrayList<>();
    if (content.pin() != null) enquiries.add(new Enquiry.PlaceAt(content.pin().point()));
    if (content.tap() == null) {
      understanding.placesIn(content.text()).stream()
          .limit(PLACES)
          .map(Enquiry.PlaceNamed::new)
          .forEach(enquiries::add);
    }
    return enquiries;
  }

  void said(Draft draft, Person sender, Inbound.Said said) {
    Person me = sender.heardFrom(said.sender().address(), draft.now());
    draft.put(me);
    if (sender.lastInboundAt() == null) draft.fact(new Fact.PersonMet(me.id()));
    sayHeld(draft, me);

    Content content = said.content();
    String text = content.text().strip();
    boolean danger = danger(draft, me, text);
    heard(draft, me, content, text, danger);
    boolean quiet = draft.person(me.id()).map(Person::quietUntilReleased).orElse(true);
    if (content.tap() == null && !danger && !quiet && !me.optedOut()) {
      languages.offer(draft, me, text);
    }
  }

  private void heard(Draft draft, Person me, Content content, String text, boolean danger) {
    Wording theirs = wording.to(draft, me.id());
    Optional<String> command = theirs.talk().interrupt(text);
    if (me.optedOut()
        && command.filter(EVEN_IF_STOPPED::contains).isEmpty()
        && !askedWhetherToForget(draft, me)) {
      if (!danger) draft.tell(me.id(), theirs.say("common.opted-out"), HOLD);
      return;
    }
    Optional<String> language =
        content.tap() == null ? languages.named(me, text) : Optional.empty();
    if (text.isEmpty() && content.tap() == null && content.pin() == null) {
      unsupported(draft, me, content);
    } else if (language.isPresent()) {
      speak(draft, me, language.get());
    } else if (command.isPresent() && content.tap() == null) {
      forms.hear(draft, me, content, null);
    } else if (content.tap() != null) {
      tapped(draft, me, content);
    } else if (me.quietUntilReleased() && relay.toOfficer(draft, me, text)) {
      // an officer has the line; the bot keeps quiet
    } else {
      wrote(draft, me, content, text, danger);
    }
  }

  private static boolean askedWhetherToForget(Draft draft, Person me) {
    Conversation open = draft.conversation(me);
    return open != null && open.state().equals("forget-me");
  }

  private void sayHeld(Draft draft, Person me) {
    for (Utterance held : draft.dossier().held()) draft.tell(me.id(), held, HOLD);
    if (!draft.dossier().held().isEmpty()) {
      draft.change("held/" + me.id(), new Change.HeldSaid(me.id()));
    }
  }

  /** Advice at once, and an officer, whatever else the message says. */
  private boolean danger(Draft draft, Person me, String text) {
    Optional<Danger> danger = understanding.danger(text);
    danger.ifPresent(
        kind -> {
          draft.tell(
              me.id(),
              languages
                  .urgently(draft, me, text)
                  .say(advice(kind), Map.of("coordinator", wording.coordinator(draft))),
              HOLD,
              true,
              null);
          cases.open(draft, Reason.DANGER, me.id(), null, text);
        });
    return danger.isPresent();
  }

  private static String advice(Danger danger) {
    return switch (danger) {
      case SELF_HARM -> "common.danger-self-harm";
      case FIRE_GAS -> "common.danger-fire-gas";
      case MEDICAL, VIOLENCE, ABUSE, EXPLOITATION, MISSING -> "common.danger";
    };
  }

  /** Whoever is in the middle of a form stays where they are. */
  private void speak(Draft draft, Person me, String language) {
    languages.choose(draft, me, language);
    forms.again(draft, me);
  }

  private void unsupported(Draft draft, Person me, Content content) {
    String id =
        content.attachments().isEmpty()
            ? "common.empty"
            : "common.media-" + content.attachments().getFirst().name().toLowerCase(Locale.ROOT);
    draft.tell(me.id(), wording.to(draft, me.id()).say(id), HOLD);
    forms.again(draft, me);
  }

  private void tapped(Draft draft, Person me, Content content) {
    Optional<Tap> tap = Optional.ofNullable(content.tap()).flatMap(Tap::decode);
    if (tap.isEmpty()) {
      draft.tell(me.id(), wording.to(draft, me.id()).say("common.closed"), HOLD);
    } else if (Languages.about(tap.get())) {
      languages.tapped(me, tap.get()).ifPresent(tag -> speak(draft, me, tag));
    } else if (JobRef.of(tap.get()).isPresent()) {
      taps.tapped(draft, me, tap.get());
    } else {
      forms.hear(draft, me, content, tap.get());
    }
  }

  private void wrote(Draft draft, Person me, Content content, String text, boolean danger) {
    Conversation form = draft.conversation(me);
    if (form != null && !form.flow().equals(Relay.FLOW)) {
      forms.hear(draft, me, content, null);
      return;
    }
    if (form != null) draft.converse(me.id(), null);
    Reading reading = understanding.read(text, draft.now().atZone(draft.cell().zone()));
    if (danger && !asksForNeighbours(reading)) return;
    if (replies.understood(draft, me, text, reading, danger)) return;
    if (reading.intent() == Intent.OFFER && me.volunteering() != null) {
      String group = draft.cell().groupFor(me.volunteering().home()).name();
      draft.tell(
          me.id(), wording.to(draft, me.id()).say("join.already", Map.of("group", group)), HOLD);
      return;
    }
    forms.hear(draft, me, content, null);
  }

  private static boolean asksForNeighbours(Reading reading) {
    return reading.intent() == Intent.REQUEST
        && reading.needs().stream()
            .map(Found::value)
            .map(Need::key)
            .anyMatch(key -> !NOT_FOR_NEIGHBOURS.contains(key));
  }
}
