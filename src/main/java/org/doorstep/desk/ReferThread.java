package org.doorstep.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.doorstep.help.Crossing;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.Kept;
import org.doorstep.help.Referred;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The thread of whoever referred a resident: all that becomes of the request is told there, and
 * what somebody who is only rung has to be told.
 */
record ReferThread(Wording wording) {

  private static final String END = ".:in";

  private static final Set<String> COMES =
      Set.of("request-help.claimed", "request-help.taken-over");

  /** Apart from the posts of the same request in the channels of groups and of partners. */
  static String anchor(HelpRequest request) {
    return "job/" + request.id() + END;
  }

  static boolean isIts(@Nullable String anchor) {
    return anchor != null && anchor.endsWith(END);
  }

  static Optional<Referred> referred(HelpRequest request) {
    return Optional.ofNullable(request.particulars().crossed().in());
  }

  // ---- what becomes of it

  /** Nothing becomes of what was referred but it is told there. */
  void changed(Draft draft) {
    for (HelpRequest now : draft.changedRequests()) {
      Referred in = referred(now).filter(r -> first(now)).orElse(null);
      if (in == null) continue;
      Optional<HelpRequest> was = draft.dossier().request(now.id().value());
      if (was.isEmpty()) opened(draft, now, in);
      else if (!was.get().equals(now)) moved(draft, was.get(), now, in);
    }
    for (HelpRequest was : draft.gone()) {
      referred(was).filter(r -> first(was)).ifPresent(in -> gone(draft, was, in));
    }
    draft.rings().forEach(ring -> ring(draft, ring));
  }

  /** A job for several people has one thread. */
  private static boolean first(HelpRequest request) {
    return request.particulars().crew() == null || request.particulars().crew().part() == 1;
  }

  private void opened(Draft draft, HelpRequest now, Referred in) {
    draft.say(
        new Outgoing.Post(
            draft.nextId(),
            in.channel(),
            anchor(now),
            new ReferCard(wording).of(draft, now, in),
            true,
            Set.of(now.resident())));
    boolean kept =
        draft.cause() instanceof Inbound.HandedIn form
            && !form.field("note").isBlank()
            && now.particulars().words() == null;
    if (kept) line(draft, now, in, "note-kept-back", Map.of(), true);
    state(draft, now, in, begun(now));
  }

  private void moved(Draft draft, HelpRequest was, HelpRequest now, Referred in) {
    state(draft, now, in, news(was, now));
    draft.say(
        new Outgoing.Repost(
            draft.nextId(),
            in.channel(),
            anchor(now),
            new ReferCard(wording).of(draft, now, in),
            about(now)));
  }

  private static Set<PersonId> about(HelpRequest request) {
    return Set.copyOf(request.parties());
  }

  private void state(Draft draft, HelpRequest now, Referred in, @Nullable String news) {
    if (news == null) return;
    Wording theirs = wording.toCell(draft);
    Map<String, String> values = new LinkedHashMap<>();
    PersonId volunteer = volunteer(now);
    if (volunteer != null) values.put("volunteer", theirs.name(draft, volunteer));
    if (now instanceof InTriage t) values.putAll(ReferCard.decider(draft, theirs, t));
    boolean theirTurn = Set.of("declined", "stuck", "unanswered").contains(news);
    line(draft, now, in, news, values, theirTurn);
  }

  private static @Nullable PersonId volunteer(HelpRequest request) {
    return switch (request) {
      case HelpRequest.Claimed c -> c.holder();
      case Kept k -> k.volunteer();
      case Delivered d -> d.holder();
      case HelpRequest.Closed c -> c.helper();
      case HelpRequest r -> null;
    };
  }

  /** Where it begins somewhere else than at the group. */
  private static @Nullable String begun(HelpRequest now) {
    return switch (now) {
      case InTriage t -> decider(t);
      case WithOfficer w -> "with-officer";
      case HelpRequest r -> null;
    };
  }

  private static String decider(InTriage waiting) {
    return switch (waiting.by()) {
      case InTriage.Decider.Desk d -> "at-desk";
      case InTriage.Decider.Resident r -> "asks-resident";
      case InTriage.Decider.Leads l -> "asks-leads";
      case InTriage.Decider.Referrer r -> "declined";
    };
  }

  /** What is new of it; null where that is nothing to tell of. */
  static @Nullable String news(HelpRequest was, HelpRequest now) {
    return switch (now) {
      case HelpRequest.Closed c -> was instanceof HelpRequest.Closed ? null : ended(c);
      case Delivered d -> was instanceof Delivered ? null : "done";
      case HelpRequest.Claimed c ->
          was instanceof HelpRequest.Claimed b && b.holder().equals(c.holder()) ? null : "claimed";
      case WithOfficer w ->
          was instanceof WithOfficer b
                  && b.particulars().crossed().stuck() == w.particulars().crossed().stuck()
              ? null
              : withOfficer(w.particulars().crossed());
      case InTriage t -> was instanceof InTriage b && b.by().equals(t.by()) ? null : decider(t);
      case Kept k -> back(was);
      case HelpRequest.Seeking s -> seeking(was, s);
    };
  }

