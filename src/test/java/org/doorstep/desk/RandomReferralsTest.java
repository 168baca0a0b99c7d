package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.cell.ACell;
import org.doorstep.cell.AResponse;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Level;
import org.doorstep.cell.Model;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.Kept;
import org.doorstep.help.RequestId;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Address;
import org.doorstep.people.Channel;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Choice;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Lives of residents who were referred: groups and partners that give back, whoever referred them
 * who decides or does not, old buttons, volunteers, time. Whatever becomes of a request is told in
 * its thread, who is only rung is never written to, and what came back twice goes nowhere by
 * itself.
 */
@Timeout(3600) // for a hundred thousand
class RandomReferralsTest {

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ZERO,
          Duration.ofMinutes(6),
          Duration.ofMinutes(31),
          Duration.ofHours(3),
          Duration.ofHours(25));

  private static final List<String> USERS =
      List.of("U0PRIYA", "U0AMINA", "U0HUB", "U0ADVICE", "U0STRANGER");

  @Test
  void everyReferralIsToldOfUntilItsEnd() {
    Desk desk = new Desk(new FakeTalk(), new FakeUnderstanding());
    int lives = Math.max(3000, Life.HISTORIES / 5);
    assertThat(Life.all(getClass(), lives, seed -> new ReferredOn(desk, seed)))
        .contains("InTriage", "Seeking", "Claimed", "Delivered", "WithOfficer", "Closed")
        .contains("ReferredIn", "GivenBack", "HandedOn", "PassingOnAnswered", "NotArrived")
        .contains("stuck", "told");
  }

  /** One life. */
  @NullUnmarked
  private static final class ReferredOn extends Life {

    private final List<PersonId> volunteers = new ArrayList<>();
    private final List<Choice> buttons = new ArrayList<>();
    private final Map<RequestId, HelpRequest> before = new HashMap<>();
    private final Set<String> posted = new HashSet<>();
    private final PersonId kim;
    private final boolean rung;
    private int read;

    ReferredOn(Desk desk, long seed) {
      super(seed, desk, cell(seed));
      rung = oneIn(2);
      kim = street.writesFrom("kim", Address.slack("U0KIM"));
      for (int v = 0; v < 3; v++) volunteers.add(street.volunteer("v" + v, 100 + 250 * v));
    }

    private static Cell cell(long seed) {
      Model[] all = Model.values();
      return ACell.twoGroups()
          .responding(
              AResponse.with(all[Math.floorMod(seed, all.length)])
                  .takingCalls(List.of(Council.PRIYA)));
    }

    @Override
    void live() {
      street.afterEach = this::check;
      String user = any(List.of("U0PRIYA", "U0AMINA", "U0HUB"));
      street.writesFrom(user, Address.slack(user));
      String need = oneIn(3) ? "money" : "shopping";
      steps.add(user + " refers " + need + (rung ? ", rung" : ""));
      street.handsIn(
          new PersonId(user),
          Refer.tap().encoded(),
          Council.form("needs", need, "contact", rung ? "phone" : "whatsapp"));
      int length = 5 + chance.nextInt(30);
      for (int i = 0; i < length; i++) {
        remember();
        step(street.theRequest());
        if (street.theRequest() instanceof HelpRequest.Closed && oneIn(2)) return;
      }
    }

    private void step(HelpRequest now) {
      switch (chance.nextInt(11)) {
        case 0, 1, 2 -> press();
        case 3, 4 -> says(oneIn(2) ? lead : kim, "decline " + now.id() + " too-far");
        case 5 -> says(lead, "set-level " + now.id() + " " + any(List.of(Level.values())).key());
        case 6 -> passes(any(PAUSES));
        case 7, 8 -> {
          if (now instanceof HelpRequest.Claimed claimed && oneIn(2)) {
            taps(claimed.holder(), now, "done");
          } else {
            taps(any(volunteers), now, any(List.of("take", "take", "decline", "drop", "done")));
          }
        }
        case 9 -> writes(now);
        default -> {
          if (oneIn(4)) officer(any(List.of("acknowledge", "sorted", "not-needed")));
          else ringsAgain();
        }
      }
    }

    /** Any button that ever was, of the referral's post, a desk's or a case's. */
    private void press() {
      if (buttons.isEmpty()) return;
      Tap tap = (oneIn(3) ? any(buttons) : buttons.getLast()).tap();
      String user = any(USERS);
      steps.add(user + " presses " + tap.encoded());
      HelpRequest was = street.theRequest();
      street.people.computeIfAbsent(
          new PersonId(user), id -> Person.firstSeen(id, Address.slack(user), "en", street.now));
      if (Inbound.HandedIn.opens(tap)) {
        street.handsIn(new PersonId(user), tap.encoded(), Map.of("reason", List.of("not ours")));
      } else {
        street.presses(user, tap.encoded());
      }
      if (user.equals("U0STRANGER")) assertThat(street.theRequest()).isEqualTo(was);
    }

    private void writes(HelpRequest now) {
      steps.add("somebody writes in the thread");
      street.writesUnder(any(USERS), ReferThread.anchor(now), "the lower bell");
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
      if (request instanceof InTriage) assertThat(held()).isEmpty();
      List<Outgoing> fresh = street.sent.subList(read, street.sent.size());
      read = street.sent.size();
      fresh.forEach(this::look);
      told(request, fresh);
      PersonId resident = request.resident();
      if (street.people.get(resident).address().channel() == Channel.PHONE) {
        assertThat(street.letters(resident)).as("who is rung").isEmpty();
      }
      boolean stuck = request.particulars().crossed().stuck();
      if (stuck && request instanceof InTriage t) {
        assertThat(t.by())
            .as("passed on by itself")
            .isNotInstanceOf(InTriage.Decider.Referrer.class);
      }
      if (stuck && request instanceof WithOfficer) {
        seen.add("stuck");
        assertThat(street.cases.values())
            .as("somebody is asked to settle it")
            .anyMatch(c -> c.matter().reason() == Reason.RETURNED);
      }
      assertThat(
              street.cases.values().stream()
                  .filter(Case::isOpen)
                  .filter(c -> c.matter().reason() == Reason.RETURNED))
          .hasSizeLessThanOrEqualTo(1);
      before.put(request.id(), request);
    }

    /** Whatever is new of it has a line in the thread, and its post says how it stands. */
    private void told(HelpRequest now, List<Outgoing> fresh) {
      HelpRequest was = before.get(now.id());
      if (was == null || was.equals(now)) return;
      assertThat(fresh)
          .as("its post is as it stands")
          .anyMatch(o -> o instanceof Outgoing.Repost r && ReferThread.isIts(r.anchor()));
      boolean another = !was.getClass().equals(now.getClass());
      // whose turn it is among those who stand by is the group's own matter
      boolean turns = was instanceof Kept && now instanceof HelpRequest.Seeking;
      boolean quiet = now instanceof Kept || turns;
      if (another && !quiet) {
        seen.add("told");
        assertThat(fresh)
            .as("from %s to %s", was, now)
            .anyMatch(o -> o instanceof Outgoing.InThread l && ReferThread.isIts(l.anchor()));
      }
    }

    private void look(Outgoing each) {
      switch (each) {
        case Outgoing.Post p -> {
          posted.add(p.channel() + p.anchor());
          buttons.addAll(p.card().choices());
          canary(p.channel(), Council.text(p.card()));
        }
        case Outgoing.Repost p -> {
          assertThat(posted).as("there is such a post").contains(p.channel() + p.anchor());
          buttons.addAll(p.card().choices());
          canary(p.channel(), Council.text(p.card()));
        }
        case Outgoing.InThread l -> canary(l.channel(), l.text() + l.quote());
        case Outgoing other -> {}
      }
    }

    private static void canary(String channel, String text) {
      if (!channel.equals("C0GROUP") && !channel.equals("C0STUDENTS")) return;
      assertThat(text).doesNotContain("Mary", "900123", "Ash Grove", "3HN", "blue door");
    }
  }
}
