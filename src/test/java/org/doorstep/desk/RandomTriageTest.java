package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.doorstep.cell.ACell;
import org.doorstep.cell.AResponse;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Level;
import org.doorstep.cell.Model;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Tap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Lives of a request in cells where somebody decides first: buttons of desks, old ones too, pressed
 * by whoever, levels that are moved, answers to what may be passed on, volunteers, time, alarms
 * that ring twice. It always has a next alarm, nothing is passed on without the resident's yes,
 * nobody takes what another decides about, and each life comes to an end.
 */
@Timeout(3600) // for a hundred thousand
class RandomTriageTest {

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ZERO,
          Duration.ofMinutes(6),
          Duration.ofMinutes(20),
          Duration.ofHours(2),
          Duration.ofHours(25));

  private static final List<String> PARTNERS = List.of("val", "chads");
  private static final List<String> USERS = List.of("U0LIO", "U0HUB", "U0AMINA", "U0STRANGER");

  @Test
  void everyLifeKeepsTheRulesAndEnds() {
    Desk desk = new Desk(new FakeTalk(), new FakeUnderstanding());
    int lives = Math.max(4000, Life.HISTORIES / 5);
    assertThat(Life.all(getClass(), lives, seed -> new Decided(desk, seed)))
        .contains("InTriage", "Seeking", "Claimed", "WithOfficer", "Closed", "Kept")
        .contains("TriageBegun", "TriageOver", "PassingOnAnswered", "LevelMoved", "HandedBack");
  }

  /** One life. */
  private static final class Decided extends Life {

    private final PersonId edna;
    private final List<PersonId> volunteers = new ArrayList<>();
    private final List<HelpRequest> before = new ArrayList<>();
    private final Set<String> posted = new HashSet<>();
    private int read;

    Decided(Desk desk, long seed) {
      super(seed, desk, cell(seed));
      this.edna = street.resident("edna");
      for (int v = 0; v < 3; v++) volunteers.add(street.volunteer("v" + v, 100 + 250 * v));
    }

    private static Cell cell(long seed) {
      Model[] all = Model.values();
      return ACell.twoGroups().responding(AResponse.with(all[Math.floorMod(seed, all.length)]));
    }

    @Override
    void live() {
      says(edna, "please");
      street.afterEach = this::check;
      check();
      int length = 5 + chance.nextInt(25);
      for (int i = 0; i < length; i++) {
        before.add(street.theRequest());
        remember();
        step();
        if (street.theRequest() instanceof HelpRequest.Closed && oneIn(3)) return;
      }
    }

    private void step() {
      HelpRequest now = street.theRequest();
      switch (chance.nextInt(11)) {
        case 0, 1, 2 -> press(oneIn(4) ? any(before) : now);
        case 3 -> says(lead, "set-level " + now.id() + " " + any(List.of(Level.values())).key());
        case 4, 5 -> answers(oneIn(5) ? any(before) : now);
        case 6 -> passes(any(PAUSES));
        case 7 ->
            taps(any(volunteers), now, any(List.of("take", "take", "decline", "drop", "done")));
        case 8 -> officer(any(List.of("acknowledge", "sorted", "not-needed")));
        case 9 -> other(now);
        default -> ringsAgain();
      }
    }

    private void other(HelpRequest now) {
      switch (chance.nextInt(4)) {
        case 0 -> {
          if (oneIn(3)) says(edna, "cancel");
        }
        case 1 -> says(lead, "ask-again " + now.id());
        case 2 -> says(lead, "reopen " + now.id());
        default -> {
          if (now instanceof HelpRequest.Claimed c) taps(c.holder(), now, "drop");
        }
      }
    }

    private void press(HelpRequest request) {
      String partner = any(PARTNERS);
      String choice = any(List.of("take", "ask", "on", "group", "desk"));
      DeskRef ref = DeskRef.to(request, partner);
      if (choice.equals("group")) ref = ref.giving("students");
      if (choice.equals("desk")) ref = ref.giving("chads");
      String user = any(USERS);
      steps.add(user + " presses " + choice + " of " + ref.about());
      HelpRequest was = street.theRequest();
      street.presses(user, new Tap(Triage.FLOW, 1, "card-here", choice, ref.about()).encoded());
      boolean stranger = user.equals("U0STRANGER");
      if (stranger) assertThat(street.theRequest()).as("who decides nothing").isEqualTo(was);
    }

    private void answers(HelpRequest request) {
      String choice = any(List.of("yes", "yes", "no"));
      picks(edna, new Tap(Triage.FLOW, 1, "consent", choice, JobRef.to(request).about()));
    }

    @Override
    void comeToAnEnd() {
      for (int quarter = 0; quarter < 24; quarter++) {
        if (street.theRequest() instanceof HelpRequest.Closed) return;
        passes(Duration.ofHours(6));
        officer("sorted");
      }
      assertThat(street.theRequest()).isInstanceOf(HelpRequest.Closed.class);
    }

    private void check() {
      HelpRequest request = street.theRequest();
      hasAWayOn(request);
      boolean agreed =
          street.facts.stream().anyMatch(f -> f instanceof Fact.PassingOnAnswered a && a.yes());
      boolean passedOn =
          street.sent.stream()
              .anyMatch(
                  o ->
                      o instanceof Outgoing.Post p
                          && List.of("C0ADVICE", "C0CARE").contains(p.channel()));
      assertThat(passedOn && !agreed).as("passed on without a yes").isFalse();
      if (request instanceof InTriage) assertThat(held()).isEmpty();
      for (; read < street.sent.size(); read++) {
        switch (street.sent.get(read)) {
          case Outgoing.Post p -> posted.add(p.channel() + p.anchor());
          case Outgoing.Repost p ->
              assertThat(posted).as("there is such a post").contains(p.channel() + p.anchor());
          case Outgoing other -> {}
        }
      }
    }
  }
}
