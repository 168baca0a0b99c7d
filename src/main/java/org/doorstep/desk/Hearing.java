package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorstep.people.Invitation;
import org.doorstep.people.Person;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Talk;
import org.doorstep.talk.Tap;
import org.doorstep.understand.Intent;
import org.doorstep.understand.Reading;
import org.doorstep.understand.Understanding;

/**
 * What a person wrote or tapped, in the order in which it is looked at: danger, commands, the
 * officer's open line, taps, jobs, forms.
 */
final class Hearing {

  private static final Set<String> EVEN_IF_STOPPED = Set.of("start", "stop", "forget-me");

  private static final Set<String> DROPPING = Set.of("stop", "cancel", "restart", "forget-me");

  private final Understanding understanding;
  private final Wording wording;
  private final Forms forms;
  private final Orders orders;
  private final Tapping tapping;
  private final Replies replies;
  private final Relay relay;
  private final Languages languages;
  private final Here here;
  private final Thoughts thoughts;
  private final Dangers dangers;
  private final Invitations invitations;
  private final Amending amending;
  private final OfferOrMessage offerOrMessage;
  private final OpenQuestions questions;
  private final News news;
  private final Cautions cautions;

  Hearing(
      Understanding understanding,
      Wording wording,
      Forms forms,
      Orders orders,
      Tapping tapping,
      Replies replies,
      Relay relay,
      Languages languages,
      Here here,
      Thoughts thoughts,
      Dangers dangers,
      Invitations invitations,
      Amending amending,
      OfferOrMessage offerOrMessage,
      OpenQuestions questions,
      News news,
      Cautions cautions) {
    this.understanding = understanding;
    this.wording = wording;
    this.forms = forms;
    this.orders = orders;
    this.tapping = tapping;
    this.replies = replies;
    this.relay = relay;
    this.languages = languages;
    this.here = here;
    this.thoughts = thoughts;
    this.dangers = dangers;
    this.invitations = invitations;
    this.amending = amending;
    this.offerOrMessage = offerOrMessage;
    this.questions = questions;
    this.news = news;
    this.cautions = cautions;
  }

  void said(Draft draft, Person sender, Inbound.Said said) {
    Person me = here.noted(draft, sender, said.sender());
    if (cautions.answered(draft, me, said)) return;
    Content content = said.content();
    Words words = Words.of(draft.thought(me.id()), content.text().strip(), false);
    if (Masking.hidCardOrAccount(content.text())) {
      draft.tell(me.id(), wording.to(draft, me.id()).say("common.masked-card"), HOLD);
    }
    boolean ours = ours(draft, me, content);
    boolean danger =
        !ours && dangers.advise(draft, me, words, () -> answer(draft, me, words.text()));
    if (!ours && cautions.heard(draft, me, words, danger)) return;
    heard(draft, me, content, new Words(words.before(), words.text(), words.danger() || danger));
    if (content.tap() == null && !danger) offerLanguage(draft, me, words);
  }

  /** They have paused: all of their thought is one message. */
  void saidAll(Draft draft, Alarm.SaidAll alarm) {
    Person me = draft.dossier().sender();
    Thought thought = me == null ? null : Thoughts.rang(draft, me, alarm);
    if (me == null || thought == null) return;
    draft.think(me.id(), null);
    Words words = new Words("", thought.text(), thought.danger());
    heard(draft, me, Content.text(thought.text()), words);
    if (!thought.danger()) offerLanguage(draft, me, words);
  }

  /** A message that was heard already stays heard. */
  void reworded(Draft draft, Person me, Inbound.Reworded changed) {
    Thought open = draft.thought(me.id());
    if (open == null || !open.holds(changed.said())) return;
    boolean danger =
        dangers.advise(
            draft, me, new Words("", changed.text().strip(), open.danger()), () -> false);
    thoughts.reworded(draft, me, changed, danger);
  }

