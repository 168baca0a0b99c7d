package org.doorstep.help;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.doorstep.people.PersonId;
import org.doorstep.place.Place;
import org.jspecify.annotations.Nullable;

/**
 * Something that its owner would give or lend, once or several times over. Who gets it is decided
 * by the request alone; this counts how many are left.
 *
 * @param kind a key of {@code vocab/things}
 * @param left how many are neither given nor lent
 * @param lentFor for how many days; null where it is given
 * @param until from then on it is not offered any more
 * @param asked for which requests its owner was asked; for none twice
 * @param out what was given or lent
 */
public record Thing(
    ThingId id,
    PersonId owner,
    String kind,
    int left,
    @Nullable Integer lentFor,
    Place place,
    Instant offeredAt,
    Instant until,
    List<Asked> asked,
    List<Out> out) {

  /** Nobody has more of one kind. */
  public static final int MOST = 999;

  /** Of so many questions it is remembered that they were asked. */
  private static final int REMEMBERED = 200;

  /**
   * One is put aside for a request while its owner is asked.
   *
   * @param until it is free again then, if nobody has said anything
   */
  public record Asked(RequestId request, Instant until) {}

  /**
   * One that somebody has.
   *
   * @param back the day on which it is due; null where it was given
   * @param longer whether it may stay longer; null where nobody has asked
   */
  public record Out(
      RequestId request, PersonId by, @Nullable LocalDate back, @Nullable Longer longer) {

    /** What was said of it so far. */
    public Longer keeping() {
      return longer == null ? Longer.NOTHING : longer;
    }

    private Out due(@Nullable LocalDate day, Longer said) {
      return new Out(request, by, day, said);
    }
  }

  /**
   * Whoever has borrowed it would keep it longer.
   *
   * @param asked how often its owner was asked
   * @param wanted until when they would have it, while the owner has not answered
   * @param settled the owner has said no, or until when by themselves: that is their last word
   */
  public record Longer(int asked, @Nullable LocalDate wanted, boolean settled) {

    static final Longer NOTHING = new Longer(0, null, false);

    /** So often an owner is asked about one loan. */
    private static final int OFTEN = 3;

    /** Whether the owner may be asked. */
    public boolean mayBeAsked() {
      return !settled && asked < OFTEN;
    }
  }

  public Thing {
    asked = List.copyOf(asked);
    out = List.copyOf(out);
  }

  /** It has just been offered. */
  public static Thing offered(
      ThingId id,
      PersonId owner,
      String kind,
      int amount,
      @Nullable Integer lentFor,
      Place place,
      Instant now,
      Instant until) {
    int left = Math.clamp(amount, 1, MOST);
    return new Thing(id, owner, kind, left, lentFor, place, now, until, List.of(), List.of());
  }

  /** How many may be asked for. */
  public int free(Instant now) {
    if (!now.isBefore(until)) return 0;
    long aside = asked.stream().filter(a -> a.until().isAfter(now)).count();
    return (int) Math.max(0, left - aside);
  }

  /** Until when one is put aside for it; long ago if none is. */
  public Instant asideUntil(RequestId request) {
    return asked.stream()
        .filter(a -> a.request().equals(request))
        .map(Asked::until)
        .findFirst()
        .orElse(Instant.EPOCH);
  }

  /** Whether there is one for it: put aside, or promised to nobody else. */
  public boolean mayGoTo(RequestId request, Instant now) {
    return left > 0 && (asideUntil(request).isAfter(now) || free(now) > 0);
  }

  public boolean wasAskedFor(RequestId request) {
    return asked.stream().anyMatch(a -> a.request().equals(request));
  }

  /** Whether its owner is being asked for one, or has said that they would give one. */
  public boolean promisedFor(Kept kept) {
    return kept.because() == Kept.Because.HAS_ONE
        && kept.volunteer().equals(owner)
        && asideUntil(kept.id()).isAfter(Instant.EPOCH);
  }

  /** Those that are lent and not back. */
  public List<Out> lent() {
    return out.stream().filter(o -> o.back() != null).toList();
  }

  public Optional<Out> outFor(RequestId request) {
    return out.stream().filter(o -> o.request().equals(request)).findFirst();
  }

  /** Whether its record is of any use. */
  public boolean over(Instant now) {
    return lent().isEmpty() && !now.isBefore(until);
  }

  /** Who finds it in their dossier: its owner, and whoever has borrowed one. */
  public Set<PersonId> parties() {
    Set<PersonId> all = new LinkedHashSet<>(Set.of(owner));
    lent().forEach(o -> all.add(o.by()));
    return all;
  }

  /** One is put aside for a request. */
  public Thing asking(RequestId request, Instant answerBy) {
    return with(left, note(request, answerBy), out);
  }

  /** The owner said no, or nothing. */
  public Thing refused(RequestId request) {
    return with(left, note(request, Instant.EPOCH), out);
  }

  /**
   * The owner said yes.
   *
   * @param today in the cell
   */
  public Thing handedTo(PersonId by, RequestId request, LocalDate today) {
    if (outFor(request).isPresent()) return this;
    LocalDate back = lentFor == null ? null : today.plusDays(lentFor);
    Stream<Out> more = Stream.concat(out.stream(), Stream.of(new Out(request, by, back, null)));
    return with(Math.max(0, left - 1), note(request, Instant.EPOCH), more.toList());
  }

  /** Nothing came of it, or it is back: it is on offer again. */
  public Thing back(RequestId request) {
    return outFor(request).isEmpty() ? this : with(left + 1, asked, without(request));
  }

  /** The owner is asked whether it may stay so long. */
  public Thing askedLonger(RequestId request, LocalDate day) {
    return lent(request, o -> o.due(o.back(), new Longer(o.keeping().asked() + 1, day, false)));
  }

  /** The owner has not answered. */
  public Thing unheard(RequestId request) {
    return lent(request, o -> o.due(o.back(), new Longer(o.keeping().asked(), null, false)));
  }

  /** The owner said no. */
  public Thing notLonger(RequestId request) {
    return lent(request, o -> o.due(o.back(), new Longer(o.keeping().asked(), null, true)));
  }

  /**
   * It is lent until then.
   *
   * @param settled the owner has named the day
   */
  public Thing lentUntil(RequestId request, LocalDate day, boolean settled) {
    return lent(request, o -> o.due(day, new Longer(o.keeping().asked(), null, settled)));
  }

  private Thing lent(RequestId request, UnaryOperator<Out> change) {
    return with(
        left,
        asked,
        out.stream()
            .map(o -> o.request().equals(request) && o.back() != null ? change.apply(o) : o)
            .toList());
  }

  /** It is back, and not to be lent again. */
  public Thing keptBack(RequestId request) {
    return with(left, asked, without(request));
  }

  /** Its owner has none for others any more. What is lent stays lent. */
  public Thing withdrawn(Instant now) {
    Instant ends = now.isBefore(until) ? now : until;
    return new Thing(id, owner, kind, 0, lentFor, place, offeredAt, ends, asked, out);
  }

  private List<Out> without(RequestId request) {
    return out.stream().filter(o -> !o.request().equals(request)).toList();
  }

  private List<Asked> note(RequestId request, Instant answerBy) {
    List<Asked> all =
        Stream.concat(
                asked.stream().filter(a -> !a.request().equals(request)),
                Stream.of(new Asked(request, answerBy)))
            .toList();
    return all.subList(Math.max(0, all.size() - REMEMBERED), all.size());
  }

  private Thing with(int now, List<Asked> questions, List<Out> gone) {
    return new Thing(id, owner, kind, now, lentFor, place, offeredAt, until, questions, gone);
  }

  @Override
  public String toString() {
    return "Thing[" + id + "]";
  }
}
