package org.doorstep.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.doorstep.help.ClaimOutcome;
import org.doorstep.help.RequestId;
import org.doorstep.people.Person;
import org.doorstep.talk.Talk;
import org.doorstep.understand.Understanding;

/** The one place where it is decided what an inbound leads to. Pure: the same in, the same out. */
public final class Desk {

  private final Hearing hearing;
  private final Preparing preparing;
  private final Presses presses;
  private final Threads threads;
  private final Receipts receipts;
  private final Waves waves;
  private final Others others;
  private final Silences silences;
  private final Promotions promotions;
  private final Reminders reminders;
  private final Residents residents;
  private final Triage triage;
  private final Occasions occasions;
  private final Arrangements arrangements;
  private final ThingWatch thingWatch;
  private final Cases cases;
  private final Farewell farewell;
  private final Forms forms;
  private final Members members;
  private final Here here;
  private final Homes homes;
  private final Editors editors;
  private final Neighbours neighbours;
  private final HandedForms handedForms;
  private final Signposts signposts;

  public Desk(Talk talk, Understanding understanding) {
    Wording wording = new Wording(talk);
    Board board = new Board(wording);
    cases = new Cases(wording);
    signposts = new Signposts(understanding, wording);
    Owners owners = new Owners(understanding, wording, board);
    waves = new Waves(wording, board, cases, owners, signposts);
    others = new Others(wording);
    Holders holders = new Holders(wording);
    Turns turns = new Turns(wording, board, waves);
    Guidance guidance = new Guidance(wording);
    HandOvers handOvers = new HandOvers(wording, board, holders, turns, guidance);
    Giving giving = new Giving(wording, handOvers);
    Leads leads = new Leads(wording, board, turns);
    Regular regular = new Regular(wording);
    Missed missed = new Missed(cases, regular);
    Crews crews = new Crews(wording, turns, waves);
    Jobs jobs =
        new Jobs(
            wording, board, others, turns, handOvers, holders, guidance, missed, regular, crews);
    Setbacks setbacks =
        new Setbacks(wording, board, cases, turns, handOvers, holders, missed, crews);
    silences = new Silences(wording, jobs, missed);
    promotions = new Promotions(wording, jobs, turns);
    reminders = new Reminders(cases);
    Intake intake = new Intake(wording);
    residents = new Residents(wording, board, turns, handOvers, regular);
    PassingOn passingOn = new PassingOn(wording, cases, residents);
    triage = new Triage(wording, board, cases, turns, waves, passingOn);
    Openings openings = new Openings(understanding, triage, intake);
    occasions = new Occasions(wording, regular, board, turns, holders, residents, crews);
    RegularHelp regularHelp = new RegularHelp(wording, regular, jobs, residents);
    arrangements = new Arrangements(wording, regular, regularHelp);
    Stock stock = new Stock(wording);
    Loans loans = new Loans(wording, stock);
    Lending lending = new Lending(wording, stock);
    Keeping keeping = new Keeping(understanding, wording, lending);
    Things things = new Things(wording, jobs, loans, keeping);
    thingWatch = new ThingWatch(owners, loans, lending);
    farewell =
        new Farewell(jobs, turns, handOvers, residents, regularHelp, new LeftBehind(wording));
    Relay relay = new Relay(wording, cases, holders);
    Languages languages = new Languages(understanding, wording);
    Joining joining = new Joining(wording);
    NearMe nearMe = new NearMe(wording);
    Commands commands =
        new Commands(
            wording,
            cases,
            openings,
            residents,
            farewell,
            languages,
            giving,
            guidance,
            joining,
            nearMe,
            regularHelp,
            things,
            signposts);
    Invitations invitations = new Invitations(wording, joining);
    forms = new Forms(wording, commands, new Repeats(wording, openings, relay), invitations);
    Edits edits = new Edits(understanding, wording, board, holders, turns);
    neighbours = new Neighbours(wording, board, turns);
    JobOrders jobOrders =
        new JobOrders(
            wording,
            leads,
            residents,
            new AskingOthers(wording, board, jobs, residents, turns),
            edits,
            neighbours,
            new Levels(wording, triage, residents));
    members = new Members(wording, joining, farewell);
    Orders orders =
        new Orders(
            wording, new Overview(wording), jobOrders, intake, new LedgerOrders(wording), members);
    Under18 under18 = new Under18(understanding, wording, cases, farewell, joining);
    MovingIn movingIn = new MovingIn(wording, cases);
    preparing =
        new Preparing(
            new Lookups(understanding, wording, orders, nearMe, signposts, under18),
            waves,
            leads,
            thingWatch);
    NewOrMessage newOrMessage = new NewOrMessage(wording, forms, relay);
    OfferOrMessage offerOrMessage = new OfferOrMessage(wording, forms, relay);
    Replies replies =
        new Replies(
            understanding,
            wording,
            jobs,
            setbacks,
            new Arrivals(understanding, wording, residents),
            relay,
            newOrMessage);
    Accounts accounts = new Accounts(wording, board, holders);
    Paying paying = new Paying(understanding, wording, accounts, relay);
    Taps taps =
        new Taps(
            wording,
            jobs,
            holders,
            setbacks,
            giving,
            residents,
            relay,
            newOrMessage,
            forms,
            paying);
    Amending amending = new Amending(understanding, wording, forms);
    Tapping tapping =
        new Tapping(
            wording,
            languages,
            intake,
            orders,
            invitations,
            arrangements,
            things,
            amending,
            offerOrMessage,
            passingOn,
            movingIn,
            new HomeTaps(wording, forms, commands, orders),
            taps,
            forms);
    receipts = new Receipts(wording);
    Dangers dangers = new Dangers(understanding, wording, cases, languages);
    here = new Here(receipts);
    homes = new Homes(wording);
    editors = new Editors(wording);
    handedForms =
        new HandedForms(
            wording, dangers, forms, taps, relay, new PaidForm(wording, dangers, accounts, relay));
    hearing =
        new Hearing(
            understanding,
            wording,
            forms,
            orders,
            tapping,
            replies,
            relay,
            languages,
            here,
            new Thoughts(forms),
            dangers,
            invitations,
            amending,
            offerOrMessage,
            new OpenQuestions(
                orders,
                intake,
                newOrMessage,
                offerOrMessage,
                arrangements,
                things,
                amending,
                invitations,
                passingOn,
                movingIn,
                nearMe,
                tapping),
            new News(forms, replies, paying, keeping, new Proofs(wording)),
            new Cautions(
                understanding,
                wording,
                cases,
                under18,
                movingIn,
                guidance,
                new Called(wording, cases)));
    presses =
        new Presses(
            wording, jobs, cases, residents, new Deciding(wording, board, jobs, turns, triage));
    threads = new Threads(wording, cases, leads);
  }