  /** A button's label, or an order and nothing more, are our own words: they tell of nothing. */
  private boolean ours(Draft draft, Person me, Content content) {
    if (content.tap() != null) return Tap.decode(content.tap()).isPresent();
    Talk talk = wording.to(draft, me.id()).talk();
    String text = content.text().strip();
    return talk.interrupt(text).filter(order -> talk.named(order, text).isEmpty()).isPresent();
  }

  private boolean answer(Draft draft, Person me, String text) {
    return wording.to(draft, me.id()).talk().interrupt(text).isPresent()
        || forms.answered(draft, me, text)
        || Mine.answered(wording.to(draft, me.id()).talk(), draft, me.id(), text)
        || amending.says(me, text);
  }

  private void offerLanguage(Draft draft, Person me, Words words) {
    boolean quiet = draft.person(me.id()).map(Person::quietUntilReleased).orElse(true);
    if (!quiet && draft.thought(me.id()) == null && !me.optedOut())
      languages.offer(draft, me, words.whole());
  }

  private void heard(Draft draft, Person me, Content content, Words words) {
    Wording theirs = wording.to(draft, me.id());
    String text = words.text();
    Optional<String> command =
        theirs.talk().interrupt(text).filter(c -> !c.equals(Giving.ORDER) || Giving.may(draft, me));
    if (me.optedOut()
        && command.filter(EVEN_IF_STOPPED::contains).isEmpty()
        && !askedWhetherToForget(draft, me)) {
      draft.think(me.id(), null);
      if (!words.danger()) draft.tell(me.id(), theirs.say("common.opted-out"), HOLD);
      return;
    }
    Optional<String> language =
        content.tap() == null ? languages.named(me, text) : Optional.empty();
    if (text.isEmpty() && content.tap() == null && content.pin() == null) {
      unsupported(draft, settled(draft, me), content);
    } else if (language.isPresent()) {
      tapping.speak(draft, settled(draft, me), language.get());
    } else if (orders.given(draft, me, content)) {
      Person now = settled(draft, me);
      orders.obey(draft, now, content);
      forms.again(draft, now);
    } else if (command.isPresent() && content.tap() == null) {
      boolean drops = DROPPING.contains(command.get());
      if (drops) drop(draft, me);
      forms.hear(draft, drops ? me : settled(draft, me), content, null);
    } else if (content.tap() != null) {
      tapping.tapped(draft, settled(draft, me), content);
    } else if (me.quietUntilReleased() && relay.toOfficer(draft, me, words.whole(), content)) {
      // an officer has the line; the bot keeps quiet
      draft.think(me.id(), null);
    } else if (words.danger() || !words.before().isEmpty() || !amending.ordered(draft, me, text)) {
      wrote(draft, me, content, words);
    }
  }

  /** Order is kept: what they had begun to say is heard before what does not wait. */
  private Person settled(Draft draft, Person me) {
    Thought open = draft.thought(me.id());
    if (open == null) return me;
    draft.think(me.id(), null);
    boolean toOfficer = me.quietUntilReleased() && relay.toOfficer(draft, me, open.text());
    boolean asks = !open.danger() || ForNeighbours.asks(reading(draft, open.text()));
    if (!toOfficer && asks) forms.hear(draft, me, Content.text(open.text()), null);
    return draft.person(me.id()).orElse(me);
  }

  private static void drop(Draft draft, Person me) {
    draft.think(me.id(), null);
    Conversation open = draft.conversation(me);
    if (open != null && open.flow().equals(Relay.FLOW)) draft.converse(me.id(), null);
  }

  private static boolean askedWhetherToForget(Draft draft, Person me) {
    return Optional.ofNullable(draft.conversation(me))
        .filter(o -> asksWhetherToForget(o))
        .isPresent();
  }

  static boolean asksWhetherToForget(Conversation open) {
    return open.state().equals("forget-me");
  }

  private void unsupported(Draft draft, Person me, Content content) {
    if (relay.fileToOfficer(draft, me, content) || news.shown(draft, me)) return;
    String id =
        content.attachments().isEmpty()
            ? "common.empty"
            : "common.media-" + content.attachments().getFirst().name().toLowerCase(Locale.ROOT);
    draft.tell(me.id(), wording.to(draft, me.id()).say(id), HOLD);
    forms.again(draft, me);
  }

