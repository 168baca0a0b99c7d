package org.doorstep.desk;

import org.doorstep.people.Person;
import org.doorstep.talk.Conversation;

/**
 * News of a job, or of what was paid for one, wherever it comes. In the middle of a form it is heard
 * where it answers nothing that is asked; the question is asked again, and what they had begun to
 * say stays begun.
 */
final class News {

  private final Forms forms;
  private final Replies replies;
  private final Paying paying;

  News(Forms forms, Replies replies, Paying paying) {
    this.forms = forms;
    this.replies = replies;
    this.paying = paying;
  }

  /** "Done" is news of a job. */
  boolean inAForm(Draft draft, Person me, Words words) {
    if (forms.answered(draft, me, words.text())) return false;
    boolean heard =
        (!words.danger() && paying.heard(draft, me, words.text(), true))
            || replies.ordered(draft, me, words.text());
    if (heard) forms.again(draft, draft.person(me.id()).orElse(me));
    return heard;
  }

  boolean ofMoney(Draft draft, Person me, Words words) {
    return !words.danger() && paying.heard(draft, me, words.text(), false);
  }
}
