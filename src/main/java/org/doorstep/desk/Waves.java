package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;
import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.TEMPLATE;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorstep.bridge.Reason;
import org.doorstep.cell.Rules;
import org.doorstep.cell.WaveStep;
import org.doorstep.help.Ageing;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Matching;
import org.doorstep.help.Suitable;
import org.doorstep.people.PersonId;

/** Offers go out in waves: few and near first, wider on silence, until somebody says yes. */
final class Waves {

  /** More candidates than any wave asks, so that those who may not be asked leave enough. */
  private static final int CANDIDATES = 4 * WaveStep.LARGEST;

  private final Wording wording;
  private final Board board;
  private final Cases cases;

  Waves(Wording wording, Board board, Cases cases) {
    this.wording = wording;
    this.board = board;
    this.cases = cases;
  }

  /** Who has to be looked up for the wave that is due. */
  static Optional<Enquiry> asks(Dossier dossier, Alarm.NextWave alarm) {
    return dossier
        .request(alarm.request().value())
        .flatMap(request -> due(request, alarm))
        .filter(seeking -> seeking.search().wave() < dossier.cell().rules().waves().size())
        .map(
            seeking -> {
              Set<PersonId> without = new LinkedHashSet<>(seeking.search().asked());
              without.add(seeking.resident());
              WaveStep step = dossier.cell().rules().waves().get(seeking.search().wave());
              return new Enquiry.VolunteersNear(
                  seeking.particulars().place().point(), step.metres(), CANDIDATES, without);
            });
  }

  /** Starts looking, now or when quiet hours end. */
  void begin(Draft draft, HelpRequest.Seeking seeking) {
    draft.wake(
        new Alarm.NextWave(seeking.id(), seeking.search().round()), awake(draft, draft.now()));
  }

  void next(Draft draft, Alarm.NextWave alarm) {
    draft
        .request(alarm.request().value())
        .flatMap(request -> due(request, alarm))
        .ifPresent(seeking -> next(draft, seeking));
  }

  private static Optional<HelpRequest.Seeking> due(HelpRequest request, Alarm.NextWave alarm) {
    return request instanceof HelpRequest.Seeking seeking
            && seeking.search().round() == alarm.round()
            && !seeking.search().handedOver()
        ? Optional.of(seeking)
        : Optional.empty();
  }

  private void next(Draft draft, HelpRequest.Seeking seeking) {
    Rules rules = draft.cell().rules();
    if (seeking.search().wave() >= rules.waves().size() || tooLate(draft, seeking)) {
      unfilled(draft, seeking);
    } else if (rules.quietHours().cover(draft.now(), draft.cell().zone())) {
      begin(draft, seeking);
    } else {
      send(draft, seeking, rules.waves().get(seeking.search().wave()));
    }
  }

  private void send(Draft draft, HelpRequest.Seeking seeking, WaveStep step) {
    List<Suitable> chosen =
        Matching.rank(seeking, draft.dossier().answers().volunteers(), step.metres(), draft.now())
            .stream()
            .limit(step.size())
            .toList();
    HelpRequest.Seeking sent =
        seeking.waveSent(chosen.stream().map(s -> s.volunteer().id()).toList());
    draft.put(sent);
    draft.fact(
        new Fact.WaveSent(sent.id(), sent.search().round(), sent.search().wave(), chosen.size()));
    chosen.forEach(suitable -> offer(draft, sent, suitable));
    if (sent.search().round() == 1 && sent.search().wave() == 1) board.post(draft, sent);
    else board.update(draft, sent);
    if (sent.search().wave() > 1 && !chosen.isEmpty()) {
      Wording theirs = wording.to(draft, sent.resident());
      draft.tell(
          sent.resident(),
          theirs.say("request-help.widened", theirs.open(draft, sent)),
          Outgoing.ToPerson.WhenClosed.DROP);
    }
    int left = draft.cell().rules().waves().size() - sent.search().wave();
    Instant next =
        chosen.isEmpty()
            ? draft.now()
            : draft.ageing().nextWaveAt(draft.now(), step.patience(), left, draft.deadline(sent));
    draft.wake(new Alarm.NextWave(sent.id(), sent.search().round()), next);
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
  private void unfilled(Draft draft, HelpRequest.Seeking seeking) {
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
    draft.tell(
        passedOn.resident(),
        theirs.say("request-help.unfilled", theirs.open(draft, passedOn)),
        HOLD);
  }

  private static boolean tooLate(Draft draft, HelpRequest.Seeking seeking) {
    boolean wasLate = seeking.search().wave() > 0 || seeking.search().round() > 1;
    Instant deadline = draft.deadline(seeking);
    boolean gone = deadline != null && !deadline.isAfter(draft.now());
    return gone && (wasLate || Ageing.tooLate(seeking.particulars(), draft.now(), deadline));
  }

  private static Instant awake(Draft draft, Instant at) {
    return draft.cell().rules().quietHours().endAfter(at, draft.cell().zone());
  }
}
