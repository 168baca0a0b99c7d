package org.doorstep.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.bridge.Audit;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Listed;
import org.doorstep.bridge.Listing;
import org.doorstep.bridge.ServiceId;
import org.doorstep.cell.ACell;
import org.doorstep.cell.Cell;
import org.doorstep.figures.Counts;
import org.doorstep.help.Arrangement;
import org.doorstep.help.ArrangementId;
import org.doorstep.help.Candidate;
import org.doorstep.help.ClaimAttempt;
import org.doorstep.help.ClaimOutcome;
import org.doorstep.help.Delivered;
import org.doorstep.help.Expenses;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Open;
import org.doorstep.help.RequestId;
import org.doorstep.help.Tally;
import org.doorstep.help.Thing;
import org.doorstep.help.ThingId;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Address;
import org.doorstep.people.Agreements;
import org.doorstep.people.Availability;
import org.doorstep.people.Invitation;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.people.Travel;
import org.doorstep.people.Volunteering;
import org.doorstep.place.Place;
import org.doorstep.place.PlaceAnswer;
import org.doorstep.place.Point;
import org.doorstep.place.Postcode;
import org.doorstep.talk.Choice;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;

/**
 * A street in memory: everything the desk decides is true at once, and alarms ring when time
 * passes.
 */
final class Street {

  static final Instant NOON = Instant.parse("2026-03-18T12:00:00Z");
  static final SlackRef THREAD = new SlackRef("C0OFFICERS", "1.0");

  final Cell cell;

  final Desk desk;
  final Map<PersonId, Person> people = new LinkedHashMap<>();
  final Map<RequestId, HelpRequest> requests = new LinkedHashMap<>();
  final Map<ArrangementId, Arrangement> arrangements = new LinkedHashMap<>();
  final Map<ThingId, Thing> things = new LinkedHashMap<>();
  final Map<String, Case> cases = new LinkedHashMap<>();
  final Map<PersonId, Conversation> conversations = new HashMap<>();
  final Map<PersonId, Paper> papers = new HashMap<>();
  final Map<PersonId, Thought> thoughts = new HashMap<>();
  final Map<String, Alarm.Set> alarms = new LinkedHashMap<>();
  final List<Outgoing> sent = new ArrayList<>();
  final Map<PersonId, Invitation> invited = new HashMap<>();
  final Set<PersonId> declined = new HashSet<>();
  final List<Dossier.Held> held = new ArrayList<>();
  final List<Fact> facts = new ArrayList<>();
  final List<Audit> audits = new ArrayList<>();
  final Map<PersonId, List<Instant>> asked = new HashMap<>();
  final Map<PersonId, Instant> helped = new HashMap<>();
  final Map<String, Expenses> expenses = new LinkedHashMap<>();
  final Map<String, Looked> pictures = new HashMap<>();
  final List<Listing> services = new ArrayList<>();
  final Set<ServiceId> doubted = new HashSet<>();
  Office office = Office.EMPTY;
  Duty duty = Duty.EVERYBODY;
  final List<Duration> waits = new ArrayList<>();
  final List<Change.Counted> counts = new ArrayList<>();
  Instant now = NOON;
  private final Set<OutgoingId> called = new HashSet<>();
  private int count;
  private @Nullable Place pin;
  private @Nullable PersonId ringsFor;

  /** Looks at what has just become true, after each decision. */
  Runnable afterEach = () -> {};

  /** Whose claim is won on the board and not yet written. */
  @Nullable PersonId unwritten;

  Street() {
    this(new Desk(new FakeTalk(), new FakeUnderstanding()));
  }

  Street(Desk desk) {
    this(desk, ACell.hydePark());
  }

  Street(Desk desk, Cell cell) {
    this.desk = desk;
    this.cell = cell;
  }

  // ---- who lives here

  PersonId resident(String name) {
    PersonId id = new PersonId(name);
    people.put(id, firstSeen(id, now));
    return id;
  }

  static Person firstSeen(PersonId id, Instant now) {
    return Person.firstSeen(id, Address.whatsapp("+44" + id.value()), "en", now);
  }

