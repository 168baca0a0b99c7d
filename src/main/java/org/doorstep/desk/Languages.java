package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.DROP;
import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.doorstep.people.Channel;
import org.doorstep.people.Person;
import org.doorstep.talk.Choice;
import org.doorstep.talk.Tap;
import org.doorstep.talk.Utterance;
import org.doorstep.understand.Language;
import org.doorstep.understand.Understanding;

/**
 * Which language somebody is spoken to in. It changes when they say so, and never by itself: who
 * writes in another one is asked, once, in that one.
 */
final class Languages {

  private static final String OFFER = "common.language-offer";
  private static final String WHICH = "common.language-which";

  /** Fewer words may be of any language. */
  private static final int WORDS = 3;

  private final Understanding understanding;
  private final Wording wording;

  Languages(Understanding understanding, Wording wording) {
    this.understanding = understanding;
    this.wording = wording;
  }

  /** The language that a text is clearly in, if Doorstep speaks it. */
  private Optional<String> written(String text) {
    Language guess = understanding.language(text);
    return Optional.of(guess.tag())
        .filter(tag -> guess.sure() && wording.talk().languages().contains(tag));
  }

  /**
   * For what cannot wait until somebody has chosen: as they have just written, if that is clear.
   */
  Wording urgently(Draft draft, Person me, String text) {
    return written(text).map(wording::in).orElseGet(() -> wording.to(draft, me.id()));
  }

  /** Whether the whole message is a language's name, or picks an answer to the offer in words. */
  Optional<String> named(Person me, String text) {
    Optional<String> named = wording.in(me.language()).talk().languageNamed(text);
    return named.isPresent() ? named : offered(me, text).map(c -> chosen(c.tap(), me));
  }

  private Optional<Choice> offered(Person me, String text) {
    return me.offeredLanguages().stream()
        .flatMap(tag -> wording.in(tag).say(OFFER, tag, Map.of()).choices().stream())
        .filter(choice -> choice.label().equalsIgnoreCase(text))
        .findFirst();
  }

  private static String chosen(Tap tap, Person me) {
    return tap.choice().equals("no") ? me.language() : tap.about();
  }

  /** Whether a tap answers the offer, or picks from the list. */
  static boolean about(Tap tap) {
    return tap.flow().equals("common") && tap.state().startsWith("language-");
  }

  /** The language that a tap is for; empty where Doorstep does not speak it any more. */
  Optional<String> tapped(Person me, Tap tap) {
    return Optional.of(chosen(tap, me)).filter(wording.talk().languages()::contains);
  }

  /** From now on in that language, or still in the one it was. */
  void choose(Draft draft, Person me, String tag) {
    boolean other = !tag.equals(me.language());
    Person chosen = draft.person(me.id()).orElse(me).reading(tag);
    draft.put(chosen);
    String id = other ? "common.language-set" : "common.language-kept";
    draft.tell(me.id(), wording.to(draft, me.id()).say(id, Map.of("language", name(tag))), HOLD);
  }

  /** All languages, each by its own name. */
  void list(Draft draft, Person me) {
    List<String> tags = wording.talk().languages();
    List<Choice> choices = new ArrayList<>();
    for (String tag : tags) {
      choices.add(new Choice(new Tap("common", 1, "language-which", "this", tag), name(tag), null));
    }
    Wording theirs = wording.to(draft, me.id());
    // a number would be taken for an answer to the open question
    Utterance which =
        me.address().channel() == Channel.SMS
            ? theirs.say(WHICH, Map.of("list", names(tags)))
            : theirs.talk().choose(WHICH, Map.of(), choices);
    draft.tell(me.id(), which, HOLD);
  }

  private String names(List<String> tags) {
    return tags.stream().map(this::name).collect(Collectors.joining("\n"));
  }

  private String name(String tag) {
    return wording.talk().label("languages", tag);
  }

  /** Asks whether they would rather read what they have just written in. */
  void offer(Draft draft, Person sender, String text) {
    Optional<Person> known = draft.person(sender.id());
    if (known.isEmpty()) return;
    Person me = known.get();
    String read = wording.in(me.language()).talk().language();
    written(text)
        .filter(tag -> !tag.equals(read) && !me.offeredLanguages().contains(tag))
        .filter(tag -> text.strip().split("\\s+").length >= WORDS)
        .ifPresent(
            tag -> {
              draft.put(me.offered(tag));
              Utterance offer = wording.in(tag).say(OFFER, tag, Map.of());
              boolean sms = me.address().channel() == Channel.SMS;
              draft.tell(me.id(), sms ? Utterance.plain(offer.id(), offer.text()) : offer, DROP);
            });
  }
}
