package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.doorstep.help.Open;
import org.doorstep.people.Amendment;
import org.doorstep.people.Person;
import org.doorstep.people.Volunteering;
import org.doorstep.place.Place;
import org.doorstep.place.PlaceAnswer;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Tap;
import org.doorstep.understand.Intent;
import org.doorstep.understand.Offering;
import org.doorstep.understand.Understanding;
import org.jspecify.annotations.Nullable;

/**
 * A volunteer changes what they offer, in their own words or by an order. What may mean something
 * else is asked, and until they say yes nothing is changed.
 */
final class Amending {

  /** What waits for a yes: the words themselves, which are read once more then. */
  static final String QUESTION = "offering";

  /** An order that is not understood is an order only if it says hardly anything else. */
  private static final int FEW_WORDS = 4;

  private final Understanding understanding;
  private final Wording wording;
  private final Forms forms;

  Amending(Understanding understanding, Wording wording, Forms forms) {
    this.understanding = understanding;
    this.wording = wording;
    this.forms = forms;
  }

  /** The words that wait for a yes, if there are any. */
  static @Nullable String kept(@Nullable Conversation open) {
    return Relay.kept(open, QUESTION);
  }

  // ---- what they write

  /** Whether it is an order that is understood; if so it has been dealt with. */
  boolean ordered(Draft draft, Person me, String text) {
    Volunteering offer = me.volunteering();
    if (offer == null) return false;
    Offering said = read(me, text).filter(Offering::ordered).orElse(null);
    boolean inAForm = inAForm(draft.conversation(me));
    if (said == null) return false;
    switch (said) {
      case Offering.Changes changes when inAForm && !changes.sure() -> {
        return false;
      }
      case Offering.Changes changes -> change(draft, me, offer, text, changes, changes.sure());
      case Offering.Moves moves -> {
        if (inAForm || !(place(draft, text) instanceof PlaceAnswer.Found)) return false;
        moves(draft, me, offer, text);
      }
      case Offering.Unclear unclear -> {
        return false;
      }
    }
    forms.again(draft, draft.person(me.id()).orElse(me));
    return true;
  }

  private static boolean inAForm(@Nullable Conversation open) {
    return open != null && !open.flow().equals(Relay.FLOW);
  }

  /**
   * Whether it says what they offer, and nothing that is open is more likely meant; if so it has
   * been dealt with.
   */
  boolean said(Draft draft, Person me, String text, Intent intent) {
    Volunteering offer = me.volunteering();
    if (offer == null) return false;
    Offering said = read(me, text).orElse(null);
    boolean request = intent == Intent.REQUEST;
    return switch (said) {
      case null -> false;
      case Offering.Changes c -> {
        boolean asks = request && c.changes().stream().anyMatch(Amendment.Likes.class::isInstance);
        boolean sure = c.sure() && !asks && !busy(draft, me);
        yield (sure || !asks || c.sure()) && change(draft, me, offer, text, c, sure);
      }
      case Offering.Moves m -> !request && moves(draft, me, offer, text);
      case Offering.Unclear u when !meant(u, text, request) -> false;
      case Offering.Unclear u -> {
        tell(draft, me, unclear(u.topic()), Map.of());
        yield true;
      }
    };
  }

  /** The same for what answers no offer, whatever the words for yes and no in it. */
  boolean ofThemselves(Draft draft, Person me, String text, Intent intent) {
    return Mine.held(Mine.of(draft, me.id()), me).isEmpty()
        && read(me, text).filter(Offering::ofThemselves).isPresent()
        && said(draft, me, text, intent);
  }

  /** Every word of it is about what they offer. */
  boolean says(Person me, String text) {
    return me.volunteering() != null
        && read(me, text)
            .filter(
                said ->
                    switch (said) {
                      case Offering.Changes c -> true;
                      case Offering.Moves m -> false;
                      case Offering.Unclear u -> u.known();
                    })
            .isPresent();
  }

  private Optional<Offering> read(Person me, String text) {
    return understanding.offering(text, wording.in(me.language()).talk().language());
  }

  /** In capitals it is an order whatever follows; otherwise only if hardly anything does. */
  private static boolean meant(Offering.Unclear unclear, String text, boolean request) {
    String[] words = text.strip().split("\\s+");
    boolean capitals =
        words[0].equals(words[0].toUpperCase(Locale.ROOT))
            && !words[0].equals(words[0].toLowerCase(Locale.ROOT));
    if (!unclear.ordered()) return !request;
    return words.length <= FEW_WORDS && (capitals || !request);
  }

  private static String unclear(Offering.Topic topic) {
    return "unclear-" + topic.name().toLowerCase(Locale.ROOT);
  }

  /** Something is open to which it may be an answer. */
  private static boolean busy(Draft draft, Person me) {
    return !Mine.of(draft, me.id()).isEmpty()
        || draft.requests().stream()
            .anyMatch(r -> r instanceof Open && r.resident().equals(me.id()));
  }

  // ---- what becomes of it

