package org.doorstep.redis;

import java.time.YearMonth;
import org.doorstep.bridge.CaseId;
import org.doorstep.cell.CellId;
import org.doorstep.desk.InboundId;
import org.doorstep.desk.OutgoingId;
import org.doorstep.desk.SlackRef;
import org.doorstep.help.ArrangementId;
import org.doorstep.help.RequestId;
import org.doorstep.help.ThingId;
import org.doorstep.people.PersonId;

/**
 * Every key of one cell, but for those in {@link DirectoryKeys} and {@link ListKeys}. All carry the
 * hash tag {@code {cell}}, so that one script may touch any of them, on a cluster too. With the
 * headers of the Lua scripts this is the manual of what is kept.
 *
 * <p>A <em>record</em> is a hash: {@code v} its revision (rises with every commit of the cell, so a
 * record that was deleted and came back is never taken for the old one), {@code d} its sealed JSON,
 * {@code o} whose key sealed it, {@code p} the people it names (opaque ids, separated by spaces),
 * {@code r} the request it is about.
 */
record Keys(CellId cell) {

  private byte[] key(String rest) {
    return of(cell, rest);
  }

  static byte[] of(CellId cell, String rest) {
    return Utf8.bytes("{" + cell.value() + "}:" + rest);
  }

  /** String. The fencing token: rises with each change of hands. */
  byte[] epoch() {
    return key("epoch");
  }

  /** String that expires. The instance that works the cell. */
  byte[] holder() {
    return key("holder");
  }

  /** String. The revision that the last commit gave to what it wrote. */
  byte[] revision() {
    return key("revision");
  }

  /**
   * Stream. What came in and is not done: {@code i} id, {@code l} lane (keyed hash), {@code o}
   * whose key, {@code s} sealed; or for an alarm {@code i}, {@code a} alarm, {@code t} due, in ms.
   */
  byte[] inbox() {
    return key("inbox");
  }

  /** Stream. What could not be handled, with {@code e} the class of the error. */
  byte[] parked() {
    return key("parked");
  }

  /**
   * String that expires. One inbound id, one effect: {@code in}, {@code done} or {@code parked}.
   */
  byte[] cause(InboundId id) {
    return key("cause:" + id);
  }

  /** Hash. Wrapped data keys by owner: a person's id, {@code @cell}, or {@code @once/…}. */
  byte[] keyRing() {
    return key("keys");
  }

  /** Hash. Which person another address of theirs stands for, both as keyed hashes. */
  byte[] aliases() {
    return key("aliases");
  }

  /** Set. The fields of {@link #aliases} that lead to a person. */
  byte[] known(PersonId person) {
    return key("known:" + person);
  }

  /** Record of a person. */
  byte[] person(PersonId person) {
    return key("person:" + person);
  }

  /** Sorted set, all scores 0. The volunteers of a group who may be written to. */
  byte[] members(String group) {
    return key("members:" + group);
  }

  /** Sorted set. The same by when they were asked last, or else joined, in minutes since 1970. */
  byte[] turns(String group) {
    return key("turns:" + group);
  }

  /** Sorted set. Who waits for the word of a group's lead, by since when, in minutes. */
  byte[] applied(String group) {
    return key("applied:" + group);
  }

  /** String, 2. That all volunteers who were known before are in those sets, and in homes. */
  byte[] rolled() {
    return key("rolled");
  }

  /**
   * Record of a person's open form; {@code w} is 1 where it is a question that came by itself, and
   * gives way to another.
   */
  byte[] talk(PersonId person) {
    return key("talk:" + person);
  }

  /** Record of what a person has begun to say. */
  byte[] thought(PersonId person) {
    return key("thought:" + person);
  }

  /**
   * Record that expires. What somebody may read of themselves once; {@code t}: digest of its key.
   */
  byte[] paper(PersonId person) {
    return key("paper:" + person);
  }

  /** Record of something that is given or lent. */
  byte[] thing(ThingId id) {
    return key("thing:" + id);
  }

  /**
   * Geo set, to about 100 m. Things of one kind that are on offer, so that they are found without
   * reading anybody's.
   */
  byte[] things(String kind) {
    return key("things:" + kind);
  }

  /** Record of a standing arrangement. */
  byte[] arrangement(ArrangementId id) {
    return key("arrangement:" + id);
  }

