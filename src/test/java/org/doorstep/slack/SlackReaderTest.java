package org.doorstep.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.doorstep.cell.ChannelsCell;
import org.doorstep.desk.BareCommand;
import org.doorstep.desk.Content;
import org.doorstep.desk.Content.Kind;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.InboundId;
import org.doorstep.desk.Shortcut;
import org.doorstep.desk.SlackRef;
import org.doorstep.people.Address;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded payload to expected inbound. A new payload is a file and a row. */
class SlackReaderTest {

  private static final Instant NOW = Instant.parse("2026-03-03T10:00:00Z");
  private static final SlackRef POST = new SlackRef("C0OFFICERS", "1772531000.000100");
  private static final SlackRef MESSAGE = new SlackRef("C0OFFICERS", "1772532000.000200");
  private static final String OFFERED = "job~1~offered~take~rAb12cd.1";

  private final SlackReader reader = new SlackReader(Payloads.CELLS);

  record Row(String payload, Inbound expected) {
    @Override
    public String toString() {
      return payload;
    }
  }

  static Stream<Row> rows() {
    return Stream.of(
        said("direct-message.json", Content.text("I want to help & drive <3")),
        said(
            "direct-message-in-thread.json",
            new Content("yes pls", null, "1772531000.000100", null, List.of())),
        said("direct-message-with-card-number.json", Content.text("card •••• •••• •••• ••••")),
        said(
            "direct-voice-clip.json",
            new Content("", null, null, null, List.of(Kind.AUDIO, Kind.IMAGE, Kind.UNKNOWN))),
        said(
            "direct-receipt.json",
            new Content(
                "the receipt", null, null, null, List.of(Kind.IMAGE), "T0DOORSTEP:F0RECEIPT1")),
        said(
            "direct-picture-of-no-id.json",
            new Content("the receipt", null, null, null, List.of(Kind.IMAGE))),
        inThread(
            "thread-message.json",
            "Tell @Olu Example and @user to see the guide (https://www.gov.uk/a?b=1&c=2) &lt; @channel in #north",
            false),
        inThread("thread-message-of-a-new-kind.json", "hi", false),
        inThread("thread-file.json", "the form", true),
        inThread("thread-broadcast.json", "all of you", false),
        inThread("thread-mention.json", "please ring her", false),
        inThread("thread-mention-as-message.json", "please ring her", false),
        new Row("thread-edited.json", amended()),
        new Row("thread-deleted.json", amended()),
        new Row(
            "press-in-channel.form",
            new Inbound.Pressed(
                new InboundId("slack/C0NORTH/1772531000.000100/U0VOL/1772532000.123456"),
                NOW,
                sender("U0VOL", "vol"),
                OFFERED,
                new SlackRef("C0NORTH", "1772531000.000100"),
                "1.2.abc")),
        new Row("direct-message-edited.json", reworded("two pints & a loaf")),
        new Row("direct-message-deleted.json", reworded("")),
        new Row("press-in-direct-message.form", tapped("I can", OFFERED)),
        new Row(
            "menu-in-direct-message.form",
            tapped("Shopping", "request-help~4~ask.need~shopping~n1")),
        command("command.form", "my jobs & more"),
        new Row(
            "command-without-words.form",
            new Inbound.Said(
                new InboundId("slack/command/13345224609.738474920.8088930838d88f008e0"),
                NOW,
                sender("U0VOL", "vol"),
                BareCommand.content())),
        shortcut("shortcut-near-me.form", "NEAR ME"),
        shortcut("shortcut-my-jobs.form", "MY JOBS"),
        new Row(
            "home-opened.json",
            new Inbound.HomeOpened(new InboundId("slack/Ev0001"), NOW, sender("U0VOL", null))),
        new Row(
            "press-duty-at-home.form",
            new Inbound.Said(
                new InboundId("slack/home/U0VOL/1772532000.123456"),
                NOW,
                sender("U0VOL", "vol"),
                new Content(
                    "I am on duty", "home~1~at-usual-times~on-duty~", null, null, List.of()))),
        handedIn(
            "form-join.form",
            "home~1~welcome~join~",
            Map.of(
                "name", List.of("Priya & <Co>"),
                "place", List.of("ls6 3hn"),
                "reach", List.of("1500"),
                "travel", List.of("on-foot", "bus"),
                "likes", List.of("anything"))),
        handedIn(
            "form-outcome.form",
            "home~1~held~outcome~rAb12cd.1.1",
            Map.of(
                "what", List.of("nobody-in"),
                "note", List.of("rang twice, card •••• •••• •••• ••••"))),
        handedIn(
            "form-paid.form",
            "home~1~held~paid~rAb12cd.1.1",
            Map.of("amount", List.of("14.20"), "note", List.of("the shop had no brown bread"))),
        new Row(
            "form-refer.form",
            new Inbound.HandedIn(
                new InboundId("slack/form/V0FORM/U0OFFICER"),
                NOW,
                sender("U0OFFICER", "olu"),
                "refer~1~form~refer~",
                Map.ofEntries(
                    Map.entry("needs", List.of("shopping")),
                    Map.entry("place", List.of("LS6 3HN")),
                    Map.entry("address", List.of()),
                    Map.entry("when", List.of("today")),
                    Map.entry("day", List.of("2026-03-20")),
                    Map.entry("name", List.of("Mary")),
                    Map.entry("consent", List.of("by-phone")),
                    Map.entry("contact", List.of("phone")),
                    Map.entry("number", List.of("0113 496 0999")),
                    Map.entry("urgency", List.of("usual")),
                    Map.entry("note", List.of("the blue door"))))),
        new Row(
            "message-shortcut-refer-by-a-guest.form",
            new Inbound.Said(
                new InboundId("slack/shortcut/U0VOL/1772532000.123456"),
                NOW,
                sender("U0VOL", "vol"),
                Shortcut.REFER.content())),
        handedIn(
            "form-offer.form",
            "home~1~offer~offer~p;da=w;ho=;qu=;re=5000;tr=1;li=0.15;la=",
            Map.of(
                "days", List.of("saturday", "sunday"),
                "hours", List.of("09:00-12:00, 17:00-21:00"),
                "quiet", List.of(),
                "reach", List.of("5000"),
                "travel", List.of("on-foot"),
                "likes", List.of(),
                "languages", List.of("pl", "ur"))));
  }

