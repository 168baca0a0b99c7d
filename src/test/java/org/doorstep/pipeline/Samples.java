package org.doorstep.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.CaseId;
import org.doorstep.bridge.Reason;
import org.doorstep.cell.Cell;
import org.doorstep.cell.CellId;
import org.doorstep.cell.Group;
import org.doorstep.cell.Officer;
import org.doorstep.cell.PayingBack;
import org.doorstep.cell.QuietHours;
import org.doorstep.cell.Rules;
import org.doorstep.cell.Stance;
import org.doorstep.cell.WavePolicy;
import org.doorstep.cell.WaveStep;
import org.doorstep.desk.Alarm;
import org.doorstep.desk.Card;
import org.doorstep.desk.Content;
import org.doorstep.desk.DeliveryStatus;
import org.doorstep.desk.HomeTab;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.InboundId;
import org.doorstep.desk.Origin;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.OutgoingId;
import org.doorstep.desk.SlackRef;
import org.doorstep.desk.Thought;
import org.doorstep.help.Arrangement;
import org.doorstep.help.Crew;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.PartOfDay;
import org.doorstep.help.Particulars;
import org.doorstep.help.Recurrence;
import org.doorstep.help.RequestId;
import org.doorstep.help.Thing;
import org.doorstep.help.ThingId;
import org.doorstep.help.When;
import org.doorstep.people.Address;
import org.doorstep.people.Availability;
import org.doorstep.people.Flag;
import org.doorstep.people.Need;
import org.doorstep.people.PersonId;
import org.doorstep.people.Travel;
import org.doorstep.people.Volunteering;
import org.doorstep.place.Area;
import org.doorstep.place.Place;
import org.doorstep.place.Point;
import org.doorstep.talk.Choice;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Known;
import org.doorstep.talk.SlotValue;
import org.doorstep.talk.Tap;
import org.doorstep.talk.Utterance;
import org.jspecify.annotations.Nullable;

/** A made-up cell and what may happen in it. */
public final class Samples {

  public static final Instant NOW = Instant.parse("2026-03-05T10:15:30Z");
  public static final Cell CELL = cell("made-up-hill");
  public static final Place HOME = new Place("LS6 3HN", "LS6", new Point(53.82345, -1.57654), true);

  private Samples() {}

