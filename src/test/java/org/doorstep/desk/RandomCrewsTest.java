package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.doorstep.cell.ACell;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.Kept;
import org.doorstep.help.Open;
import org.doorstep.help.Particulars;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Lives of a job for three, by chance, with a lead who puts it right and opens it again: nobody
 * ever has two parts of it, what is missing is looked for as long as anything is, all who come read
 * the same, and all of it comes to an end. {@code -Ddoorstep.histories=…} and {@code
 * -Ddoorstep.seed=…} as for {@link RandomHistoriesTest}.
 */
@Timeout(3600) // for a hundred thousand
class RandomCrewsTest {

  private static final List<String> TAPS =
      List.of("take", "take", "take", "take", "decline", "leave", "done", "done", "drop", "unsafe");

  private static final List<Duration> PAUSES =
      List.of(Duration.ZERO, Duration.ofMinutes(3), Duration.ofMinutes(20), Duration.ofMinutes(90));

  @Test
  void everyHistoryKeepsTheRulesAndEnds() {
    Desk desk = new Desk(new FakeTalk(), new FakeUnderstanding());
    Set<String> seen = Life.all(getClass(), Life.HISTORIES / 5, seed -> new History(desk, seed));
    assertThat(seen).contains("all three found", "StoodBy");
    if (Life.MANY) assertThat(seen).contains("Reopened", "Edited", "CouldNot");
  }

  /** One life. */
  private static final class History extends Life {

    private final PersonId edna;
    private final List<PersonId> volunteers = new ArrayList<>();
    private final Set<PersonId> saidNo = new HashSet<>();
    private boolean looked;
    private int noted;
    private int read;

    History(Desk desk, long seed) {
      super(seed, desk, ACell.hydePark());
      this.edna = street.resident("edna");
      for (int v = 0; v < 7; v++) volunteers.add(street.volunteer("v" + v, 100 + 250 * v));
    }

    @Override
    void live() {
      says(edna, "please, three of you");
      assertThat(street.requests).hasSize(3);
      street.afterEach = this::check;
      check();
      int length = 8 + chance.nextInt(40);
      for (int i = 0; i < length; i++) {
        remember();
        step();
      }
    }

    private void step() {
      PersonId someone = any(volunteers);
      HelpRequest part = anyRequest();
      switch (chance.nextInt(17)) {
        case 0, 1, 2, 3, 4, 5, 6 -> taps(someone, part, any(TAPS));
        case 7, 8, 9 -> passes(any(PAUSES));
        case 10 -> {
          if (oneIn(4)) says(edna, any(List.of("yes", "no", "cancel")));
        }
        case 11 -> says(lead, any(List.of("reopen ", "reopen ", "ask-again ")) + part.id());
        case 12 ->
            says(lead, "edit-when " + part.id() + any(List.of(" tomorrow at 3", " tomorrow at 5")));
        case 13 -> says(lead, "edit-note " + part.id() + any(List.of(" gloves", " the blue door")));
        case 14 -> ringsAgain();
        case 15 -> {
          String order = "assign v" + chance.nextInt(7);
          steps.add(order + " to " + part.id());
          street.writesBelow("U0JOAN", part, order);
        }
        default -> officer(any(List.of("acknowledge", "sorted", "not-needed")));
      }
    }

    @Override
    void comeToAnEnd() {
      for (int quarter = 0; quarter < 24; quarter++) {
        passes(Duration.ofHours(6));
        officer("sorted");
      }
      assertThat(street.requests.values()).allMatch(HelpRequest.Closed.class::isInstance);
    }

    private void check() {
      List<HelpRequest> parts = List.copyOf(street.requests.values());
      List<PersonId> holders = held().map(HelpRequest.Claimed::holder).toList();
      assertThat(holders).as("nobody has two parts").doesNotHaveDuplicates();
      if (holders.size() == 3) seen.add("all three found");
      boolean missing = parts.stream().anyMatch(Open.class::isInstance);
      if (missing) {
        assertThat(parts).as("somebody sees to what is missing").anyMatch(this::seenTo);
      }
      assertThat(parts.stream().filter(this::lookedFor).count())
          .as("one part at a time is looked for")
          .isLessThan(2);
      for (HelpRequest part : parts) {
        assertThat(part.standby().volunteers()).noneMatch(holders::contains);
        if (!(part instanceof Open)) hasAWayOn(part);
      }
      List<Particulars> live =
          parts.stream().filter(p -> !p.over()).map(HelpRequest::particulars).toList();
      assertThat(live.stream().map(Particulars::when).distinct().count())
          .as("all come at the same time")
          .isLessThan(2);
      assertThat(live.stream().map(Particulars::note).distinct().count())
          .as("all read the same")
          .isLessThan(2);
      boolean free = parts.stream().anyMatch(HelpRequest.Seeking.class::isInstance);
      if (free && !withOfficer(parts)) {
        assertThat(parts).as("who stands by comes first").allMatch(p -> p.standby().isEmpty());
      }
      said(parts);
    }

    private static boolean withOfficer(List<HelpRequest> parts) {
      return parts.stream().anyMatch(WithOfficer.class::isInstance);
    }

    /** What was said, and what became of it. */
    private void said(List<HelpRequest> parts) {
      boolean looks = withOfficer(parts);
      for (; noted < street.facts.size(); noted++) {
        switch (street.facts.get(noted)) {
          case Fact.RequestClaimed f -> {
            assertThat(looked && looks).as("nobody goes where one felt unsafe").isFalse();
            saidNo.remove(f.volunteer());
          }
          case Fact.StoodBy f -> saidNo.remove(f.volunteer());
          case Fact.OfferDeclined f when !Parts.holders(parts).contains(f.volunteer()) ->
              saidNo.add(f.volunteer());
          case Fact.HandedBack f -> saidNo.add(f.volunteer());
          case Fact other -> {}
        }
      }
      for (; read < street.sent.size(); read++) {
        if (!(street.sent.get(read) instanceof Outgoing.ToPerson letter)) continue;
        if (!letter.utterance().id().equals("job.offered")) continue;
        assertThat(looked && looks).as("nobody is asked where one felt unsafe").isFalse();
        assertThat(saidNo).as("who said no").doesNotContain(letter.to());
      }
      looked = looks;
    }

    private boolean lookedFor(HelpRequest part) {
      return part instanceof HelpRequest.Seeking s
          && s.search().wave() > 0
          && !s.search().handedOver()
          && rings("wave/", s);
    }

    private boolean seenTo(HelpRequest part) {
      return switch (part) {
        case HelpRequest.Seeking s -> rings("wave/", s) || rings("officer/", s);
        case Kept k -> rings("turn/", k);
        case InTriage t -> rings("undecided/", t);
        case WithOfficer w -> rings("officer/", w);
        case HelpRequest.Claimed c -> false;
        case Delivered d -> false;
        case HelpRequest.Closed c -> false;
      };
    }

    private boolean rings(String alarm, HelpRequest part) {
      return street.alarms.containsKey(alarm + part.id().value());
    }
  }
}