  /** Somebody with an address of their own. */
  PersonId writesFrom(String name, Address address) {
    PersonId id = new PersonId(name);
    Agreements told = Agreements.NONE.told(Notice.edition(cell));
    people.put(id, Person.firstSeen(id, address, "en", now).named(name).agreeing(told));
    return id;
  }

  PersonId volunteer(String name, int metresNorth) {
    PersonId id = resident(name);
    Point ednas = FakeTalk.EDNAS.point();
    Place home =
        new Place(
            "LS6 " + name,
            "LS6",
            new Point(ednas.latitude() + metresNorth / 111_195.0, ednas.longitude()),
            true);
    people.put(
        id,
        people
            .get(id)
            .named(name)
            .agreeing(Agreements.NONE.told(Notice.edition(cell)))
            .offering(
                new Volunteering(
                    home,
                    5000,
                    Set.of(Travel.ON_FOOT),
                    Set.of(),
                    Set.of(),
                    "hyde-park",
                    now,
                    null,
                    Availability.ALWAYS,
                    Set.of())));
    return id;
  }

  // ---- what happens

  void says(PersonId who, String text) {
    happens(new Inbound.Said(next(), now, sender(who), Content.text(text)), who);
  }

  void sends(PersonId who, Content content) {
    happens(new Inbound.Said(next(), now, sender(who), content), who);
  }

  /** Their message of so many ago reads differently. */
  void rewords(PersonId who, int ago, String text) {
    InboundId said = new InboundId("test/" + (count - ago));
    happens(new Inbound.Reworded(next(), now, sender(who), said, text), who);
  }

  void taps(PersonId who, HelpRequest request, String choice) {
    String tap =
        new org.doorstep.talk.Tap("job", 1, "offered", choice, JobRef.to(request).about())
            .encoded();
    happens(
        new Inbound.Said(next(), now, sender(who), new Content("", tap, null, null, List.of())),
        who);
  }

  /** An answer to the last message that offered it. */
  void picks(PersonId who, String choice) {
    Choice button =
        letters(who).reversed().stream()
            .flatMap(letter -> letter.utterance().choices().stream())
            .filter(c -> c.tap().choice().equals(choice))
            .findFirst()
            .orElseThrow();
    picks(who, button.tap(), button.label());
  }

  void picks(PersonId who, Tap tap) {
    picks(who, tap, "");
  }

  void picks(PersonId who, Tap tap, String label) {
    Content content = new Content(label, tap.encoded(), null, null, List.of());
    happens(new Inbound.Said(next(), now, sender(who), content), who);
  }

  void pins(PersonId who, Place place) {
    pin = place;
    Content.Pin sent = new Content.Pin(place.point(), null);
    happens(
        new Inbound.Said(next(), now, sender(who), new Content("", null, null, sent, List.of())),
        who);
    pin = null;
  }

  /** They look at their own page in Slack. */
  HomeTab opensHome(PersonId who) {
    happens(new Inbound.HomeOpened(next(), now, sender(who)), who);
    return home(who);
  }

  void handsIn(PersonId who, String tap, Map<String, List<String>> fields) {
    happens(new Inbound.HandedIn(next(), now, sender(who), tap, fields), who);
  }

  /** As it was last published. */
  HomeTab home(PersonId who) {
    return sent.stream()
        .filter(
            o -> o instanceof Outgoing.Home h && h.user().equals(people.get(who).address().value()))
        .map(o -> ((Outgoing.Home) o).tab())
        .toList()
        .getLast();
  }

  /** Their account in Slack is no more. */
  void leaves(String slackUser) {
    Inbound.Sender sender = new Inbound.Sender(Address.slack(slackUser), List.of(), null);
    apply(decide(dossier(null, null, null), new Inbound.Left(next(), now, sender)));
  }

  /** The cell's file. */
  void edited() {
    apply(decide(dossier(null, null, null), new Inbound.CellEdited(next(), now, List.of())));
  }

  void presses(String slackUser, String tap) {
    Inbound.Sender sender = new Inbound.Sender(Address.slack(slackUser), List.of(), null);
    PersonId id = new PersonId(slackUser);
    people.computeIfAbsent(id, i -> Person.firstSeen(i, sender.address(), "en", now));
    happens(new Inbound.Pressed(next(), now, sender, tap, THREAD, "trigger"), id);
  }

