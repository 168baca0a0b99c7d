package org.doorstep.desk;

import org.doorstep.understand.Understanding;

/**
 * What those who look at cases can do besides the buttons of a card, and what follows by itself.
 */
final class Casework {

  private final Wording wording;
  private final Cases cases;
  private final OfficersLine line;
  private final Searching searching;
  private final GoingOff goingOff;
  private final Leavers leavers;
  private final CaseworkerOrders orders;
  private final ToOfficers toOfficers;

  Casework(Understanding understanding, Wording wording, Cases cases) {
    this.wording = wording;
    this.cases = cases;
    line = new OfficersLine(wording, cases);
    searching = new Searching(understanding, wording);
    goingOff = new GoingOff(understanding, wording);
    leavers = new Leavers(wording, cases);
    orders = new CaseworkerOrders(wording, searching, goingOff);
    toOfficers = new ToOfficers(wording, cases);
  }

  OfficersLine line() {
    return line;
  }

  CaseworkerOrders orders() {
    return orders;
  }

  ToOfficers toOfficers() {
    return toOfficers;
  }

  Leavers leavers() {
    return leavers;
  }

  CaseworkerTaps taps(Presses presses, Homes homes) {
    return new CaseworkerTaps(wording, cases, presses, homes, searching, goingOff);
  }

  void rang(Draft draft, Alarm.OfCases alarm) {
    switch (alarm) {
      case Alarm.HandBack back -> line.rang(draft, back);
      case Alarm.OfficersPages p -> OfficersPages.rang(draft);
      case Alarm.OfficerBack back -> goingOff.rang(draft, back);
      case Alarm.OfficerGone gone -> leavers.rang(draft, gone);
    }
  }
}
