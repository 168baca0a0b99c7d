package org.doorstep.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.doorstep.bridge.Case;
import org.doorstep.cell.Group;
import org.doorstep.talk.Utterance;

/**
 * What somebody who looks at cases has on their page in Slack: what waits, what is theirs, how the
 * groups are, and whether they are on duty.
 */
final class CaseworkerHome {

  static final String FLOW = "officers";

  /** So many of each at a time. */
  static final int SHOWN = 10;

  /** On their page, what waits goes on from here. */
  static final String MORE = "more";

  private final Wording wording;

  CaseworkerHome(Wording wording) {
    this.wording = wording;
  }

  /** What has to be looked up for it. */
  static List<Enquiry> asks(Dossier dossier) {
    return List.of(new Enquiry.CasesNow(false), NearMe.asks(dossier.cell()));
  }

  /**
   * @param from how many of those that wait, and of those that are theirs, are passed by
   */
  List<HomeTab.Part> of(Draft draft, Caseworker me, From from) {
    Wording theirs = wording.in(me.person().language());
    CaseList cases = CaseList.of(draft, me);
    List<HomeTab.Part> parts = new ArrayList<>();
    parts.add(duty(draft, theirs, me));
    parts.addAll(waiting(draft, theirs, cases, from));
    parts.addAll(mine(draft, theirs, me, cases, from));
    if (me.officer()) parts.addAll(groups(draft, theirs));
    return parts;
  }

  /** Where a list goes on. */
  record From(int waiting, int mine) {
    static final From THE_BEGINNING = new From(0, 0);

    /** As it stands in the button: "waiting.10". */
    static From of(String about) {
      String[] parts = about.split("\\.", 2);
      if (parts.length < 2 || !parts[1].matches("[0-9]{1,5}")) return THE_BEGINNING;
      int from = Integer.parseInt(parts[1]);
      return parts[0].equals("mine") ? new From(0, from) : new From(from, 0);
    }
  }

  private HomeTab.Part duty(Draft draft, Wording theirs, Caseworker me) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("away", new Away(theirs).others(draft, me));
    String how = "on-duty";
    if (!draft.duty().isOn(me.user(), draft.now())) {
      how = "off-duty";
      values.putAll(new Away(theirs).values(draft, me.as(), me.colleagues(draft.cell())));
    }
    Utterance said = theirs.say(FLOW + "." + how, values);
    return new HomeTab.Part(theirs.words(FLOW + ".title", Map.of()), said.text(), said.choices());
  }

  private static List<HomeTab.Part> waiting(
      Draft draft, Wording theirs, CaseList cases, From from) {
    List<Case> waiting = cases.waiting();
    List<HomeTab.Part> parts = new ArrayList<>();
    parts.add(heading(theirs, "waiting", waiting.size()));
    for (Case each : page(waiting, from.waiting())) {
      parts.add(part(theirs, "waiting-case", each, cases.values(draft, theirs, each)));
    }
    if (waiting.isEmpty()) parts.add(plain(theirs, "waiting-none"));
    more(theirs, parts, "waiting", from.waiting(), waiting.size());
    return parts;
  }

  private static List<HomeTab.Part> mine(
      Draft draft, Wording theirs, Caseworker me, CaseList cases, From from) {
    List<Case.Acknowledged> mine = cases.takenBy(me.user());
    List<HomeTab.Part> parts = new ArrayList<>();
    parts.add(heading(theirs, "mine", mine.size()));
    for (Case each : page(mine, from.mine())) {
      parts.add(part(theirs, "mine-case", each, cases.values(draft, theirs, each)));
    }
    if (mine.isEmpty()) parts.add(plain(theirs, "mine-none"));
    more(theirs, parts, "mine", from.mine(), mine.size());
    return parts;
  }

  private static List<HomeTab.Part> groups(Draft draft, Wording theirs) {
    List<HomeTab.Part> parts = new ArrayList<>();
    parts.add(heading(theirs, "groups", draft.cell().groups().size()));
    String lines = String.join("\n\n", lines(draft, theirs));
    parts.add(new HomeTab.Part(null, lines, List.of()));
    return parts;
  }

  /** One for each group: who runs it, how it stands to the council, how its jobs are. */
  static List<String> lines(Draft draft, Wording theirs) {
    return draft.cell().groups().stream().map(group -> line(draft, theirs, group)).toList();
  }

  private static String line(Draft draft, Wording theirs, Group group) {
    GroupMood mood = GroupMood.of(draft.dossier().answers().open(), group.id());
    String stance = group.stance().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return theirs.words(
        FLOW + ".group-line",
        Map.of(
            "group", group.name(),
            "lead", group.lead(),
            "stance", theirs.words(FLOW + ".stance-" + stance, Map.of()),
            "open", Integer.toString(mood.open()),
            "filled", Integer.toString(mood.filled()),
            "waiting", Integer.toString(mood.waiting())));
  }

  // ---- parts

  /** Where it has become shorter than that, its end. */
  static <T> List<T> page(List<T> all, int from) {
    int begin = from < all.size() ? from : Math.max(0, (all.size() - 1) / SHOWN * SHOWN);
    return all.subList(begin, Math.min(all.size(), begin + SHOWN));
  }

  private static void more(
      Wording theirs, List<HomeTab.Part> parts, String list, int from, int all) {
    int shown = from < all ? from + SHOWN : all;
    if (shown < all) {
      parts.add(paging(theirs, "more", list + "." + shown, all - shown));
    } else if (all > SHOWN) {
      parts.add(paging(theirs, "from-the-first", list + ".0", 0));
    }
  }

  private static HomeTab.Part paging(Wording theirs, String id, String about, int more) {
    Map<String, String> values = Map.of("more", Integer.toString(more));
    Utterance said = theirs.say(FLOW + "." + id, about, values);
    return new HomeTab.Part(null, said.text(), said.choices());
  }

  private static HomeTab.Part heading(Wording theirs, String list, int all) {
    Map<String, String> values = Map.of("number", Integer.toString(all));
    return new HomeTab.Part(theirs.words(FLOW + "." + list, values), "", List.of());
  }

  private static HomeTab.Part plain(Wording theirs, String id) {
    return new HomeTab.Part(null, theirs.words(FLOW + "." + id, Map.of()), List.of());
  }

  private static HomeTab.Part part(
      Wording theirs, String id, Case each, Map<String, String> values) {
    Utterance said = theirs.say(FLOW + "." + id, each.id().value(), values);
    return new HomeTab.Part(null, said.text(), said.choices());
  }
}