  /** Slack does not take what was to stand there. */
  void isNotPosted(String anchor) {
    apply(
        decide(
            dossier(null, anchor, null), new Inbound.Unposted(next(), now, anchor, "is_archived")));
  }

  void writesInThread(String slackUser, Case theCase, String text) {
    Inbound.Sender sender = new Inbound.Sender(Address.slack(slackUser), List.of(), null);
    Inbound.InThread written =
        new Inbound.InThread(
            next(), now, sender, THREAD, new SlackRef("C0OFFICERS", "2." + count), text, false);
    apply(decide(dossier(null, Cases.anchor(theCase), null), written));
  }

  /** Below the post of a referral. */
  void writesUnder(String slackUser, String anchor, String text) {
    Inbound.Sender sender = new Inbound.Sender(Address.slack(slackUser), List.of(), null);
    Inbound.InThread written =
        new Inbound.InThread(
            next(), now, sender, THREAD, new SlackRef("C0OFFICERS", "4." + count), text, false);
    apply(decide(dossier(null, anchor, null), written));
  }

  /** Below the post of a job, in the group's channel. */
  void writesBelow(String slackUser, HelpRequest request, String text) {
    Inbound.Sender sender = new Inbound.Sender(Address.slack(slackUser), List.of(), null);
    Inbound.InThread written =
        new Inbound.InThread(
            next(), now, sender, THREAD, new SlackRef("C0GROUP", "3." + count), text, false);
    apply(decide(dossier(null, Board.anchor(request), null), written));
  }

  void reported(OutgoingId id, DeliveryStatus status, Dossier.Sent sentBefore) {
    apply(
        decide(
            dossier(null, null, sentBefore), new Inbound.Reported(next(), now, id, status, null)));
  }

  void windowClosed(Dossier.Sent sentBefore) {
    apply(
        decide(
            dossier(null, null, sentBefore),
            new Inbound.Reported(next(), now, sentBefore.id(), DeliveryStatus.FAILED, "63016")));
  }

  private Inbound.Sender sender(PersonId who) {
    return new Inbound.Sender(people.get(who).address(), List.of(), null);
  }

  private InboundId next() {
    return new InboundId("test/" + ++count);
  }

  private void happens(Inbound inbound, PersonId who) {
    apply(decide(dossier(people.get(who), null, null), inbound));
  }

  /** Lets time pass; every alarm that is due rings in its order. */
  void passes(Duration time) {
    Instant until = now.plus(time);
    while (true) {
      Alarm.Set due =
          alarms.values().stream()
              .filter(a -> !a.at().isAfter(until))
              .min(Comparator.comparing(Alarm.Set::at))
              .orElse(null);
      if (due == null) break;
      if (due.at().isAfter(now)) now = due.at();
      alarms.remove(due.alarm().key());
      rings(due.alarm());
    }
    now = until;
  }

  /** An alarm that was in hand already. */
  void rings(Alarm alarm) {
    ringsFor = owner(alarm);
    apply(decide(dossier(alarm), new Inbound.Rang(next(), now, alarm)));
    ringsFor = null;
  }

  private Dossier dossier(Alarm alarm) {
    if (alarm instanceof Alarm.SaidAll all) return dossier(people.get(all.person()), null, null);
    if (alarm instanceof Alarm.HomeDue due) return dossier(people.get(due.person()), null, null);
    Conversation open =
        switch (alarm) {
          case Alarm.FormTimer timer -> conversations.get(timer.person());
          case Alarm.AskLater later -> conversations.get(later.person());
          case Alarm a -> null;
        };
    return dossier(null, open, null, null);
  }

  private Dossier dossier(Person sender, String anchor, Dossier.Sent sentBefore) {
    Conversation open = sender == null ? null : conversations.get(sender.id());
    return dossier(sender, open, anchor, sentBefore);
  }

