package org.doorstep.help;

import java.util.function.BiFunction;

/**
 * The rules by which volunteers are chosen. Those that leave somebody out come first; then those
 * that say who comes before whom, in the order in which their reasons are told.
 */
enum Rule {
  WILLING(Willing::volunteers),
  NOT_AGAIN(Willing::notAgain),
  KEPT_APART(Willing::keptApart),
  AWAKE(Times::awake),
  FREE(Times::free),
  HANDS_FREE(Fairness::handsFree),
  BADGES(Fit::badges),
  TRANSPORT(Reach::transport),
  REACH(Reach::reach),
  CONTINUITY(Fairness::continuity),
  DISTANCE(Reach::distance),
  GETTING_ABOUT(Reach::gettingAbout),
  LIKES(Fit::likes),
  LANGUAGE(Fit::language),
  DUTY(Times::duty),
  ROTATION(Fairness::rotation),
  OFTEN(Fairness::often),
  COOL_OFF(Fairness::coolOff),
  LOAD(Fairness::load);

  private final BiFunction<Asking, Candidate, Finding> rule;

  Rule(BiFunction<Asking, Candidate, Finding> rule) {
    this.rule = rule;
  }

  Finding on(Asking asking, Candidate candidate) {
    return rule.apply(asking, candidate);
  }
}
