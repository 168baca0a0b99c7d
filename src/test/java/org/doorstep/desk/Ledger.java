package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.Kept;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A second account of one request's life, kept from its facts alone and by its own rules: who may
 * have it when. A fact that breaks a rule is refused.
 */
final class Ledger {

  private @Nullable PersonId holder;
  private @Nullable PersonId kept;
  private @Nullable PersonId asked;
  private @Nullable PersonId done;
  private boolean officer;
  private boolean over;
  private final List<PersonId> line = new ArrayList<>();
  private final Set<PersonId> saidNo = new HashSet<>();
  private final Set<String> mayTakeItOn = new HashSet<>();
  private String group;

  Ledger(String group) {
    this.group = group;
  }

  void note(Fact fact) {
    switch (fact) {
      case Fact.RequestClaimed f -> {
        free();
        assertThat(kept).as("kept for another").isIn(null, f.volunteer());
        holder = f.volunteer();
        kept = null;
        line.remove(holder);
        saidNo.remove(holder);
        mayTakeItOn.clear();
      }
      case Fact.HandedBack f -> {
        assertThat(f.volunteer()).isEqualTo(holder);
        holder = null;
        asked = null;
        line.remove(f.volunteer());
        saidNo.add(f.volunteer());
        turn();
      }
      case Fact.StoodBy f -> {
        assertThat(holder != null || kept != null).as("somebody comes first").isTrue();
        assertThat(f.volunteer()).isNotIn(holder, kept);
        assertThat(line).doesNotContain(f.volunteer());
        line.add(f.volunteer());
        saidNo.remove(f.volunteer());
        assertThat(f.place()).as("at the end of the line").isEqualTo(line.size());
      }
      case Fact.StoodDown f -> {
        if (f.volunteer().equals(kept)) turn();
        else assertThat(line.remove(f.volunteer())).as("stood in the line").isTrue();
      }
      case Fact.AskedAlone f -> assertThat(f.volunteer()).isEqualTo(kept);
      case Fact.Assigned f -> {
        free();
        assertThat(kept).isNull();
        kept = f.volunteer();
        mayTakeItOn.clear();
      }
      case Fact.HandOverAsked f -> {
        assertThat(f.from()).isEqualTo(holder);
        assertThat(f.to()).isNotEqualTo(holder);
        asked = f.to();
      }
      case Fact.HandOverRefused f -> {
        assertThat(f.by()).isEqualTo(asked);
        asked = null;
      }
      case Fact.HandedOver f -> {
        assertThat(f.from()).isEqualTo(holder);
        assertThat(f.to()).isEqualTo(asked);
        holder = f.to();
        asked = null;
        line.remove(holder);
      }
      case Fact.CouldNot f -> {
        assertThat(f.volunteer()).isEqualTo(holder);
        if (f.outcome() == Fact.CouldNot.Outcome.UNSAFE) {
          holder = null;
          asked = null;
          officer = true;
          line.clear();
          saidNo.add(f.volunteer());
        }
      }
      case Fact.OpenedAgain f -> {
        officer = false;
        free();
        assertThat(kept).as("kept for nobody").isNull();
        mayTakeItOn.clear();
      }
      case Fact.ReportedDone f -> {
        assertThat(f.volunteer()).isEqualTo(holder);
        done = holder;
        holder = null;
        asked = null;
      }
      case Fact.NotArrived f -> {
        assertThat(done).isNotNull();
        done = null;
        turn();
      }
      case Fact.RequestClosed f -> {
        assertThat(over).as("ends once").isFalse();
        over = true;
        holder = null;
        asked = null;
        kept = null;
        done = null;
        officer = false;
        line.clear();
        mayTakeItOn.clear();
      }
      case Fact.Reopened f -> {
        assertThat(over || done != null).as("was over, or done").isTrue();
        over = false;
        done = null;
        turn();
      }
      case Fact.WaveSent f -> {
        free();
        assertThat(kept).as("nobody is asked beside the one for whom it is kept").isNull();
      }
      case Fact.OfferDeclined f -> {
        assertThat(holder).isNull();
        saidNo.add(f.volunteer());
      }
      case Fact.PassAsked f -> {
        free();
        assertThat(kept).as("kept for nobody").isNull();
        assertThat(f.group()).as("another group").isNotEqualTo(group);
        mayTakeItOn.add(f.group());
      }
      case Fact.HandedOn f -> {
        free();
        assertThat(kept).as("kept for nobody").isNull();
        assertThat(f.from()).as("one group has it").isEqualTo(group);
        assertThat(mayTakeItOn).as("it was asked, and nothing has changed").contains(f.to());
        group = f.to();
        mayTakeItOn.clear();
      }
      case Fact.HolderNudged f -> assertThat(holder).isNotNull();
      default -> {}
    }
  }

  private void free() {
    assertThat(holder).as("never two holders").isNull();
    assertThat(done).isNull();
    assertThat(officer).isFalse();
    assertThat(over).isFalse();
  }

  private void turn() {
    kept = line.isEmpty() ? null : line.removeFirst();
  }

  /** Who said no to it is not asked again in a wave, whatever has become of it since. */
  void maybeAsked(PersonId volunteer) {
    assertThat(saidNo).as("who said no").doesNotContain(volunteer);
  }

  /** Both accounts say the same. */
  void agreesWith(HelpRequest request) {
    assertThat(request.particulars().group()).as("whose it is").isEqualTo(group);
    assertThat(request.standby().volunteers()).as("the line").isEqualTo(over ? List.of() : line);
    switch (request) {
      case HelpRequest.Seeking s -> assertNobody();
      case Kept k -> assertThat(k.volunteer()).isEqualTo(kept);
      case HelpRequest.Claimed c -> {
        assertThat(c.holder()).isEqualTo(holder);
        assertThat(c.offeredTo()).isEqualTo(asked);
        assertThat(kept).isNull();
      }
      case InTriage t -> assertNobody();
      case WithOfficer w -> assertThat(officer).isTrue();
      case Delivered d -> assertThat(d.holder()).isEqualTo(done);
      case HelpRequest.Closed c -> assertThat(over).isTrue();
    }
  }

  private void assertNobody() {
    assertThat(holder).isNull();
    assertThat(kept).isNull();
    assertThat(done).isNull();
    assertThat(officer).isFalse();
    assertThat(over).isFalse();
  }
}
