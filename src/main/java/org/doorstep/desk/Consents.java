package org.doorstep.desk;

import org.doorstep.people.Consent;
import org.doorstep.people.Consent.Answer;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.people.Purpose;
import org.doorstep.talk.Talk;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what somebody said when they were asked whether they agree, in the commit of what
 * came of it: for what, in which words, when, and by which channel.
 */
final class Consents {

  private Consents() {}

  /** For no single request. */
  static void note(
      Draft draft, Wording wording, PersonId who, Purpose purpose, Answer answer, String asked) {
    note(draft, wording, who, purpose, answer, asked, null, null);
  }

  /**
   * @param asked the text that they had read, by its id
   * @param about the one request or arrangement that it is for
   * @param to who is to be told
   */
  static void note(
      Draft draft,
      Wording wording,
      PersonId who,
      Purpose purpose,
      Answer answer,
      String asked,
      @Nullable String about,
      @Nullable String to) {
    Talk theirs = wording.to(draft, who).talk();
    draft
        .person(who)
        .ifPresent(
            person ->
                draft.agreed(
                    who,
                    new Consent(
                        purpose,
                        answer,
                        asked + "#" + theirs.edition(asked),
                        theirs.language(),
                        person.address().channel(),
                        draft.now(),
                        about,
                        to)));
  }

  /** After everything else, so that nothing that was known before is put over it. */
  static void settle(Draft draft) {
    draft
        .agreed()
        .forEach(
            (who, all) -> {
              Person person = draft.person(who).orElse(null);
              if (person == null) return;
              for (Consent each : all) {
                person = person.agreeing(person.agreements().with(each));
                draft.fact(new Fact.Consented(who, each.purpose(), each.answer()));
              }
              draft.put(person);
            });
  }
}
