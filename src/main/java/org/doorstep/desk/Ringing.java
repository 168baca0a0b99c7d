package org.doorstep.desk;

/** What each alarm leads to when its time has come. */
final class Ringing {

  private final Waves waves;
  private final Others others;
  private final Residents residents;
  private final Cases cases;
  private final Occasions occasions;
  private final Casework casework;
  private final Farewell farewell;
  private final Hearing hearing;
  private final Forms forms;
  private final Outcomes outcomes;
  private final Homes homes;
  private final Neighbours neighbours;
  private final Triage triage;
  private final ThingWatch watch;
  private final Rights rights;
  private final Members members;
  private final Silences silences;
  private final Promotions promotions;
  private final Reminders reminders;
  private final Digests digests;

  Ringing(
      Wording wording,
      Jobs jobs,
      Turns turns,
      Missed missed,
      Waves waves,
      Others others,
      Residents residents,
      Cases cases,
      Occasions occasions,
      Casework casework,
      Farewell farewell,
      Hearing hearing,
      Forms forms,
      Outcomes outcomes,
      Homes homes,
      Neighbours neighbours,
      Triage triage,
      ThingWatch watch,
      Rights rights,
      Members members) {
    this.waves = waves;
    this.others = others;
    this.residents = residents;
    this.cases = cases;
    this.occasions = occasions;
    this.casework = casework;
    this.farewell = farewell;
    this.hearing = hearing;
    this.forms = forms;
    this.outcomes = outcomes;
    this.homes = homes;
    this.neighbours = neighbours;
    this.triage = triage;
    this.watch = watch;
    this.rights = rights;
    this.members = members;
    silences = new Silences(wording, jobs, missed);
    promotions = new Promotions(wording, jobs, turns);
    reminders = new Reminders(cases);
    digests = new Digests(wording);
  }

  void rang(Draft draft, Alarm alarm) {
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
      case Alarm.OfCases ofCases -> casework.rang(draft, ofCases);
      case Alarm.Expired expired -> farewell.expired(draft, expired);
      case Alarm.SaidAll all -> hearing.saidAll(draft, all);
      case Alarm.FormTimer timer -> forms.rang(draft, timer);
      case Alarm.AskLater later -> forms.askLater(draft, later);
      case Alarm.Digest over -> digests.rang(draft, over);
      case Alarm.CircularOver over -> Circulars.rang(draft, over);
      case Alarm.Outcome over -> outcomes.rang(draft, over);
      case Alarm.HomeDue due -> homes.due(draft);
      case Alarm.Unanswered passed -> neighbours.rang(draft, passed);
      case Alarm.Undecided waiting -> triage.rang(draft, waiting);
      case Alarm.FormLeft left -> farewell.formLeft(draft, left);
      case Alarm.ThingOffered a -> watch.rang(draft, a);
      case Alarm.ThingFor a -> watch.rang(draft, a);
      case Alarm.ThingFree a -> watch.rang(draft, a);
      case Alarm.ThingOver a -> watch.rang(draft, a);
      case Alarm.Lent a -> watch.rang(draft, a);
      case Alarm.Longer a -> watch.rang(draft, a);
      case Alarm.CaseExpired over -> cases.expired(draft, over);
      case Alarm.LongSilent silent -> rights.longSilent().rang(draft, silent);
      case Alarm.Applied applied -> members.rang(draft, applied);
      case Alarm.Bulletin bulletin -> members.rang(draft, bulletin);
      case Alarm.BulletinLater later -> members.rang(draft, later);
    }
  }
}