  private boolean change(
      Draft draft,
      Person me,
      Volunteering offer,
      String text,
      Offering.Changes said,
      boolean sure) {
    Amended amended =
        Amended.of(wording.to(draft, me.id()), draft, me, understanding.needs(), said.changes());
    if (amended.offer() == null) {
      tell(draft, me, "none-left", Map.of());
      return true;
    }
    if (amended.offer().equals(offer) && !said.ordered()) {
      if (!sure) return false;
      tell(draft, me, "unchanged", Map.of());
    } else if (sure) {
      draft.put(me.offering(amended.offer()));
      tell(draft, me, "changed", Map.of("list", amended.lines()));
    } else {
      ask(draft, me, text, "ask", Map.of("list", amended.lines()));
    }
    return true;
  }

  private void ask(
      Draft draft, Person me, String text, String question, Map<String, String> values) {
    Relay.keep(draft, me.id(), QUESTION, text);
    Wording theirs = wording.to(draft, me.id());
    String about = about(draft.conversation(me));
    draft.tell(me.id(), theirs.say(OfferWords.FLOW + "." + question, about, values), HOLD);
  }

  /** A button of a question of before is for other words. */
  private static String about(@Nullable Conversation asked) {
    return asked == null ? "" : Long.toString(asked.since().toEpochMilli(), 36);
  }

  // ---- where they live

  private boolean moves(Draft draft, Person me, Volunteering offer, String text) {
    switch (place(draft, text)) {
      case PlaceAnswer.Found found when !draft.cell().area().covers(found.place()) ->
          tell(
              draft,
              me,
              "not-covered",
              Map.of(
                  "place",
                  found.place().rough(),
                  "neighbouring-groups",
                  draft.cell().neighbours()));
      case PlaceAnswer.Found found -> askWhether(draft, me, offer, text, found.place());
      case PlaceAnswer.Unreachable u ->
          draft.tell(me.id(), wording.to(draft, me.id()).say("common.place-unreachable"), HOLD);
      case PlaceAnswer.Several s -> tell(draft, me, unclear(Offering.Topic.HOME), Map.of());
      case PlaceAnswer.Unknown u -> tell(draft, me, unclear(Offering.Topic.HOME), Map.of());
    }
    return true;
  }

  private void askWhether(Draft draft, Person me, Volunteering offer, String text, Place place) {
    Map<String, String> values = new LinkedHashMap<>(Map.of("place", place.rough()));
    var other = draft.cell().groupFor(place);
    var own = draft.cell().group(offer.group()).orElse(other);
    if (!other.id().equals(own.id())) {
      values.put("group", own.name());
      values.put("other-group", other.name());
    }
    ask(draft, me, text, values.size() > 1 ? "ask-home-elsewhere" : "ask-home", values);
  }

  /** The first place in it that can be found. */
  private PlaceAnswer place(Draft draft, String text) {
    Map<String, PlaceAnswer> places = draft.dossier().answers().places();
    List<PlaceAnswer> named =
        understanding.placesIn(text).stream().filter(places::containsKey).map(places::get).toList();
    return named.stream()
        .filter(PlaceAnswer.Found.class::isInstance)
        .findFirst()
        .or(() -> named.stream().findFirst())
        .orElseGet(PlaceAnswer.Unknown::new);
  }

  // ---- what they answer

  /** Whether the words answer the question; if so it has been dealt with. */
  boolean typed(Draft draft, Person me, String text) {
    String words = kept(draft.conversation(me));
    if (words == null) return false;
    Optional<String> choice =
        wording.to(draft, me.id()).talk().answer(OfferWords.FLOW + ".ask", text);
    choice.ifPresent(answer -> answered(draft, me, words, answer));
    return choice.isPresent();
  }

  static boolean about(Tap tap) {
    return tap.flow().equals(OfferWords.FLOW);
  }

  void tapped(Draft draft, Person me, Tap tap) {
    Conversation open = draft.conversation(me);
    String words = kept(open);
    if (words != null && tap.about().equals(about(open))) {
      answered(draft, me, words, tap.choice());
    } else {
      draft.tell(me.id(), wording.to(draft, me.id()).say("common.closed"), HOLD);
      forms.again(draft, me);
    }
  }

  private void answered(Draft draft, Person me, String words, String choice) {
    draft.converse(me.id(), null);
    Volunteering offer = me.volunteering();
    Offering said = read(me, words).orElse(null);
    if (offer == null || said == null || !choice.equals("yes")) {
      tell(draft, me, "kept", Map.of());
      return;
    }
    switch (said) {
      case Offering.Changes changes -> change(draft, me, offer, words, changes, true);
      case Offering.Moves m
          when place(draft, words) instanceof PlaceAnswer.Found(Place place)
              && draft.cell().area().covers(place) -> {
        draft.put(me.offering(offer.livingAt(place)));
        tell(draft, me, "home-now", Map.of("place", place.rough()));
      }
      case Offering.Moves m -> moves(draft, me, offer, words);
      case Offering.Unclear u -> tell(draft, me, unclear(u.topic()), Map.of());
    }
  }

  private void tell(Draft draft, Person me, String id, Map<String, String> values) {
    Wording theirs = wording.to(draft, me.id());
    draft.tell(me.id(), theirs.say(OfferWords.FLOW + "." + id, values), HOLD);
  }
}