  /** Record of a request. */
  byte[] request(RequestId request) {
    return key("request:" + request);
  }

  /** Record of what those who run the groups have in hand. */
  byte[] office() {
    return key("office");
  }

  /** Record of who is off duty. */
  byte[] duty() {
    return key("duty");
  }

  /**
   * Record that expires. What was laid out in a group in a month, {@code group/2026-11}; it names
   * nobody but by an id.
   */
  byte[] expenses(String groupAndMonth) {
    return key("expenses:" + groupAndMonth);
  }

  /**
   * Stream that expires. Who had what to do with safeguarding cases in a month, the oldest first:
   * {@code f} sealed with the cell's key. Nothing of it is changed or taken away.
   */
  byte[] audit(YearMonth month) {
    return key("audit:" + month);
  }

  /** List. How many minutes a group's last requests waited until somebody said yes. */
  byte[] waits(String group) {
    return key("waits:" + group);
  }

  /** Hash that expires. A day's counts: numbers by {@code group|need|small area|what}. */
  byte[] counts(String day) {
    return key("counts:" + day);
  }

  /** Hash. By volunteer, sealed: group, small area, whether by car, a break until which minute. */
  byte[] homes() {
    return key("homes");
  }

  /** Record of a case. */
  byte[] caseOf(CaseId id) {
    return key("case:" + id);
  }

  /**
   * Sorted set, all scores 0, members {@code person:kind:id} with kind {@code REQUEST}, {@code
   * ARRANGEMENT}, {@code CASE} or {@code CLOSED} (a case). A group's requests that are not over,
   * and its arrangements, are linked as if {@code @group} was a person; all cases that are not over
   * as if {@code @} was one.
   */
  byte[] links() {
    return key("links");
  }

  /** Geo set. Volunteers by a position rounded to about 100 m. */
  byte[] geo() {
    return key("geo");
  }

  /**
   * Hash. By volunteer, minutes since 1970 of eight digits each, separated by blanks: when they
   * last helped (zeros: never), then when they were asked. Nothing else about anybody.
   */
  byte[] tallies() {
    return key("tallies");
  }

  /**
   * Hash. Who has a request: {@code state} open, claimed (won, not yet written), held, shut; {@code
   * round}; {@code holder}; and by {@code counted:…} what has been counted of it.
   */
  byte[] board(RequestId request) {
    return key("board:" + request);
  }

  /** Sorted set, all scores 0, members {@code person:request}: who holds how many. */
  byte[] holds() {
    return key("holds");
  }

  /**
   * Stream. What has to be sent: {@code i} id, {@code o} whose keys, outermost last, {@code s}
   * sealed.
   */
  byte[] outbox(boolean urgent) {
    return key(urgent ? "outbox:urgent" : "outbox");
  }

  /**
   * Hash that expires. How far a message got: {@code state}, {@code to}, {@code origin}, {@code
   * best}, {@code provider}.
   */
  byte[] sent(OutgoingId id) {
    return key("sent:" + id);
  }

  /**
   * Hash that expires. Free text that was tried, for the case that WhatsApp's window turns out to
   * be closed: as in the outbox, and {@code at} in ms.
   */
  byte[] tried(OutgoingId id) {
    return key("tried:" + id);
  }

  /**
   * List. Texts kept until a person writes: whose keys, a space-free list; where an officer's
   * message is relayed, a bar, its place, a bar and its anchor; then a blank, then the sealed text.
   */
  byte[] held(PersonId person) {
    return key("held:" + person);
  }

  /** String that expires. Where the post of an anchor stands: {@code channel/ts}. */
  byte[] anchor(String anchor) {
    return key("anchor:" + anchor);
  }

  /** String that expires. Which anchor the post at a place in Slack has. */
  byte[] thread(SlackRef post) {
    return key("thread:" + post.channel() + "/" + post.ts());
  }

  /** Sorted set. Keys of alarms by when they are due, in ms. */
  byte[] alarms() {
    return key("alarms");
  }

  /** Hash. What those alarms are. */
  byte[] alarmed() {
    return key("alarmed");
  }

  /** Stream. Facts, as JSON without personal data. */
  byte[] events() {
    return key("events");
  }
}
