package org.doorstep.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.bridge.Case;
import org.doorstep.cell.Cell;
import org.doorstep.help.Arrangement;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Thing;
import org.doorstep.people.Invitation;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Utterance;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about one inbound when it is decided.
 *
 * @param sender who did it, as known before; for a first contact a {@link Person#firstSeen}; null
 *     when nobody did (a delivery report, an alarm that is not of somebody's own words)
 * @param conversation the sender's open form
 * @param thought what the sender has begun to say
 * @param requests those the sender is involved in, or that the inbound is about
 * @param arrangements those the sender has a part in, or that the inbound or a request is about
 * @param things those the sender offers or has borrowed
 * @param cases open ones about the sender, or that the inbound is about
 * @param people residents, holders and everybody else named by those
 * @param held texts kept for the sender until they wrote
 * @param invited what a lead's list says of the sender, who has yet to say whether they agree
 * @param sent the message of ours that a delivery report speaks of
 * @param anchor the post of ours under which it happened: {@code case/c…}, {@code job/r…}
 * @param versions what a commit is checked against
 * @param duty who of the officers is off duty
 */
public record Dossier(
    Cell cell,
    @Nullable Person sender,
    @Nullable Conversation conversation,
    @Nullable Thought thought,
    List<HelpRequest> requests,
    List<Arrangement> arrangements,
    List<Thing> things,
    List<Case> cases,
    Map<PersonId, Person> people,
    List<Held> held,
    @Nullable Invited invited,
    @Nullable Sent sent,
    Answers answers,
    @Nullable String anchor,
    Map<String, Long> versions,
    Duty duty) {

  /**
   * A message of ours that went out.
   *
   * @param origin the officer's message that it relayed
   * @param best the furthest it is known to have got
   * @param again itself, where WhatsApp has just said that its window was closed
   */
  public record Sent(
      OutgoingId id,
      @Nullable PersonId to,
      @Nullable Origin origin,
      @Nullable DeliveryStatus best,
      @Nullable Tried again) {}

  /**
   * A message that was tried as free text.
   *
   * @param at when that was
   */
  public record Tried(Outgoing.ToPerson letter, Instant at) {}

  /**
   * A text that is kept until its person writes.
   *
   * @param origin the officer's message that it relays
   */
  public record Held(Utterance utterance, @Nullable Origin origin) {}

  /**
   * An invitation that waits for an answer.
   *
   * @param under the id of the number on the list: they may be known by another address first
   */
  public record Invited(PersonId under, Invitation invitation) {}

  /** One in which all officers are on duty. */
  public Dossier(
      Cell cell,
      @Nullable Person sender,
      @Nullable Conversation conversation,
      @Nullable Thought thought,
      List<HelpRequest> requests,
      List<Arrangement> arrangements,
      List<Thing> things,
      List<Case> cases,
      Map<PersonId, Person> people,
      List<Held> held,
      @Nullable Invited invited,
      @Nullable Sent sent,
      Answers answers,
      @Nullable String anchor,
      Map<String, Long> versions) {
    this(
        cell,
        sender,
        conversation,
        thought,
        requests,
        arrangements,
        things,
        cases,
        people,
        held,
        invited,
        sent,
        answers,
        anchor,
        versions,
        Duty.EVERYBODY);
  }

  public Dossier {
    requests = List.copyOf(requests);
    arrangements = List.copyOf(arrangements);
    things = List.copyOf(things);
    cases = List.copyOf(cases);
    people = Map.copyOf(people);
    held = List.copyOf(held);
    versions = Map.copyOf(versions);
  }

  /** With what was found out; what may be changed of it is as good as what was known before. */
  public Dossier with(Answers found) {
    List<HelpRequest> all = new ArrayList<>(requests);
    found.jobs().stream().filter(job -> request(job.id().value()).isEmpty()).forEach(all::add);
    List<Thing> on = new ArrayList<>(things);
    found.things().stream()
        .filter(thing -> on.stream().noneMatch(t -> t.id().equals(thing.id())))
        .forEach(on::add);
    List<Arrangement> run = new ArrayList<>(arrangements);
    found.arrangements().stream()
        .filter(each -> run.stream().noneMatch(a -> a.id().equals(each.id())))
        .forEach(run::add);
    List<Case> looked = new ArrayList<>(cases);
    found.cases().stream()
        .filter(each -> found.versions().containsKey(each.id().value()))
        .filter(each -> caseWith(each.id().value()).isEmpty())
        .forEach(looked::add);
    Map<PersonId, Person> known = new HashMap<>(people);
    found.people().stream()
        .filter(person -> person(person.id()).isEmpty())
        .forEach(person -> known.put(person.id(), person));
    Map<String, Long> checked = new HashMap<>(found.versions());
    checked.putAll(versions);
    return new Dossier(
        cell,
        sender,
        conversation,
        thought,
        all,
        run,
        on,
        looked,
        known,
        held,
        invited,
        sent,
        found,
        anchor,
        checked,
        duty);
  }

  public Optional<HelpRequest> request(String id) {
    return requests.stream().filter(r -> r.id().value().equals(id)).findFirst();
  }

  public Optional<Case> caseWith(String id) {
    return cases.stream().filter(c -> c.id().value().equals(id)).findFirst();
  }

  public Optional<Person> person(PersonId id) {
    return sender != null && sender.id().equals(id)
        ? Optional.of(sender)
        : Optional.ofNullable(people.get(id));
  }

  @Override
  public String toString() {
    return "Dossier[" + cell.id() + "]";
  }
}
