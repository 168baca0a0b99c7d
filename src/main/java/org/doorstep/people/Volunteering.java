package org.doorstep.people;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.doorstep.place.Place;
import org.jspecify.annotations.Nullable;

/**
 * What a volunteer offers.
 *
 * @param reachMetres how far from home they would go
 * @param likes what they would rather do; empty means anything
 * @param group the group they joined, by its id in the cell's file
 * @param pausedUntil no offers before this instant; {@link Instant#MAX} until they say RESUME
 * @param languages BCP 47; those they speak besides the one they read
 * @param guided what they have read of safe practice today
 */
public record Volunteering(
    Place home,
    int reachMetres,
    Set<Travel> travel,
    Set<Need> likes,
    Set<String> badges,
    String group,
    Instant joinedAt,
    @Nullable Instant pausedUntil,
    Availability availability,
    Set<String> languages,
    Guided guided) {

  public Volunteering {
    travel = Set.copyOf(travel);
    likes = Set.copyOf(likes);
    badges = Set.copyOf(badges);
    // kept before there was more to say than "paused"
    availability = availability == null ? Availability.ALWAYS : availability;
    languages = languages == null ? Set.of() : Set.copyOf(languages);
    guided = guided == null ? Guided.NOT_YET : guided; // kept before there was guidance
    if (reachMetres <= 0) throw new IllegalArgumentException("a reach is positive");
  }

  /** Somebody who has read nothing of safe practice yet. */
  public Volunteering(
      Place home,
      int reachMetres,
      Set<Travel> travel,
      Set<Need> likes,
      Set<String> badges,
      String group,
      Instant joinedAt,
      @Nullable Instant pausedUntil,
      Availability availability,
      Set<String> languages) {
    this(
        home,
        reachMetres,
        travel,
        likes,
        badges,
        group,
        joinedAt,
        pausedUntil,
        availability,
        languages,
        Guided.NOT_YET);
  }

  public boolean availableAt(Instant now) {
    return pausedUntil == null || !pausedUntil.isAfter(now);
  }

  public Volunteering paused(@Nullable Instant until) {
    return with(until, availability, guided);
  }

  public Volunteering available(Availability when) {
    return with(pausedUntil, when, guided);
  }

  /** From that moment on they are a volunteer. */
  public Volunteering joined(Instant at) {
    return in(group, at);
  }

  /** The same offer, to another group. */
  public Volunteering in(String other) {
    return in(other, joinedAt);
  }

  public Volunteering livingAt(Place other) {
    return offering(other, reachMetres, travel, likes, languages);
  }

  public Volunteering reaching(int metres) {
    return offering(home, metres, travel, likes, languages);
  }

  public Volunteering travelling(Set<Travel> ways) {
    return offering(home, reachMetres, ways, likes, languages);
  }

  public Volunteering liking(Set<Need> needs) {
    return offering(home, reachMetres, travel, needs, languages);
  }

  public Volunteering speaking(Set<String> tags) {
    return offering(home, reachMetres, travel, likes, tags);
  }

  private Volunteering offering(
      Place from, int metres, Set<Travel> ways, Set<Need> needs, Set<String> tags) {
    return new Volunteering(
        from,
        metres,
        ways,
        needs,
        badges,
        group,
        joinedAt,
        pausedUntil,
        availability,
        tags,
        guided);
  }

  private Volunteering in(String of, Instant at) {
    return new Volunteering(
        home,
        reachMetres,
        travel,
        likes,
        badges,
        of,
        at,
        pausedUntil,
        availability,
        languages,
        guided);
  }

  public Volunteering withBadge(String badge) {
    Set<String> all = new HashSet<>(badges);
    all.add(badge);
    return badged(all);
  }

  public Volunteering withoutBadge(String badge) {
    Set<String> all = new HashSet<>(badges);
    all.remove(badge);
    return badged(all);
  }

  private Volunteering badged(Set<String> all) {
    return new Volunteering(
        home,
        reachMetres,
        travel,
        likes,
        all,
        group,
        joinedAt,
        pausedUntil,
        availability,
        languages,
        guided);
  }

  public Volunteering guided(Guided now) {
    return with(pausedUntil, availability, now);
  }

  private Volunteering with(@Nullable Instant until, Availability when, Guided read) {
    return new Volunteering(
        home, reachMetres, travel, likes, badges, group, joinedAt, until, when, languages, read);
  }
}
