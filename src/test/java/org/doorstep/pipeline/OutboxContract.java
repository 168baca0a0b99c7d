package org.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.doorstep.desk.Card;
import org.doorstep.desk.Change;
import org.doorstep.desk.DeliveryStatus;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.Origin;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.OutgoingId;
import org.doorstep.desk.SlackRef;
import org.doorstep.people.Person;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
public abstract class OutboxContract extends PortsContract {

  private static final String NUMBER = "+447700900101";

  private Person person;
  private int events;

  @BeforeEach
  void meetSomebody() {
    person = met(NUMBER);
  }

  private void say(Outgoing... says) {
    happens(Samples.said("S" + ++events, NUMBER, "x"), saying(says));
  }

  private Parcel only() {
    List<Parcel> parcels = parcels();
    assertThat(parcels).hasSize(1);
    return parcels.getFirst();
  }

  private void settle(Parcel parcel, Delivery delivery) {
    await(ports.outbox().settle(holding, parcel, delivery, NOW).thenReturn(true));
  }

  private static Delivery.Sent sent() {
    return new Delivery.Sent("SM77", null);
  }

  @Test
  void whatWasSaidWaitsToBeSent() {
    Outgoing outgoing = Samples.toPerson("o1", person.id());
    say(outgoing);
    Parcel parcel = only();
    assertThat(parcel.outgoing()).isEqualTo(outgoing);
    assertThat(parcel.recipient()).isEqualTo(person);
    assertThat(parcel.tried()).isFalse();
    assertThat(parcel.cell()).isEqualTo(CELL.id());
  }

  @Test
  void everyKindOfMessageComesOutAsItWentIn() {
    SlackRef ref = new SlackRef("CHILL", "1709633700.000100");
    List<Outgoing> all =
        List.of(
            new Outgoing.TextMessage(new OutgoingId("o9"), "+447700900801", "please look"),
            new Outgoing.Modal(
                new OutgoingId("o10"),
                "trigger",
                "CHILL",
                "U1",
                new Card("Shown", List.of("a line"), "words", List.of()),
                "too late",
                Set.of(person.id())),
            Samples.toPerson(
                "o1", person.id(), false, new Origin(ref, "case/cabcdef"), person.id()),
            Samples.post("o2", "job/rabcdef1", person.id()),
            new Outgoing.Repost(
                new OutgoingId("o3"),
                "CHILL",
                "job/rabcdef1",
                new Card("Taken", List.of(), null, List.of()),
                Set.of()),
            new Outgoing.InThread(
                new OutgoingId("o4"),
                "CHILL",
                "job/rabcdef1",
                "a line",
                "words",
                "U1",
                false,
                Set.of(person.id())),
            new Outgoing.Mark(new OutgoingId("o5"), ref, DeliveryStatus.DELIVERED),
            new Outgoing.Whisper(new OutgoingId("o6"), "CHILL", "U1", "not for you"),
            Samples.home("o7", "U1", person.id()),
            Samples.home("o8", "U2"));
    say(all.toArray(Outgoing[]::new));
    List<Parcel> sent = new java.util.ArrayList<>(parcels());
    sent.addAll(parcels());
    assertThat(sent).extracting(Parcel::outgoing).isEqualTo(all);
  }

  @Test
  void urgentOnesComeBeforeAll() {
    say(Samples.toPerson("o1", person.id()), Samples.toPerson("o2", person.id()));
    say(Samples.toPerson("o3", person.id(), true, null));
    List<Parcel> all = new java.util.ArrayList<>(parcels());
    all.addAll(parcels());
    assertThat(all).extracting(p -> p.outgoing().id().value()).containsExactly("o3", "o1", "o2");
  }

  @Test
  void aMessageIsEnqueuedOnce() {
    say(Samples.toPerson("o1", person.id()), Samples.toPerson("o1", person.id()));
    say(Samples.toPerson("o1", person.id()));
    Parcel parcel = only();
    settle(parcel, sent());
    say(Samples.toPerson("o1", person.id()));
    assertThat(parcels()).isEmpty();
  }

  @Test
  void whatIsInHandIsNotHandedOutAgain() {
    say(Samples.toPerson("o1", person.id()));
    only();
    assertThat(parcels()).isEmpty();
  }

  @Test
  void aSuccessorFindsWhatWasNotSettled() {
    say(Samples.toPerson("o1", person.id()), Samples.toPerson("o2", person.id()));
    List<Parcel> both = parcels();
    settle(both.getFirst(), sent());
    holding = changeHands();
    assertThat(only().outgoing().id()).isEqualTo(new OutgoingId("o2"));
  }

