package org.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.doorstep.cell.Cell;
import org.doorstep.desk.Alarm;
import org.doorstep.desk.Change;
import org.doorstep.desk.Decision;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.Fact;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.Outgoing;
import org.doorstep.help.ClaimAttempt;
import org.doorstep.help.ClaimOutcome;
import org.doorstep.help.RequestId;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Mono;

/**
 * What the contracts of all ports have in common: a cell that is held, and a short way to do
 * things.
 */
@NullUnmarked
public abstract class PortsContract {

  protected static final Instant NOW = Samples.NOW;
  protected static final Cell CELL = Samples.CELL;

  protected Ports ports;
  protected Holding holding;

  /** Ports in which nothing has happened yet. */
  protected abstract Ports freshPorts();

  @BeforeEach
  void holdTheCell() {
    ports = freshPorts();
    holding = await(ports.holdings().hold(CELL.id(), "first", Duration.ofMinutes(1)));
  }

  protected static <T> T await(Mono<T> mono) {
    return mono.block(Duration.ofSeconds(10));
  }

  protected Holding changeHands() {
    await(ports.holdings().letGo(holding));
    return await(ports.holdings().hold(CELL.id(), "second", Duration.ofMinutes(1)));
  }

  protected Inbox.Acceptance accept(Inbound inbound) {
    return await(ports.inbox().accept(CELL.id(), inbound));
  }

  protected List<Inbox.Entry> next() {
    return await(ports.inbox().next(holding, 100));
  }

  protected Inbox.Entry arrive(Inbound inbound) {
    assertThat(accept(inbound)).isEqualTo(Inbox.Acceptance.NEW);
    List<Inbox.Entry> entries = next();
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }

  protected Dossier open(Inbox.Entry entry) {
    return await(ports.casebook().open(CELL, holding, entry, NOW));
  }

  protected Casebook.Outcome commit(Inbox.Entry entry, Dossier dossier, Decision.Settled decision) {
    return await(ports.casebook().commit(holding, entry, dossier, decision, NOW));
  }

  /** An inbound that comes in and leads to those changes. */
  protected Dossier happens(Inbound inbound, Change... changes) {
    return happens(inbound, settled(changes));
  }

  protected Dossier happens(Inbound inbound, Decision.Settled decision) {
    Inbox.Entry entry = arrive(inbound);
    Dossier dossier = open(entry);
    assertThat(commit(entry, dossier, decision)).isEqualTo(Casebook.Outcome.DONE);
    return dossier;
  }

  /** Somebody who wrote once and is known since. */
  protected Person met(String number) {
    Inbox.Entry entry =
        arrive(Samples.said("met-" + Integer.toHexString(number.hashCode()), number, "hello"));
    Dossier dossier = open(entry);
    Person person =
        dossier.sender().named("Someone " + number).heardFrom(dossier.sender().address(), NOW);
    assertThat(commit(entry, dossier, settled(new Change.PersonIs(person))))
        .isEqualTo(Casebook.Outcome.DONE);
    return person;
  }

  protected Dossier look(String id, String number) {
    return open(arrive(Samples.said(id, number, "and now?")));
  }

  protected ClaimOutcome attempt(RequestId request, int round, PersonId volunteer, int holdAtMost) {
    return await(
        ports.claims().attempt(holding, new ClaimAttempt(request, round, volunteer, holdAtMost)));
  }

  protected List<Parcel> parcels() {
    return await(ports.outbox().next(holding, 100));
  }

  protected static Decision.Settled settled(Change... changes) {
    return new Decision.Settled(Arrays.asList(changes), List.of(), List.of(), List.of(), Set.of());
  }

  protected static Decision.Settled saying(Outgoing... says) {
    return new Decision.Settled(List.of(), List.of(), Arrays.asList(says), List.of(), Set.of());
  }

  protected static Decision.Settled with(
      List<Change> changes, List<Outgoing> says, List<Alarm.Set> alarms, Set<String> silenced) {
    return new Decision.Settled(
        changes,
        new ArrayList<>(List.of(new Fact.HolderNudged(new RequestId("rabcdef")))),
        says,
        alarms,
        silenced);
  }
}
