package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.doorstep.bridge.Reason;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.When;
import org.doorstep.people.Availability;
import org.doorstep.people.Consent.Answer;
import org.doorstep.people.Guided;
import org.doorstep.people.Need;
import org.doorstep.people.Person;
import org.doorstep.people.Purpose;
import org.doorstep.people.Travel;
import org.doorstep.people.Volunteering;
import org.doorstep.talk.Choice;
import org.doorstep.talk.Known;
import org.doorstep.talk.SlotValue;
import org.doorstep.talk.Tap;
import org.doorstep.talk.Turn;
import org.jspecify.annotations.Nullable;

/** Does what a flow asks to be done: the whole list of {@code do:}. */
final class Commands {

  /** As the flows say: twelve hours. */
  private static final Duration ON_DUTY = Duration.ofHours(12);

  private final Wording wording;
  private final Cases cases;
  private final Openings openings;
  private final Residents residents;
  private final Farewell farewell;
  private final Languages languages;
  private final Giving giving;
  private final Guidance guidance;
  private final Joining joining;
  private final NearMe nearMe;
  private final RegularHelp regularHelp;
  private final Things things;
  private final Signposts signposts;
  private final Rights rights;

  Commands(
      Wording wording,
      Cases cases,
      Openings openings,
      Residents residents,
      Farewell farewell,
      Languages languages,
      Giving giving,
      Guidance guidance,
      Joining joining,
      NearMe nearMe,
      RegularHelp regularHelp,
      Things things,
      Signposts signposts,
      Rights rights) {
    this.wording = wording;
    this.cases = cases;
    this.openings = openings;
    this.residents = residents;
    this.farewell = farewell;
    this.languages = languages;
    this.giving = giving;
    this.guidance = guidance;
    this.joining = joining;
    this.nearMe = nearMe;
    this.regularHelp = regularHelp;
    this.things = things;
    this.signposts = signposts;
    this.rights = rights;
  }

  void carryOut(Draft draft, Person sender, Turn.Step.Do what) {
    String words = Asked.text(what.slots(), "words");
    Person me = draft.person(sender.id()).orElse(sender);
    switch (what.doing()) {
      case CREATE_REQUEST -> {
        draft.converse(me.id(), null);
        openings.open(draft, me, what.slots());
        agreed(draft, me, Purpose.HELPED, Answer.GIVEN, "request-help.confirm");
      }
      case CANCEL_REQUEST -> cancel(draft, me);
      case JOIN -> join(draft, me, what.slots());
      case HAND_OVER -> handOver(draft, me, words);
      case OPT_OUT -> {
        farewell.letGo(draft, me);
        Invitations.declines(draft, me);
        draft.put(joining.stops(draft, me).optedOut(true));
        draft.converse(me.id(), null);
        draft.fact(new Fact.OptedOut(me.id()));
        agreed(draft, me, Purpose.MESSAGES, Answer.WITHDRAWN, "common.stop");
      }
      case OPT_IN -> {
        draft.put(me.optedOut(false));
        draft.fact(new Fact.OptedIn(me.id()));
        agreed(draft, me, Purpose.MESSAGES, Answer.GIVEN, "common.start");
      }
      case PAUSE -> pause(draft, me, Asked.text(what.slots(), "number"));
      case RESUME -> resume(draft, me);
      case GO_ON_DUTY -> duty(draft, me, draft.now().plus(ON_DUTY), "common.on-duty");
      case GO_OFF_DUTY -> duty(draft, me, null, "common.off-duty");
      case PASS_JOB_ON -> {
        String name = Asked.text(what.slots(), "named");
        if (name != null) giving.give(draft, me, name);
      }
      case SHOW_MY_JOBS -> new MyJobs(wording).show(draft, me);
      case SHOW_NEAR_ME -> nearMe.show(draft, me);
      case SHOW_MY_PROFILE -> new Profile(wording).show(draft, me);
      case SHOW_MY_DATA -> rights.data(draft, me);
      case SHOW_PRIVACY -> rights.notice().show(draft, me);
      case SHOW_CONSENTS -> rights.consents(draft, me);
      case MUTE_BULLETINS -> bulletins(draft, me, false);
      case HEAR_BULLETINS -> bulletins(draft, me, true);
      case SHOW_REGULAR_HELP -> regularHelp.show(draft, me);
      case OFFER_THING -> things.offer(draft, me, what.slots());
      case SHOW_THINGS -> things.show(draft, me);
      case SHOW_DIRECTORY -> signposts.show(draft, me, Asked.text(what.slots(), "named"));
      case REPORT_ENTRY -> signposts.doubt(draft, me, Asked.text(what.slots(), "number"));
      case SHOW_GUIDE -> guidance.show(draft, me);
      case CHOOSE_LANGUAGE -> languages.list(draft, me);
      case ERASE_ME -> {
        Map<String, String> values = Map.of("coordinator", wording.coordinator(draft));
        draft.tell(me.id(), wording.to(draft, me.id()).say("common.forgotten", values), HOLD);
        new Homes(wording).wipe(draft, me);
        farewell.forget(draft, me.id());
      }
      case UNDO_LAST_ANSWER -> {
        // the engine undoes by itself
      }
    }
  }

