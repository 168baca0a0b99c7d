package org.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.doorstep.desk.DeliveryStatus;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.OutgoingId;
import org.doorstep.help.ClaimOutcome;
import org.doorstep.help.RequestId;
import org.doorstep.people.Address;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

@NullUnmarked
public abstract class InboxContract extends PortsContract {

  @Test
  void anInboundComesOutAsItCameIn() {
    Inbound inbound = Samples.said("SM1", "+447700900101", "hello");
    accept(inbound);
    assertThat(next()).singleElement().extracting(Inbox.Entry::inbound).isEqualTo(inbound);
  }

  @Test
  void anInboundIsTakenInOnce() {
    Inbound inbound = Samples.said("SM1", "+447700900101", "hello");
    assertThat(accept(inbound)).isEqualTo(Inbox.Acceptance.NEW);
    assertThat(accept(inbound)).isEqualTo(Inbox.Acceptance.DUPLICATE);
    assertThat(next()).hasSize(1);
  }

  @Test
  void fiftyCopiesAtTheSameInstantAreOneInbound() {
    Inbound inbound = Samples.said("SM1", "+447700900101", "hello");
    List<Inbox.Acceptance> all =
        await(
            Flux.range(0, 50)
                .flatMap(i -> ports.inbox().accept(CELL.id(), inbound), 50)
                .collectList());
    assertThat(all).filteredOn(a -> a == Inbox.Acceptance.NEW).hasSize(1);
    assertThat(next()).hasSize(1);
  }

  @Test
  void inboundsComeOutInTheOrderInWhichTheyCameIn() {
    List<Inbound> all =
        IntStream.range(0, 7)
            .mapToObj(i -> Samples.said("SM" + i, "+44770090010" + i, "x"))
            .toList();
    all.forEach(this::accept);
    List<Inbox.Entry> first = await(ports.inbox().next(holding, 3));
    List<Inbox.Entry> then = await(ports.inbox().next(holding, 100));
    assertThat(first).extracting(Inbox.Entry::inbound).isEqualTo(all.subList(0, 3));
    assertThat(then).extracting(Inbox.Entry::inbound).isEqualTo(all.subList(3, 7));
  }

  @Test
  void nothingToDoIsAnEmptyList() {
    assertThat(next()).isEmpty();
  }

  @Test
  void whatIsInHandIsNotHandedOutAgain() {
    arrive(Samples.said("SM1", "+447700900101", "hello"));
    assertThat(next()).isEmpty();
  }

  @Test
  void whatAPredecessorLeftUnfinishedComesFirst() {
    IntStream.range(0, 4).forEach(i -> accept(Samples.said("SM" + i, "+447700900101", "x")));
    List<Inbox.Entry> inHand = next();
    accept(Samples.said("SM9", "+447700900101", "later"));
    Inbox.Entry done = inHand.get(1);
    commit(done, open(done), settled());

    holding = changeHands();
    List<Inbox.Entry> again = await(ports.inbox().next(holding, 2));
    assertThat(again)
        .extracting(e -> e.inbound().id().value())
        .containsExactly("twilio/SM0", "twilio/SM2");
    List<String> rest =
        java.util.stream.Stream.concat(next().stream(), next().stream())
            .map(e -> e.inbound().id().value())
            .toList();
    assertThat(rest).containsExactly("twilio/SM3", "twilio/SM9");
  }

  @Test
  void whoLostTheCellGetsNothing() {
    accept(Samples.said("SM1", "+447700900101", "hello"));
    Holding successor = changeHands();
    assertThatThrownBy(this::next).isInstanceOf(Lost.class);
    assertThat(await(ports.inbox().next(successor, 10))).hasSize(1);
  }

  @Test
  void whatIsDoneIsNotTakenInAgain() {
    Inbound inbound = Samples.said("SM1", "+447700900101", "hello");
    happens(inbound);
    assertThat(accept(inbound)).isEqualTo(Inbox.Acceptance.DUPLICATE);
    holding = changeHands();
    assertThat(next()).isEmpty();
  }

  @Test
  void theSamePersonIsTheSameByWhatsAppAndBySms() {
    PersonId one =
        arrive(Samples.saidAs("SM1", Address.whatsapp("+447700900101"), List.of())).sender();
    PersonId two = arrive(Samples.saidAs("SM2", Address.sms("+447700900101"), List.of())).sender();
    PersonId other =
        arrive(Samples.saidAs("SM3", Address.sms("+447700900102"), List.of())).sender();
    assertThat(two).isEqualTo(one);
    assertThat(other).isNotEqualTo(one);
  }

