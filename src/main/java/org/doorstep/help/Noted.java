package org.doorstep.help;

/** A request to which its resident has added something; all else of it stays as it is. */
public final class Noted {

  private Noted() {}

  /** What is over takes nothing more. */
  public static HelpRequest with(HelpRequest request, String more) {
    Particulars p = request.particulars().noting(more);
    return switch (request) {
      case HelpRequest.Seeking s -> new HelpRequest.Seeking(p, s.search());
      case Kept k -> new Kept(p, k.search(), k.standby(), k.volunteer(), k.because(), k.since());
      case HelpRequest.Claimed c ->
          new HelpRequest.Claimed(
              p, c.search(), c.holder(), c.since(), c.nudged(), c.standby(), c.offeredTo());
      case WithOfficer w -> new WithOfficer(p, w.search(), w.since());
      case HelpRequest.Delivered d -> d;
      case HelpRequest.Closed c -> c;
    };
  }
}
