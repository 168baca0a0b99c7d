package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.doorstep.cell.Group;
import org.doorstep.cell.Join;
import org.doorstep.people.Application;
import org.doorstep.people.Consent;
import org.doorstep.people.Invitation;
import org.doorstep.people.Person;
import org.doorstep.people.Purpose;
import org.doorstep.people.Volunteering;
import org.doorstep.place.Place;
import org.doorstep.talk.Tap;
import org.doorstep.talk.Turn;

/** Who becomes a volunteer by saying so, who waits for a lead's word, and who has to be invited. */
final class Joining {

  static final String WAITS = "waiting";

  /** As long as nobody has answered, it is looked at every day. */
  static final Duration DAY = Duration.ofHours(24);

  private static final String FORM = "join";
  private static final String JOINED = "join.joined";

  private final Wording wording;

  Joining(Wording wording) {
    this.wording = wording;
  }

  /** By which way they come to a group. */
  private enum Way {
    AT_ONCE,
    BY_A_LEAD,
    ONLY_INVITED
  }

  private static Way way(Draft draft, Person me, Group group, boolean invited) {
    Volunteering now = me.volunteering();
    boolean member = now != null && now.group().equals(group.id());
    if (member || draft.cell().leads(me.address(), group.id())) return Way.AT_ONCE;
    if (group.join() == Join.INVITATION && !invited) return Way.ONLY_INVITED;
    if (me.membership().removedFrom().contains(group.id())) return Way.BY_A_LEAD;
    return group.join() == Join.OPEN || invited ? Way.AT_ONCE : Way.BY_A_LEAD;
  }

  /** Which group an offer from there is for. */
  static Group groupFor(Draft draft, Place home) {
    Invitation invitation = draft.invitation();
    return Optional.ofNullable(invitation)
        .map(Invitation::group)
        .flatMap(draft.cell()::group)
        .orElseGet(() -> draft.cell().groupFor(home));
  }

  /**
   * They have said what they offer, or agreed to what a list says of it.
   *
   * @return whether they are a volunteer now; otherwise they have been told what comes
   */
  boolean offers(Draft draft, Person me, Volunteering offer) {
    Group group = draft.cell().group(offer.group()).orElseGet(() -> groupFor(draft, offer.home()));
    Way way = way(draft, me, group, draft.invitation() != null);
    boolean asked = draft.invitation() != null;
    draft.invitationOver();
    if (way != Way.ONLY_INVITED) noted(draft, me, asked ? "join.invited" : JOINED);
    switch (way) {
      case AT_ONCE -> enrol(draft, me, offer.in(group.id()));
      case BY_A_LEAD -> apply(draft, me, offer.in(group.id()));
      case ONLY_INVITED -> {
        draft.leaveUnsaid(JOINED);
        tell(draft, me, "members.by-invitation", group);
      }
    }
    return way == Way.AT_ONCE;
  }

  private void noted(Draft draft, Person me, String asked) {
    Consents.note(draft, wording, me.id(), Purpose.VOLUNTEERING, Consent.Answer.GIVEN, asked);
  }

  private static void enrol(Draft draft, Person me, Volunteering offer) {
    draft.put(me.offering(offer).standing(me.membership().welcome(offer.group())));
    draft.silence(new Alarm.Applied(me.id(), draft.now(), 0).key());
    draft.fact(new Fact.VolunteerJoined(me.id(), offer.group()));
  }

  /** A second time it stays where it is in the line. */
  private void apply(Draft draft, Person me, Volunteering offer) {
    Application before = me.membership().application();
    Instant since =
        before != null && before.offer().group().equals(offer.group()) ? before.since() : null;
    Application now = new Application(offer, since == null ? draft.now() : since);
    draft.put(me.standing(me.membership().applying(now)));
    draft.leaveUnsaid(JOINED);
    draft.cell().group(offer.group()).ifPresent(g -> tell(draft, me, "members.waiting", g));
    if (since != null) return;
    draft.fact(new Fact.VolunteerApplied(me.id(), offer.group()));
    draft.wake(
        new Alarm.Applied(me.id(), now.since(), 0),
        draft.cell().rules().quietHours().endAfter(draft.now(), draft.cell().zone()));
  }

  /** A lead has agreed, or nobody need agree any more. */
  void approved(Draft draft, Person who, Application application) {
    Volunteering offer = application.offer();
    enrol(draft, who, offer.joined(draft.now()));
    draft.cell().group(offer.group()).ifPresent(g -> tell(draft, who, "members.approved", g));
  }

