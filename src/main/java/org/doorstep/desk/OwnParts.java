package org.doorstep.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.bridge.Case;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Open;
import org.doorstep.help.Particulars;
import org.doorstep.help.Thing;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Consent;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.SlotValue;
import org.jspecify.annotations.Nullable;

/** All that is kept about one person, part by part, in words of theirs. */
record OwnParts(Wording theirs, Draft draft, Person me) {

  List<Paper.Part> all() {
    List<Paper.Part> parts = new ArrayList<>();
    add(parts, "you", you());
    add(parts, "requests", of(asked(), this::request));
    add(parts, "jobs", of(done(), this::job));
    add(parts, "regular", regular());
    add(parts, "things", things());
    add(parts, "paid", paid());
    add(parts, "consents", consents());
    add(parts, "cases", cases());
    add(parts, "begun", begun());
    String sees = theirs.words("privacy.full", Notice.values(theirs, draft, me));
    add(parts, "sees", List.of(sees, words("part-others", Map.of())));
    return parts;
  }

  private void add(List<Paper.Part> parts, String part, List<String> lines) {
    if (lines.isEmpty()) return;
    parts.add(new Paper.Part(words("part-" + part, Map.of()), lines));
  }

  private String words(String id, Map<String, String> values) {
    return theirs.words(Notice.FLOW + "." + id, values);
  }

  private static <T> List<String> of(List<T> all, java.util.function.Function<T, String> line) {
    return all.stream().map(line).toList();
  }

  // ---- who they are

  private List<String> you() {
    List<String> lines = new ArrayList<>();
    lines.add(words("part-from", Map.of("address", me.address().value())));
    lines.add(words("part-since", Map.of("when", date(me.firstSeen()))));
    lines.add(theirs.words("common.my-data", new OwnData(theirs).values(draft, me)));
    String notes =
        Stream.of(
                me.optedOut() ? "STOP" : null,
                me.membership().withoutBulletins() ? "MUTE BULLETINS" : null,
                theirs.talk().label("languages", me.language()),
                me.membership().application() == null
                    ? null
                    : me.membership().application().offer().home().written())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    lines.add(words("part-notes", Map.of("words", notes)));
    return lines;
  }

  /** The date itself, since it is read later. */
  private String date(Instant at) {
    return at.atZone(draft.cell().zone()).toLocalDate().toString();
  }

  // ---- what they asked for, and did

  private List<HelpRequest> asked() {
    return draft.requests().stream().filter(r -> r.resident().equals(me.id())).toList();
  }

  private List<HelpRequest> done() {
    return draft.requests().stream()
        .filter(r -> !r.resident().equals(me.id()) && me.id().equals(helper(r)))
        .toList();
  }

  private static @Nullable PersonId helper(HelpRequest request) {
    return switch (request) {
      case HelpRequest.Claimed c -> c.holder();
      case Delivered d -> d.holder();
      case HelpRequest.Closed c -> c.helper();
      case Open o -> null;
      case WithOfficer w -> null;
    };
  }

  private String request(HelpRequest request) {
    Particulars p = request.particulars();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("need", theirs.need(p));
    values.put("when", theirs.when(draft, p));
    values.put("place", p.place().written());
    Wording.put(
        values,
        "words",
        Stream.of(p.words(), p.details(), p.note())
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(" / ")));
    values.put("until", date(p.openedAt()));
    values.put("state", state(request));
    return words("part-request", values);
  }

  /** Whose job it was is not theirs to have in a file. */
  private String job(HelpRequest request) {
    Particulars p = request.particulars();
    return words(
        "part-job",
        Map.of("need", theirs.need(p), "when", date(p.openedAt()), "state", state(request)));
  }

  private String state(HelpRequest request) {
    String state =
        switch (request) {
          case Open o -> "open";
          case HelpRequest.Claimed c -> "taken";
          case WithOfficer w -> "officer";
          case Delivered d -> "done";
          case HelpRequest.Closed c -> "over";
        };
    return words("state-" + state, Map.of());
  }

  private List<String> regular() {
    return draft.arrangements().stream()
        .filter(a -> a.parties().contains(me.id()))
        .map(
            a ->
                words(
                    "part-each",
                    Map.of(
                        "need", theirs.need(a.wanted()),
                        "often", Regular.often(theirs, a.rhythm()),
                        "when", a.next().toString())))
        .toList();
  }

  private List<String> things() {
    List<String> lines = new ArrayList<>();
    for (Thing thing : draft.things()) {
      String kind = theirs.talk().label("things", thing.kind());
      if (thing.owner().equals(me.id())) {
        lines.add(
            words(
                "part-thing",
                Map.of(
                    "thing", kind,
                    "count", Integer.toString(thing.left()),
                    "place", thing.place().written())));
      }
      thing.out().stream()
          .filter(out -> thing.owner().equals(me.id()) || out.by().equals(me.id()))
          .forEach(out -> lines.add(words("part-lent", Map.of("thing", kind))));
    }
    return lines;
  }

  private List<String> paid() {
    return draft.dossier().answers().expenses().stream()
        .flatMap(month -> month.all().stream())
        .filter(expense -> expense.payer().equals(me.id()))
        .sorted(Comparator.comparing(expense -> expense.at()))
        .map(
            expense ->
                words(
                    "part-outlay",
                    Map.of(
                        "when", date(expense.at()),
                        "amount", expense.amount().toString(),
                        "need", theirs.talk().label("needs", expense.need().key()))))
        .toList();
  }

  // ---- what they agreed to, and wrote

  private List<String> consents() {
    return me.agreements().consents().stream().map(this::consent).toList();
  }

  private String consent(Consent consent) {
    String what = words("label-" + consent.purpose().key(), Map.of());
    String to = consent.to() == null ? "" : " - " + PassingOn.called(draft, theirs, consent.to());
    return words(
        "part-consent",
        Map.of(
            "when", date(consent.at()),
            "words", what + to,
            "answer", words("answer-" + key(consent.answer()), Map.of()),
            "text", consent.words(),
            "language", consent.language()));
  }

  private List<String> cases() {
    return draft.cases().stream()
        .filter(c -> c.person().equals(me.id()))
        .map(this::theCase)
        .toList();
  }

  private String theCase(Case one) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("when", date(one.matter().openedAt()));
    Wording.put(values, "words", ownWords(one.matter()));
    values.put("state", words(one.isOpen() ? "state-officer" : "state-over", Map.of()));
    return words("part-case", values);
  }

  /** What led to it may be somebody else's words: a volunteer's who is worried about them. */
  private @Nullable String ownWords(Case.Matter matter) {
    return switch (matter.reason()) {
      case DANGER, ASKED_FOR_A_PERSON, REFERRAL, EMERGENCY -> matter.words();
      case ALLEGATION, MONEY, YOUNG, MOVING_IN, FROM_A_LEAD -> matter.words();
      case WORRIED, UNFILLED, NOT_FOR_NEIGHBOURS, RETURNED, UNDELIVERED, MISSED -> null;
    };
  }

  private List<String> begun() {
    List<String> lines = new ArrayList<>();
    Thought thought = draft.thought(me.id());
    if (thought != null) lines.add(thought.text());
    Conversation open = draft.conversation(me);
    if (open == null) return lines;
    if (open.words() != null) lines.add(open.words());
    open.slots()
        .values()
        .forEach(
            known -> {
              if (known.value() instanceof SlotValue.Words(String text)) lines.add(text);
              if (known.value() instanceof SlotValue.At(var place)) lines.add(place.written());
            });
    return lines.stream().distinct().toList();
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
