package org.doorstep.understand;

import java.time.LocalTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.people.Hours;
import org.jspecify.annotations.Nullable;

/**
 * A time of day as somebody writes it of every day to come, before it is settled which half of the
 * day is meant.
 *
 * @param hour as written; 24 is the end of the day
 * @param half {@code am}, {@code pm}, or null where it does not say
 * @param plain it cannot be of the other half of the day
 * @param end where it ends among the terms, exclusive
 */
record OfferClock(int hour, int minute, @Nullable String half, boolean plain, int end) {

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,4})(?:[:.](\\d{2}))?");

  /** Until then "5" is five in the afternoon. */
  private static final int LATE = 6;

  /** Hours that were settled; {@code sure} if nothing had to be guessed. */
  record Settled(Hours hours, boolean sure) {}

  /** Null where none is written there. One that no clock shows has an hour of 99. */
  static @Nullable OfferClock at(List<Term> terms, int at) {
    if (at >= terms.size()) return null;
    Term term = terms.get(at);
    if (term.is("noon")) return new OfferClock(12, 0, null, true, at + 1);
    if (term.is("midnight")) return new OfferClock(24, 0, null, true, at + 1);
    String typed = term.of("counts-") ? term.which() : term.typed();
    Matcher written = WRITTEN.matcher(typed);
    if (!term.is(Term.NUMBER) && !term.of("counts-")) return null;
    if (!written.matches()) return new OfferClock(99, 0, null, true, at + 1);
    int hour = Integer.parseInt(written.group(1));
    int minute = written.group(2) == null ? 0 : Integer.parseInt(written.group(2));
    String half = half(terms, at + 1);
    int end = half == null ? at + 1 : at + 2;
    boolean wrong =
        minute > 59 || hour > 24 || (hour == 24 && minute > 0) || (half != null && hour > 12);
    if (wrong) return new OfferClock(99, 0, null, true, end);
    boolean full = hour > 12 || hour == 0 || written.group(1).matches("0\\d");
    return new OfferClock(hour, minute, half, full || half != null, end);
  }

  private static @Nullable String half(List<Term> terms, int at) {
    if (at >= terms.size()) return null;
    Term term = terms.get(at);
    return term.is("am", "pm") ? term.key() : null;
  }

  boolean wrong() {
    return hour > 24;
  }

  private int minutes(@Nullable String meant) {
    int counted = meant == null ? hour : hour % 12 + (meant.equals("pm") ? 12 : 0);
    return counted * 60 + minute;
  }

  private static LocalTime time(int minutes) {
    return LocalTime.MIDNIGHT.plusMinutes(minutes % (24 * 60));
  }

  /** From this one to another; null where that is no stretch of a day. */
  @Nullable Settled to(OfferClock other) {
    if (wrong() || other.wrong()) return null;
    if (plain && other.plain) return stretch(minutes(half), other.minutes(other.half), true);
    if (half == null && !plain && other.half != null) return before(other);
    if (other.half == null && !other.plain && half != null) return after(other);
    if (plain || other.plain) return byTheClock(other);
    int from = minutes(hour <= LATE ? "pm" : null);
    int to = other.minutes(null);
    while (to <= from) to += 12 * 60;
    boolean usual = hour > LATE + 1 && hour < 12 && (other.hour <= LATE || other.hour == 12);
    return stretch(from, to, usual);
  }

  /** "5-9 pm", "9-5 pm": the same half where that goes. */
  private @Nullable Settled before(OfferClock other) {
    int to = other.minutes(other.half);
    int from = minutes(other.half);
    return stretch(from < to ? from : minutes("am"), to, true);
  }

  private @Nullable Settled after(OfferClock other) {
    int from = minutes(half);
    int to = other.minutes(null);
    while (to <= from) to += 12 * 60;
    return stretch(from, to, false);
  }

  /** One of the two is of a clock with 24 hours, and so is the other. */
  private @Nullable Settled byTheClock(OfferClock other) {
    int from = minutes(half);
    int to = other.minutes(other.half);
    return stretch(from, to, from < to);
  }

  private static @Nullable Settled stretch(int from, int to, boolean sure) {
    if (to - from == 24 * 60) return new Settled(new Hours(time(0), time(0)), sure);
    return time(from).equals(time(to)) ? null : new Settled(new Hours(time(from), time(to)), sure);
  }

  /** From then to the end of the day. */
  @Nullable Settled onwards() {
    if (wrong()) return null;
    boolean sure = plain || hour <= LATE;
    return stretch(minutes(plain ? half : "pm"), 24 * 60, sure);
  }

  /** From the beginning of the day until then. */
  @Nullable Settled until() {
    if (wrong()) return null;
    return stretch(0, minutes(plain ? half : hour <= LATE ? "pm" : null), plain || hour == 12);
  }

  // ---- when it is quiet

  /** "Nothing from 9 to 8": from the evening into the morning. */
  @Nullable Settled overnight(OfferClock other) {
    if (plain && other.plain) return to(other);
    if (wrong() || other.wrong()) return null;
    int from = minutes(plain ? half : "pm");
    int to = other.minutes(other.plain ? other.half : "am");
    return stretch(from, to, plain && half == null && hour > 12);
  }

  @Nullable Settled evening() {
    return onwards();
  }

  @Nullable Settled morning() {
    if (wrong()) return null;
    return stretch(0, minutes(plain ? half : "am"), plain || hour < 12);
  }
}
