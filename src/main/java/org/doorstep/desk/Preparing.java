package org.doorstep.desk;

import java.time.Instant;
import java.util.List;

/** What has to be looked up before it can be decided what an inbound leads to. */
record Preparing(Lookups lookups, Waves waves, Leads leads, ThingWatch thingWatch) {

  List<Enquiry> asks(Dossier dossier, Inbound inbound, Instant now) {
    return switch (inbound) {
      case Inbound.Said said -> lookups.said(dossier, said, now);
      case Inbound.Rang rang when rang.alarm() instanceof Alarm.SaidAll -> lookups.saidAll(dossier);
      case Inbound.Rang rang when rang.alarm() instanceof Alarm.NextWave wave ->
          waves.asks(dossier, wave, now);
      case Inbound.Rang rang when rang.alarm() instanceof Alarm.HomeDue ->
          Homes.asks(dossier, inbound);
      case Inbound.Rang rang when rang.alarm() instanceof Alarm.OfficersPages ->
          OfficersPages.asks(dossier);
      case Inbound.Rang rang when rang.alarm() instanceof Alarm.OfficerBack ->
          GoingOff.asks(dossier);
      case Inbound.Rang rang when rang.alarm() instanceof Alarm.Unanswered passed ->
          Neighbours.asks(dossier.cell(), passed);
      case Inbound.Rang rang when rang.alarm() instanceof Alarm.Undecided waiting ->
          PassingOn.asks(dossier, waiting);
      case Inbound.Rang rang -> asks(dossier, rang.alarm());
      case Inbound.Reworded r -> List.of();
      case Inbound.HomeOpened o -> Homes.asks(dossier, inbound);
      case Inbound.HandedIn form -> lookups.handedIn(dossier, form);
      case Inbound.Pressed p -> Circulars.asks(dossier.cell(), p);
      case Inbound.InThread written -> leads.asks(dossier, written).stream().toList();
      case Inbound.Amended a -> List.of();
      case Inbound.Reported r -> List.of();
      case Inbound.Unposted u -> List.of();
      case Inbound.Left l -> Leavers.asks();
      case Inbound.CellEdited e -> e.refused().isEmpty() ? Leavers.asks() : List.of();
      case Inbound.SlackTold told -> Absences.asks(dossier, told.news());
    };
  }

  private List<Enquiry> asks(Dossier dossier, Alarm alarm) {
    if (alarm instanceof Alarm.CircularOver) return List.of(Circulars.asks());
    if (alarm instanceof Alarm.Digest over) return Digests.asks(dossier.cell(), over);
    List<Enquiry> members = Members.asks(dossier, alarm);
    return members.isEmpty() ? thingWatch.asks(dossier, alarm) : members;
  }
}
