package org.doorstep.bridge;

/** Why a human must look at something now. */
public enum Reason {
  /** Danger words. */
  DANGER,
  /** A volunteer is worried about somebody. */
  WORRIED,
  /** Something bad was said of somebody: that they took, hurt or touched. */
  ALLEGATION,
  /** A card, its PIN or money was asked for, or given away. */
  MONEY,
  /** Somebody under eighteen asks for help. */
  YOUNG,
  /** Somebody would live with somebody else. */
  MOVING_IN,
  /** Somebody asked for a person. */
  ASKED_FOR_A_PERSON,
  /** Nobody took a request. */
  UNFILLED,
  /** A volunteer felt unsafe there: no neighbour is sent again. */
  NOT_FOR_NEIGHBOURS,
  /** It is more than neighbours can do, and the resident agreed that it is passed on. */
  REFERRAL,
  /** Somebody who runs a group writes to the officers. */
  FROM_A_LEAD,
  /** A request that is one for the emergency services. */
  EMERGENCY,
  /** Two have given it back, or one twice: nobody passes it on by itself any more. */
  RETURNED,
  /** A regular visit or call should have been, and nobody has said that it was. */
  MISSED,
  /** A message could not be delivered, or an inbound could not be handled. */
  UNDELIVERED;

  /** Whether it is about one request, and ends with it. */
  public boolean ofARequest() {
    return switch (this) {
      case UNFILLED, NOT_FOR_NEIGHBOURS, REFERRAL, EMERGENCY, RETURNED, MISSED -> true;
      case DANGER,
          WORRIED,
          ALLEGATION,
          MONEY,
          YOUNG,
          MOVING_IN,
          ASKED_FOR_A_PERSON,
          FROM_A_LEAD,
          UNDELIVERED ->
          false;
    };
  }

  /** Whether it is for the safeguarding people's eyes only. */
  public boolean sealed() {
    return switch (this) {
      case DANGER, WORRIED, ALLEGATION, MONEY, YOUNG -> true;
      case MOVING_IN,
          ASKED_FOR_A_PERSON,
          UNFILLED,
          NOT_FOR_NEIGHBOURS,
          REFERRAL,
          EMERGENCY,
          RETURNED,
          FROM_A_LEAD,
          MISSED,
          UNDELIVERED ->
          false;
    };
  }
}