  private Dossier dossier(
      Person sender, Conversation open, String anchor, Dossier.Sent sentBefore) {
    return new Dossier(
        cell,
        sender,
        open,
        sender == null ? null : thoughts.get(sender.id()),
        List.copyOf(requests.values()),
        List.copyOf(arrangements.values()),
        things(sender == null ? ringsFor : sender.id()),
        List.copyOf(cases.values()),
        people,
        sender == null ? List.of() : held,
        sender == null || !invited.containsKey(sender.id())
            ? null
            : new Dossier.Invited(sender.id(), invited.get(sender.id())),
        sentBefore,
        pin == null
            ? Answers.NONE
            : new Answers(Map.of(Enquiry.PlaceAt.KEY, new PlaceAnswer.Found(pin)), List.of()),
        anchor,
        Map.of(),
        duty);
  }

  /** As in the store: those in which somebody has a part. */
  private List<Thing> things(PersonId who) {
    return things.values().stream().filter(t -> t.parties().contains(who)).toList();
  }

  private static PersonId owner(Alarm alarm) {
    return switch (alarm) {
      case Alarm.ThingOffered a -> a.owner();
      case Alarm.ThingFree a -> a.owner();
      case Alarm.ThingOver a -> a.owner();
      case Alarm.Lent a -> a.owner();
      case Alarm.Late a -> a.volunteer();
      case Alarm.Turn a -> a.volunteer();
      case Alarm.Longer a -> a.owner();
      case Alarm a -> null;
    };
  }

  private List<Listed> listed(Enquiry.ServicesFor wanted) {
    return services.stream()
        .filter(wanted::means)
        .map(s -> new Listed(s, "leeds.csv", "e1", doubted.contains(s.id())))
        .toList();
  }

  private Decision.Settled decide(Dossier dossier, Inbound inbound) {
    Map<String, PlaceAnswer> places = new HashMap<>();
    List<Candidate> near = new ArrayList<>();
    List<HelpRequest> open = new ArrayList<>();
    List<HelpRequest> jobs = new ArrayList<>();
    List<Expenses> laidOut = new ArrayList<>();
    Looked looked = null;
    Answers found = Answers.NONE;
    for (Enquiry asked : desk.asks(dossier, inbound, now)) {
      switch (asked) {
        case Enquiry.PlaceNamed named -> places.put(named.text(), place(named.text()));
        case Enquiry.PlaceAt at ->
            places.put(Enquiry.PlaceAt.KEY, new PlaceAnswer.Found(FakeTalk.EDNAS));
        case Enquiry.VolunteersNear n -> people.values().forEach(p -> near.add(Candidate.fresh(p)));
        case Enquiry.OfficeNow o -> {}
        case Enquiry.PictureOf of ->
            looked = pictures.getOrDefault(of.picture(), new Looked.Away());
        case Enquiry.ExpensesOf of -> laidOut.addAll(expenses(of));
        case Enquiry.OpenIn in ->
            requests.values().stream()
                .filter(r -> !(r instanceof HelpRequest.Closed))
                .filter(r -> in.groups().contains(r.particulars().group()))
                .sorted(Comparator.comparing(r -> r.particulars().openedAt()))
                .forEach(open::add);
        case Enquiry.RegularIn in ->
            found =
                found.and(
                    Answers.regular(
                        arrangements.values().stream()
                            .filter(a -> in.groups().contains(a.wanted().group()))
                            .toList(),
                        List.of()));
        case Enquiry.JobNamed job -> {
          requests.values().stream()
              .filter(r -> job.groups().contains(r.particulars().group()))
              .filter(r -> meant(job, r))
              .forEach(jobs::add);
          if (job.volunteers()) people.values().forEach(p -> near.add(Candidate.fresh(p)));
        }
        case Enquiry.CasesNow c ->
            found =
                found.and(
                    Answers.cases(
                        cases.values().stream().filter(Case::isOpen).toList(), List.of()));
        case Enquiry.ThingsNear n ->
            found =
                found.and(
                    Answers.things(
                        things.values().stream()
                            .filter(t -> t.left() > 0 && n.kinds().contains(t.kind()))
                            .filter(t -> t.place().point().to(n.middle()).within(n.metres()))
                            .sorted(
                                Comparator.comparing(
                                    t -> t.place().point().to(n.middle()).metres()))
                            .toList(),
                        List.of(),
                        Map.of()));
        case Enquiry.OwnOf of ->
            found =
                found.and(
                    Answers.expenses(
                        expenses.values().stream().map(e -> e.laidOutBy(of.person())).toList(),
                        List.of(),
                        Map.of()));
        case Enquiry.Counted c ->
            found =
                found.and(
                    Answers.counts(
                        new Counts(
                            counts.stream()
                                .map(Change.Counted::count)
                                .filter(one -> !one.day().isBefore(c.from()))
                                .filter(one -> !one.day().isAfter(c.to()))
                                .toList())));
        case Enquiry.ServicesFor w -> found = found.and(Answers.services(listed(w)));
        case Enquiry.OfRoll of -> {
          found = found.and(new StreetRoll(this).answer(of.call()));
        }
        case Enquiry.VolunteersFor w ->
            people.values().forEach(p -> near.add(new Candidate(p, tally(p.id()))));
      }
    }
    Dossier full =
        dossier.with(
            new Answers(
                    places,
                    near,
                    open,
                    jobs,
                    List.of(),
                    office,
                    Map.of("hyde-park", waits),
                    laidOut,
                    looked,
                    Map.of())
                .and(found));
    return switch (desk.decide(full, inbound, now)) {
      case Decision.Settled settled -> settled;
      case Decision.Contested contested -> {
        Map<RequestId, ClaimOutcome> outcomes = new LinkedHashMap<>();
        contested.attempts().forEach(one -> outcomes.put(one.request(), outcome(one)));
        yield desk.conclude(full, inbound, outcomes, now);
      }
    };
  }

