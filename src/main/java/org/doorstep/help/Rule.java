package org.doorstep.help;

/**
 * The rules by which volunteers are chosen. Those that leave somebody out come first; then those
 * that say who comes before whom, in the order in which their reasons are told.
 */
enum Rule {
  WILLING,
  NOT_AGAIN,
  KEPT_APART,
  AWAKE,
  FREE,
  HANDS_FREE,
  BADGES,
  TRANSPORT,
  REACH,
  CONTINUITY,
  DISTANCE,
  GETTING_ABOUT,
  LIKES,
  LANGUAGE,
  DUTY,
  ROTATION,
  OFTEN,
  COOL_OFF,
  LOAD;

  Finding on(Asking asking, Candidate candidate) {
    return switch (this) {
      case WILLING -> Willing.volunteers(asking, candidate);
      case NOT_AGAIN -> Willing.notAgain(asking, candidate);
      case KEPT_APART -> Willing.keptApart(asking, candidate);
      case AWAKE -> Times.awake(asking, candidate);
      case FREE -> Times.free(asking, candidate);
      case HANDS_FREE -> Fairness.handsFree(asking, candidate);
      case BADGES -> Fit.badges(asking, candidate);
      case TRANSPORT -> Reach.transport(asking, candidate);
      case REACH -> Reach.reach(asking, candidate);
      case CONTINUITY -> Fairness.continuity(asking, candidate);
      case DISTANCE -> Reach.distance(asking, candidate);
      case GETTING_ABOUT -> Reach.gettingAbout(asking, candidate);
      case LIKES -> Fit.likes(asking, candidate);
      case LANGUAGE -> Fit.language(asking, candidate);
      case DUTY -> Times.duty(asking, candidate);
      case ROTATION -> Fairness.rotation(asking, candidate);
      case OFTEN -> Fairness.often(asking, candidate);
      case COOL_OFF -> Fairness.coolOff(asking, candidate);
      case LOAD -> Fairness.load(asking, candidate);
    };
  }
}
