package org.doorstep.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.bridge.Case;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;

/** What stands of a case in the channel of those who look at it. */
final class CasePost {

  private final Wording wording;
  private final CaseCard card;
  private final SealedCard sealedCard;

  CasePost(Wording wording) {
    this.wording = wording;
    this.card = new CaseCard(wording);
    this.sealedCard = new SealedCard(wording);
  }

  void first(Draft draft, Case opened, boolean urgent) {
    draft.say(
        new Outgoing.Post(
            draft.nextId(),
            channel(draft, opened),
            Cases.anchor(opened),
            cardOf(draft, opened),
            urgent,
            Set.of(opened.person())));
  }

  /** All that the link officers hear of a sealed case. */
  void noticed(Draft draft, Case sealed) {
    String notice = wording.toCell(draft).words(Calls.FLOW + ".notice", Map.of());
    draft.say(
        new Outgoing.Post(
            draft.nextId(),
            draft.cell().officersChannel(),
            "notice/" + sealed.id(),
            new Card(notice, List.of(), null, List.of()),
            false,
            Set.of()));
  }

  /** As it is now. */
  void again(Draft draft, Case theCase) {
    repost(draft, theCase, cardOf(draft, theCase), Set.of(theCase.person()));
  }

  /** With nobody's name and words; a sealed one never had any. */
  void bare(Draft draft, Case theCase) {
    Card bare = theCase.isSealed() ? sealedCard.of(draft, theCase) : card.bare(draft, theCase);
    repost(draft, theCase, bare, Set.of());
  }

  private void repost(Draft draft, Case theCase, Card now, Set<PersonId> about) {
    draft.say(
        new Outgoing.Repost(
            draft.nextId(), channel(draft, theCase), Cases.anchor(theCase), now, about));
  }

  /** A line of ours in its thread, with what a person wrote below it. */
  void threadLine(
      Draft draft, Case theCase, String id, @Nullable String quote, @Nullable String mention) {
    Wording officers = wording.toCell(draft);
    boolean sealed = theCase.isSealed();
    String line =
        sealed && id.equals("case.from-person")
            ? officers.words(Calls.FLOW + ".writes", Map.of())
            : officers.words(
                id,
                Map.of(
                    "name",
                    sealed
                        ? officers.words("privacy.the-person", Map.of())
                        : officers.name(draft, theCase.person())));
    draft.say(
        new Outgoing.InThread(
            draft.nextId(),
            channel(draft, theCase),
            Cases.anchor(theCase),
            line,
            quote,
            mention,
            mention != null,
            Set.of(theCase.person())));
  }

  private static String channel(Draft draft, Case theCase) {
    return Answering.of(draft.cell(), theCase).channel();
  }

  private Card cardOf(Draft draft, Case theCase) {
    return theCase.isSealed() ? sealedCard.of(draft, theCase) : card.of(draft, theCase);
  }
}
