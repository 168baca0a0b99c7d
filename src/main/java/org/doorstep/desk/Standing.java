package org.doorstep.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.doorstep.help.Crew;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.Kept;
import org.doorstep.help.WithOfficer;

/** How a job stands, in words for those who run its group. */
record Standing(Wording theirs) {

  String of(Draft draft, HelpRequest job) {
    Map<String, String> values = new LinkedHashMap<>(theirs.open(draft, job));
    values.put("waiting", ago(job.particulars().openedAt(), draft.now()));
    values.put("asked", Integer.toString(job.search().asked().size()));
    values.put("wave", Integer.toString(job.search().wave()));
    String state =
        switch (job) {
          case HelpRequest.Seeking s -> looking(s);
          case Kept k -> {
            values.put("volunteer", theirs.name(draft, k.volunteer()));
            yield "kept";
          }
          case HelpRequest.Claimed c -> {
            values.put("volunteer", theirs.name(draft, c.holder()));
            values.put("since", ago(c.since(), draft.now()));
            yield "taken";
          }
          case InTriage t -> triage(draft, t, values);
          case WithOfficer w -> "with-officer";
          case Delivered d -> "done";
          case HelpRequest.Closed c -> "over";
        };
    String of = state.contains(".") ? state : "group.state-" + state;
    String words = part(job, values) + theirs.words(of, values);
    int standing = job.standby().places().size();
    if (standing == 0) return words;
    Map<String, String> by = Map.of("standing", Integer.toString(standing));
    return words + " " + theirs.words("group.state-standby", by);
  }

  private String triage(Draft draft, InTriage waiting, Map<String, String> values) {
    String who =
        switch (waiting.by()) {
          case InTriage.Decider.Desk(String at) -> at;
          case InTriage.Decider.Resident(String to) -> to;
          case InTriage.Decider.Leads(String to) -> to;
          case InTriage.Decider.Referrer r -> InTriage.OFFICERS;
        };
    values.put("partner", PassingOn.called(draft, theirs, who));
    return switch (waiting.by()) {
      case InTriage.Decider.Desk d -> "in-triage";
      case InTriage.Decider.Resident r -> "agreeing";
      case InTriage.Decider.Leads l -> "leads-agreeing";
      case InTriage.Decider.Referrer r -> {
        ReferThread.referred(waiting).ifPresent(in -> values.put("by", in.name()));
        yield Refer.FLOW + ".state-declined";
      }
    };
  }

  /** A job for several people has a line for each of them. */
  private String part(HelpRequest job, Map<String, String> values) {
    Crew crew = job.particulars().crew();
    if (crew == null) return "";
    values.put("part", Integer.toString(crew.part()));
    return theirs.words("group.state-part", values) + " ";
  }

  private static String looking(HelpRequest.Seeking seeking) {
    if (seeking.search().handedOver()) return "passed-on";
    if (seeking.search().alone()) return "alone";
    return seeking.search().wave() == 0 ? "not-begun" : "looking";
  }

  /** In the largest unit of which there is one. */
  String ago(Instant then, Instant now) {
    Duration time = Duration.between(then, now);
    long number =
        time.toDays() > 0 ? time.toDays() : time.toHours() > 0 ? time.toHours() : time.toMinutes();
    String unit = time.toDays() > 0 ? "days" : time.toHours() > 0 ? "hours" : "minutes";
    String id = unit.equals("days") && number == 1 ? "day" : unit;
    return theirs.words("group.time-" + id, Map.of("number", Long.toString(Math.max(0, number))));
  }
}
