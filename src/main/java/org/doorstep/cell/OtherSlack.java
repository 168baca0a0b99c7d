package org.doorstep.cell;

import org.doorstep.people.InSlack;
import org.jspecify.annotations.Nullable;

/**
 * The workspace that a group or a partner has of its own: {@code slack: {team: T0456EFGH}}.
 *
 * @param team null where it is in the cell's
 */
record OtherSlack(@Nullable String team) {

  static OtherSlack read(Entries entries, Faults faults) {
    @Nullable String team =
        entries
            .part("slack", "`slack`", "team")
            .map(slack -> slack.required("team", Form.TEAM))
            .orElse(null);
    if (team != null && !entries.has("slack-channel")) {
      faults.add(
          entries.at("slack"),
          "a Slack of its own is of no use without a channel there: add `slack-channel`");
    }
    return new OtherSlack(team);
  }

  String written(String id) {
    return id.isEmpty() ? id : new InSlack(team, id).written();
  }

  /** A number is the same in every workspace. */
  String lead(String lead) {
    return lead.startsWith("+") ? lead : written(lead);
  }
}