  public static Cell cell(String id) {
    Area area = new Area(List.of("LS6"), List.of());
    return new Cell(
        new CellId(id),
        "Made-up Hill",
        ZoneId.of("Europe/London"),
        "en",
        "+447700900001",
        null,
        "T1",
        "COFFICERS",
        List.of(new Officer("UOFFICER", "Olive Made-up")),
        List.of(
            new Group(
                "hill",
                "Hill Helpers",
                area,
                "CHILL",
                "Leah",
                List.of("ULEAH"),
                Stance.INTEGRATED,
                null)),
        area,
        "the council",
        new Rules(
            WavePolicy.usual(List.of(new WaveStep(3, 1000, Duration.ofMinutes(10)))),
            new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)),
            Duration.ofHours(1),
            Duration.ofHours(2),
            2,
            Rules.Standby.USUAL,
            Duration.ofHours(1),
            Duration.ofMinutes(15),
            Duration.ZERO,
            Duration.ofDays(30),
            Duration.ofDays(30),
            PayingBack.USUAL,
            Duration.ofDays(400),
            Rules.USUAL_NEEDS));
  }

  /** One that is lent for two weeks. */
  public static Thing thing(String id, String kind, PersonId owner) {
    return Thing.offered(
        new ThingId(id), owner, kind, 1, 14, HOME, NOW, NOW.plus(Duration.ofDays(30)));
  }

  public static Inbound said(String id, String number, String text) {
    return said(id, number, text, null);
  }

  public static Inbound said(String id, String number, String text, @Nullable String tap) {
    return new Inbound.Said(
        new InboundId("twilio/" + id),
        NOW,
        new Inbound.Sender(Address.whatsapp(number), List.of(), null),
        new Content(text, tap, null, null, List.of()));
  }

  public static Inbound saidAs(String id, Address address, List<Address> also) {
    return new Inbound.Said(
        new InboundId("twilio/" + id),
        NOW,
        new Inbound.Sender(address, also, "A Profile"),
        Content.text("hello"));
  }

  public static Inbound inThread(String id, SlackRef thread) {
    return new Inbound.InThread(
        new InboundId("slack/" + id),
        NOW,
        new Inbound.Sender(Address.slack("UOFFICER"), List.of(), null),
        thread,
        new SlackRef(thread.channel(), "1709633999.000200"),
        "on my way",
        false);
  }

  public static Inbound reported(String id, OutgoingId of, DeliveryStatus status) {
    return new Inbound.Reported(new InboundId("twilio/status/" + id), NOW, of, status, null);
  }

  public static Inbound windowClosed(String id, OutgoingId of) {
    return new Inbound.Reported(
        new InboundId("twilio/status/" + id), NOW, of, DeliveryStatus.FAILED, "63016");
  }

  public static String tap(String about) {
    return new Tap("job", 1, "job.offered", "take", about).encoded();
  }

  public static Particulars particulars(String id, PersonId resident) {
    return new Particulars(
        new RequestId(id),
        resident,
        new Need("prescription"),
        "can someone get my mums prescription",
        "from the chemist",
        HOME,
        new When(
            NOW.atZone(ZoneId.of("UTC")).toLocalDate(), PartOfDay.MORNING, null, true, false, null),
        "mum",
        Set.of(Flag.ELDERLY),
        "gate code 1234",
        "hill",
        NOW,
        List.of(new Particulars.Linked(new RequestId(id + "lift"), new Need("lift"))));
  }

  public static HelpRequest.Seeking seeking(String id, PersonId resident, PersonId... asked) {
    HelpRequest.Seeking open = HelpRequest.open(particulars(id, resident));
    return asked.length == 0 ? open : open.waveSent(List.of(asked));
  }

  /** Two parts of the same job, {@code rabcdef1} and {@code rabcdef2}. */
  public static List<HelpRequest.Seeking> parts(PersonId resident) {
    RequestId first = new RequestId("rabcdef1");
    RequestId second = new RequestId("rabcdef2");
    Particulars wanted = particulars(first.value(), resident);
    return List.of(
        HelpRequest.open(wanted.in(first, new Crew(1, List.of(second)))),
        HelpRequest.open(wanted.in(second, new Crew(2, List.of(first)))));
  }

  public static Arrangement weekly(String first, PersonId resident) {
    return Arrangement.of(
        particulars(first, resident),
        Recurrence.WEEKLY,
        NOW.atZone(ZoneId.of("UTC")).toLocalDate());
  }

  public static Case.Waiting waiting(String id, PersonId person, @Nullable String request) {
    return Case.open(
        new Case.Matter(
            new CaseId(id),
            Reason.WORRIED,
            person,
            request == null ? null : new RequestId(request),
            "I am worried about him",
            NOW));
  }

  public static Thought thought(String... texts) {
    List<Thought.Text> all = new ArrayList<>();
    for (String text : texts) all.add(new Thought.Text(new InboundId("SM" + all.size()), text));
    return new Thought(all, NOW, NOW.plusMillis(2500), false);
  }

  public static Conversation conversation() {
    return new Conversation(
        "request-help",
        1,
        "asking",
        "place",
        Map.of(
            "need", new Known(new SlotValue.Picked(List.of("shopping")), Known.Source.SAID, 0.9),
            "place", new Known(new SlotValue.At(HOME), Known.Source.PIN, 1),
            "name", new Known(new SlotValue.Words("Wilma"), Known.Source.TYPED, 1),
            "when", new Known(new SlotValue.Time(When.asSoonAsPossible()), Known.Source.DEFAULT, 1),
            "flags", new Known(new SlotValue.Raised(Set.of(Flag.ALONE)), Known.Source.SAID, 1),
            "note", new Known(new SlotValue.Skipped(), Known.Source.TAPPED, 1)),
        List.of("need", "place"),
        1,
        7,
        "help please",
        NOW,
        NOW,
        NOW);
  }

  /** What is asked outside a form, and waits for an answer in words. */
  public static Conversation question(String state, String text) {
    return new Conversation(
        "relay",
        1,
        state,
        null,
        Map.of("text", new Known(new SlotValue.Words(text), Known.Source.TYPED, 1)),
        List.of(),
        0,
        0,
        null,
        NOW,
        NOW,
        NOW);
  }

  public static Volunteering volunteering(Place home) {
    return new Volunteering(
        home,
        1500,
        Set.of(Travel.BICYCLE),
        Set.of(new Need("shopping")),
        Set.of("dbs"),
        "hill",
        NOW,
        Instant.MAX,
        Availability.ALWAYS,
        Set.of());
  }

  public static Outgoing.ToPerson toPerson(String id, PersonId to, PersonId... alsoAbout) {
    return toPerson(id, to, false, null, alsoAbout);
  }

  public static Outgoing.ToPerson toPerson(
      String id, PersonId to, boolean urgent, @Nullable Origin origin, PersonId... alsoAbout) {
    Set<PersonId> about = new java.util.LinkedHashSet<>(List.of(alsoAbout));
    about.add(to);
    return new Outgoing.ToPerson(
        new OutgoingId(id),
        to,
        Utterance.plain("job.claimed", "the text of " + id),
        Outgoing.ToPerson.WhenClosed.HOLD,
        urgent,
        origin,
        about);
  }

  public static Outgoing.Post post(String id, String anchor, PersonId... about) {
    return new Outgoing.Post(
        new OutgoingId(id),
        "CHILL",
        anchor,
        new Card("A job", List.of("Shopping"), "bread and milk", List.of()),
        false,
        Set.of(about));
  }

  public static Alarm.Set alarm(String request, Instant at) {
    return new Alarm.Set(new Alarm.NextWave(new RequestId(request), 1), at);
  }

  /** Somebody's page in Slack. */
  public static Outgoing.Home home(String id, String user, PersonId... about) {
    Choice done = new Choice(new Tap("home", 1, "held", "done", "rabcdef1.1.1"), "Done", null);
    return new Outgoing.Home(
        new OutgoingId(id),
        user,
        new HomeTab(
            "en",
            List.of(
                new HomeTab.Part("Your jobs", "", List.of()),
                new HomeTab.Part(null, "Shopping, LS6", List.of(done)))),
        Set.of(about));
  }
}
