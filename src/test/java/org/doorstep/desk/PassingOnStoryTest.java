package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.cell.ACell;
import org.doorstep.cell.AResponse;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Group;
import org.doorstep.cell.Level;
import org.doorstep.cell.LevelRule;
import org.doorstep.cell.Model;
import org.doorstep.cell.Response;
import org.doorstep.cell.Stance;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Address;
import org.doorstep.people.Need;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is more than neighbours can do crosses with a yes, and with nothing else. The table walks
 * every model, stance, level and answer.
 */
@NullUnmarked
class PassingOnStoryTest {

  private static final Desk DESK = new Desk(ShippedTalk.load(), ShippedTalk.understanding());

  /** What a resident answers when they are asked. */
  private enum Answer {
    YES,
    NO,
    SILENCE
  }

  private static final String[] NEVER = {"14 Ash Grove", "LS6 3HN", "+447700900"};

  private Street street;
  private PersonId edna;
  private PersonId sam;
  private PersonId joan;

  static Stream<Arguments> all() {
    List<Arguments> rows = new ArrayList<>();
    for (Model model : Model.values()) {
      for (Stance stance : Stance.values()) {
        for (Level level : Level.values()) {
          for (Answer answer : Answer.values()) {
            rows.add(arguments(model, stance, level, answer));
          }
        }
      }
    }
    return rows.stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void whereARequestGoesAndWhatCrosses(Model model, Stance stance, Level level, Answer answer) {
    asks(model, stance, level);
    boolean asked = street.told(edna).contains("triage.consent");
    boolean needsAYes = level == Level.SPECIALIST || level == Level.STATUTORY;
    assertThat(asked).as("asked").isEqualTo(needsAYes && stance != Stance.ARMS_LENGTH);
    if (asked) answers(answer);
    switch (level) {
      case STREET -> atFirst(model, "C0HUB", "C0LIO", null);
      case HUB -> atFirst(model, "C0HUB", "C0LIO", "C0HUB");
      case SPECIALIST -> passedOn(stance, answer, "C0ADVICE");
      case STATUTORY -> passedOn(stance, answer, "C0CARE");
      case EMERGENCY -> {
        assertThat(theCase().matter().reason()).isEqualTo(Reason.EMERGENCY);
        assertThat(street.told(edna)).contains("common.danger");
        assertThat(street.told(sam)).doesNotContain("job.offered");
      }
    }
    assertThat(inSlack()).as("in nobody's channel").doesNotContain(NEVER);
    assertThat(street.requests.values())
        .as("each has a way on")
        .allMatch(r -> street.alarms.keySet().stream().anyMatch(a -> a.endsWith("/" + r.id())));
  }

  private void atFirst(Model model, String inHubs, String inBroker, String inDirect) {
    String channel =
        switch (model) {
          case DIRECT -> inDirect;
          case HUBS -> inHubs;
          case BROKER -> inBroker;
        };
    if (channel == null) {
      assertThat(street.told(sam)).endsWith("job.offered");
    } else {
      assertThat(posts(channel)).hasSize(1);
      assertThat(street.told(sam)).doesNotContain("job.offered");
    }
    assertThat(street.cases).isEmpty();
  }

  private void passedOn(Stance stance, Answer answer, String channel) {
    boolean toLeads = stance == Stance.LOOSE && answer == Answer.YES;
    if (toLeads) {
      assertThat(posts(channel)).as("before the lead has agreed").isEmpty();
      street.passes(Duration.ZERO);
      street.picks(joan, "yes");
    }
    if (stance != Stance.ARMS_LENGTH && answer == Answer.YES) {
      assertThat(posts(channel)).hasSize(1);
      assertThat(theCase().matter().reason()).isEqualTo(Reason.REFERRAL);
      assertThat(job()).isInstanceOf(WithOfficer.class);
      assertThat(street.told(edna)).endsWith("triage.passed-on");
    } else {
      assertThat(inSlack()).as("nothing crosses without a yes").isEmpty();
      assertThat(street.cases).isEmpty();
      assertThat(((HelpRequest.Closed) job()).outcome())
          .isEqualTo(HelpRequest.Closed.Outcome.SIGNPOSTED);
      assertThat(last(edna)).contains("0113 496 0000");
    }
    assertThat(street.told(sam)).as("no neighbour is asked").doesNotContain("job.offered");
  }

  private void answers(Answer answer) {
    switch (answer) {
      case YES -> street.says(edna, "yes");
      case NO -> street.picks(edna, "no");
      case SILENCE -> {
        street.passes(Duration.ofHours(24));
        assertThat(street.told(edna)).endsWith("triage.consent-again");
        street.passes(Duration.ofHours(24));
      }
    }
  }

  // ---- in particular

  @Test
  void theResidentReadsWhatIsPassedOnAndToWhomBeforeItIs() {
    asks(Model.DIRECT, Stance.INTEGRATED, Level.SPECIALIST);
    assertThat(last(edna))
        .contains("Advice Leeds", "your first name", "LS6", "Not your number", "Amina looks after")
        .doesNotContain("3HN");
    assertThat(inSlack()).isEmpty();
  }

  @Test
  void theirPeopleAreToldInTurnAndThenTheOfficers() {
    asks(Model.DIRECT, Stance.INTEGRATED, Level.SPECIALIST);
    street.says(edna, "yes");
    assertThat(mentions()).containsExactly("U0ADVICE");
    street.passes(Duration.ofMinutes(10));
    assertThat(mentions()).containsExactly("U0ADVICE", "U1ADVICE");
    street.passes(Duration.ofMinutes(10));
    assertThat(mentions()).containsExactly("U0ADVICE", "U1ADVICE", "U0AMINA");
    assertThat(posts("C0OFFICERS")).hasSize(1);
    assertThat(last(edna)).contains("Nobody at Advice Leeds is free, so Amina looks after it");
    street.passes(Duration.ofMinutes(10));
    assertThat(mentions()).endsWith("U0AMINA", "U0DEREK");
  }

  @Test
  void whoeverTakesItThereHasTheLine() {
    asks(Model.DIRECT, Stance.INTEGRATED, Level.SPECIALIST);
    street.says(edna, "yes");
    presses("acknowledge", "U1ADVICE");
    assertThat(theCase()).isInstanceOf(Case.Acknowledged.class);
    street.writesInThread("U1ADVICE", theCase(), "Could you come on Tuesday?");
    assertThat(last(edna)).contains("Advice Leeds", "Could you come on Tuesday?");
    street.says(edna, "Tuesday is fine");
    assertThat(inSlack()).contains("Tuesday is fine");
    presses("sorted", "U1ADVICE");
    assertThat(((HelpRequest.Closed) job()).outcome())
        .isEqualTo(HelpRequest.Closed.Outcome.BY_OFFICER);
  }

  @Test
  void peopleOfAnotherPartnerMayNotTouchIt() {
    asks(Model.DIRECT, Stance.INTEGRATED, Level.SPECIALIST);
    street.says(edna, "yes");
    presses("acknowledge", "U0HUB");
    assertThat(theCase()).isInstanceOf(Case.Waiting.class);
    street.writesInThread("U0HUB", theCase(), "hello?");
    assertThat(last(edna)).doesNotContain("hello?");
  }

  @Test
  void aYesToAnotherRequestIsNoneToThis() {
    asks(Model.DIRECT, Stance.INTEGRATED, Level.SPECIALIST);
    PersonId other = street.resident("other");
    street.picks(other, street.letters(edna).getLast().utterance().choices().getFirst().tap());
    assertThat(job()).isInstanceOf(InTriage.class);
    assertThat(inSlack()).isEmpty();
  }

  @Test
  void aYesToOnePartnerIsNoneToAnother() {
    asks(Model.DIRECT, Stance.INTEGRATED, Level.SPECIALIST);
    Tap yes = street.letters(edna).getLast().utterance().choices().getFirst().tap();
    street.says(joan, "board");
    street.says(joan, "level 1 statutory");
    assertThat(last(edna)).contains("Adult Social Care");
    street.picks(edna, yes);
    assertThat(street.told(edna)).endsWith("common.closed");
    assertThat(posts("C0CARE")).isEmpty();
    street.says(edna, "yes");
    assertThat(posts("C0CARE")).hasSize(1);
    assertThat(posts("C0ADVICE")).isEmpty();
  }

  @Test
  void onlyALeadAgreesForTheGroup() {
    asks(Model.DIRECT, Stance.LOOSE, Level.SPECIALIST);
    street.says(edna, "yes");
    street.passes(Duration.ZERO);
    street.picks(sam, street.letters(joan).getLast().utterance().choices().getFirst().tap());
    assertThat(inSlack()).isEmpty();
    assertThat(job()).isInstanceOf(InTriage.class);
  }

  @Test
  void theAddressInWhatTheySaidIsNotPassedOn() {
    lives(Model.DIRECT, Stance.INTEGRATED, Level.SPECIALIST, new Need("prescription"));
    street.says(edna, "I need my prescription from Boots today, I am at LS6 3HN");
    for (String answer : List.of("14 Ash Grove", "Edna", "yes", "yes")) street.says(edna, answer);
    assertThat(posts("C0ADVICE")).hasSize(1);
    assertThat(inSlack()).contains("I need my prescription").doesNotContain("3HN");
  }

  @Test
  void leadsWhoSayNothingHaveNotAgreed() {
    asks(Model.DIRECT, Stance.LOOSE, Level.SPECIALIST);
    street.says(edna, "yes");
    street.passes(Duration.ofHours(2));
    assertThat(street.told(joan)).endsWith("triage.lead-unanswered");
    assertThat(inSlack()).isEmpty();
    assertThat(last(edna)).contains("0113 496 0000");
    street.picks(joan, "yes");
    assertThat(inSlack()).as("too late").isEmpty();
  }

  @Test
  void allPartsOfAJobForSeveralPeopleArePassedOnTogetherOrNone() {
    for (String answer : List.of("yes", "no")) {
      lives(Model.DIRECT, Stance.INTEGRATED, Level.SPECIALIST, new Need("home-help"));
      street.says(edna, "I need two people to carry my wardrobe downstairs today");
      street.pins(edna, FakeTalk.EDNAS);
      for (String said : List.of("my old wardrobe", "14 Ash Grove", "Edna", "yes", answer)) {
        street.says(edna, said);
      }
      assertThat(street.requests.values())
          .as(answer)
          .hasSize(2)
          .allMatch(
              r ->
                  answer.equals("yes")
                      ? r instanceof WithOfficer
                      : r instanceof HelpRequest.Closed);
    }
  }

  // ---- as it goes

  private void asks(Model model, Stance stance, Level level) {
    lives(model, stance, level, new Need("prescription"));
    street.says(edna, "I need my prescription from Boots today");
    street.pins(edna, FakeTalk.EDNAS);
    for (String answer : List.of("14 Ash Grove", "Edna", "yes")) street.says(edna, answer);
    street.passes(Duration.ZERO);
  }

  private void lives(Model model, Stance stance, Level level, Need raised) {
    Response usual = AResponse.with(model);
    List<LevelRule> rules =
        level == Level.STREET ? List.of() : List.of(new LevelRule(Set.of(raised), Set.of(), level));
    Response response =
        new Response(
            model,
            List.of(),
            usual.partners(),
            rules,
            usual.within(),
            usual.pressingWithin(),
            usual.contact());
    street = new Street(DESK, standing(stance).responding(response));
    edna = street.resident("edna");
    sam = street.volunteer("Sam", 100);
    joan = street.writesFrom("joan", Address.whatsapp(ACell.JOANS_NUMBER));
  }

  private static Cell standing(Stance stance) {
    Group group = ACell.hydePark().groups().getFirst();
    return ACell.with(
        new Group(
            group.id(),
            group.name(),
            group.area(),
            group.slackChannel(),
            group.lead(),
            group.leads(),
            stance,
            group.policy()));
  }

  private HelpRequest job() {
    return street.requests.values().iterator().next();
  }

  private Case theCase() {
    return street.cases.values().iterator().next();
  }

  private void presses(String choice, String user) {
    String tap = new Tap("case", 1, "card", choice, theCase().id().value()).encoded();
    street.presses(user, tap);
  }

  private String last(PersonId who) {
    return street.letters(who).getLast().utterance().text();
  }

  private List<Outgoing> posts(String channel) {
    return street.sent.stream()
        .filter(o -> o instanceof Outgoing.Post p && p.channel().equals(channel))
        .toList();
  }

  private List<String> mentions() {
    return street.sent.stream()
        .flatMap(
            o ->
                o instanceof Outgoing.InThread line && line.mention() != null
                    ? Stream.of(line.mention())
                    : Stream.of())
        .toList();
  }

  /** All that stands in any channel, but the group's own. */
  private String inSlack() {
    StringBuilder all = new StringBuilder();
    for (Outgoing each : street.sent) {
      switch (each) {
        case Outgoing.Post p when !p.channel().equals("C0GROUP") -> all.append(words(p.card()));
        case Outgoing.Repost p when !p.channel().equals("C0GROUP") -> all.append(words(p.card()));
        case Outgoing.InThread p when !p.channel().equals("C0GROUP") ->
            all.append(p.text()).append(p.quote());
        case Outgoing other -> {}
      }
    }
    return all.toString();
  }

  private static String words(Card card) {
    return card.title() + "\n" + String.join("\n", card.lines()) + "\n" + card.quote();
  }
}
