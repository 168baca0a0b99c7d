package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.doorstep.bridge.Case;
import org.doorstep.cell.ACell;
import org.doorstep.cell.AreaContacts;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Contact;
import org.doorstep.cell.Officer;
import org.doorstep.cell.Safeguarding;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Tap;
import org.junit.jupiter.api.Test;

/** Whoever is silent, a case that nobody has is always about to be told to somebody. */
class RandomSilencesTest {

  private static final int WALKS = Integer.getInteger("doorstep.histories", 300);

  @Test
  void everySilenceEndsWithAnAnswerOrAnAlarm() {
    long seed = new Random().nextLong();
    System.out.println("RandomSilencesTest seed " + seed);
    Random chance = new Random(seed);
    for (int i = 0; i < WALKS; i++) walk(new Random(chance.nextLong()), "seed " + seed + "/" + i);
  }

  private static void walk(Random chance, String called) {
    Cell cell = ACell.hydePark().guardedBy(guarding(chance));
    Street street = new Street(new Desk(new FakeTalk(), new FakeUnderstanding()), cell);
    PersonId edna = street.resident("edna");
    PersonId oncall = street.writesFrom("oncall", Address.sms(SealedStoryTest.ON_CALL));
    street.says(edna, chance.nextBoolean() ? "human" : "I have chest pain");
    Instant told = street.now;
    int said = street.sent.size();
    for (int step = 0; step < 25; step++) {
      Case c = street.theCase();
      if (!(c instanceof Case.Waiting)) return;
      Alarm.Set next = street.alarms.get(new Alarm.Unacknowledged(c.id(), 0).key());
      assertThat(next).as(called).isNotNull();
      assertThat(Duration.between(street.now, next.at()))
          .as(called)
          .isBetween(Duration.ZERO, Ladder.LONGEST);
      switch (chance.nextInt(6)) {
        case 0 -> street.isNotPosted(Cases.anchor(c));
        case 1 -> street.says(edna, "hello?");
        case 2 -> {
          if (chance.nextInt(8) == 0) street.says(oncall, "TAKE");
        }
        case 3 -> {
          if (chance.nextInt(8) == 0) {
            String tap = new Tap("case", 1, "card", "acknowledge", c.id().value()).encoded();
            street.presses(chance.nextBoolean() ? "U0AMINA" : "U0SAIRA", tap);
          }
        }
        default -> street.passes(Duration.ofMinutes(chance.nextInt(180)));
      }
      if (street.sent.size() > said) told = street.now;
      said = street.sent.size();
      assertThat(Duration.between(told, street.now)).as(called).isLessThan(Duration.ofHours(5));
    }
  }

  private static Safeguarding guarding(Random chance) {
    List<AreaContacts> contacts = new ArrayList<>();
    if (chance.nextBoolean()) {
      contacts.add(new AreaContacts(null, List.of(Contact.inSlack("Rae", "U0RAE"))));
    }
    Contact outside = Contact.bySms("Nasreen", SealedStoryTest.ON_CALL);
    if (chance.nextBoolean()) contacts.add(new AreaContacts(null, List.of(outside)));
    return chance.nextBoolean()
        ? new Safeguarding(
            List.of(new Officer("U0SAIRA", "Saira")),
            SealedStoryTest.PRIVATE,
            chance.nextBoolean() ? outside : null,
            contacts)
        : new Safeguarding(List.of(), null, null, contacts);
  }
}
