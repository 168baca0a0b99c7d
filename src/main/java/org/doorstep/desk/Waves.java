package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;
import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.TEMPLATE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.doorstep.bridge.Reason;
import org.doorstep.cell.Cell;
import org.doorstep.help.Asking;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Matching;
import org.doorstep.help.Particulars;
import org.doorstep.help.Search;
import org.doorstep.help.Suitable;
import org.doorstep.people.Person;
import org.doorstep.people.Ties;

/** Offers go out in waves: few and near first, wider on silence, until somebody says yes. */
final class Waves {

  private final Wording wording;
  private final Board board;
  private final Cases cases;
  private final Owners owners;
  private final Signposts signposts;

  Waves(Wording wording, Board board, Cases cases, Owners owners, Signposts signposts) {
    this.wording = wording;
    this.board = board;
    this.cases = cases;
    this.owners = owners;
    this.signposts = signposts;
  }

  /** Who has to be looked up for the wave that is due. */
  List<Enquiry> asks(Dossier dossier, Alarm.NextWave alarm, Instant now) {
    Stream<Enquiry> office =
        dossier.request(alarm.request().value()).filter(Intake::matters).stream()
            .map(request -> new Enquiry.OfficeNow(Set.of()));
    return Stream.concat(office, people(dossier, alarm, now)).toList();
  }

  /** Whoever has just that comes first, but for the night. */
  private Stream<Enquiry> people(Dossier dossier, Alarm.NextWave alarm, Instant now) {
    Stream<Enquiry> things =
        dossier.request(alarm.request().value()).flatMap(request -> due(request, alarm)).stream()
            .filter(seeking -> toOwners(WavePlan.of(dossier.cell(), seeking, now)))
            .flatMap(seeking -> owners.asks(dossier.cell(), seeking).stream());
    return Stream.concat(things, services(dossier, alarm, now).stream());
  }

  /** Where there is nobody left to ask, somebody else may be of use. */
  private static Optional<Enquiry> services(Dossier dossier, Alarm.NextWave alarm, Instant now) {
    return dossier
        .request(alarm.request().value())
        .flatMap(request -> due(request, alarm))
        .filter(s -> WavePlan.of(dossier.cell(), s, now) instanceof WavePlan.UsedUp)
        .<Enquiry>map(s -> Enquiry.ServicesFor.needs(Set.of(s.particulars().need())))
        .or(() -> volunteers(dossier, alarm, now));
  }

  private static boolean toOwners(WavePlan plan) {
    return plan instanceof WavePlan.Send send && !send.night();
  }

  private static Optional<Enquiry> volunteers(Dossier dossier, Alarm.NextWave alarm, Instant now) {
    return dossier
        .request(alarm.request().value())
        .flatMap(request -> due(request, alarm))
        .flatMap(
            seeking ->
                WavePlan.of(dossier.cell(), seeking, now) instanceof WavePlan.Send send
                    ? Optional.of(
                        new Enquiry.VolunteersFor(
                            asking(
                                dossier.cell(),
                                seeking,
                                dossier.person(seeking.resident()),
                                forAll(dossier.requests(), seeking, send),
                                now)))
                    : Optional.empty());
  }

  private static Asking asking(
      Cell cell,
      HelpRequest.Seeking seeking,
      Optional<Person> resident,
      WavePlan.Send send,
      Instant now) {
    return Asking.in(
        cell,
        seeking,
        resident.map(Person::ties).orElse(Ties.NONE),
        resident.map(Person::language).orElse(cell.language()),
        send.step(),
        send.night(),
        now);
  }

  /** Those whom the other parts of it still miss are asked for with it. */
  private static WavePlan.Send forAll(
      List<HelpRequest> known, HelpRequest.Seeking seeking, WavePlan.Send send) {
    return send.times(1 + Parts.missing(Parts.others(known, seeking)));
  }

  /** Starts looking, now or when quiet hours end. */
  void begin(Draft draft, HelpRequest.Seeking seeking) {
    Instant at =
        WavePlan.of(draft.cell(), seeking, draft.now()) instanceof WavePlan.Rest(Instant until)
            ? until
            : draft.now();
    wake(draft, seeking, Intake.holds(draft, seeking).orElse(at));
  }

  /**
   * Another part of the same job was found somebody for. Those who were asked and have not answered
   * may take this one; they are given the time of a wave.
   */
  void goOn(Draft draft, HelpRequest.Seeking seeking) {
    Search search = seeking.search();
    boolean awaited = !search.declined().containsAll(search.asked());
    if (awaited && WavePlan.of(draft.cell(), seeking, draft.now()) instanceof WavePlan.Send send) {
      wake(draft, seeking, draft.now().plus(send.step().patience()));
    } else {
      begin(draft, seeking);
    }
  }