  /** Whoever referred it let it lie as one who gave it back. */
  private static String withOfficer(Crossing crossing) {
    if (!crossing.stuck()) return "with-officer";
    Referred in = crossing.in();
    return in != null && crossing.back().getLast().equals(in.by()) ? "unanswered" : "stuck";
  }

  private static String ended(HelpRequest.Closed closed) {
    return "ended-" + closed.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** It is free again. */
  private static @Nullable String back(HelpRequest was) {
    return switch (was) {
      case HelpRequest.Claimed c -> "handed-back";
      case Delivered d -> "not-arrived";
      case HelpRequest.Closed c -> "reopened";
      case HelpRequest r -> null;
    };
  }

  private static @Nullable String seeking(HelpRequest was, HelpRequest.Seeking now) {
    if (!was.particulars().group().equals(now.particulars().group())) return "other-group";
    if (now.search().handedOver()) return was.search().handedOver() ? null : "unfilled";
    String back = back(was);
    if (back != null) return back;
    if (was instanceof InTriage || was instanceof WithOfficer) return "asked";
    boolean offered = was.search().asked().isEmpty() && !now.search().asked().isEmpty();
    return offered ? "offered" : null;
  }

  /** The person, or their words, are erased: nothing of them stays in the post. */
  private void gone(Draft draft, HelpRequest was, Referred in) {
    Wording theirs = wording.toCell(draft);
    if (!(was instanceof HelpRequest.Closed)) {
      draft.say(
          new Outgoing.InThread(
              draft.nextId(),
              in.channel(),
              anchor(was),
              theirs.words(Refer.FLOW + ".thread-erased", Map.of()),
              null,
              in.by(),
              false,
              Set.of()));
    }
    draft.say(
        new Outgoing.Repost(
            draft.nextId(), in.channel(), anchor(was), ReferCard.erased(theirs), Set.of()));
  }

  void line(
      Draft draft,
      HelpRequest now,
      Referred in,
      String id,
      Map<String, String> more,
      boolean mention) {
    Wording theirs = wording.toCell(draft);
    Map<String, String> values = new LinkedHashMap<>(theirs.open(draft, now));
    values.put("name", theirs.name(draft, now.resident()));
    values.putAll(more);
    draft.say(
        new Outgoing.InThread(
            draft.nextId(),
            in.channel(),
            anchor(now),
            theirs.words(Refer.FLOW + ".thread-" + id, values),
            null,
            mention ? in.by() : null,
            mention,
            about(now)));
  }

  // ---- what somebody has to be told by phone

  private void ring(Draft draft, Draft.Ring ring) {
    HelpRequest about = of(draft, ring.to()).orElse(null);
    Referred in = about == null ? null : referred(about).orElse(null);
    if (about == null || in == null) return;
    Wording theirs = wording.toCell(draft);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("name", theirs.name(draft, ring.to()));
    Wording.put(values, "number", in.number());
    Instant awake = draft.cell().rules().quietHours().endAfter(draft.now(), draft.cell().zone());
    if (awake.isAfter(draft.now())) values.put("until", theirs.clock(draft, awake));
    boolean relayed = ring.said().id().equals("request-help.relayed");
    boolean asks = !ring.said().choices().isEmpty();
    String id = relayed ? "ring-relayed" : asks ? "ring-ask" : "ring";
    Set<PersonId> named = new LinkedHashSet<>(ring.about());
    named.add(ring.to());
    draft.say(
        new Outgoing.InThread(
            draft.nextId(),
            in.channel(),
            anchor(first(draft, about)),
            theirs.words(Refer.FLOW + "." + id, values),
            said(draft, theirs, ring, about),
            in.by(),
            false,
            named));
  }

  /** Who is rung cannot "just write here". */
  private static String said(Draft draft, Wording theirs, Draft.Ring ring, HelpRequest about) {
    PersonId volunteer = volunteer(about);
    if (volunteer == null || !COMES.contains(ring.said().id())) return ring.said().text();
    Map<String, String> values = new LinkedHashMap<>(theirs.open(draft, about));
    values.put("volunteer", theirs.name(draft, volunteer));
    return theirs.words(Refer.FLOW + ".say-comes", values);
  }

  /** What it is about: what has just changed of theirs, else what is open, the newest of it. */
  static Optional<HelpRequest> of(Draft draft, PersonId resident) {
    return Stream.of(
            draft.changedRequests().stream(),
            draft.requests().stream().filter(r -> !r.over()),
            draft.requests().stream())
        .map(
            some ->
                some.filter(r -> r.resident().equals(resident) && referred(r).isPresent())
                    .reduce((one, other) -> other))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static HelpRequest first(Draft draft, HelpRequest part) {
    return first(part)
        ? part
        : Parts.others(draft, part).stream().filter(ReferThread::first).findFirst().orElse(part);
  }
}
