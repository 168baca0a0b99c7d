package org.doorstep.talk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.help.When;
import org.jspecify.annotations.Nullable;

/** Everything Doorstep can say, and how its forms are filled in. */
public interface Talk {

  /**
   * The same in another language, by its BCP 47 tag. A text that the language lacks is English, and
   * so is everything for a language that Doorstep does not speak; {@code pl-PL} is {@code pl}.
   */
  Talk in(String language);

  /** The tag of the language that this one speaks. */
  String language();

  /** The tags of all languages, English first. */
  List<String> languages();

  /** The language that a whole message asks for: "polski", "in English please". */
  Optional<String> languageNamed(String text);

  /**
   * A message of a flow, by its id.
   *
   * @param id a state ({@code job.offered}, with its choices) or an entry of the flow's {@code
   *     messages} ({@code job.taken})
   * @param about what its taps are about; empty where it has none
   * @param values for the braces in its text; a value that is missing leaves its line out
   */
  Utterance say(String id, String about, Map<String, String> values);

  /**
   * What a form asks for one of its slots, and all that may be picked, for a form that is shown
   * whole. The taps of its choices say which key is meant, and are never sent out.
   */
  Question question(String flow, String slot);

  /** A fingerprint of how a message reads in this language; another text has another one. */
  String edition(String id);

  /** Whether there is a message of that id. */
  boolean knows(String id);

  /** A message whose choices are known only now: "which of these do you mean?". */
  Utterance choose(String id, Map<String, String> values, List<Choice> choices);

  /** A time in words, as seen from {@code now}: "tomorrow morning". */
  String when(When when, Instant now, ZoneId zone);

  /** A short text that is not a message by itself: a button's confirmation, a label on a card. */
  String words(String id, Map<String, String> values);

  /** A key of a vocabulary in words: {@code label("needs", "food-parcel")}. */
  String label(String vocabulary, String key);

  /** The tap that stands for one answer to a message; for {@link #choose}. */
  Tap tap(String id, String choice, String about);

  /**
   * Which of a message's answers a text is: its label, its number, "yes" where it asks yes or no.
   */
  Optional<String> answer(String id, String text);

  /** The command that a whole message is, if it is one: {@code stop}, {@code my-jobs}. */
  Optional<String> interrupt(String text);

  /** What stands for the {@code *} where a whole message is that order: "Amy" of "assign Amy". */
  Optional<String> named(String command, String text);

  /** The order to a group that a whole message is, whoever may give it. */
  Optional<LeadsOrder> leadsOrder(String text);

  /** What WhatsApp has to approve, as far as it is wholly in this language. */
  List<TemplateText> templates();

  /** Begins a form; what {@code heard} already says is not asked again. */
  Turn begin(String flow, Heard heard, Setting setting);

  /** The next turn: interrupts first, then the open question, then every other slot. */
  Turn hear(@Nullable Conversation conversation, Heard heard, Setting setting);

  /**
   * Whether a text is complete by itself: an answer to the open question (a label, a number, yes, a
   * postcode), an order, the words that begin a form. Whatever more may follow to is not.
   */
  boolean answered(@Nullable Conversation conversation, String text, Setting setting);

  /**
   * When a conversation goes on by itself if nothing is heard until then.
   *
   * @param after only timers that ring later than this
   */
  Optional<Instant> rings(Conversation conversation, Instant after);

  /** What happens by itself because nothing was heard; nothing where no timer is due. */
  Turn rang(Conversation conversation, Setting setting);

  /** The open question once more; nothing where none is open. */
  Turn again(Conversation conversation, Setting setting);
}