  private static void wake(Draft draft, HelpRequest.Seeking seeking, Instant at) {
    draft.wake(new Alarm.NextWave(seeking.id(), seeking.search().round()), at);
  }

  void next(Draft draft, Alarm.NextWave alarm) {
    draft
        .request(alarm.request().value())
        .flatMap(request -> due(request, alarm))
        .filter(seeking -> seeking.search().wave() > 0 || !Parts.waits(draft, seeking))
        .ifPresent(
            seeking -> follow(draft, seeking, WavePlan.of(draft.cell(), seeking, draft.now())));
  }

  /** What its group does not take in just now waits, but not beyond its time. */
  private void follow(Draft draft, HelpRequest.Seeking seeking, WavePlan plan) {
    Instant held = Intake.holds(draft, seeking).orElse(null);
    switch (plan) {
      case WavePlan.UsedUp u -> unfilled(draft, seeking);
      case WavePlan p when held != null -> wake(draft, seeking, held);
      case WavePlan.Rest(Instant until) -> wake(draft, seeking, until);
      case WavePlan.Send send -> {
        if (!toOwners(plan) || !owners.asked(draft, seeking)) {
          send(draft, seeking, forAll(draft.requests(), seeking, send));
        }
      }
    }
  }

  private static Optional<HelpRequest.Seeking> due(HelpRequest request, Alarm.NextWave alarm) {
    return request instanceof HelpRequest.Seeking seeking
            && seeking.search().round() == alarm.round()
            && !seeking.search().handedOver()
        ? Optional.of(seeking)
        : Optional.empty();
  }

  private void send(Draft draft, HelpRequest.Seeking seeking, WavePlan.Send send) {
    Asking asking =
        asking(draft.cell(), seeking, draft.person(seeking.resident()), send, draft.now());
    List<Suitable> ranked =
        Matching.rank(asking, draft.dossier().answers().volunteers()).stream()
            .filter(suitable -> !Apart.from(draft, seeking, suitable.volunteer()))
            .toList();
    Wave wave = Wave.of(draft.cell(), seeking, send, ranked, draft.now());
    List<Suitable> chosen = wave.chosen();
    if (send.night() && chosen.isEmpty()) {
      follow(draft, seeking, WavePlan.nobodyAwake(draft.cell(), seeking, draft.now()));
      return;
    }
    HelpRequest.Seeking sent = wave.sent();
    draft.put(sent);
    draft.change("asked", new Change.VolunteersAsked(Suitable.ids(chosen)));
    draft.fact(
        new Fact.WaveSent(sent.id(), sent.search().round(), sent.search().wave(), chosen.size()));
    chosen.forEach(suitable -> offer(draft, sent, suitable));
    tell(draft, sent, chosen);
    wake(draft, sent, wave.next());
  }

  /** The group sees who is asked and why; the resident hears that more people are. */
  private void tell(Draft draft, HelpRequest.Seeking sent, List<Suitable> chosen) {
    board.update(draft, sent);
    if (chosen.isEmpty()) return;
    board.whoAndWhy(draft, sent, chosen);
    if (sent.search().wave() > 1) {
      Wording theirs = wording.to(draft, sent.resident());
      draft.tell(
          sent.resident(),
          theirs.say("request-help.widened", theirs.open(draft, sent)),
          Outgoing.ToPerson.WhenClosed.DROP);
    }
  }

  private void offer(Draft draft, HelpRequest.Seeking request, Suitable suitable) {
    Wording theirs = wording.in(suitable.volunteer().language());
    draft.tell(
        suitable.volunteer().id(),
        theirs.say(
            "job.offered",
            JobRef.to(request).about(),
            theirs.offered(draft, request, suitable.distance())),
        TEMPLATE,
        request.resident());
  }

  /** Nobody took it: an officer hears of it, and the resident is told so. */
  void unfilled(Draft draft, HelpRequest.Seeking seeking) {
    HelpRequest.Seeking passedOn = seeking.passedOn();
    draft.put(passedOn);
    String words = passedOn.particulars().words();
    cases.open(
        draft,
        Reason.UNFILLED,
        passedOn.resident(),
        passedOn,
        words == null ? null : Masking.roughly(words));
    board.update(draft, passedOn);
    Reminders.set(draft, passedOn);
    Wording theirs = wording.to(draft, passedOn.resident());
    boolean unfilled = Parts.holders(Parts.others(draft, passedOn)).isEmpty();
    Map<String, String> values = theirs.open(draft, passedOn);
    draft.tell(
        passedOn.resident(),
        theirs.say(unfilled ? "request-help.unfilled" : "together.unfilled", values),
        HOLD);
    Particulars wanted = passedOn.particulars();
    signposts.besides(draft, passedOn.resident(), Set.of(wanted.need()), wanted.place());
  }
}