  private List<Expenses> expenses(Enquiry.ExpensesOf of) {
    return of.groups().stream()
        .flatMap(
            group ->
                of.months().stream()
                    .map(
                        month ->
                            expenses.getOrDefault(
                                group + "/" + month, Expenses.none(group, month))))
        .toList();
  }

  private boolean meant(Enquiry.JobNamed job, HelpRequest request) {
    return job.named().equals(request.id().value())
        || job.named().equals(request.id().reference())
        || (job.named().matches("[0-9]+")
            && office
                .numbered(job.lead(), Integer.parseInt(job.named()))
                .filter(request.id()::equals)
                .isPresent());
  }

  Tally tally(PersonId who) {
    long holds =
        requests.values().stream()
            .filter(r -> r instanceof HelpRequest.Claimed c && c.holder().equals(who))
            .count();
    return new Tally(asked.getOrDefault(who, List.of()), helped.get(who), (int) holds);
  }

  private static PlaceAnswer place(String text) {
    if (text.startsWith("ZZ")) return new PlaceAnswer.Unknown();
    if (text.startsWith("M1 ")) {
      return new PlaceAnswer.Found(new Place(text, "M1", new Point(53.48, -2.24), true));
    }
    return text.equals("Elmwood") || Postcode.parse(text).isPresent()
        ? new PlaceAnswer.Found(FakeTalk.EDNAS)
        : new PlaceAnswer.Unknown();
  }

  private ClaimOutcome outcome(ClaimAttempt attempt) {
    HelpRequest request = requests.get(attempt.request());
    long holding =
        requests.values().stream()
            .filter(
                r -> r instanceof HelpRequest.Claimed c && c.holder().equals(attempt.volunteer()))
            .count();
    if (unwritten != null) return new ClaimOutcome.TakenBy(unwritten);
    return switch (request) {
      case Open s when s.search().round() != attempt.round() -> new ClaimOutcome.NotOpen();
      case Open s when holding >= attempt.holdAtMost() ->
          new ClaimOutcome.AtCapacity(attempt.holdAtMost());
      case Open s -> new ClaimOutcome.Won();
      case WithOfficer w -> new ClaimOutcome.NotOpen();
      case HelpRequest.Claimed c when c.holder().equals(attempt.volunteer()) ->
          new ClaimOutcome.Won();
      case HelpRequest.Claimed c -> new ClaimOutcome.TakenBy(c.holder());
      case Delivered d -> new ClaimOutcome.NotOpen();
      case HelpRequest.Closed c -> new ClaimOutcome.NotOpen();
    };
  }

