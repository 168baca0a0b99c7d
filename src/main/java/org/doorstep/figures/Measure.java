package org.doorstep.figures;

import java.util.List;
import java.util.Locale;

/** Something that is counted. Of requests each counts each at most once, ever. */
public enum Measure implements What {
  /** Requests that were opened; a job for two people is two. */
  ASKED,
  /** Somebody said yes. */
  FILLED,
  /** The volunteer said that it is done. */
  DONE,
  /** Nobody did, or it was not for neighbours: officers were asked. */
  OFFICERS,
  CANCELLED,
  /** Requests that nobody had taken when the week was over. */
  WAITING,
  /** Residents on whether it helped them to manage. */
  RESIDENT_YES,
  RESIDENT_PARTLY,
  RESIDENT_NO,
  /** Volunteers on whether it went well for them. */
  VOLUNTEER_YES,
  VOLUNTEER_PARTLY,
  VOLUNTEER_NO,
  /** Volunteers who could be asked when the week was over. */
  VOLUNTEERS,
  /** Those of them who have a car. */
  DRIVERS;

  /** What is told of by need, by small area and by group. */
  public static final List<Measure> OF_REQUESTS =
      List.of(ASKED, FILLED, DONE, OFFICERS, CANCELLED, WAITING);

  public static final List<Measure> OF_RESIDENTS =
      List.of(RESIDENT_YES, RESIDENT_PARTLY, RESIDENT_NO);

  public static final List<Measure> OF_VOLUNTEERS =
      List.of(VOLUNTEER_YES, VOLUNTEER_PARTLY, VOLUNTEER_NO);

  @Override
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String once() {
    if (OF_RESIDENTS.contains(this)) return "resident";
    return OF_VOLUNTEERS.contains(this) ? "volunteer" : key();
  }
}
