package org.doorstep.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.doorstep.help.Reason;
import org.doorstep.help.Suitable;

/** Why somebody was asked, in words. */
final class Reasons {

  private final Wording wording;

  Reasons(Wording wording) {
    this.wording = wording;
  }

  /** One line for each of them. */
  String lines(List<Suitable> chosen) {
    return chosen.stream().map(this::line).collect(Collectors.joining("\n"));
  }

  private String line(Suitable suitable) {
    String name = suitable.volunteer().name();
    String who = name == null ? wording.words("common.a-volunteer", Map.of()) : name;
    String why = suitable.reasons().stream().map(this::words).collect(Collectors.joining("; "));
    return wording.words("job.why-line", Map.of("volunteer", who, "why", why));
  }

  private String words(Reason reason) {
    return switch (reason) {
      case Reason.HelpedBefore r when r.times() == 1 -> say("helped-once", Map.of());
      case Reason.HelpedBefore r when r.times() == 2 -> say("helped-twice", Map.of());
      case Reason.HelpedBefore r -> say("helped-often", number(r.times()));
      case Reason.Near r -> wording.distance(r.distance());
      case Reason.Anywhere r -> say("anywhere", Map.of());
      case Reason.GetsAbout r ->
          say("by-" + r.by().name().toLowerCase(Locale.ROOT).replace('_', '-'), Map.of());
      case Reason.LikesIt r -> say("likes-it", Map.of());
      case Reason.LikesOther r -> say("likes-other", Map.of());
      case Reason.Speaks r -> say("speaks", Map.of());
      case Reason.NoCommonLanguage r -> say("no-common-language", Map.of());
      case Reason.Has r ->
          say(
              "has-badges",
              Map.of("badges", String.join(", ", r.badges().stream().sorted().toList())));
      case Reason.OnDuty r -> say("on-duty", Map.of());
      case Reason.NeverAsked r -> say("never-asked", Map.of());
      case Reason.NotAskedFor r when r.days() == 1 -> say("not-asked-day", Map.of());
      case Reason.NotAskedFor r -> say("not-asked-days", number(r.days()));
      case Reason.AskedOften r when r.times() == 1 -> say("asked-once", Map.of());
      case Reason.AskedOften r -> say("asked-often", number(r.times()));
      case Reason.JustHelped r -> say("just-helped", Map.of());
      case Reason.Holds r when r.jobs() == 1 -> say("holds-one", Map.of());
      case Reason.Holds r -> say("holds-some", number(r.jobs()));
    };
  }

  private static Map<String, String> number(int number) {
    return Map.of("number", Integer.toString(number));
  }

  private String say(String id, Map<String, String> values) {
    return wording.words("job.why-" + id, values);
  }
}