  private void apply(Decision.Settled settled) {
    for (Change change : settled.changes()) {
      switch (change) {
        case Change.ServiceDoubted c -> doubted.add(c.service());
        case Change.PersonIs p -> people.put(p.person().id(), p.person());
        case Change.ConversationIs c -> conversations.put(c.person(), c.conversation());
        case Change.QuestionIs q ->
            conversations.compute(
                q.person(),
                (who, open) -> open == null || Unbidden.waits(open) ? q.question() : open);
        case Change.ConversationOver c -> conversations.remove(c.person());
        case Change.ThoughtIs t -> thoughts.put(t.person(), t.thought());
        case Change.ThoughtOver t -> thoughts.remove(t.person());
        case Change.RequestIs r -> requests.put(r.request().id(), r.request());
        case Change.RequestGone r -> requests.remove(r.request());
        case Change.ArrangementIs a -> arrangements.put(a.arrangement().id(), a.arrangement());
        case Change.ArrangementGone a -> arrangements.remove(a.arrangement());
        case Change.ThingIs t -> things.put(t.thing().id(), t.thing());
        case Change.ThingGone t -> things.remove(t.last().id());
        case Change.CaseIs c -> cases.put(c.theCase().id().value(), c.theCase());
        case Change.CaseGone c -> cases.remove(c.last().id().value());
        case Change.PaperIs p -> papers.put(p.person(), p.paper());
        case Change.PersonGone p -> people.remove(p.person());
        case Change.InvitationOver i -> invited.remove(i.under());
        case Change.Invited i -> invited.put(new PersonId(i.address().value()), i.invitation());
        case Change.Declined d -> declined.add(d.person());
        case Change.HeldSaid h -> {}
        case Change.Audited a -> audits.add(a.entry());
        case Change.OfficeIs o -> office = o.office();
        case Change.DutyIs d -> duty = d.duty();
        case Change.ExpensesAre e ->
            expenses.put(e.expenses().group() + "/" + e.expenses().month(), e.expenses());
        case Change.Waited w -> waits.add(w.time());
        case Change.Counted c -> {
          boolean again = c.of() != null && counts.stream().anyMatch(o -> o.sameAs(c));
          if (!again) counts.add(c);
        }
        case Change.VolunteersAsked a ->
            a.people().forEach(p -> asked.computeIfAbsent(p, k -> new ArrayList<>()).add(now));
        case Change.VolunteerHelped v -> helped.put(v.person(), now);
      }
    }
    settled.silenced().forEach(alarms::remove);
    for (Alarm.Set a : settled.alarms()) {
      if (a.alarm().stays()) alarms.putIfAbsent(a.alarm().key(), a);
      else alarms.put(a.alarm().key(), a);
    }
    facts.addAll(settled.facts());
    // as the outbox does: what is called the same goes out once
    settled.says().stream().filter(say -> called.add(say.id())).forEach(sent::add);
    afterEach.run();
  }

  // ---- what was seen

  /** The ids of what one person was told, in order. */
  List<String> told(PersonId who) {
    return letters(who).stream().map(l -> l.utterance().id()).toList();
  }

  List<Outgoing.ToPerson> letters(PersonId who) {
    return sent.stream()
        .filter(o -> o instanceof Outgoing.ToPerson p && p.to().equals(who))
        .map(Outgoing.ToPerson.class::cast)
        .toList();
  }

  /** The ids of the lines in Slack threads, with their values. */
  List<String> lines() {
    return sent.stream()
        .filter(Outgoing.InThread.class::isInstance)
        .map(o -> ((Outgoing.InThread) o).text())
        .toList();
  }

  /** The post in a channel that was last written or changed. */
  Card card() {
    Outgoing last =
        sent.stream()
            .filter(o -> o instanceof Outgoing.Post || o instanceof Outgoing.Repost)
            .toList()
            .getLast();
    return last instanceof Outgoing.Post post ? post.card() : ((Outgoing.Repost) last).card();
  }

  HelpRequest theRequest() {
    return requests.values().iterator().next();
  }

  Case theCase() {
    return cases.values().iterator().next();
  }
}