  @Test
  void anAttemptThatNobodySettledIsUncertain() {
    say(Samples.toPerson("o1", person.id()));
    await(ports.outbox().attempting(holding, only(), NOW).thenReturn(true));
    holding = changeHands();
    assertThat(only().tried()).isTrue();
  }

  @Test
  void anUncertainOneStaysAndSaysSo() {
    say(Samples.toPerson("o1", person.id()));
    settle(only(), new Delivery.Uncertain("timeout"));
    holding = changeHands();
    assertThat(only().tried()).isTrue();
  }

  @Test
  void oneForLaterStaysAndWasNotTried() {
    say(Samples.toPerson("o1", person.id()));
    Parcel parcel = only();
    await(ports.outbox().attempting(holding, parcel, NOW).thenReturn(true));
    settle(parcel, new Delivery.TryLater(Duration.ofSeconds(1), "busy"));
    holding = changeHands();
    assertThat(only().tried()).isFalse();
  }

  @Test
  void whatIsSettledIsGone() {
    List<Delivery> all =
        List.of(
            sent(),
            new Delivery.Refused("63024"),
            new Delivery.OptedOut(),
            new Delivery.Dropped("closed"),
            new Delivery.Held(null));
    for (Delivery each : all) {
      say(Samples.toPerson("o-" + each.getClass().getSimpleName(), person.id()));
      settle(only(), each);
    }
    holding = changeHands();
    assertThat(parcels()).isEmpty();
  }

  @Test
  void aPostIsFoundAgainByItsAnchor() {
    say(Samples.post("o1", "job/rabcdef1"));
    SlackRef ref = new SlackRef("CHILL", "1709633700.000100");
    settle(only(), new Delivery.Sent(null, ref));
    say(
        new Outgoing.Repost(
            new OutgoingId("o2"),
            "CHILL",
            "job/rabcdef1",
            new Card("Taken", List.of(), null, List.of()),
            Set.of()));
    assertThat(only().anchored()).isEqualTo(ref);
  }

  @Test
  void aLineThatWasTakenBeforeItsPostWasSentFindsItAfterwards() {
    say(Samples.post("o1", "case/cabcdef1"));
    say(
        new Outgoing.InThread(
            new OutgoingId("o2"), "CHILL", "case/cabcdef1", "a", null, null, false, Set.of()));
    List<Parcel> taken = parcels();
    assertThat(taken).hasSize(2);
    assertThat(taken.getLast().anchored()).isNull();
    SlackRef ref = new SlackRef("CHILL", "1709633700.000100");
    settle(taken.getFirst(), new Delivery.Sent(null, ref));
    assertThat(await(ports.outbox().anchored(taken.getLast())).anchored()).isEqualTo(ref);
  }

  @Test
  void aReplyInTheThreadDoesNotMoveTheAnchor() {
    say(Samples.post("o1", "job/rabcdef1"));
    SlackRef ref = new SlackRef("CHILL", "1709633700.000100");
    settle(only(), new Delivery.Sent(null, ref));
    Outgoing line =
        new Outgoing.InThread(
            new OutgoingId("o2"), "CHILL", "job/rabcdef1", "a", null, null, false, Set.of());
    say(line);
    settle(only(), new Delivery.Sent(null, new SlackRef("CHILL", "1709633999.000900")));
    say(
        new Outgoing.InThread(
            new OutgoingId("o3"), "CHILL", "job/rabcdef1", "b", null, null, false, Set.of()));
    assertThat(only().anchored()).isEqualTo(ref);
  }

  @Test
  void aHeldTextIsKeptUntilThePersonWritesAndIsSaidOnce() {
    Outgoing.ToPerson outgoing = Samples.toPerson("o1", person.id());
    say(outgoing);
    Parcel parcel = only();
    settle(parcel, new Delivery.Held("SM1"));
    settle(parcel, new Delivery.Held("SM1"));
    Inbox.Entry entry = arrive(Samples.said("W1", NUMBER, "hi"));
    Dossier dossier = open(entry);
    assertThat(dossier.held())
        .containsExactly(new Dossier.Held(outgoing.utterance(), outgoing.origin()));
    commit(entry, dossier, settled(new Change.HeldSaid(person.id())));
    assertThat(look("W2", NUMBER).held()).isEmpty();
  }

