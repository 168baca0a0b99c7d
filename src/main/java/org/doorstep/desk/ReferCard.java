package org.doorstep.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.doorstep.cell.Group;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.InTriage.Decider;
import org.doorstep.help.Referred;
import org.doorstep.talk.Choice;
import org.doorstep.talk.Tap;

/** The post of a referral, for whoever made it: how it stands, and what they may do about it. */
record ReferCard(Wording wording) {

  /** Slack shows five buttons in a row that anybody can still take in. */
  private static final int MOST_OTHERS = 3;

  Card of(Draft draft, HelpRequest request, Referred in) {
    Wording theirs = wording.toCell(draft);
    Map<String, String> values = new LinkedHashMap<>(theirs.open(draft, request));
    values.put("name", theirs.name(draft, request.resident()));
    values.put("by", in.name());
    values.put("consent", theirs.words(Refer.FLOW + ".consent-" + key(in.consent()), Map.of()));
    values.put("contact", theirs.words(Refer.FLOW + ".contact-" + key(in.contact()), Map.of()));
    values.put("state", state(draft, theirs, request));
    List<String> lines = new ArrayList<>();
    for (String line : List.of("line-who", "line-when", "line-consent", "line-contact")) {
      lines.add(theirs.words(Refer.FLOW + "." + line, values));
    }
    lines.add(theirs.words(Refer.FLOW + ".line-state", values));
    if (!request.over()) lines.add(theirs.words(Refer.FLOW + ".line-thread", values));
    return new Card(
        theirs.words(Refer.FLOW + ".card-title", values),
        lines,
        null,
        choices(draft, theirs, request, in));
  }

  static Card erased(Wording theirs) {
    return new Card(
        theirs.words(Refer.FLOW + ".card-erased", Map.of()), List.of(), null, List.of());
  }

  private static String state(Draft draft, Wording theirs, HelpRequest request) {
    return request instanceof HelpRequest.Closed closed
        ? theirs.words(Refer.FLOW + ".state-" + key(closed.outcome()), Map.of())
        : new Standing(theirs).of(draft, request);
  }

  /** Who decides about it now, for the lines of the thread. */
  static Map<String, String> decider(Draft draft, Wording theirs, InTriage waiting) {
    return switch (waiting.by()) {
      case Decider.Desk(String at) -> Map.of("partner", PassingOn.called(draft, theirs, at));
      case Decider.Resident(String to) -> Map.of("partner", PassingOn.called(draft, theirs, to));
      case Decider.Leads(String to) -> Map.of("partner", PassingOn.called(draft, theirs, to));
      case Decider.Referrer(String group, String reason) ->
          Map.of("declined-by", group(draft, group), "text", reason);
    };
  }

  static String group(Draft draft, String id) {
    return draft.cell().group(id).map(Group::name).orElse(id);
  }

  static String key(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  // ---- what may be done about it

  private static List<Choice> choices(
      Draft draft, Wording theirs, HelpRequest request, Referred in) {
    String about = JobRef.to(request).about();
    boolean rung = in.contact() != Referred.Contact.WHATSAPP;
    List<Choice> all = new ArrayList<>();
    if (request instanceof Delivered && rung) {
      all.addAll(theirs.say(Refer.FLOW + ".card-arrived", about, Map.of()).choices());
    }
    if (request instanceof InTriage t && t.by() instanceof Decider.Resident && rung) {
      all.addAll(theirs.say(Refer.FLOW + ".card-agrees", about, Map.of()).choices());
    }
    if (request instanceof InTriage t
        && t.by() instanceof Decider.Referrer(String from, String r)) {
      all.addAll(others(draft, theirs, request, from));
      all.addAll(theirs.say(Refer.FLOW + ".card-declined", about, Map.of()).choices());
    } else if (!request.over()) {
      all.addAll(theirs.say(Refer.FLOW + ".card-cancel", about, Map.of()).choices());
    }
    return all;
  }

  /** The groups that have not given it back yet. */
  private static List<Choice> others(
      Draft draft, Wording theirs, HelpRequest request, String from) {
    String about = JobRef.to(request).about();
    List<String> back = request.particulars().crossed().back();
    return draft.cell().groups().stream()
        .filter(group -> !group.id().equals(from) && !back.contains(group.id()))
        .limit(MOST_OTHERS)
        .map(
            group ->
                new Choice(
                    new Tap(Refer.FLOW, 1, group.id(), "give", about),
                    theirs.words(Refer.FLOW + ".label-give", Map.of("group", group.name())),
                    null))
        .toList();
  }
}
