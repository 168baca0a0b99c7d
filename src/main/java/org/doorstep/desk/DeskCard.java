package org.doorstep.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorstep.cell.Assessed;
import org.doorstep.cell.Partner;
import org.doorstep.help.Crew;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.Particulars;
import org.doorstep.people.Flag;
import org.doorstep.talk.Choice;
import org.doorstep.talk.Tap;

/** The post in a partner's channel: what is needed and roughly where, and nobody's name. */
record DeskCard(Wording wording) {

  /** Slack shows five buttons in a row that anybody can still take in. */
  private static final int MOST_OTHERS = 2;

  /** Apart from the post of the same request in a group's channel. */
  static String anchor(HelpRequest request, Partner partner) {
    return "job/" + request.id() + "." + partner.id();
  }

  void post(Draft draft, InTriage waiting, Partner partner, Instant until) {
    Wording theirs = wording.toCell(draft);
    Map<String, String> values = values(draft, theirs, waiting);
    values.put("until", theirs.clock(draft, until));
    List<String> lines = lines(theirs, values);
    lines.add(theirs.words("triage.line-waits", values));
    draft.say(
        new Outgoing.Post(
            draft.nextId(),
            partner.slackChannel(),
            anchor(waiting, partner),
            new Card(
                theirs.words("triage.card-title", values),
                lines,
                null,
                choices(draft, theirs, waiting, partner)),
            true,
            Set.of()));
  }

  /**
   * It is somewhere else now.
   *
   * @param how a message of the flow
   */
  void gone(
      Draft draft, HelpRequest request, Partner partner, String how, Map<String, String> more) {
    Wording theirs = wording.toCell(draft);
    Map<String, String> values = values(draft, theirs, request);
    values.putAll(more);
    List<String> lines = lines(theirs, values);
    lines.add(theirs.words("triage." + how, values));
    draft.say(
        new Outgoing.Repost(
            draft.nextId(),
            partner.slackChannel(),
            anchor(request, partner),
            new Card(theirs.words("triage.card-title", values), lines, null, List.of()),
            Set.of()));
  }

  /**
   * It is not theirs any more. Of a job for several people the first part has the card.
   *
   * @param how a message of the flow
   */
  void over(Draft draft, InTriage waiting, String how) {
    Crew crew = waiting.particulars().crew();
    if ((crew == null || crew.part() == 1)
        && waiting.by() instanceof InTriage.Decider.Desk(String id)) {
      draft
          .cell()
          .response()
          .partner(id)
          .ifPresent(partner -> gone(draft, waiting, partner, how, Map.of()));
    }
  }

  private static Map<String, String> values(Draft draft, Wording theirs, HelpRequest request) {
    Map<String, String> values = new LinkedHashMap<>(theirs.open(draft, request));
    values.putAll(level(theirs, request.particulars()));
    Wording.put(values, "flags", flags(theirs, request.particulars().flags()));
    return values;
  }

  /** Its level and where that comes from, for cards. */
  static Map<String, String> level(Wording theirs, Particulars wanted) {
    Assessed level = wanted.level();
    String why = "triage.why-" + level.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Map.of(
        "level", theirs.words("triage.level-" + level.level().key(), Map.of()),
        "why", theirs.words(why, Map.of("flags", flags(theirs, level.flags()))));
  }

  private static String flags(Wording theirs, Set<Flag> flags) {
    return flags.stream()
        .sorted()
        .map(flag -> theirs.talk().label("flags", flag.key()))
        .collect(Collectors.joining(", "));
  }

  private static List<String> lines(Wording theirs, Map<String, String> values) {
    List<String> lines = new ArrayList<>();
    lines.add(theirs.words("triage.line-when", values));
    if (values.containsKey("flags")) lines.add(theirs.words("triage.line-flags", values));
    lines.add(theirs.words("triage.line-group", values));
    lines.add(theirs.words("triage.line-level", values));
    return lines;
  }

  /** What may be done with it here; a broker may give it to another group, or to a hub. */
  private static List<Choice> choices(
      Draft draft, Wording theirs, InTriage waiting, Partner partner) {
    DeskRef ref = DeskRef.to(waiting, partner.id());
    boolean several = waiting.particulars().crew() != null;
    List<Choice> all =
        new ArrayList<>(
            theirs
                .say(
                    several ? "triage.card-here-several" : "triage.card-here",
                    ref.about(),
                    Map.of())
                .choices());
    if (partner.kind() != Partner.Kind.LIO) return all;
    draft.cell().groups().stream()
        .filter(group -> !several && !group.id().equals(waiting.particulars().group()))
        .limit(MOST_OTHERS)
        .map(
            group ->
                other(
                    ref.giving(group.id()),
                    "group",
                    theirs.words("triage.label-group", Map.of("group", group.name()))))
        .forEach(all::add);
    hubs(draft, waiting).stream()
        .limit(MOST_OTHERS)
        .map(
            hub ->
                other(
                    ref.giving(hub.id()),
                    "desk",
                    theirs.words("triage.label-desk", Map.of("partner", hub.name()))))
        .forEach(all::add);
    return all;
  }

  private static List<Partner> hubs(Draft draft, InTriage waiting) {
    return draft.cell().response().partners().stream()
        .filter(p -> p.kind() == Partner.Kind.HUB)
        .filter(p -> p.area().covers(waiting.particulars().place()))
        .toList();
  }

  private static Choice other(DeskRef ref, String choice, String label) {
    return new Choice(new Tap(Triage.FLOW, 1, "card-here", choice, ref.about()), label, null);
  }
}
