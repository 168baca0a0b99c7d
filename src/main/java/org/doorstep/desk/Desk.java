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
  private final Arrangements arrangements;
  private final Cases cases;
  private final Here here;
  private final Homes homes;
  private final Editors editors;
  private final Absences absences;
  private final HandedForms handedForms;
  private final Signposts signposts;
  private final Casework casework;
  private final Rights rights;
  private final Ringing ringing;

  public Desk(Talk talk, Understanding understanding) {
    this(talk, understanding, OwnPages.NOWHERE);
  }

  public Desk(Talk talk, Understanding understanding, OwnPages pages) {
    Wording wording = new Wording(talk);
    Board board = new Board(wording);
    cases = new Cases(wording);
    signposts = new Signposts(understanding, wording);
    Outcomes outcomes = new Outcomes(wording);
    Owners owners = new Owners(understanding, wording, board);
    Waves waves = new Waves(wording, board, cases, owners, signposts);
    Others others = new Others(wording);
    Holders holders = new Holders(wording);
    Turns turns = new Turns(wording, board, waves);
    Guidance guidance = new Guidance(wording);
    HandOvers handOvers = new HandOvers(wording, board, holders, turns, guidance);
    Giving giving = new Giving(wording, handOvers);
    Regular regular = new Regular(wording);
    Missed missed = new Missed(cases, regular);
    Crews crews = new Crews(wording, turns, waves);
    Jobs jobs =
        new Jobs(
            wording, board, others, turns, handOvers, holders, guidance, missed, regular, crews);
    Setbacks setbacks =
        new Setbacks(wording, board, cases, turns, handOvers, holders, missed, crews);
    Intake intake = new Intake(wording);
    Residents residents = new Residents(wording, board, turns, handOvers, regular);
    PassingOn passingOn = new PassingOn(wording, cases, residents);
    Returns returns = new Returns(wording, board, cases, turns, residents);
    Leads leads = new Leads(wording, board, turns, returns);
    Triage triage = new Triage(wording, board, cases, turns, waves, passingOn, returns);
    Openings openings = new Openings(understanding, triage, intake);
    Occasions occasions = new Occasions(wording, regular, board, turns, holders, residents, crews);
    RegularHelp regularHelp = new RegularHelp(wording, regular, jobs, residents);
    arrangements = new Arrangements(wording, regular, regularHelp);
    Belongings belongings = Belongings.of(understanding, wording, jobs, owners);
    Things things = belongings.things();
    Farewell farewell =
        new Farewell(
            jobs, turns, handOvers, residents, regularHelp, new LeftBehind(wording), cases);
    Joining joining = new Joining(wording);
    TakingBack takingBack =
        new TakingBack(wording, cases, residents, passingOn, regularHelp, farewell);
    rights = Rights.of(wording, pages, takingBack, farewell, joining);
    casework = new Casework(understanding, wording, cases);
    OfficersLine line = casework.line();
    Relay relay = new Relay(wording, line, holders);
    Languages languages = new Languages(understanding, wording);
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
            signposts,
            rights);
    Invitations invitations = new Invitations(wording, joining);
    Forms forms = new Forms(wording, commands, new Repeats(wording, openings, relay), invitations);
    Edits edits = new Edits(understanding, wording, board, holders, turns);
    Neighbours neighbours = new Neighbours(wording, board, turns);
    JobOrders jobOrders =
        new JobOrders(
            wording,
            leads,
            residents,
            new AskingOthers(wording, board, jobs, residents, turns),
            edits,
            neighbours,
            new Levels(wording, triage, residents),
            returns);
    Members members = new Members(wording, joining, farewell);
    Overview overview = new Overview(wording);
    LedgerOrders ledger = new LedgerOrders(wording);
    Orders orders = new Orders(wording, overview, jobOrders, intake, ledger, members, casework);
    Guarding guarding = Guarding.of(understanding, wording, cases, farewell, joining, guidance);
    preparing =
        new Preparing(
            new Lookups(
                understanding,
                wording,
                orders,
                nearMe,
                signposts,
                casework.orders(),
                guarding.under18()),
            waves,
            leads,
            belongings.watch());
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
    homes = new Homes(wording);
    Deciding deciding = new Deciding(wording, board, jobs, turns, triage);
    ReferPresses referPresses = new ReferPresses(wording, passingOn, returns);
    presses = new Presses(wording, jobs, cases, residents, deciding, line, referPresses);
    CaseworkerTaps caseTaps = casework.taps(presses, homes);
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
            guarding.movingIn(),
            rights.withdrawing(),
            outcomes,
            new HomeTaps(wording, forms, commands, orders),
            caseTaps,
            taps,
            forms);
    receipts = new Receipts(wording, line);
    Dangers dangers = new Dangers(understanding, wording, cases, languages);
    here = new Here(receipts);
    absences = new Absences(wording);
    editors = new Editors(wording, casework.leavers());
    PaidForm paidForm = new PaidForm(wording, dangers, accounts, relay);
    Refer refer = new Refer(wording, openings, new GivingBack(wording, cases, triage, returns));
    handedForms = new HandedForms(wording, dangers, forms, taps, relay, paidForm, caseTaps, refer);
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
                guarding.movingIn(),
                rights.withdrawing(),
                nearMe,
                tapping),
            new News(forms, replies, paying, belongings.keeping(), new Proofs(wording)),
            guarding.cautions());
    ringing =
        new Ringing(
            wording,
            jobs,
            turns,
            missed,
            waves,
            others,
            residents,
            cases,
            occasions,
            casework,
            farewell,
            hearing,
            forms,
            outcomes,
            homes,
            neighbours,
            triage,
            belongings.watch(),
            rights,
            members);
    threads = new Threads(wording, cases, leads, line, referPresses);
  }

  /** What has to be looked up first. */
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
      case Inbound.HomeOpened o when sender != null -> homes.opened(draft, sender);
      case Inbound.HandedIn form when sender != null ->
          handedForms.handed(draft, here.noted(draft, sender, form.sender()), form);
      case Inbound.Said _, Inbound.HomeOpened _, Inbound.HandedIn _ -> {}
      case Inbound.Reworded _, Inbound.Pressed _ -> {}
      case Inbound.InThread written -> threads.written(draft, written);
      case Inbound.Amended amended -> threads.amended(draft, amended);
      case Inbound.Reported reported -> receipts.reported(draft, reported);
      case Inbound.Unposted unposted -> cases.unposted(draft, unposted);
      case Inbound.Left left -> casework.leavers().left(draft, left.sender().address().value());
      case Inbound.CellEdited edited -> editors.told(draft, edited);
      case Inbound.SlackTold told -> absences.told(draft, told.news());
      case Inbound.Rang rang -> ringing.rang(draft, rang.alarm());
    }
    if (sender != null) {
      signposts.besides(draft, sender);
      arrangements.ask(draft, sender);
    }
    threads.changed(draft);
    rights.settle(draft);
    Counting.of(draft);
    Outcomes.wake(draft);
    ThingWatch.changed(draft);
    Homes.changed(draft);
    return draft;
  }
}
