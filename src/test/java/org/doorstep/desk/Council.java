package org.doorstep.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.doorstep.cell.ACell;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Officer;
import org.doorstep.cell.Response;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Choice;
import org.doorstep.talk.ShippedTalk;
import org.jspecify.annotations.NullUnmarked;

/** A street whose council refers residents to its groups: what it does there, and what it reads. */
@NullUnmarked
final class Council {

  static final Desk DESK = new Desk(ShippedTalk.load(), ShippedTalk.understanding());
  static final Officer PRIYA = new Officer("U0PRIYA", "Priya");
  static final String NUMBER = "07700 900123";

  final Street street;
  final PersonId sam;

  Council(Response response) {
    this(DESK, ACell.twoGroups().responding(response.takingCalls(List.of(PRIYA))));
  }

  Council() {
    this(Response.USUAL);
  }

  Council(Desk desk, Cell cell) {
    street = new Street(desk, cell);
    sam = street.volunteer("Sam", 100);
  }

  static Map<String, List<String>> form(String... other) {
    Map<String, List<String>> fields =
        new HashMap<>(
            Map.of(
                "needs", List.of("shopping"),
                "place", List.of("LS6 3HN"),
                "address", List.of("14 Ash Grove"),
                "when", List.of("today"),
                "name", List.of("Mary"),
                "consent", List.of("by-phone"),
                "contact", List.of("phone"),
                "number", List.of(NUMBER),
                "urgency", List.of("usual"),
                "note", List.of("Bread and milk, the blue door")));
    for (int i = 0; i < other.length; i += 2) {
      fields.put(other[i], other[i + 1].isEmpty() ? List.of() : List.of(other[i + 1]));
    }
    return fields;
  }

  PersonId slack(String user) {
    PersonId id = new PersonId(user);
    if (!street.people.containsKey(id)) street.writesFrom(user, Address.slack(user));
    return id;
  }

  void refers(String user, Map<String, List<String>> form) {
    street.handsIn(slack(user), Refer.tap().encoded(), form);
    street.passes(java.time.Duration.ZERO);
  }

  HelpRequest job() {
    return street.requests.values().iterator().next();
  }

  /** All that was posted in a channel, its threads too. */
  List<String> texts(String channel) {
    List<String> all = new ArrayList<>();
    for (Outgoing each : street.sent) {
      switch (each) {
        case Outgoing.Post p when p.channel().equals(channel) -> all.add(text(p.card()));
        case Outgoing.Repost p when p.channel().equals(channel) -> all.add(text(p.card()));
        case Outgoing.InThread l when l.channel().equals(channel) ->
            all.add(l.text() + (l.quote() == null ? "" : "\n" + l.quote()));
        case Outgoing o -> {}
      }
    }
    return all;
  }

  /** The lines in the thread of the referral. */
  List<String> thread() {
    return street.sent.stream()
        .flatMap(
            o ->
                o instanceof Outgoing.InThread l && ReferThread.isIts(l.anchor())
                    ? Stream.of(l.text() + (l.quote() == null ? "" : "\n" + l.quote()))
                    : Stream.of())
        .toList();
  }

  /** The referral's post as it stands. */
  Card card() {
    return street.sent.reversed().stream()
        .flatMap(
            o ->
                switch (o) {
                  case Outgoing.Post p when ReferThread.isIts(p.anchor()) -> Stream.of(p.card());
                  case Outgoing.Repost p when ReferThread.isIts(p.anchor()) -> Stream.of(p.card());
                  case Outgoing other -> Stream.<Card>of();
                })
        .findFirst()
        .orElseThrow();
  }

  List<String> buttons() {
    return card().choices().stream().map(c -> c.tap().choice()).toList();
  }

  static String text(Card card) {
    return card.title() + "\n" + String.join("\n", card.lines());
  }

  void press(String user, String choice) {
    press(user, card(), choice);
  }

  void press(String user, Card card, String choice) {
    street.presses(user, button(card, choice).tap().encoded());
  }

  static Choice button(Card card, String choice) {
    return card.choices().stream()
        .filter(c -> c.tap().choice().equals(choice))
        .findFirst()
        .orElseThrow();
  }

  List<String> whispers() {
    return street.sent.stream()
        .flatMap(o -> o instanceof Outgoing.Whisper w ? Stream.of(w.text()) : Stream.of())
        .toList();
  }

  String last(PersonId who) {
    return street.letters(who).getLast().utterance().text();
  }

  /** A lead of the first group orders something. */
  void lead(String order) {
    PersonId joan = new PersonId("joan");
    if (!street.people.containsKey(joan)) {
      street.writesFrom("joan", Address.whatsapp(ACell.JOANS_NUMBER));
    }
    street.says(joan, order);
  }
}
