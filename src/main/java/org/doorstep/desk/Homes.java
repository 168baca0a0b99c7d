package org.doorstep.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.doorstep.help.Candidate;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.Kept;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Channel;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.people.Volunteering;
import org.doorstep.talk.Utterance;

/**
 * The page that everybody has in Slack: their jobs, what they do each time, what they give, lend
 * and have borrowed, what is open near them, when they may be asked, and for those who run a group
 * who is waiting. It is put together afresh each time, from what is true then. No name of a
 * resident stands on it but of whoever has borrowed its reader's own, no address, nobody's own
 * words.
 */
final class Homes {

  static final String FLOW = "home";

  /** So many jobs of each kind; the rest is counted. */
  static final int SHOWN = 10;

  /** What changes in quick succession is shown once. */
  private static final Duration SHORTLY = Duration.ofSeconds(1);

  private final Wording wording;

  Homes(Wording wording) {
    this.wording = wording;
  }

  /** What has to be looked up for somebody's page. */
  static List<Enquiry> asks(Dossier dossier, Inbound inbound) {
    Person me = dossier.sender();
    if (me != null && Caseworker.of(dossier.cell(), me).isPresent()) {
      return CaseworkerHome.asks(dossier);
    }
    boolean sees =
        me != null
            && (me.volunteering() != null || Lead.of(dossier.cell(), inbound, me).isPresent());
    return sees ? List.of(NearMe.asks(dossier.cell())) : List.of();
  }

  /** They look at it. Whose page follows what happens with all cases has to be known. */
  void opened(Draft draft, Person me) {
    if (Caseworker.of(draft.cell(), me).isPresent()) draft.put(me);
    publish(draft, me);
  }

  /** Something on their page has changed. */
  void due(Draft draft) {
    Person sender = draft.dossier().sender();
    if (sender != null) publish(draft, sender);
  }

  /** They look at it, or something on it has changed. */
  void publish(Draft draft, Person me) {
    publish(draft, me, CaseworkerHome.From.THE_BEGINNING);
  }

  /**
   * @param from where the lists of whoever looks at cases go on
   */
  void publish(Draft draft, Person me, CaseworkerHome.From from) {
    if (me.address().channel() != Channel.SLACK) return;
    Wording theirs = wording.in(me.language());
    List<HomeTab.Part> parts = new ArrayList<>();
    Set<PersonId> about = new LinkedHashSet<>();
    Optional<Lead> lead = Lead.of(draft.cell(), draft.cause(), me);
    Optional<Caseworker> worker = Caseworker.of(draft.cell(), me);
    worker.ifPresent(w -> parts.addAll(new CaseworkerHome(wording).of(draft, w, from)));
    if (me.optedOut()) parts.add(part(theirs.say("common.opted-out")));
    else if (me.volunteering() == null && lead.isEmpty() && worker.isEmpty())
      parts.add(part(theirs.say("home.welcome")));
    askedFor(draft, theirs, me).ifPresent(parts::add);
    Volunteering offer = me.volunteering();
    if (!me.optedOut()) {
      if (offer != null) parts.addAll(jobs(draft, theirs, me));
      parts.addAll(RegularAtHome.of(draft, theirs, me, about));
      parts.addAll(ThingsAtHome.of(draft, theirs, me, about));
    }
    if (offer != null && !me.optedOut()) {
      parts.addAll(near(draft, theirs, me));
      parts.add(availability(draft, theirs, offer));
      parts.add(offer(draft, theirs, me, offer));
    }
    lead.ifPresent(l -> parts.addAll(board(draft, theirs, l, about)));
    parts.add(plain(theirs.words("home.as-of", Map.of("time", theirs.clock(draft, draft.now())))));
    // somebody who has only looked has no key of their own, and nothing of theirs is shown
    if (me.lastInboundAt() != null) about.add(me.id());
    draft.say(
        new Outgoing.Home(
            draft.nextId(), me.address().value(), new HomeTab(me.language(), parts), about));
  }