  @Test
  void aTextThatIsHeldWhileOthersAreSaidIsKept() {
    say(Samples.toPerson("o1", person.id()));
    settle(only(), new Delivery.Held(null));
    Inbox.Entry entry = arrive(Samples.said("W1", NUMBER, "hi"));
    Dossier dossier = open(entry);
    Outgoing.ToPerson second = Samples.toPerson("o2", person.id());
    say(second);
    settle(only(), new Delivery.Held(null));
    commit(entry, dossier, settled(new Change.HeldSaid(person.id())));
    assertThat(look("W2", NUMBER).held())
        .containsExactly(new Dossier.Held(second.utterance(), null));
  }

  @Test
  void aHeldTextKeepsItsOfficersMessage() {
    Origin origin = new Origin(new SlackRef("COFFICERS", "1709633700.000100"), "case/cabcdef");
    Outgoing.ToPerson outgoing = Samples.toPerson("o1", person.id(), false, origin);
    say(outgoing);
    settle(only(), new Delivery.Held("SM1"));
    assertThat(look("W1", NUMBER).held())
        .containsExactly(new Dossier.Held(outgoing.utterance(), origin));
  }

  @Test
  void freeTextThatFoundTheWindowClosedCanBeSaidAgain() {
    Outgoing.ToPerson outgoing = Samples.toPerson("o1", person.id());
    say(outgoing);
    attempted(NOW);
    Dossier.Sent sent = open(arrive(Samples.windowClosed("1", outgoing.id()))).sent();
    assertThat(sent)
        .isEqualTo(
            new Dossier.Sent(
                outgoing.id(), person.id(), null, null, new Dossier.Tried(outgoing, NOW)));
  }

  @Test
  void otherReportsDoNotBringItBack() {
    Outgoing.ToPerson outgoing = Samples.toPerson("o1", person.id());
    say(outgoing);
    attempted(NOW);
    Dossier dossier = open(arrive(Samples.reported("1", outgoing.id(), DeliveryStatus.FAILED)));
    assertThat(dossier.sent())
        .isEqualTo(new Dossier.Sent(outgoing.id(), person.id(), null, null, null));
  }

  @Test
  void whatWasSentBehindAClosedWindowIsNotKept() {
    Outgoing.ToPerson outgoing = Samples.toPerson("o1", person.id());
    say(outgoing);
    attempted(NOW.plus(Duration.ofDays(2)));
    Dossier dossier = open(arrive(Samples.windowClosed("1", outgoing.id())));
    assertThat(dossier.sent())
        .isEqualTo(new Dossier.Sent(outgoing.id(), person.id(), null, null, null));
  }

  private void attempted(Instant at) {
    Parcel parcel = only();
    await(ports.outbox().attempting(holding, parcel, at).thenReturn(true));
    settle(parcel, sent());
  }

  @Test
  void aReportFindsItsMessage() {
    Origin origin = new Origin(new SlackRef("COFFICERS", "1709633700.000100"), "case/cabcdef");
    say(Samples.toPerson("o1", person.id(), false, origin));
    settle(only(), sent());
    Dossier dossier =
        open(arrive(Samples.reported("1", new OutgoingId("o1"), DeliveryStatus.DELIVERED)));
    assertThat(dossier.sent())
        .isEqualTo(new Dossier.Sent(new OutgoingId("o1"), person.id(), origin, null, null));
    assertThat(dossier.people()).containsEntry(person.id(), person);
  }

  @Test
  void theFurthestThatAMessageGotIsRemembered() {
    OutgoingId id = new OutgoingId("o1");
    say(Samples.toPerson("o1", person.id()));
    happens(Samples.reported("1", id, DeliveryStatus.DELIVERED));
    happens(Samples.reported("2", id, DeliveryStatus.SENT));
    settle(only(), sent());
    Dossier dossier = open(arrive(Samples.reported("3", id, DeliveryStatus.READ)));
    assertThat(dossier.sent().best()).isEqualTo(DeliveryStatus.DELIVERED);
  }

  @Test
  void aReportOfSomethingUnknownHasNoMessage() {
    assertThat(
            open(arrive(Samples.reported("1", new OutgoingId("o9"), DeliveryStatus.SENT))).sent())
        .isNull();
    happens(Samples.reported("2", new OutgoingId("o9"), DeliveryStatus.SENT));
    say(Samples.toPerson("o9", person.id()));
    assertThat(only().outgoing().id()).isEqualTo(new OutgoingId("o9"));
  }