  @Test
  void aPersonIsNotNewBecauseTheirIdChanged() {
    Address number = Address.whatsapp("+447700900101");
    Address scoped = Address.whatsapp("GB.1A2B3C");
    PersonId known = arrive(Samples.saidAs("SM1", number, List.of(scoped))).sender();
    PersonId later = arrive(Samples.saidAs("SM2", scoped, List.of())).sender();
    assertThat(later).isEqualTo(known);
  }

  @Test
  void aNumberThatAppearsLaterDoesNotMakeANewPerson() {
    Address number = Address.whatsapp("+447700900101");
    Address scoped = Address.whatsapp("GB.1A2B3C");
    PersonId known = arrive(Samples.saidAs("SM1", scoped, List.of())).sender();
    PersonId later = arrive(Samples.saidAs("SM2", number, List.of(scoped))).sender();
    PersonId atLast = arrive(Samples.saidAs("SM3", number, List.of())).sender();
    assertThat(later).isEqualTo(known);
    assertThat(atLast).isEqualTo(known);
  }

  @Test
  void aReportComesFromNobody() {
    Inbound report = Samples.reported("1", new OutgoingId("o1"), DeliveryStatus.SENT);
    Inbox.Entry entry = arrive(report);
    assertThat(entry.inbound()).isEqualTo(report);
    assertThat(entry.sender()).isNull();
  }

  @Test
  void anotherCellIsAnotherInbox() {
    accept(Samples.said("SM1", "+447700900101", "hello"));
    Inbound same = Samples.said("SM1", "+447700900101", "hello");
    var other = Samples.cell("elsewhere");
    assertThat(await(ports.inbox().accept(other.id(), same))).isEqualTo(Inbox.Acceptance.NEW);
    assertThat(next()).hasSize(1);
  }

  @Test
  void whatIsParkedIsOutOfTheWay() {
    Inbox.Entry poison = arrive(Samples.said("SM1", "+447700900101", "hello"));
    await(ports.inbox().park(holding, poison, "SomeError").thenReturn(true));
    assertThat(await(ports.casebook().open(CELL, holding, poison, NOW))).isNull();
    assertThat(accept(poison.inbound())).isEqualTo(Inbox.Acceptance.DUPLICATE);
    holding = changeHands();
    assertThat(next()).isEmpty();
  }

  @Test
  void parkingTwiceIsParkingOnce() {
    Inbox.Entry poison = arrive(Samples.said("SM1", "+447700900101", "hello"));
    await(ports.inbox().park(holding, poison, "SomeError").thenReturn(true));
    await(ports.inbox().park(holding, poison, "SomeError").thenReturn(true));
    assertThat(next()).isEmpty();
  }

  @Test
  void parkingFreesAClaimThatWasNeverWritten() {
    Person resident = met("+447700900101");
    Person first = met("+447700900102");
    Person second = met("+447700900103");
    RequestId request = new RequestId("rabcdef1");
    happens(
        Samples.said("SM1", "+447700900101", "please"),
        new org.doorstep.desk.Change.RequestIs(Samples.seeking("rabcdef1", resident.id())));
    Inbox.Entry poison = arrive(Samples.said("SM2", "+447700900102", "yes"));
    assertThat(attempt(request, 1, first.id(), 2)).isInstanceOf(ClaimOutcome.Won.class);
    await(ports.inbox().park(holding, poison, "SomeError").thenReturn(true));
    assertThat(attempt(request, 1, second.id(), 2)).isInstanceOf(ClaimOutcome.Won.class);
    happens(
        Samples.said("SM3", "+447700900101", "and this"),
        new org.doorstep.desk.Change.RequestIs(Samples.seeking("rabcdef2", resident.id())));
    assertThat(attempt(new RequestId("rabcdef2"), 1, first.id(), 1))
        .isInstanceOf(ClaimOutcome.Won.class);
    assertThat(attempt(request, 1, first.id(), 2)).isEqualTo(new ClaimOutcome.TakenBy(second.id()));
  }

  @Test
  void whoLostTheCellParksNothing() {
    Inbox.Entry poison = arrive(Samples.said("SM1", "+447700900101", "hello"));
    Holding successor = changeHands();
    assertThatThrownBy(() -> await(ports.inbox().park(holding, poison, "E").thenReturn(true)))
        .isInstanceOf(Lost.class);
    assertThat(await(ports.inbox().next(successor, 10))).hasSize(1);
  }
}