  private void wrote(Draft draft, Person me, Content content, Words words) {
    Conversation form = draft.conversation(me);
    if (form != null && !form.flow().equals(Relay.FLOW)) {
      if (forms.saysWhich(draft, me, words.text())) draft.think(me.id(), null);
      else if (!news.inAForm(draft, me, words)) toForm(draft, me, content, words);
      return;
    }
    if (news.ofMoney(draft, me, words)) return;
    if (questions.answered(draft, me, words)) return;
    if (form != null) draft.converse(me.id(), null);
    if (!words.danger() && understanding.spare(words.whole()).isPresent()) {
      spares(draft, me, content, words);
      return;
    }
    Reading reading = reading(draft, words.whole());
    Invitation invitation = Invitations.listed(draft.invitation());
    if (words.danger() && !ForNeighbours.asks(reading)) {
      if (!thoughts.kept(draft, me, content, words)) draft.think(me.id(), null);
    } else if (!words.danger()
        && amending.ofThemselves(draft, me, words.whole(), reading.intent())) {
      draft.think(me.id(), null);
    } else if (replied(draft, me, words, reading)) {
      draft.think(me.id(), null);
    } else if (!words.danger() && amending.said(draft, me, words.whole(), reading.intent())) {
      draft.think(me.id(), null);
    } else if (reading.intent() == Intent.OFFER && me.volunteering() != null) {
      draft.think(me.id(), null);
      String group = draft.cell().groupFor(me.volunteering().home()).name();
      draft.tell(
          me.id(), wording.to(draft, me.id()).say("join.already", Map.of("group", group)), HOLD);
    } else if (invitation != null && reading.intent() != Intent.REQUEST) {
      draft.think(me.id(), null);
      invitations.ask(draft, me, invitation, words.whole());
    } else {
      toForm(draft, me, content, words);
    }
  }

  private void spares(Draft draft, Person me, Content content, Words words) {
    if (!OfferOrMessage.may(draft, me)) {
      toForm(draft, me, content, words);
    } else if (!thoughts.kept(draft, me, content, words)) {
      draft.think(me.id(), null);
      offerOrMessage.ask(draft, me, words.whole());
    }
  }

  /**
   * What was begun may have been small talk. Where it asks for something, a volunteer's reply is
   * taken by itself, and what they ask for goes to a form after it.
   */
  private boolean replied(Draft draft, Person me, Words words, Reading reading) {
    boolean danger = words.danger();
    if (words.before().isEmpty()) {
      return replies.understood(draft, me, words.text(), reading, danger);
    }
    boolean asks = asks(draft, me, words.before());
    if (!asks && replies.understood(draft, me, words.whole(), reading, danger)) return true;
    if (asks && me.volunteering() == null) return false;
    Reading alone = reading(draft, words.text());
    if (!replies.understood(draft, me, words.text(), alone, danger)) return false;
    if (asks && draft.conversation(me) == null) {
      forms.hear(draft, me, Content.text(words.before()), null);
    }
    return true;
  }

  private void toForm(Draft draft, Person me, Content content, Words words) {
    if (thoughts.kept(draft, me, content, words)) return;
    draft.think(me.id(), null);
    boolean begins =
        draft.conversation(me) == null
            && forms.answered(draft, me, words.text())
            && !asks(draft, me, words.before());
    forms.hear(draft, me, content.saying(begins ? words.text() : words.whole()), null);
  }

  private boolean asks(Draft draft, Person me, String text) {
    Reading reading = reading(draft, text);
    boolean offers = reading.intent() == Intent.OFFER && me.volunteering() == null;
    return !text.isEmpty() && (offers || ForNeighbours.asks(reading));
  }

  private Reading reading(Draft draft, String text) {
    return understanding.read(text, draft.now().atZone(draft.cell().zone()));
  }
}
