package org.doorstep.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.doorstep.desk.Content;
import org.doorstep.desk.Content.Kind;
import org.doorstep.desk.DeliveryStatus;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.InboundId;
import org.doorstep.desk.OutgoingId;
import org.doorstep.people.Address;
import org.doorstep.place.Point;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Recorded payload to expected inbound. A new payload is a file and a row. */
class TwilioReaderTest {

  private static final Instant NOW = Instant.parse("2026-03-03T10:00:00Z");
  private static final Address ADA = Address.whatsapp("+447700900201");
  private static final Address SCOPED = Address.whatsapp("GB.1A2B3C4D");

  record Row(String payload, Inbound expected) {
    @Override
    public String toString() {
      return payload;
    }
  }

  static Stream<Row> rows() {
    return Stream.of(
        row(
            "text",
            1,
            words(
                "Hi can someone get my mums prescription from Boots tomorrow morning, she's at LS6 3HN")),
        row(
            "text-with-numbers",
            2,
            words("card •••• •••• •••• ••••, NHS ••• ••• ••••, ring 07700 900123")),
        row(
            "quick-reply",
            3,
            new Content(
                "Yes, ask them",
                "request-help~4~confirm~send~n1",
                "MM" + hex(99),
                null,
                List.of())),
        row(
            "list-pick",
            4,
            new Content(
                "Shopping",
                "request-help~4~ask.need~shopping~n1",
                "MM" + hex(98),
                null,
                List.of())),
        row("pin", 5, pin("Headingley Library")),
        row("pin-bare", 6, pin(null)),
        row("pin-off-earth", 7, words("")),
        said("voice-note", "MM" + hex(8), ADA, List.of(), media("", Kind.AUDIO)),
        row("album", 9, media("the list", Kind.IMAGE, Kind.VIDEO)),
        row("sticker", 10, media("", Kind.STICKER)),
        row("contact-card", 11, media("", Kind.CONTACT)),
        row("contact-card-without-media", 12, media("", Kind.CONTACT)),
        row("document", 13, media("letter.pdf", Kind.DOCUMENT)),
        row("of-a-new-type", 14, media("", Kind.UNKNOWN)),
        row("empty", 15, words("")),
        said("business-scoped-id", "SM" + hex(16), SCOPED, List.of(), words("hello")),
        said("number-and-business-scoped-id", "SM" + hex(17), ADA, List.of(SCOPED), words("hello")),
        row(
            "right-to-left-zalgo-markup",
            18,
            words("\u202eمساعدة\u202c h̶̛͟elp <!channel> <@U0OFFICER> *bold*")),
        row("emoji", 19, words("👍🏽")),
        row("unannounced", 20, words("hi")),
        new Row(
            "sms",
            new Inbound.Said(
                new InboundId("twilio/SM" + hex(30)),
                NOW,
                new Inbound.Sender(Address.sms("+447700900202"), List.of(), null),
                words("yes pls"))));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aRecordedMessageIsRead(Row row) {
    TwilioForm form = Forms.form(Forms.recorded(row.payload()));
    assertThat(TwilioShape.plausible(form, Forms.ACCOUNT.sid())).isTrue();
    assertThat(TwilioReader.said(form, NOW)).isEqualTo(row.expected());
  }

  @ParameterizedTest
  @CsvSource({
    "status-delivered, delivered, 40, DELIVERED,",
    "status-read, read, 40, READ,",
    "status-failed, failed, 41, FAILED, 63024",
    "status-undelivered, undelivered, 41, FAILED, 63016",
  })
  void aRecordedReportIsRead(
      String payload, String status, int sid, DeliveryStatus rank, @Nullable String error) {
    TwilioForm form = Forms.form(Forms.recorded(payload));
    OutgoingId ours = new OutgoingId("o1");
    assertThat(TwilioShape.plausible(form, Forms.ACCOUNT.sid())).isTrue();
    assertThat(TwilioReader.reported(form, ours, NOW))
        .contains(
            new Inbound.Reported(
                new InboundId("twilio-status/SM" + hex(sid) + "/" + status),
                NOW,
                ours,
                rank,
                error));
  }

  @Test
  void aStatusThatNobodyKnowsSaysNothing() {
    TwilioForm form = Forms.form(Forms.recorded("status-of-a-new-kind"));
    assertThat(TwilioReader.reported(form, new OutgoingId("o1"), NOW)).isEmpty();
  }

  private static Row row(String payload, int sid, Content content) {
    return said(payload, "SM" + hex(sid), ADA, List.of(), content);
  }

  private static Row said(
      String payload, String sid, Address from, List<Address> aka, Content content) {
    Inbound.Sender sender = new Inbound.Sender(from, aka, "Ada Example");
    return new Row(payload, new Inbound.Said(new InboundId("twilio/" + sid), NOW, sender, content));
  }

  private static Content words(String text) {
    return Content.text(text);
  }

  private static Content media(String text, Kind... kinds) {
    return new Content(text, null, null, null, List.of(kinds));
  }

  private static Content pin(@Nullable String label) {
    return new Content(
        "", null, null, new Content.Pin(new Point(53.81952, -1.57682), label), List.of());
  }

  private static String hex(int n) {
    return "%032x".formatted(n);
  }
}