  /** Nothing of theirs stays where they can still look. */
  void wipe(Draft draft, Person me) {
    if (me.address().channel() != Channel.SLACK) return;
    HomeTab.Part gone = plain(wording.in(me.language()).words("home.gone", Map.of()));
    draft.say(
        new Outgoing.Home(
            draft.nextId(),
            me.address().value(),
            new HomeTab(me.language(), List.of(gone)),
            Set.of()));
  }

  // ---- what stands on it

  private static Optional<HomeTab.Part> askedFor(Draft draft, Wording theirs, Person me) {
    List<HelpRequest> asked =
        Parts.once(
                draft.requests().stream()
                    .filter(r -> r.resident().equals(me.id()) && !(r instanceof HelpRequest.Closed))
                    .toList())
            .stream()
            .limit(SHOWN)
            .toList();
    return asked.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new HomeTab.Part(
                theirs.words("home.asked-for", Map.of()), theirs.lines(draft, asked), List.of()));
  }

  private static List<HomeTab.Part> jobs(Draft draft, Wording theirs, Person me) {
    List<HomeTab.Part> parts = new ArrayList<>();
    parts.add(heading(theirs, "home.jobs"));
    draft.requests().stream()
        .flatMap(job -> mine(draft, theirs, me, job).stream())
        .limit(SHOWN)
        .forEach(parts::add);
    if (parts.size() == 1) parts.add(plain(theirs.words("home.jobs-none", Map.of())));
    return parts;
  }

  private static Optional<HomeTab.Part> mine(
      Draft draft, Wording theirs, Person me, HelpRequest job) {
    PersonId id = me.id();
    return Optional.ofNullable(
            switch (job) {
              case HelpRequest.Claimed c when c.holder().equals(id) -> "held";
              case HelpRequest.Claimed c when id.equals(c.offeredTo()) -> "offered";
              case Kept k when k.volunteer().equals(id) -> "offered";
              case Delivered d when d.holder().equals(id) -> "delivered";
              case Delivered d -> null;
              case HelpRequest.Closed c -> null;
              case InTriage t -> null;
              case WithOfficer w -> null;
              case HelpRequest r when r.standby().holds(id) -> "standing-by";
              case HelpRequest r -> null;
            })
        .map(
            how -> {
              Map<String, String> values = new LinkedHashMap<>(theirs.open(draft, job));
              values.put("place-in-line", Integer.toString(job.standby().placeOf(id)));
              return part(theirs.say("home." + how, JobRef.to(job).about(), values));
            });
  }

  private static List<HomeTab.Part> near(Draft draft, Wording theirs, Person me) {
    List<HomeTab.Part> parts = new ArrayList<>();
    parts.add(heading(theirs, "home.near"));
    List<Near> near =
        Near.of(draft, me).stream().filter(one -> !one.job().standby().holds(me.id())).toList();
    for (Near one : near.stream().limit(SHOWN).toList()) {
      String about = JobRef.to(one.job()).about();
      parts.add(part(theirs.say(Near.OFFER, about, one.values(theirs, draft))));
    }
    if (near.isEmpty()) parts.add(plain(theirs.words("home.near-none", Map.of())));
    more(theirs, "home.near-more", near.size()).ifPresent(parts::add);
    return parts;
  }

  private static HomeTab.Part availability(Draft draft, Wording theirs, Volunteering offer) {
    Instant paused = offer.pausedUntil();
    Instant duty = offer.availability().onDutyUntil();
    Map<String, String> values = new LinkedHashMap<>();
    String how = "at-usual-times";
    if (paused != null && !offer.availableAt(draft.now())) {
      how = "paused";
      if (!paused.equals(Instant.MAX)) values.put("until", theirs.clock(draft, paused));
    } else if (duty != null && offer.availability().onDuty(draft.now())) {
      how = "on-duty";
      values.put("until", theirs.clock(draft, duty));
    }
    Utterance said = theirs.say("home." + how, values);
    return new HomeTab.Part(
        theirs.words("home.availability", Map.of()), said.text(), said.choices());
  }

  private static HomeTab.Part offer(Draft draft, Wording theirs, Person me, Volunteering offer) {
    String about = OfferForm.about(offer, theirs.talk());
    return part(theirs.say("home.offer", about, new OfferWords(theirs).all(draft, me, offer)));
  }

  /** By their letters, since the numbers belong to the board that they were last sent. */
  private static List<HomeTab.Part> board(
      Draft draft, Wording theirs, Lead lead, Set<PersonId> about) {
    List<HelpRequest> open =
        draft.dossier().answers().open().stream()
            .filter(job -> !job.over() && lead.groupIds().contains(job.particulars().group()))
            .toList();
    List<HomeTab.Part> parts = new ArrayList<>();
    String heading = theirs.words("home.board", Map.of("group", lead.groupNames()));
    parts.add(new HomeTab.Part(heading, "", List.of()));
    for (HelpRequest job : open.stream().limit(SHOWN).toList()) {
      parts.add(plain(theirs.words("home.board-line", ToLead.values(theirs, draft, job))));
      job.parties().stream().filter(p -> !p.equals(job.resident())).forEach(about::add);
    }
    if (open.isEmpty()) parts.add(plain(theirs.words("home.board-none", Map.of())));
    more(theirs, "home.board-more", open.size()).ifPresent(parts::add);
    parts.add(part(theirs.say("home.board-orders")));
    return parts;
  }

  private static Optional<HomeTab.Part> more(Wording theirs, String id, int all) {
    return all <= SHOWN
        ? Optional.empty()
        : Optional.of(plain(theirs.words(id, Map.of("more", Integer.toString(all - SHOWN)))));
  }

  private static HomeTab.Part heading(Wording theirs, String id) {
    return new HomeTab.Part(theirs.words(id, Map.of()), "", List.of());
  }

  private static HomeTab.Part plain(String text) {
    return new HomeTab.Part(null, text, List.of());
  }

  private static HomeTab.Part part(Utterance said) {
    return new HomeTab.Part(null, said.text(), said.choices());
  }

  // ---- when it changes

  /** The pages on which this decision can be seen are put together again, shortly. */
  static void changed(Draft draft) {
    OfficersPages.changed(draft);
    Set<PersonId> seen = new LinkedHashSet<>(RegularAtHome.changed(draft));
    for (HelpRequest job : draft.changedRequests()) {
      seen.addAll(job.parties());
      draft.dossier().request(job.id().value()).ifPresent(was -> seen.addAll(was.parties()));
    }
    if (!seen.isEmpty()) seen.addAll(draft.told());
    seen.addAll(ThingsAtHome.changed(draft));
    Person sender = draft.dossier().sender();
    if (sender != null && offersOtherwise(draft, sender)) seen.add(sender.id());
    for (PersonId id : seen) {
      if (onSlack(draft, id)) draft.wake(new Alarm.HomeDue(id), draft.now().plus(SHORTLY));
    }
  }

  private static boolean offersOtherwise(Draft draft, Person before) {
    return draft
        .person(before.id())
        .filter(
            now ->
                now.optedOut() != before.optedOut()
                    || !now.language().equals(before.language())
                    || !Objects.equals(now.volunteering(), before.volunteering()))
        .isPresent();
  }

  private static boolean onSlack(Draft draft, PersonId id) {
    if (draft.isForgotten(id)) return false;
    return draft
        .person(id)
        .or(
            () ->
                draft.dossier().answers().volunteers().stream()
                    .map(Candidate::person)
                    .filter(person -> person.id().equals(id))
                    .findFirst())
        .filter(person -> person.address().channel() == Channel.SLACK)
        .isPresent();
  }
}
