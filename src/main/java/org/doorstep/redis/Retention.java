package org.doorstep.redis;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long each kind of what is kept stays, by which rule, and what is left of it once its person
 * is forgotten. All of {@link Keys}, {@link DirectoryKeys}, {@link ListKeys} and {@link SpaceKeys}
 * is in here, by the names of its methods; the table in {@code deploy/privacy/retention.md} is made
 * from it.
 */
enum Retention {
  PEOPLE(
      "Somebody: where they write from, name, language, last place, what they offer, what they"
          + " agreed to",
      "`privacy: keep-people-for` after they last wrote, if they have nothing with us and do not"
          + " volunteer",
      Left.NOTHING,
      "person",
      "known",
      "aliases"),
  KEYS(
      "The key with which all of that is sealed", "as long as the person", Left.NOTHING, "keyRing"),
  FORMS("A form that is half filled in", "3 days after the last answer", Left.NOTHING, "talk"),
  THOUGHTS("A message of which more may come", "a few seconds", Left.NOTHING, "thought"),
  REQUESTS(
      "What somebody asked for, with their words and the address",
      "`rules: keep-closed-for` after it is over",
      Left.NOTHING,
      "request",
      "board",
      "holds"),
  ARRANGEMENTS("Help each time", "until somebody ends it", Left.NOTHING, "arrangement"),
  THINGS(
      "A thing on offer, or lent",
      "`rules: things: keep-for`, or until it is back",
      Left.NOTHING,
      "thing",
      "things"),
  CASES(
      "What an officer or a partner looks after, with the words that led to it",
      "`privacy: keep-cases-for` after it is closed; then the post in Slack loses name and words",
      Left.NOTHING,
      "caseOf"),
  LINKS("Who has to do with what, by ids", "as long as those", Left.NOTHING, "links"),
  PAPERS("The file of MY DATA", "an hour, or until it was read", Left.NOTHING, "paper"),
  LISTED(
      "Whom a lead has put on a list",
      "`rules: keep-invited-for`, or until they answer",
      Left.NOTHING,
      "invited",
      "lists"),
  WHERE("Roughly where volunteers are", "as long as they volunteer", Left.NOTHING, "geo"),
  ROLLS(
      "Which volunteers a group has, by ids, and when each was asked",
      "as long as they volunteer",
      Left.NOTHING,
      "members",
      "turns",
      "applied",
      "tallies"),
  HOMES(
      "In which small area a volunteer is counted, and whether they drive",
      "as long as they volunteer",
      Left.NOTHING,
      "homes"),
  HELD(
      "A message that waits until its reader writes",
      "as long as the reader",
      Left.NOTHING,
      "held"),
  ALARMS("What is to be done later, by ids", "until then", Left.NOTHING, "alarms", "alarmed"),
  DECLINED(
      "Who is not to be invited again: an id and nothing else",
      "until they join by themselves",
      Left.AN_ID,
      "declined"),
  INBOX("Messages that came and wait to be read", "seconds", Left.UNREADABLE, "inbox"),
  OUTBOX(
      "Messages that wait to be sent",
      "seconds; hours when a provider is away",
      Left.UNREADABLE,
      "outbox"),
  ASIDE(
      "Messages that wait for a Slack workspace or channel that is away",
      "until that is back; 180 days at most",
      Left.UNREADABLE,
      "aside"),
  TRIED("Free text that WhatsApp may yet refuse", "an hour", Left.UNREADABLE, "tried"),
  EXPENSES(
      "What a volunteer laid out: an amount, a kind of help, an id; no name, no receipt",
      "`rules: keep-expenses-for`, from the end of the month",
      Left.AN_ID,
      "expenses"),
  AUDIT(
      "Who looked at a safeguarding case, and when: no words, no name; which case, by an id",
      "`rules: keep-audit-for`, from the end of the month",
      Left.AN_ID,
      "audit"),
  SENT("How far a message got, by ids", "7 days", Left.AN_ID, "sent"),
  EVENTS("What happened, by ids, without words", "400 days", Left.AN_ID, "events"),
  PARKED(
      "That a message could not be read: an id and the kind of mistake",
      "until somebody has looked",
      Left.AN_ID,
      "parked"),
  POSTS(
      "Which post in Slack belongs to which job or case, by ids",
      "180 days",
      Left.AN_ID,
      "anchor",
      "thread"),
  CAUSES("That a message was dealt with: its id at Twilio or Slack", "7 days", Left.AN_ID, "cause"),
  OFFICE(
      "Which numbers were on a lead's last board, by ids",
      "until the next board",
      Left.AN_ID,
      "office"),
  DUTY(
      "Which officers are off duty, until when, and who stands in: Slack ids",
      "until they are back; that somebody has left Slack, for good",
      Left.OFFICERS,
      "duty"),
  COUNTS(
      "How much was asked for and taken, as numbers by day, need and small area",
      "`rules: figures: keep-for`",
      Left.NOT_PERSONAL,
      "counts"),
  WAITS("How long requests waited, in minutes", "the last ones", Left.NOT_PERSONAL, "waits"),
  DIRECTORY(
      "Services and shops, which are public",
      "until the next import",
      Left.NOT_PERSONAL,
      "directory",
      "edition",
      "doubts"),
  ASIDES(
      "Which Slack workspaces and channels are away, and since when",
      "until they are back",
      Left.NOT_PERSONAL,
      "asides"),
  WORKSPACES(
      "Which Slack workspaces have let Doorstep in, with the token of each, sealed",
      "the token until it counts no more",
      Left.NOT_PERSONAL,
      "workspace"),
  USED("That a page for installing was used", "20 minutes", Left.NOT_PERSONAL, "used"),
  WORK(
      "Who works the cell, and how far it is",
      "always",
      Left.NOT_PERSONAL,
      "epoch",
      "holder",
      "revision",
      "rolled");

  /** What of it is left once its person is forgotten. */
  enum Left {
    /** It is deleted. */
    NOTHING("it is deleted"),
    /** Its key is destroyed; it goes by itself. */
    UNREADABLE("nobody can read it any more, and it goes by itself"),
    /** An id that leads to nobody. */
    AN_ID("an id that leads to nobody, until its time is over"),
    /** It is about those who work with us, by the cell's file, and not about who is helped. */
    OFFICERS("it stays: it is about officers, whom the cell's file names"),
    NOT_PERSONAL("nothing in it is about anybody");

    private final String words;

    Left(String words) {
      this.words = words;
    }
  }

  private final String what;
  private final String until;
  private final Left left;
  private final String keys;

  Retention(String what, String until, Left left, String... keys) {
    this.what = what;
    this.until = until;
    this.left = left;
    this.keys = String.join(" ", keys);
  }

  /** The methods of {@link Keys} or {@link SpaceKeys} that name it. */
  List<String> keys() {
    return List.of(keys.split(" "));
  }

  Left left() {
    return left;
  }

  /** As a table in Markdown. */
  static String table() {
    return Stream.concat(
            Stream.of("| what | how long | after FORGET ME |", "|---|---|---|"),
            Stream.of(values())
                .map(r -> "| %s | %s | %s |".formatted(r.what, r.until, r.left.words)))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