  @Test
  void whoLostTheCellSendsAndSettlesNothing() {
    say(Samples.toPerson("o1", person.id()));
    Parcel parcel = only();
    Holding old = holding;
    holding = changeHands();
    assertThatThrownBy(() -> await(ports.outbox().next(old, 10))).isInstanceOf(Lost.class);
    assertThatThrownBy(
            () -> await(ports.outbox().settle(old, parcel, sent(), NOW).thenReturn(true)))
        .isInstanceOf(Lost.class);
    assertThatThrownBy(() -> await(ports.outbox().attempting(old, parcel, NOW).thenReturn(true)))
        .isInstanceOf(Lost.class);
    assertThat(only().tried()).isFalse();
  }

  // ---- what goes to a place in Slack that is away

  private void setAside(Parcel parcel, String place) {
    await(ports.outbox().setAside(holding, parcel, place, NOW).thenReturn(true));
  }

  private List<Parcel> aside(String place, boolean fromTheFirst) {
    return await(ports.outbox().aside(holding, place, 10, fromTheFirst));
  }

  private static List<String> ids(List<Parcel> parcels) {
    return parcels.stream().map(p -> p.outgoing().id().value()).toList();
  }

  private boolean cleared(String place) {
    return await(ports.outbox().cleared(holding, place));
  }

  @Test
  void whatIsSetAsideWaitsInOrderAndHoldsUpNothing() {
    say(Samples.post("o1", "job/rabcdef1"), Samples.post("o2", "job/rabcdef2"));
    say(Samples.post("o3", "job/rabcdef3"));
    parcels().forEach(parcel -> setAside(parcel, "T0AWAY"));
    assertThat(parcels()).isEmpty();
    assertThat(await(ports.outbox().asides(holding)))
        .containsExactly(java.util.Map.entry("T0AWAY", NOW));
    List<Parcel> waiting = aside("T0AWAY", true);
    assertThat(ids(waiting)).containsExactly("o1", "o2", "o3");
    assertThat(waiting).allMatch(Parcel::waited).allMatch(p -> p.place().equals("T0AWAY"));
    assertThat(aside("T0OTHER", true)).isEmpty();
    assertThat(cleared("T0AWAY")).isFalse();
  }

  @Test
  void setAsideTwiceItIsThereOnce() {
    say(Samples.post("o1", "job/rabcdef1"));
    Parcel parcel = only();
    setAside(parcel, "C0GONE");
    setAside(parcel, "C0GONE");
    Parcel waiting = aside("C0GONE", true).getFirst();
    setAside(waiting, "C0GONE");
    assertThat(ids(aside("C0GONE", true))).containsExactly("o1");
  }

  @Test
  void whatWaitedIsSettledLikeEverythingElseAndItsPlaceForgotten() {
    say(Samples.post("o1", "job/rabcdef1"), Samples.post("o2", "job/rabcdef2"));
    parcels().forEach(parcel -> setAside(parcel, "T0AWAY:C0GONE"));
    List<Parcel> waiting = aside("T0AWAY:C0GONE", true);
    SlackRef ref = new SlackRef("CHILL", "1.2");
    settle(waiting.getFirst(), new Delivery.Sent(null, ref));
    assertThat(cleared("T0AWAY:C0GONE")).isFalse();
    assertThat(ids(aside("T0AWAY:C0GONE", true))).containsExactly("o2");
    settle(aside("T0AWAY:C0GONE", true).getFirst(), new Delivery.Refused("x"));
    assertThat(cleared("T0AWAY:C0GONE")).isTrue();
    assertThat(await(ports.outbox().asides(holding))).isEmpty();
    say(
        new Outgoing.InThread(
            new OutgoingId("o3"), "CHILL", "job/rabcdef1", "x", null, null, false, Set.of()));
    assertThat(only().anchored()).as("its post is found").isEqualTo(ref);
  }

  @Test
  void aSuccessorKnowsWhatWasSetAsideAndSinceWhen() {
    say(Samples.post("o1", "job/rabcdef1"));
    setAside(only(), "T0AWAY");
    say(Samples.post("o2", "job/rabcdef2"));
    Parcel later = only();
    await(ports.outbox().setAside(holding, later, "T0AWAY", NOW.plusSeconds(60)).thenReturn(true));
    Holding before = holding;
    holding = changeHands();
    assertThat(await(ports.outbox().asides(holding)))
        .containsExactly(java.util.Map.entry("T0AWAY", NOW));
    assertThat(ids(aside("T0AWAY", false))).containsExactly("o1", "o2");
    assertThatThrownBy(
            () -> await(ports.outbox().setAside(before, later, "T0AWAY", NOW).thenReturn(true)))
        .isInstanceOf(Lost.class);
  }
}
