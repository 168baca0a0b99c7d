package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.DROP;
import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.bridge.Case;
import org.doorstep.cell.Cell;
import org.doorstep.people.Address;
import org.doorstep.people.InSlack;

/**
 * A workspace or a channel in Slack is away, or back: those who look there hear of it elsewhere, in
 * another workspace of the cell or on their phones; whoever waits for an answer from there is not
 * left in silence. Nothing that is said of it names anybody.
 */
record Absences(Wording wording, Heads heads) {

  private static final String FLOW = "spaces";

  Absences(Wording wording) {
    this(wording, new Heads(wording));
  }

  /** Where nobody can be told in Slack, phones are needed. */
  static List<Enquiry> asks(Dossier dossier, SlackNews news) {
    boolean phones =
        switch (news) {
          case SlackNews.Gone gone -> ofTheOfficers(dossier.cell(), gone);
          case SlackNews.Back back -> ofTheOfficers(dossier.cell(), back);
          case SlackNews.Unseen unseen -> unseen.opened();
          case SlackNews.Seen seen -> false;
        };
    Set<Address> told = phones ? phones(dossier.cell()) : Set.of();
    return told.isEmpty() ? List.of() : List.of(new Enquiry.OfRoll(new RollCall.Leads(told)));
  }

  /** The officers' own, or else those of whoever runs a group. */
  private static Set<Address> phones(Cell cell) {
    Set<String> numbers =
        cell.officers().stream()
            .flatMap(officer -> Stream.ofNullable(officer.phone()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (numbers.isEmpty()) {
      cell.groups().stream()
          .flatMap(group -> group.leads().stream())
          .filter(lead -> lead.startsWith("+"))
          .forEach(numbers::add);
    }
    return numbers.stream()
        .map(number -> cell.smsNumber() == null ? Address.whatsapp(number) : Address.sms(number))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  void told(Draft draft, SlackNews news) {
    switch (news) {
      case SlackNews.Gone gone -> gone(draft, gone);
      case SlackNews.Back back -> back(draft, back);
      case SlackNews.Unseen unseen -> unseen(draft, unseen);
      case SlackNews.Seen seen ->
          theCase(draft, seen, seen.anchor()).ifPresent(open -> tell(draft, open, "line-up"));
    }
  }

  private void gone(Draft draft, SlackNews.Gone gone) {
    Wording officers = wording.toCell(draft);
    Map<String, String> values = Map.of("who", who(officers, draft.cell(), gone));
    List<String> lines = new ArrayList<>();
    lines.add(officers.words(FLOW + "." + key(gone.why()), values));
    lines.add(officers.words(FLOW + ".kept", values));
    post(draft, gone, new Card(title(officers, gone, "gone", values), lines, null, List.of()));
    if (ofTheOfficers(draft.cell(), gone)) {
      heads.tell(
          draft, theirs -> theirs.say(FLOW + ".phone-gone", Map.of("cell", draft.cell().name())));
    }
  }

  private void back(Draft draft, SlackNews.Back back) {
    Wording officers = wording.toCell(draft);
    Map<String, String> values = Map.of("who", who(officers, draft.cell(), back));
    List<String> lines = List.of(officers.words(FLOW + ".going-out", values));
    post(draft, back, new Card(title(officers, back, "back", values), lines, null, List.of()));
    if (ofTheOfficers(draft.cell(), back)) {
      heads.tell(
          draft, theirs -> theirs.say(FLOW + ".phone-back", Map.of("cell", draft.cell().name())));
    }
  }

  private static String title(
      Wording officers, SlackNews news, String what, Map<String, String> values) {
    String place = news.channel() == null ? "workspace" : "channel";
    return officers.words(FLOW + "." + place + "-" + what, values);
  }

  private void unseen(Draft draft, SlackNews.Unseen unseen) {
    theCase(draft, unseen, unseen.anchor())
        .ifPresent(
            open -> {
              tell(draft, open, "line-down");
              if (!unseen.opened()) return;
              String reason = "case.title-" + key(open.matter().reason());
              heads.tell(
                  draft,
                  theirs ->
                      theirs.say(
                          FLOW + ".phone-case",
                          Map.of(
                              "cell",
                              draft.cell().name(),
                              "why",
                              wording.toCell(draft).words(reason, Map.of()))));
            });
  }

  private void tell(Draft draft, Case open, String id) {
    Wording theirs = wording.to(draft, open.person());
    Map<String, String> values = Map.of("coordinator", wording.coordinator(draft));
    draft.tell(
        open.person(), theirs.say(FLOW + "." + id, values), id.equals("line-up") ? DROP : HOLD);
  }

  /** Where it is still open, and seen to there. */
  private static Optional<Case> theCase(Draft draft, SlackNews news, String anchor) {
    return draft.cases().stream()
        .filter(c -> Cases.anchor(c).equals(anchor) && c.isOpen())
        .filter(c -> isIn(draft.cell(), Answering.of(draft.cell(), c).channel(), news))
        .findFirst();
  }

  private static boolean ofTheOfficers(Cell cell, SlackNews news) {
    return isIn(cell, cell.officersChannel(), news);
  }

  private static boolean isIn(Cell cell, String channel, SlackNews news) {
    return news.channel() == null
        ? InSlack.read(channel).teamOr(cell.slackTeam()).equals(news.team())
        : channel.equals(news.channel());
  }

  /** The officers' channel, or the first that is elsewhere. */
  private static void post(Draft draft, SlackNews news, Card card) {
    boolean back = news instanceof SlackNews.Back;
    draft
        .cell()
        .channels()
        .filter(channel -> back || !isIn(draft.cell(), channel, news))
        .findFirst()
        .ifPresent(
            channel ->
                draft.say(
                    new Outgoing.Post(
                        draft.nextId(),
                        channel,
                        "space/" + Derived.id(draft.cause().id(), "post"),
                        card,
                        true,
                        Set.of())));
  }

  /** Whose it is, by the names in the cell's file. */
  private static String who(Wording officers, Cell cell, SlackNews news) {
    Stream<String> names =
        Stream.of(
                Stream.of(cell.officersChannel())
                    .filter(c -> isIn(cell, c, news))
                    .map(c -> officers.words(FLOW + ".the-officers", Map.of())),
                cell.groups().stream()
                    .filter(g -> g.slackChannel() != null && isIn(cell, g.slackChannel(), news))
                    .map(g -> g.name()),
                cell.response().partners().stream()
                    .filter(p -> isIn(cell, p.slackChannel(), news))
                    .map(p -> p.name()))
            .flatMap(s -> s);
    return names.distinct().collect(Collectors.joining(", "));
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