  void refused(Draft draft, Person who, Application application) {
    over(draft, who, application, true);
    draft
        .cell()
        .group(application.offer().group())
        .ifPresent(g -> tell(draft, who, "members.refused", g));
  }

  private static void over(Draft draft, Person who, Application application, boolean refused) {
    draft.put(who.standing(who.membership().applying(null)));
    draft.silence(new Alarm.Applied(who.id(), draft.now(), 0).key());
    draft.fact(new Fact.ApplicationOver(who.id(), application.offer().group(), refused));
  }

  /** The policy may have changed while they waited, and the group may be gone. */
  Optional<Application> stillWaits(Draft draft, Person who) {
    Application waits = who.membership().application();
    if (waits == null) return Optional.empty();
    if (draft.cell().group(waits.offer().group()).isEmpty()) {
      String now = draft.cell().groupFor(waits.offer().home()).id();
      waits = new Application(waits.offer().in(now), waits.since());
      draft.put(who.standing(who.membership().applying(waits)));
    }
    Group group = draft.cell().group(waits.offer().group()).orElseThrow();
    if (way(draft, who, group, false) != Way.AT_ONCE) return Optional.of(waits);
    approved(draft, draft.person(who.id()).orElse(who), waits);
    return Optional.empty();
  }

  // ---- what they say while they wait

  /** Who wants no messages waits for none. */
  Person stops(Draft draft, Person me) {
    Application waits = me.membership().application();
    if (waits != null) over(draft, me, waits, false);
    return draft.person(me.id()).orElse(me);
  }

  /** They take it back, by whatever words. */
  boolean withdraws(Draft draft, Person me) {
    Application waits = me.membership().application();
    if (waits == null) return false;
    over(draft, me, waits, false);
    Consents.note(draft, wording, me.id(), Purpose.VOLUNTEERING, Consent.Answer.WITHDRAWN, JOINED);
    draft
        .cell()
        .group(waits.offer().group())
        .ifPresent(g -> tell(draft, me, "members.withdrawn", g));
    return true;
  }

  void tapped(Draft draft, Person me) {
    if (!withdraws(draft, me)) {
      draft.tell(me.id(), wording.to(draft, me.id()).say("common.closed"), HOLD);
    }
  }

  /** Whether the words take it back; if so it has been dealt with. */
  boolean typed(Draft draft, Person me, String text) {
    return me.membership().application() != null
        && !text.matches("\\P{L}*")
        && wording.to(draft, me.id()).talk().answer("members." + WAITS, text).isPresent()
        && withdraws(draft, me);
  }

  /** Whoever waits is told how it stands, when they ask once more or look at what is known. */
  boolean tellWaiting(Draft draft, Person me) {
    Application waits = me.membership().application();
    Group group = waits == null ? null : draft.cell().group(waits.offer().group()).orElse(null);
    if (waits == null || group == null) return false;
    Wording theirs = wording.to(draft, me.id());
    Map<String, String> values = values(draft, group);
    values.put("waiting", new Standing(theirs).ago(waits.since(), draft.now()));
    draft.tell(me.id(), theirs.say("members.waiting-still", "p", values), HOLD);
    return true;
  }

  /**
   * Nobody is asked five questions who waits for a word already, or could not join without being
   * invited; they are told how it stands.
   */
  boolean shut(Draft draft, Person me, Turn form) {
    boolean joins = form.next() != null && form.next().flow().equals(FORM);
    if (joins && tellWaiting(draft, me)) return true;
    if (!joins || me.volunteering() != null || draft.invitation() != null) return false;
    boolean shut =
        draft.cell().groups().stream()
            .allMatch(group -> way(draft, me, group, false) == Way.ONLY_INVITED);
    if (shut) tell(draft, me, "members.by-invitation", draft.cell().groups().getFirst());
    return shut;
  }

  static boolean about(Tap tap) {
    return tap.flow().equals(Members.FLOW) && tap.state().startsWith(WAITS);
  }

  private Map<String, String> values(Draft draft, Group group) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("group", group.name());
    values.put("lead", group.lead());
    values.put("coordinator", wording.coordinator(draft));
    return values;
  }

  private void tell(Draft draft, Person who, String id, Group group) {
    Wording theirs = wording.to(draft, who.id());
    draft.tell(who.id(), theirs.say(id, "p", values(draft, group)), HOLD);
  }
}