  public List<Enquiry> asks(Dossier dossier, Inbound inbound, Instant now) {
    return preparing.asks(dossier, inbound, now);
  }

  public Decision decide(Dossier dossier, Inbound inbound, Instant now) {
    return draft(dossier, inbound, now, Map.of()).decision();
  }

  /** The rest of a contested decision, once it is known who came first. */
  public Decision.Settled conclude(
      Dossier dossier, Inbound inbound, Map<RequestId, ClaimOutcome> outcomes, Instant now) {
    return draft(dossier, inbound, now, outcomes).settled();
  }

  private Draft draft(
      Dossier dossier, Inbound inbound, Instant now, Map<RequestId, ClaimOutcome> outcomes) {
    Draft draft = new Draft(dossier, inbound, now, outcomes);
    Person sender = dossier.sender();
    switch (inbound) {
      case Inbound.Said said when sender != null -> hearing.said(draft, sender, said);
      case Inbound.Pressed pressed when sender != null -> presses.pressed(draft, sender, pressed);
      case Inbound.Reworded reworded when sender != null ->
          hearing.reworded(draft, sender, reworded);
      case Inbound.HomeOpened o when sender != null -> homes.publish(draft, sender);
      case Inbound.HandedIn form when sender != null ->
          handedForms.handed(draft, here.noted(draft, sender, form.sender()), form);
      case Inbound.Said s -> {}
      case Inbound.HomeOpened o -> {}
      case Inbound.HandedIn h -> {}
      case Inbound.Reworded r -> {}
      case Inbound.Pressed p -> {}
      case Inbound.InThread written -> threads.written(draft, written);
      case Inbound.Amended amended -> threads.amended(draft, amended);
      case Inbound.Reported reported -> receipts.reported(draft, reported);
      case Inbound.Unposted unposted -> cases.unposted(draft, unposted);
      case Inbound.CellEdited edited -> editors.told(draft, edited);
      case Inbound.Rang rang -> rang(draft, rang.alarm());
    }
    if (sender != null) {
      signposts.besides(draft, sender);
      arrangements.ask(draft, sender);
    }
    ThingWatch.changed(draft);
    Homes.changed(draft);
    return draft;
  }

  private void rang(Draft draft, Alarm alarm) {
    switch (alarm) {
      case Alarm.NextWave wave -> waves.next(draft, wave);
      case Alarm.Taken taken -> others.hear(draft, taken);
      case Alarm.Silence silence -> silences.rang(draft, silence);
      case Alarm.Turn turn -> promotions.rang(draft, turn);
      case Alarm.Late late -> promotions.late(draft, late);
      case Alarm.WithOfficer with -> reminders.rang(draft, with);
      case Alarm.DidItArrive arrived -> residents.didItArrive(draft, arrived);
      case Alarm.Occasion occasion -> occasions.rang(draft, occasion);
      case Alarm.Unacknowledged waiting -> cases.unacknowledged(draft, waiting);
      case Alarm.Expired expired -> farewell.expired(draft, expired);
      case Alarm.SaidAll all -> hearing.saidAll(draft, all);
      case Alarm.FormTimer timer -> forms.rang(draft, timer);
      case Alarm.AskLater later -> forms.askLater(draft, later);
      case Alarm.HomeDue due -> {
        Person sender = draft.dossier().sender();
        if (sender != null) homes.publish(draft, sender);
      }
      case Alarm.Unanswered passed -> neighbours.rang(draft, passed);
      case Alarm.Undecided waiting -> triage.rang(draft, waiting);
      case Alarm.FormLeft left -> farewell.formLeft(draft, left);
      case Alarm.ThingOffered a -> thingWatch.rang(draft, a);
      case Alarm.ThingFor a -> thingWatch.rang(draft, a);
      case Alarm.ThingFree a -> thingWatch.rang(draft, a);
      case Alarm.ThingOver a -> thingWatch.rang(draft, a);
      case Alarm.Lent a -> thingWatch.rang(draft, a);
      case Alarm.Longer a -> thingWatch.rang(draft, a);
      case Alarm.Applied applied -> members.rang(draft, applied);
      case Alarm.Bulletin bulletin -> members.rang(draft, bulletin);
      case Alarm.BulletinLater later -> members.rang(draft, later);
    }
  }
}