  private static Row handedIn(String payload, String tap, Map<String, List<String>> fields) {
    return new Row(
        payload,
        new Inbound.HandedIn(
            new InboundId("slack/form/V0FORM/U0VOL"), NOW, sender("U0VOL", "vol"), tap, fields));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aRecordedPayloadIsRead(Row row) {
    assertThat(reader.read(Payloads.request(row.payload()), NOW))
        .isEqualTo(new Reading.Happened(ChannelsCell.cell(), row.expected()));
  }

  @ParameterizedTest
  @CsvSource({
    "direct-message-of-the-bot.json, a-bot",
    "bot-in-thread.json, a-bot",
    "our-post-updated.json, a-bot",
    "thread-of-someone-else.json, anothers-thread",
    "channel-message.json, not-in-a-thread",
    "thread-unfurled.json, not-in-a-thread",
    "channel-join.json, not-words",
    "home-opened-at-messages.json, not-for-us",
    "modal-submitted.form, not-our-form",
    "unheard-of.json, not-for-us",
    "unknown-team.json, unknown-team",
    "press-in-unknown-team.form, unknown-team",
    "press-on-someone-elses-button.form, not-our-button",
    "press-without-value.form, not-our-button",
    "shortcut-of-someone-else.form, not-our-shortcut",
    "message-shortcut-of-someone-else.form, not-our-shortcut",
  })
  void whatIsNotForUsIsLeftAside(String payload, String why) {
    assertThat(reader.read(Payloads.request(payload), NOW)).isEqualTo(new Reading.Ignored(why));
  }

  @ParameterizedTest
  @CsvSource({
    "officer-left.json, U0OFFICER, true",
    "officer-changed.json, U0OFFICER, false",
    "volunteer-left.json, U0VOL, false",
  })
  void whoeverIsChangedIsAskedAboutAgainAndWhoSeesCasesAndIsGoneIsForTheDesk(
      String payload, String user, boolean left) {
    Inbound gone = new Inbound.Left(new InboundId("slack/Ev0001"), NOW, sender("U0OFFICER", null));
    assertThat(reader.read(Payloads.request(payload), NOW))
        .isEqualTo(
            new Reading.MemberChanged(ChannelsCell.cell(), "T0DOORSTEP", user, left ? gone : null));
  }

  @ParameterizedTest
  @ValueSource(strings = "event-without-event.json")
  void whatWeHaveNotAskedForIsUnknown(String payload) {
    assertThat(SlackRequests.of(Payloads.recorded(payload)))
        .isEqualTo(new SlackRequests.Kind.Unknown());
  }

  private static Row said(String payload, Content content) {
    InboundId id = new InboundId("slack/D0DIRECT/1772532000.000200");
    return new Row(payload, new Inbound.Said(id, NOW, sender("U0VOL", null), content));
  }

  private static Row inThread(String payload, String text, boolean files) {
    InboundId id = new InboundId("slack/C0OFFICERS/1772532000.000200");
    return new Row(
        payload,
        new Inbound.InThread(id, NOW, sender("U0OFFICER", null), POST, MESSAGE, text, files));
  }

  private static Inbound amended() {
    return new Inbound.Amended(
        new InboundId("slack/Ev0001"), NOW, sender("U0OFFICER", null), POST, MESSAGE);
  }

  private static Inbound reworded(String text) {
    return new Inbound.Reworded(
        new InboundId("slack/Ev0001"),
        NOW,
        sender("U0VOL", null),
        new InboundId("slack/D0DIRECT/1772532000.000200"),
        text);
  }

  private static Inbound tapped(String label, String tap) {
    return new Inbound.Said(
        new InboundId("slack/D0DIRECT/1772531000.000100/U0VOL/1772532000.123456"),
        NOW,
        sender("U0VOL", "vol"),
        new Content(label, tap, "1772531000.000100", null, List.of()));
  }

  private static Row command(String payload, String words) {
    InboundId id = new InboundId("slack/command/13345224609.738474920.8088930838d88f008e0");
    return new Row(payload, new Inbound.Said(id, NOW, sender("U0VOL", "vol"), Content.text(words)));
  }

  private static Row shortcut(String payload, String words) {
    InboundId id = new InboundId("slack/shortcut/U0VOL/1772532000.123456");
    return new Row(payload, new Inbound.Said(id, NOW, sender("U0VOL", "vol"), Content.text(words)));
  }

  private static Inbound.Sender sender(String user, @Nullable String name) {
    return new Inbound.Sender(Address.slack(user), List.of(), name);
  }
}