  /** One open request is dropped; of several, the person says which. */
  void cancel(Draft draft, Person me) {
    List<HelpRequest> open =
        Parts.once(
            draft.requests().stream()
                .filter(r -> r.resident().equals(me.id()) && !r.over())
                .toList());
    Wording theirs = wording.to(draft, me.id());
    if (open.isEmpty()) {
      if (!joining.withdraws(draft, me)) tell(draft, me, "common.nothing-to-cancel");
    } else if (open.size() == 1) {
      residents.cancelled(draft, me, open.getFirst());
    } else {
      List<Choice> choices = new ArrayList<>();
      for (HelpRequest r : open) {
        choices.add(
            new Choice(
                new Tap("request-help", 1, "which", "cancel", JobRef.to(r).about()),
                theirs.need(r.particulars()),
                theirs.when(draft, r.particulars())));
      }
      draft.tell(
          me.id(), theirs.talk().choose("request-help.which-cancel", Map.of(), choices), HOLD);
    }
  }

  private void bulletins(Draft draft, Person me, boolean wanted) {
    draft.put(me.standing(me.membership().bulletins(wanted)));
    String said = wanted ? "members.bulletins-on" : "members.bulletins-off";
    agreed(draft, me, Purpose.BULLETINS, wanted ? Answer.GIVEN : Answer.WITHDRAWN, said);
    tell(draft, me, said);
  }

  private void agreed(Draft draft, Person me, Purpose purpose, Answer answer, String asked) {
    Consents.note(draft, wording, me.id(), purpose, answer, asked);
  }

  private void tell(Draft draft, Person me, String id) {
    draft.tell(me.id(), wording.to(draft, me.id()).say(id), HOLD);
  }

  private void join(Draft draft, Person me, Map<String, Known> slots) {
    if (!(known(slots, "place") instanceof SlotValue.At at)) return;
    String name = Asked.text(slots, "name");
    Person named = name == null ? me : me.named(name);
    Volunteering before = me.volunteering();
    Instant since = before == null ? draft.now() : before.joinedAt();
    String group = Joining.groupFor(draft, at.place()).id();
    draft.converse(me.id(), null);
    joining.offers(
        draft,
        named,
        new Volunteering(
            at.place(),
            Integer.parseInt(keys(slots, "reach").stream().findFirst().orElse("1500")),
            travel(slots),
            likes(slots),
            before == null ? Set.of() : before.badges(),
            group,
            since,
            null,
            before == null ? Availability.ALWAYS : before.availability(),
            before == null ? Set.of() : before.languages(),
            before == null ? Guided.NOT_YET : before.guided()));
  }

  private static Set<Travel> travel(Map<String, Known> slots) {
    Set<Travel> travel = EnumSet.noneOf(Travel.class);
    for (String key : keys(slots, "travel")) {
      travel.add(Travel.valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_')));
    }
    return travel;
  }

  private static Set<Need> likes(Map<String, Known> slots) {
    Set<Need> likes = new LinkedHashSet<>();
    for (String key : keys(slots, "likes")) if (!key.equals("anything")) likes.add(new Need(key));
    return likes;
  }

  private static List<String> keys(Map<String, Known> slots, String name) {
    return known(slots, name) instanceof SlotValue.Picked picked ? picked.keys() : List.of();
  }

  private static @Nullable SlotValue known(Map<String, Known> slots, String name) {
    Known known = slots.get(name);
    return known == null ? null : known.value();
  }

  private void handOver(Draft draft, Person me, @Nullable String words) {
    HelpRequest about =
        Relay.lines(draft, me.id()).stream()
            .findFirst()
            .or(
                () ->
                    draft.requests().stream()
                        .filter(r -> r.resident().equals(me.id()))
                        .filter(HelpRequest.Seeking.class::isInstance)
                        .findFirst())
            .orElse(null);
    cases.open(draft, Reason.ASKED_FOR_A_PERSON, me.id(), about, words);
    draft.put(me.quiet(true));
    draft.converse(me.id(), null);
  }

  /**
   * @param days how many, or null for until they say RESUME
   */
  private void pause(Draft draft, Person me, @Nullable String days) {
    if (me.volunteering() == null) {
      tell(draft, me, "common.not-volunteer");
      return;
    }
    draft.fact(new Fact.VolunteerPaused(me.id()));
    if (days == null) {
      draft.put(me.offering(me.volunteering().paused(Instant.MAX)));
      tell(draft, me, "common.paused");
    } else {
      Instant until = draft.now().plus(Duration.ofDays(Long.parseLong(days)));
      draft.put(me.offering(me.volunteering().paused(until)));
      LocalDate day = LocalDate.ofInstant(until, draft.cell().zone());
      Wording theirs = wording.to(draft, me.id());
      String named = theirs.talk().when(When.on(day), draft.now(), draft.cell().zone());
      draft.tell(me.id(), theirs.say("common.paused-until", Map.of("until", named)), HOLD);
    }
  }

  private void resume(Draft draft, Person me) {
    if (me.volunteering() == null) {
      tell(draft, me, "common.not-volunteer");
      return;
    }
    draft.put(me.offering(me.volunteering().paused(null)));
    draft.fact(new Fact.VolunteerResumed(me.id()));
    tell(draft, me, "common.resumed");
  }

  /**
   * @param until null for off duty
   */
  private void duty(Draft draft, Person me, @Nullable Instant until, String said) {
    Volunteering offer = me.volunteering();
    if (offer == null) {
      tell(draft, me, "common.not-volunteer");
      return;
    }
    draft.put(me.offering(offer.available(offer.availability().onDutyUntil(until))));
    tell(draft, me, said);
  }
}
