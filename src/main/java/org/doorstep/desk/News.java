package org.doorstep.desk;

import org.doorstep.people.Person;

/**
 * News of a job, of what was paid for one, or of what is lent, wherever it comes. In the middle of
 * a form it is heard where it answers nothing that is asked; the question is asked again, and what
 * they had begun to say stays begun.
 */
final class News {

  private final Forms forms;
  private final Replies replies;
  private final Paying paying;
  private final Keeping keeping;
  private final Proofs proofs;

  News(Forms forms, Replies replies, Paying paying, Keeping keeping, Proofs proofs) {
    this.forms = forms;
    this.replies = replies;
    this.paying = paying;
    this.keeping = keeping;
    this.proofs = proofs;
  }

  /** "Done" is news of a job. */
  boolean inAForm(Draft draft, Person me, Words words) {
    if (forms.answered(draft, me, words.text())) return false;
    boolean heard =
        (!words.danger()
                && (paying.heard(draft, me, words.text(), true)
                    || keeping.heard(draft, me, words.text())))
            || replies.ordered(draft, me, words.text());
    if (heard) forms.again(draft, draft.person(me.id()).orElse(me));
    return heard;
  }

  /** A picture beside it, or with hardly a word, is the receipt. */
  boolean ofMoney(Draft draft, Person me, Words words) {
    if (words.danger()) return false;
    boolean heard = paying.heard(draft, me, words.text(), false);
    boolean shown = (heard || Paying.few(words.text())) && proofs.shown(draft, me);
    return heard || shown;
  }

  /** A picture without words. */
  boolean shown(Draft draft, Person me) {
    boolean shown = proofs.shown(draft, me);
    if (shown) forms.again(draft, draft.person(me.id()).orElse(me));
    return shown;
  }
}
