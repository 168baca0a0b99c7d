package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.cell.ACell;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Tap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Lives of one request, by chance: taps and words of everybody, old ones too, leads, a neighbouring
 * group, officers, time, alarms that ring twice. After each decision the request has a next alarm
 * and a second account of its life agrees; in the end each comes to an end though all volunteers
 * are silent.
 *
 * <p>{@code -Ddoorstep.histories=100000} for more of them, {@code -Ddoorstep.seed=…} for the same
 * again.
 */
@Timeout(3600) // for a hundred thousand
class RandomHistoriesTest {

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ZERO,
          Duration.ofMinutes(1),
          Duration.ofMinutes(10),
          Duration.ofMinutes(40),
          Duration.ofHours(2),
          Duration.ofHours(9));

  private static final List<String> TAPS =
      List.of(
          "take",
          "take",
          "take",
          "take",
          "decline",
          "leave",
          "done",
          "drop",
          "on-it",
          "nobody-in",
          "out-of-stock",
          "wrong-address",
          "worried",
          "unsafe");

  @Test
  void everyHistoryKeepsTheRulesAndEnds() {
    Desk desk = new Desk(new FakeTalk(), new FakeUnderstanding());
    assertThat(Life.all(getClass(), Life.HISTORIES, seed -> new History(desk, seed)))
        .as("every state was lived in")
        .contains("Seeking", "Kept", "Claimed", "WithOfficer", "Delivered", "Closed")
        .contains("Reopened", "PassAsked", "PassRefused", "HandedOn", "HandedOver", "Assigned");
  }

  /** One life. */
  private static final class History extends Life {

    private final Ledger ledger = new Ledger("hyde-park");
    private final PersonId edna;
    private final PersonId kim;
    private final List<PersonId> volunteers = new ArrayList<>();
    private final List<HelpRequest> before = new ArrayList<>();
    private final Map<String, Card> posts = new LinkedHashMap<>();
    private int noted;
    private int read;

    History(Desk desk, long seed) {
      super(seed, desk, ACell.twoGroups());
      this.edna = street.resident("edna");
      this.kim = street.writesFrom("kim", Address.slack("U0KIM"));
      for (int v = 0; v < 5; v++) volunteers.add(street.volunteer("v" + v, 100 + 250 * v));
    }

    @Override
    void live() {
      says(edna, oneIn(3) ? "please by two" : "please");
      street.afterEach = this::check;
      check();
      int length = 5 + chance.nextInt(30);
      for (int i = 0; i < length; i++) {
        before.add(street.theRequest());
        remember();
        step();
        if (street.theRequest() instanceof HelpRequest.Closed && oneIn(4)) return;
      }
    }

    private void step() {
      PersonId someone = any(volunteers);
      switch (chance.nextInt(17)) {
        case 0, 1, 2, 3 -> tap(someone, street.theRequest());
        case 4 -> tap(holderOr(someone), street.theRequest());
        case 5 -> tap(someone, any(before));
        case 6 -> passes(any(PAUSES));
        case 7 -> passes(Duration.ZERO);
        case 8 -> says(holderOr(someone), "hand over to v" + chance.nextInt(5));
        case 9 -> {
          String order = "assign v" + chance.nextInt(5);
          steps.add(order);
          street.writesBelow(oneIn(2) ? "U0JOAN" : "U0KIM", street.theRequest(), order);
        }
        case 10 -> says(someone, any(List.of("pause", "resume", "stop", "start", "yes", "no")));
        case 11 -> resident();
        case 12 -> officer(any(List.of("acknowledge", "sorted", "not-needed")));
        case 13 -> orders(any(List.of("reopen", "reopen", "ask-again")), "");
        case 14 -> orders("pass-on", oneIn(8) ? " hyde-park" : " students");
        case 15 -> answers(any(List.of("accept", "accept", "decline")));
        default -> ringsAgain();
      }
    }

    private void tap(PersonId who, HelpRequest request) {
      String choice = any(TAPS);
      boolean free = street.theRequest() instanceof HelpRequest.Seeking;
      boolean mine = street.theRequest().involved().contains(who);
      boolean mayTake = free && mine && !street.people.get(who).optedOut();
      taps(who, request, choice);
      if (choice.equals("take") && mayTake) {
        assertThat(street.theRequest())
            .as("what nobody has is theirs")
            .isInstanceOfSatisfying(
                HelpRequest.Claimed.class, c -> assertThat(c.holder()).isEqualTo(who));
      }
    }

    private void orders(String order, String rest) {
      boolean students = street.theRequest().particulars().group().equals("students");
      PersonId who = oneIn(6) == students ? lead : kim;
      if (order.equals("pass-on") && students) rest = " hyde-park";
      says(who, order + " " + street.theRequest().id() + rest);
    }

    /** A lead who was asked whether they take it on, now or long ago. */
    private void answers(String choice) {
      PersonId who = any(List.of(lead, kim));
      List<Outgoing.ToPerson> asked =
          street.letters(who).stream()
              .filter(l -> l.utterance().id().equals("neighbours.asked"))
              .toList();
      if (asked.isEmpty()) return;
      Outgoing.ToPerson letter = oneIn(4) ? any(asked) : asked.getLast();
      String about = letter.utterance().choices().getFirst().tap().about();
      picks(who, new Tap(Neighbours.FLOW, 1, "asked", choice, about));
    }

    private void resident() {
      boolean ends = street.theRequest() instanceof Delivered;
      String text = ends ? any(List.of("yes", "no", "no")) : any(List.of("hello", "cancel"));
      if (text.equals("cancel") && chance.nextInt(4) > 0) return;
      says(edna, text);
    }

    private PersonId holderOr(PersonId other) {
      return street.theRequest() instanceof HelpRequest.Claimed c ? c.holder() : other;
    }

    @Override
    void comeToAnEnd() {
      for (int quarter = 0; quarter < 16; quarter++) {
        if (street.theRequest() instanceof HelpRequest.Closed) return;
        passes(Duration.ofHours(6));
        officer("sorted");
      }
      assertThat(street.theRequest()).isInstanceOf(HelpRequest.Closed.class);
    }

    private void check() {
      for (; noted < street.facts.size(); noted++) ledger.note(street.facts.get(noted));
      HelpRequest request = street.theRequest();
      ledger.agreesWith(request);
      hasAWayOn(request);
      for (; read < street.sent.size(); read++) {
        switch (street.sent.get(read)) {
          case Outgoing.ToPerson letter when letter.utterance().id().equals("job.offered") ->
              ledger.maybeAsked(letter.to());
          case Outgoing.Post post when post.anchor().startsWith("job/") ->
              posts.put(post.anchor(), post.card());
          case Outgoing.Repost post when post.anchor().startsWith("job/") ->
              posts.put(post.anchor(), post.card());
          case Outgoing other -> {}
        }
      }
      posts.forEach(
          (anchor, card) -> {
            if (!anchor.equals(Board.anchor(request))) {
              assertThat(card.choices()).as("nobody takes it in another channel").isEmpty();
            }
          });
    }
  }
}
