package org.doorstep.people;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.doorstep.place.Place;
import org.jspecify.annotations.Nullable;

/**
 * Someone who has written to a cell.
 *
 * @param address where they wrote from last; answers go there
 * @param name what they want to be called, once they said so
 * @param language BCP 47
 * @param optedOut they said STOP: nothing may be sent but the answer to that
 * @param lastInboundAt WhatsApp's window: free text may be sent for 24 hours after it
 * @param lastPlace where help was last needed; offered again, never reused in silence
 * @param quietUntilReleased a human is talking with them: the bot keeps quiet
 * @param volunteering what they offer, if they joined
 * @param offeredLanguages those in which they were asked whether they would rather read them; each
 *     is offered once, whatever came of it
 * @param ties whom they know through Doorstep
 * @param membership how they stand with the volunteers' groups, besides volunteering
 * @param agreements what they have agreed to, and were told about their data
 */
public record Person(
    PersonId id,
    Address address,
    @Nullable String name,
    String language,
    Instant firstSeen,
    @Nullable Instant lastInboundAt,
    boolean optedOut,
    @Nullable Place lastPlace,
    boolean quietUntilReleased,
    @Nullable Volunteering volunteering,
    Set<String> offeredLanguages,
    Ties ties,
    Membership membership,
    Agreements agreements) {

  /** WhatsApp's rule for free text. */
  public static final Duration WINDOW = Duration.ofHours(24);

  public Person {
    // kept before languages were offered
    offeredLanguages = offeredLanguages == null ? Set.of() : Set.copyOf(offeredLanguages);
    // kept before ties were
    ties = ties == null ? Ties.NONE : ties;
    membership = membership == null ? Membership.NONE : membership; // kept before leads approved
    agreements = agreements == null ? Agreements.NONE : agreements; // kept before they were noted
  }

  public static Person firstSeen(PersonId id, Address address, String language, Instant now) {
    return new Person(
        id,
        address,
        null,
        language,
        now,
        null,
        false,
        null,
        false,
        null,
        Set.of(),
        Ties.NONE,
        Membership.NONE,
        Agreements.NONE);
  }

  /** Whether free text may be sent to them at {@code now}; a minute is kept in hand. */
  public boolean windowOpen(Instant now) {
    return address.channel() != Channel.WHATSAPP
        || (lastInboundAt != null
            && now.isBefore(lastInboundAt.plus(WINDOW).minus(Duration.ofMinutes(1))));
  }

  /** WhatsApp says that its window is closed, whatever was known of it. */
  public Person windowShut(Instant now) {
    Instant shut = now.minus(WINDOW);
    if (lastInboundAt == null || lastInboundAt.isBefore(shut)) return this;
    return heardFrom(address, shut);
  }

  public Person heardFrom(Address from, Instant now) {
    return with(
        copy -> {
          copy.address = from;
          copy.lastInboundAt = now;
        });
  }

  public Person named(String newName) {
    return with(copy -> copy.name = newName);
  }

  public Person optedOut(boolean out) {
    return with(copy -> copy.optedOut = out);
  }

  public Person lastAt(Place place) {
    return with(copy -> copy.lastPlace = place);
  }

  public Person quiet(boolean untilReleased) {
    return with(copy -> copy.quietUntilReleased = untilReleased);
  }

  public Person offering(@Nullable Volunteering offer) {
    return with(copy -> copy.volunteering = offer);
  }

  /** They chose what they would like to read. */
  public Person reading(String newLanguage) {
    return with(copy -> copy.language = newLanguage);
  }

  /** They were asked whether they would rather read that language. */
  public Person offered(String other) {
    Set<String> all = new HashSet<>(offeredLanguages);
    all.add(other);
    return with(copy -> copy.offeredLanguages = all);
  }

  public Person tied(Ties newTies) {
    return with(copy -> copy.ties = newTies);
  }

  public Person standing(Membership as) {
    return with(copy -> copy.membership = as);
  }

  public Person agreeing(Agreements to) {
    return with(copy -> copy.agreements = to);
  }

  private Person with(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return copy.made();
  }

  /** What may change of somebody, while it does. */
  private static final class Copy {

    private final Person of;
    private Address address;
    private @Nullable String name;
    private String language;
    private @Nullable Instant lastInboundAt;
    private boolean optedOut;
    private @Nullable Place lastPlace;
    private boolean quietUntilReleased;
    private @Nullable Volunteering volunteering;
    private Set<String> offeredLanguages;
    private Ties ties;
    private Membership membership;
    private Agreements agreements;

    Copy(Person of) {
      this.of = of;
      address = of.address;
      name = of.name;
      language = of.language;
      lastInboundAt = of.lastInboundAt;
      optedOut = of.optedOut;
      lastPlace = of.lastPlace;
      quietUntilReleased = of.quietUntilReleased;
      volunteering = of.volunteering;
      offeredLanguages = of.offeredLanguages;
      ties = of.ties;
      membership = of.membership;
      agreements = of.agreements;
    }

    Person made() {
      return new Person(
          of.id,
          address,
          name,
          language,
          of.firstSeen,
          lastInboundAt,
          optedOut,
          lastPlace,
          quietUntilReleased,
          volunteering,
          offeredLanguages,
          ties,
          membership,
          agreements);
    }
  }

  @Override
  public String toString() {
    return "Person[" + id + "]";
  }
}
