package org.doorstep.desk;

/** What an alarm that rings leads to. */
record Rings(
    Waves waves,
    Others others,
    Silences silences,
    Promotions promotions,
    Reminders reminders,
    Residents residents,
    Triage triage,
    Occasions occasions,
    Cases cases,
    Casework casework,
    Farewell farewell,
    Hearing hearing,
    Forms forms,
    Homes homes,
    Neighbours neighbours,
    ThingWatch thingWatch,
    Rights rights,
    Members members) {

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
      case Alarm.HomeDue due -> homes.due(draft);
      case Alarm.Unanswered passed -> neighbours.rang(draft, passed);
      case Alarm.Undecided waiting -> triage.rang(draft, waiting);
      case Alarm.FormLeft left -> farewell.formLeft(draft, left);
      case Alarm.ThingOffered a -> thingWatch.rang(draft, a);
      case Alarm.ThingFor a -> thingWatch.rang(draft, a);
      case Alarm.ThingFree a -> thingWatch.rang(draft, a);
      case Alarm.ThingOver a -> thingWatch.rang(draft, a);
      case Alarm.Lent a -> thingWatch.rang(draft, a);
      case Alarm.Longer a -> thingWatch.rang(draft, a);
      case Alarm.CaseExpired over -> cases.expired(draft, over);
      case Alarm.LongSilent silent -> rights.longSilent().rang(draft, silent);
      case Alarm.Applied applied -> members.rang(draft, applied);
      case Alarm.Bulletin bulletin -> members.rang(draft, bulletin);
      case Alarm.BulletinLater later -> members.rang(draft, later);
    }
  }
}
