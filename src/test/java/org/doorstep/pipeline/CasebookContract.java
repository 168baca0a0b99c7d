package org.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.doorstep.bridge.Case;
import org.doorstep.desk.Alarm;
import org.doorstep.desk.Answers;
import org.doorstep.desk.Change;
import org.doorstep.desk.Decision;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.Fact;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.OutgoingId;
import org.doorstep.desk.SlackRef;
import org.doorstep.help.Arrangement;
import org.doorstep.help.Candidate;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.RequestId;
import org.doorstep.people.Address;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Conversation;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
public abstract class CasebookContract extends PortsContract {

  private static final String WILMA = "+447700900901";
  private static final String VICTOR = "+447700900902";
  private static final String VERA = "+447700900903";
  private static final SlackRef POST = new SlackRef("COFFICERS", "1709633700.000100");

  @Test
  void whoWritesForTheFirstTimeIsSeenForTheFirstTime() {
    Inbox.Entry entry = arrive(Samples.said("SM1", WILMA, "hello"));
    Dossier dossier = open(entry);
    assertThat(dossier.sender())
        .isEqualTo(Person.firstSeen(entry.sender(), Address.whatsapp(WILMA), "en", NOW));
    assertThat(dossier.conversation()).isNull();
    assertThat(dossier.requests()).isEmpty();
    assertThat(dossier.cases()).isEmpty();
    assertThat(dossier.people()).isEmpty();
    assertThat(dossier.held()).isEmpty();
    assertThat(dossier.sent()).isNull();
  }

  @Test
  void whatWasWrittenIsFoundAgain() {
    Person wilma = met(WILMA);
    Person full =
        wilma.lastAt(Samples.HOME).quiet(true).offering(Samples.volunteering(Samples.HOME));
    HelpRequest request = Samples.seeking("rabcdef1", wilma.id());
    Case theCase = Samples.waiting("cabcdef1", wilma.id(), "rabcdef1");
    happens(
        Samples.said("SM1", WILMA, "x"),
        new Change.PersonIs(full),
        new Change.ConversationIs(wilma.id(), Samples.conversation()),
        new Change.RequestIs(request),
        new Change.CaseIs(theCase));
    Dossier dossier = look("SM2", WILMA);
    assertThat(dossier.sender()).isEqualTo(full);
    assertThat(dossier.conversation()).isEqualTo(Samples.conversation());
    assertThat(dossier.requests()).containsExactly(request);
    assertThat(dossier.cases()).containsExactly(theCase);
  }

  @Test
  void anArrangementIsFoundByThoseWhoHaveAPartInItAndByItsTimes() {
    Person wilma = met(WILMA);
    Person victor = met(VICTOR);
    Arrangement weekly = Samples.weekly("rabcdef1", wilma.id());
    HelpRequest occasion =
        HelpRequest.open(weekly.occasion(new RequestId("rabcdef2"), NOW)).waveSent(List.of());
    happens(
        Samples.said("SM1", WILMA, "x"),
        new Change.ArrangementIs(weekly),
        new Change.RequestIs(occasion));
    assertThat(look("L1", WILMA).arrangements()).containsExactly(weekly);
    assertThat(look("L2", VICTOR).arrangements()).isEmpty();
    String tap = Samples.tap("rabcdef2.1");
    assertThat(open(arrive(Samples.said("L3", VERA, "x", tap))).arrangements())
        .containsExactly(weekly);
    String ofItself = Samples.tap(weekly.id() + ".20260401");
    assertThat(open(arrive(Samples.said("L4", VERA, "x", ofItself))).arrangements())
        .containsExactly(weekly);

    Arrangement found = weekly.by(victor.id());
    happens(Samples.said("SM2", WILMA, "x"), new Change.ArrangementIs(found));
    Dossier regular = look("L5", VICTOR);
    assertThat(regular.arrangements()).containsExactly(found);
    assertThat(regular.people()).containsKey(wilma.id());
    happens(Samples.said("SM3", WILMA, "x"), new Change.ArrangementIs(found.without(victor.id())));
    assertThat(look("L6", VICTOR).arrangements()).isEmpty();

    Alarm.Occasion alarm = new Alarm.Occasion(weekly.id(), weekly.next(), wilma.id());
    happens(
        Samples.said("SM4", WILMA, "x"),
        with(List.of(), List.of(), List.of(new Alarm.Set(alarm, NOW)), Set.of()));
    await(ports.alarms().ring(holding, NOW, 10));
    Inbox.Entry rang =
        next().stream().filter(e -> e.inbound() instanceof Inbound.Rang).findFirst().orElseThrow();
    Dossier dossier = open(rang);
    assertThat(dossier.arrangements()).containsExactly(found.without(victor.id()));
    assertThat(dossier.requests()).containsExactly(occasion);
    commit(rang, dossier, settled(new Change.ArrangementGone(weekly.id())));
    assertThat(look("L7", WILMA).arrangements()).isEmpty();
  }

  /** With who has it, since those of one job hear of each other. */
  @Test
  void whoeverIsAskedAboutOnePartOfAJobBringsTheOthersAlong() {
    Person wilma = met(WILMA);
    Person victor = met("+447700900902");
    Person vera = met("+447700900903");
    HelpRequest.Seeking first = Samples.parts(wilma.id()).getFirst();
    HelpRequest second = Samples.parts(wilma.id()).getLast().claimedBy(vera.id(), NOW);
    happens(
        Samples.said("SM1", WILMA, "x"),
        new Change.RequestIs(first.waveSent(List.of(victor.id()))),
        new Change.RequestIs(second));
    Dossier dossier = open(arrive(Samples.said("SM2", "+447700900902", "yes")));
    assertThat(dossier.requests()).contains(second).hasSize(2);
    assertThat(dossier.person(vera.id())).contains(vera);
  }

  @Test
  void anArrangementGoesWithThePersonWhoAskedForIt() {
    Person wilma = met(WILMA);
    met(VICTOR);
    Arrangement weekly = Samples.weekly("rabcdef1", wilma.id());
    happens(Samples.said("SM1", WILMA, "x"), new Change.ArrangementIs(weekly));
    happens(Samples.said("SM2", WILMA, "x"), new Change.PersonGone(wilma.id()));
    String tap = Samples.tap(weekly.id() + ".20260401");
    assertThat(open(arrive(Samples.said("L1", VICTOR, "x", tap))).arrangements()).isEmpty();
  }

  @Test
  void aConversationThatIsOverIsGone() {
    Person wilma = met(WILMA);
    happens(
        Samples.said("SM1", WILMA, "x"),
        new Change.ConversationIs(wilma.id(), Samples.conversation()));
    happens(Samples.said("SM2", WILMA, "x"), new Change.ConversationOver(wilma.id()));
    assertThat(look("SM3", WILMA).conversation()).isNull();
  }

  /** Somebody else's inbound asks it, which knows nothing of their form. */
  @Test
  void aQuestionThatComesByItselfWaitsWhereNoFormIsOpen() {
    Person wilma = met(WILMA);
    Conversation first = Samples.question("is-it-back", "first");
    Conversation second = Samples.question("each-time", "second");
    happens(Samples.said("SM1", VICTOR, "x"), new Change.QuestionIs(wilma.id(), first));
    assertThat(look("L1", WILMA).conversation()).isEqualTo(first);
    happens(Samples.said("SM2", VICTOR, "x"), new Change.QuestionIs(wilma.id(), second));
    assertThat(look("L2", WILMA).conversation()).isEqualTo(second);
    happens(
        Samples.said("SM3", WILMA, "x"),
        new Change.ConversationIs(wilma.id(), Samples.conversation()));
    happens(Samples.said("SM4", VICTOR, "x"), new Change.QuestionIs(wilma.id(), first));
    assertThat(look("L3", WILMA).conversation()).isEqualTo(Samples.conversation());
    happens(Samples.said("SM5", WILMA, "x"), new Change.ConversationOver(wilma.id()));
    happens(Samples.said("SM6", VICTOR, "x"), new Change.QuestionIs(wilma.id(), first));
    assertThat(look("L4", WILMA).conversation()).isEqualTo(first);
  }

  /** So that whoever answers it at that moment is heard with it, not without. */
  @Test
  void aQuestionThatCameMeanwhileMakesWhatRestedOnNoneStale() {
    Person wilma = met(WILMA);
    Inbox.Entry entry = arrive(Samples.said("SM1", WILMA, "yes"));
    Dossier before = open(entry);
    happens(
        Samples.said("SM2", VICTOR, "x"),
        new Change.QuestionIs(wilma.id(), Samples.question("each-time", "x")));
    assertThat(commit(entry, before, settled(new Change.PersonIs(wilma))))
        .isEqualTo(Casebook.Outcome.STALE);
  }

  @Test
  void aTextOfTheirOwnThatWaitsStaysBeforeAQuestion() {
    Person wilma = met(WILMA);
    Conversation theirs = Samples.question("which", "see you at six");
    happens(Samples.said("SM1", WILMA, "x"), new Change.ConversationIs(wilma.id(), theirs));
    happens(
        Samples.said("SM2", VICTOR, "x"),
        new Change.QuestionIs(wilma.id(), Samples.question("each-time", "x")));
    assertThat(look("L1", WILMA).conversation()).isEqualTo(theirs);
  }

  @Test
  void aThoughtIsKeptUntilItIsOverAndItsAlarmFindsWhoseItIs() {
    Person wilma = met(WILMA);
    Alarm.SaidAll all = new Alarm.SaidAll(wilma.id(), NOW);
    happens(
        Samples.said("SM1", WILMA, "my mum"),
        with(
            List.of(
                new Change.ThoughtIs(wilma.id(), Samples.thought("my mum")),
                new Change.ConversationIs(wilma.id(), Samples.conversation())),
            List.of(),
            List.of(new Alarm.Set(all, NOW)),
            Set.of()));
    assertThat(look("SM2", WILMA).thought()).isEqualTo(Samples.thought("my mum"));
    assertThat(look("SM3", VICTOR).thought()).isNull();
    await(ports.alarms().ring(holding, NOW, 10));
    Inbox.Entry rang =
        next().stream().filter(e -> e.inbound() instanceof Inbound.Rang).findFirst().orElseThrow();
    Dossier dossier = open(rang);
    assertThat(dossier.sender()).isEqualTo(wilma);
    assertThat(dossier.thought()).isEqualTo(Samples.thought("my mum"));
    assertThat(dossier.conversation()).isEqualTo(Samples.conversation());
    commit(rang, dossier, settled(new Change.ThoughtOver(wilma.id())));
    assertThat(look("SM4", WILMA).thought()).isNull();
  }

  @Test
  void aPageThatIsDueFindsWhoseItIsAndTheirJobs() {
    Person victor = met(VICTOR);
    Person wilma = met(WILMA);
    happens(
        Samples.said("SM1", WILMA, "x"),
        with(
            List.of(new Change.RequestIs(Samples.seeking("rabcdef1", wilma.id(), victor.id()))),
            List.of(),
            List.of(new Alarm.Set(new Alarm.HomeDue(victor.id()), NOW)),
            Set.of()));
    await(ports.alarms().ring(holding, NOW, 10));
    Dossier dossier = open(next().getFirst());
    assertThat(dossier.sender()).isEqualTo(victor);
    assertThat(dossier.requests()).hasSize(1);
  }

  @Test
  void aThoughtThatWentOnMakesWhatRestedOnItStale() {
    Person wilma = met(WILMA);
    happens(
        Samples.said("SM1", WILMA, "my mum"),
        new Change.ThoughtIs(wilma.id(), Samples.thought("my mum")));
    Inbox.Entry entry = arrive(Samples.said("SM2", WILMA, "x"));
    Dossier before = open(entry);
    happens(
        Samples.said("SM3", WILMA, "needs milk"),
        new Change.ThoughtIs(wilma.id(), Samples.thought("my mum", "needs milk")));
    assertThat(commit(entry, before, settled(new Change.ThoughtOver(wilma.id()))))
        .isEqualTo(Casebook.Outcome.STALE);
    assertThat(look("SM4", WILMA).thought().text()).isEqualTo("my mum\nneeds milk");
  }

  @Test
  void committingAgainHasNoEffect() {
    Inbox.Entry entry = arrive(Samples.said("SM1", WILMA, "hello"));
    Dossier dossier = open(entry);
    Person person = dossier.sender();
    commit(entry, dossier, settled(new Change.PersonIs(person.named("One"))));
    assertThat(commit(entry, dossier, settled(new Change.PersonIs(person.named("Two")))))
        .isEqualTo(Casebook.Outcome.DONE);
    assertThat(open(entry)).isNull();
    assertThat(look("SM2", WILMA).sender().name()).isEqualTo("One");
  }

  @Test
  void whatHasChangedSinceIsStaleAndLeavesNothing() {
    Person wilma = met(WILMA);
    Inbox.Entry entry = arrive(Samples.said("SM1", WILMA, "one"));
    Dossier before = open(entry);
    happens(Samples.said("SM2", WILMA, "two"), new Change.PersonIs(wilma.named("New")));
    Decision.Settled decision =
        with(
            List.of(
                new Change.PersonIs(wilma.named("Old")),
                new Change.RequestIs(Samples.seeking("rabcdef1", wilma.id()))),
            List.of(Samples.toPerson("o1", wilma.id())),
            List.of(Samples.alarm("rabcdef1", NOW)),
            Set.of());
    assertThat(commit(entry, before, decision)).isEqualTo(Casebook.Outcome.STALE);
    assertThat(parcels()).isEmpty();
    assertThat(await(ports.alarms().ring(holding, NOW, 10))).isZero();
    Dossier after = open(entry);
    assertThat(after.sender().name()).isEqualTo("New");
    assertThat(after.requests()).isEmpty();
    assertThat(commit(entry, after, decision)).isEqualTo(Casebook.Outcome.DONE);
    assertThat(parcels()).hasSize(1);
    assertThat(await(ports.alarms().ring(holding, NOW, 10))).isEqualTo(1);
  }

  @Test
  void aDecisionIsStaleWhenWhatItRestsOnHasChanged() {
    Person wilma = met(WILMA);
    happens(
        Samples.said("SM0", WILMA, "x"),
        new Change.RequestIs(Samples.seeking("rabcdef1", wilma.id())));
    Inbox.Entry entry = arrive(Samples.said("SM1", VICTOR, "yes", Samples.tap("rabcdef1.1")));
    Dossier before = open(entry);
    happens(
        Samples.said("SM2", WILMA, "x"),
        new Change.RequestIs(
            Samples.seeking("rabcdef1", wilma.id())
                .close(HelpRequest.Closed.Outcome.CANCELLED, NOW)));
    assertThat(commit(entry, before, settled(new Change.PersonIs(before.sender()))))
        .isEqualTo(Casebook.Outcome.STALE);
  }

  @Test
  void aRecordThatWentAndCameBackIsNotTheSame() {
    Person wilma = met(WILMA);
    Change talk = new Change.ConversationIs(wilma.id(), Samples.conversation());
    happens(Samples.said("SM1", WILMA, "x"), talk);
    Inbox.Entry entry = arrive(Samples.said("SM2", WILMA, "x"));
    Dossier before = open(entry);
    happens(Samples.said("SM3", WILMA, "x"), new Change.ConversationOver(wilma.id()));
    happens(Samples.said("SM4", WILMA, "x"), talk);
    assertThat(commit(entry, before, settled(new Change.ConversationOver(wilma.id()))))
        .isEqualTo(Casebook.Outcome.STALE);
  }

  @Test
  void aRecordThatAppearedSinceMakesItStale() {
    Inbox.Entry one = arrive(Samples.said("SM1", WILMA, "one"));
    Inbox.Entry two = arrive(Samples.said("SM2", WILMA, "two"));
    Dossier before = open(two);
    Dossier first = open(one);
    commit(one, first, settled(new Change.PersonIs(first.sender())));
    assertThat(commit(two, before, settled(new Change.PersonIs(before.sender()))))
        .isEqualTo(Casebook.Outcome.STALE);
  }

  @Test
  void whoLostTheCellWritesNothing() {
    Inbox.Entry entry = arrive(Samples.said("SM1", WILMA, "hello"));
    Dossier dossier = open(entry);
    Holding old = holding;
    holding = changeHands();
    assertThatThrownBy(
            () ->
                await(
                    ports
                        .casebook()
                        .commit(
                            old,
                            entry,
                            dossier,
                            settled(new Change.PersonIs(dossier.sender().named("X"))),
                            NOW)))
        .isInstanceOf(Lost.class);
    assertThat(open(entry).sender().name()).isNull();
    assertThat(next()).hasSize(1);
  }

  @Test
  void theAskedFindTheRequestUntilItIsClosedAndWhoHelpedAfterItToo() {
    Person wilma = met(WILMA);
    Person victor = met(VICTOR);
    Person vera = met(VERA);
    HelpRequest.Seeking seeking = Samples.seeking("rabcdef1", wilma.id(), victor.id());
    happens(Samples.said("SM1", WILMA, "x"), new Change.RequestIs(seeking));
    assertThat(look("L1", VICTOR).requests()).containsExactly(seeking);
    assertThat(look("L2", VERA).requests()).isEmpty();

    HelpRequest.Claimed claimed = seeking.claimedBy(vera.id(), NOW);
    happens(Samples.said("SM2", WILMA, "x"), new Change.RequestIs(claimed));
    Dossier holder = look("L3", VERA);
    assertThat(holder.requests()).containsExactly(claimed);
    assertThat(holder.people()).containsOnly(java.util.Map.entry(wilma.id(), wilma));
    Dossier resident = look("L4", WILMA);
    assertThat(resident.people()).containsOnly(java.util.Map.entry(vera.id(), vera));
    assertThat(look("L5", VICTOR).requests()).containsExactly(claimed);

    HelpRequest closed = claimed.close(HelpRequest.Closed.Outcome.ARRIVED, NOW);
    happens(Samples.said("SM3", WILMA, "x"), new Change.RequestIs(closed));
    assertThat(look("L6", VICTOR).requests()).isEmpty();
    assertThat(look("L7", WILMA).requests()).containsExactly(closed);
    assertThat(look("L8", VERA).requests()).containsExactly(closed);
  }

  @Test
  void whoStandsByIsKnownWhenItIsTheirTurn() {
    Person wilma = met(WILMA);
    Person victor = met(VICTOR);
    Person vera = met(VERA);
    HelpRequest.Claimed claimed =
        Samples.seeking("rabcdef1", wilma.id()).claimedBy(vera.id(), NOW).stoodBy(victor.id(), NOW);
    happens(Samples.said("SM1", WILMA, "x"), new Change.RequestIs(claimed));
    assertThat(look("L1", VICTOR).requests()).containsExactly(claimed);
    assertThat(look("L2", VERA).people()).containsKeys(wilma.id(), victor.id());
    HelpRequest kept = claimed.handedBack();
    happens(Samples.said("SM2", WILMA, "x"), new Change.RequestIs(kept));
    Dossier turn = open(arrive(Samples.said("L3", WILMA, "x")));
    assertThat(turn.requests()).containsExactly(kept);
    assertThat(turn.people()).containsEntry(victor.id(), victor);
  }

  @Test
  void aRequestThatIsGoneIsFoundByNobody() {
    Person wilma = met(WILMA);
    Person victor = met(VICTOR);
    happens(
        Samples.said("SM1", WILMA, "x"),
        new Change.RequestIs(Samples.seeking("rabcdef1", wilma.id(), victor.id())));
    happens(Samples.said("SM2", WILMA, "x"), new Change.RequestGone(new RequestId("rabcdef1")));
    assertThat(look("L1", WILMA).requests()).isEmpty();
    assertThat(open(arrive(Samples.said("L2", VICTOR, "x", Samples.tap("rabcdef1.1")))).requests())
        .isEmpty();
  }

  @Test
  void aTapFindsWhatItIsAbout() {
    Person wilma = met(WILMA);
    met(VICTOR);
    HelpRequest request = Samples.seeking("rabcdef1", wilma.id());
    Case theCase = Samples.waiting("cabcdef1", wilma.id(), null);
    happens(
        Samples.said("SM1", WILMA, "x"), new Change.RequestIs(request), new Change.CaseIs(theCase));
    Dossier offer = open(arrive(Samples.said("SM2", VICTOR, "Yes", Samples.tap("rabcdef1.1.2"))));
    assertThat(offer.requests()).containsExactly(request);
    assertThat(offer.people()).containsEntry(wilma.id(), wilma);
    Dossier pressed = open(arrive(Samples.said("SM3", VICTOR, "Yes", Samples.tap("cabcdef1"))));
    assertThat(pressed.cases()).containsExactly(theCase);
    assertThat(open(arrive(Samples.said("SM4", VICTOR, "Yes", Samples.tap("17")))).cases())
        .isEmpty();
    assertThat(open(arrive(Samples.said("SM5", VICTOR, "Yes", "nonsense"))).requests()).isEmpty();
  }

  @Test
  void aThreadFindsItsCaseAndTheRequestBehindIt() {
    Person wilma = met(WILMA);
    HelpRequest request = Samples.seeking("rabcdef1", wilma.id());
    Case theCase = Samples.waiting("cabcdef1", wilma.id(), "rabcdef1");
    happens(
        Samples.said("SM1", WILMA, "x"),
        with(
            List.of(new Change.RequestIs(request), new Change.CaseIs(theCase)),
            List.of(Samples.post("o1", "case/cabcdef1", wilma.id())),
            List.of(),
            Set.of()));
    await(
        ports
            .outbox()
            .settle(holding, parcels().getFirst(), new Delivery.Sent(null, POST), NOW)
            .thenReturn(true));
    Dossier dossier = open(arrive(Samples.inThread("Ev1", POST)));
    assertThat(dossier.cases()).containsExactly(theCase);
    assertThat(dossier.requests()).containsExactly(request);
    assertThat(dossier.people()).containsEntry(wilma.id(), wilma);
    SlackRef elsewhere = new SlackRef("COFFICERS", "1.2");
    assertThat(open(arrive(Samples.inThread("Ev2", elsewhere))).cases()).isEmpty();
  }

  @Test
  void aCaseThatIsClosedIsOnlyFoundByName() {
    Person wilma = met(WILMA);
    Case.Waiting open = Samples.waiting("cabcdef1", wilma.id(), null);
    happens(Samples.said("SM1", WILMA, "x"), new Change.CaseIs(open));
    assertThat(look("L1", WILMA).cases()).containsExactly(open);
    Case closed = open.close("UOFFICER", Case.Outcome.SORTED, NOW);
    happens(Samples.said("SM2", WILMA, "x"), new Change.CaseIs(closed));
    assertThat(look("L2", WILMA).cases()).isEmpty();
    assertThat(open(arrive(Samples.said("L3", WILMA, "x", Samples.tap("cabcdef1")))).cases())
        .containsExactly(closed);
  }

  @Test
  void anAlarmFindsWhatItWasSetFor() {
    Person wilma = met(WILMA);
    HelpRequest request = Samples.seeking("rabcdef1", wilma.id());
    happens(
        Samples.said("SM1", WILMA, "x"),
        with(
            List.of(
                new Change.RequestIs(request),
                new Change.ConversationIs(wilma.id(), Samples.conversation())),
            List.of(),
            List.of(
                Samples.alarm("rabcdef1", NOW),
                new Alarm.Set(new Alarm.FormLeft(wilma.id(), "request-help"), NOW.plusSeconds(1))),
            Set.of()));
    await(ports.alarms().ring(holding, NOW.plusSeconds(1), 10));
    List<Inbox.Entry> rang = next();
    Dossier wave = open(rang.get(0));
    assertThat(wave.sender()).isNull();
    assertThat(wave.requests()).containsExactly(request);
    assertThat(wave.people()).containsEntry(wilma.id(), wilma);
    Dossier form = open(rang.get(1));
    assertThat(form.conversation()).isEqualTo(Samples.conversation());
    assertThat(form.people()).containsEntry(wilma.id(), wilma);
  }

  @Test
  void aVolunteerFromAnEnquiryIsWrittenUnlessTheyChangedSince() {
    Person victor = met(VICTOR).offering(Samples.volunteering(Samples.HOME));
    happens(Samples.said("SM1", VICTOR, "x"), new Change.PersonIs(victor));
    Person asked = victor.offering(victor.volunteering().paused(NOW));
    Answers answers = new Answers(java.util.Map.of(), List.of(Candidate.fresh(victor)));

    Inbox.Entry entry = arrive(Samples.said("SM2", WILMA, "x"));
    Dossier dossier = open(entry).with(answers);
    assertThat(commit(entry, dossier, settled(new Change.PersonIs(asked))))
        .isEqualTo(Casebook.Outcome.DONE);
    Inbox.Entry late = arrive(Samples.said("SM3", WILMA, "x"));
    assertThat(commit(late, open(late).with(answers), settled(new Change.PersonIs(asked))))
        .isEqualTo(Casebook.Outcome.STALE);
    assertThat(look("L1", VICTOR).sender()).isEqualTo(asked);
  }

  @Test
  void aForgottenPersonIsUnknownAgain() {
    Person wilma = met(WILMA);
    Person victor = met(VICTOR);
    happens(
        Samples.said("SM1", WILMA, "x"),
        with(
            List.of(
                new Change.ConversationIs(wilma.id(), Samples.conversation()),
                new Change.ThoughtIs(wilma.id(), Samples.thought("my mum")),
                new Change.RequestIs(Samples.seeking("rabcdef1", wilma.id(), victor.id())),
                new Change.CaseIs(Samples.waiting("cabcdef1", wilma.id(), "rabcdef1"))),
            List.of(),
            List.of(
                Samples.alarm("rabcdef1", NOW),
                new Alarm.Set(new Alarm.SaidAll(wilma.id(), NOW), NOW),
                new Alarm.Set(new Alarm.HomeDue(wilma.id()), NOW),
                new Alarm.Set(new Alarm.FormLeft(wilma.id(), "request-help"), NOW)),
            Set.of()));
    happens(Samples.said("SM2", WILMA, "forget me"), new Change.PersonGone(wilma.id()));
    assertThat(await(ports.alarms().ring(holding, NOW, 10))).isZero();
    Dossier again = look("L1", WILMA);
    assertThat(again.sender().name()).isNull();
    assertThat(again.conversation()).isNull();
    assertThat(again.thought()).isNull();
    assertThat(again.requests()).isEmpty();
    assertThat(again.cases()).isEmpty();
    Dossier other = look("L2", VICTOR);
    assertThat(other.requests()).isEmpty();
    assertThat(other.people()).isEmpty();
    assertThat(other.sender()).isEqualTo(victor);
  }

  @Test
  void whatIsAboutAForgottenPersonIsNeverSent() {
    Person wilma = met(WILMA);
    Person victor = met(VICTOR);
    happens(
        Samples.said("SM1", WILMA, "x"),
        saying(
            Samples.toPerson("o1", victor.id(), wilma.id()),
            Samples.toPerson("o2", victor.id()),
            Samples.toPerson("o3", wilma.id()),
            Samples.post("o4", "job/rabcdef1", wilma.id())));
    happens(Samples.said("SM2", WILMA, "forget me"), new Change.PersonGone(wilma.id()));
    assertThat(parcels()).extracting(p -> p.outgoing().id().value()).containsExactly("o2");
  }

  @Test
  void theLastWordToAForgottenPersonIsStillSent() {
    Person wilma = met(WILMA);
    Outgoing bye = Samples.toPerson("o1", wilma.id());
    Decision.Settled decision =
        with(List.of(new Change.PersonGone(wilma.id())), List.of(bye), List.of(), Set.of());
    happens(Samples.said("SM1", WILMA, "forget me"), decision);
    Parcel parcel = parcels().getFirst();
    assertThat(parcel.outgoing()).isEqualTo(bye);
    assertThat(parcel.recipient()).isEqualTo(wilma);
    await(
        ports
            .outbox()
            .settle(holding, parcel, new Delivery.Sent("SM1", null), NOW)
            .thenReturn(true));
    assertThat(parcels()).isEmpty();
  }

  @Test
  void whoComesBackAfterBeingForgottenIsNewAndCanBeWrittenDown() {
    Person wilma = met(WILMA);
    happens(Samples.said("SM1", WILMA, "forget me"), new Change.PersonGone(wilma.id()));
    Inbox.Entry entry = arrive(Samples.said("SM2", WILMA, "hello again"));
    Dossier dossier = open(entry);
    commit(entry, dossier, settled(new Change.PersonIs(dossier.sender().named("Willa"))));
    assertThat(look("SM3", WILMA).sender().name()).isEqualTo("Willa");
  }

  @Test
  void whatWasInHandWhenAPersonWasForgottenStartsAfresh() {
    Person wilma = met(WILMA);
    accept(Samples.said("SM1", WILMA, "forget me"));
    accept(Samples.said("SM2", WILMA, "and one more thing"));
    List<Inbox.Entry> both = next();
    commit(both.get(0), open(both.get(0)), settled(new Change.PersonGone(wilma.id())));
    Dossier dossier = open(both.get(1));
    assertThat(dossier.sender().name()).isNull();
    assertThat(
            commit(both.get(1), dossier, settled(new Change.PersonIs(dossier.sender().named("W")))))
        .isEqualTo(Casebook.Outcome.DONE);
    assertThat(look("SM3", WILMA).sender().name()).isEqualTo("W");
  }

  @Test
  void whatWaitedInTheInboxIsForgottenToo() {
    Person wilma = met(WILMA);
    Inbox.Entry entry = arrive(Samples.said("SM1", WILMA, "forget me"));
    accept(Samples.said("SM2", WILMA, "waiting"));
    accept(Samples.said("SM3", VICTOR, "waiting too"));
    commit(entry, open(entry), settled(new Change.PersonGone(wilma.id())));
    assertThat(next()).extracting(e -> e.inbound().id().value()).containsExactly("twilio/SM3");
  }

  @Test
  void factsDoNotKeepADecisionFromBeingWritten() {
    Person wilma = met(WILMA);
    RequestId request = new RequestId("rabcdef1");
    happens(
        Samples.said("SM1", WILMA, "x"),
        new Decision.Settled(
            List.of(new Change.PersonIs(wilma.named("Facts"))),
            List.of(
                new Fact.PersonMet(wilma.id()),
                new Fact.RequestClosed(request, HelpRequest.Closed.Outcome.ARRIVED),
                new Fact.DeliveryFailed(new OutgoingId("o1"), "63024")),
            List.of(),
            List.of(),
            Set.of()));
    assertThat(look("SM2", WILMA).sender().name()).isEqualTo("Facts");
  }

  @Test
  void aWaveOfFiftyIsOneDecision() {
    Person wilma = met(WILMA);
    List<PersonId> asked =
        java.util.stream.IntStream.range(0, 50)
            .mapToObj(i -> met("+447700900%03d".formatted(i)).id())
            .toList();
    HelpRequest.Seeking wave = Samples.seeking("rabcdef1", wilma.id()).waveSent(asked);
    happens(
        Samples.said("SM1", WILMA, "x"),
        with(
            List.of(new Change.RequestIs(wave)),
            asked.stream().map(p -> (Outgoing) Samples.toPerson("o-" + p, p)).toList(),
            List.of(Samples.alarm("rabcdef1", NOW)),
            Set.of()));
    assertThat(parcels()).hasSize(50);
    assertThat(look("L1", "+447700900049").requests()).containsExactly(wave);
  }

  @Test
  void anotherCellKnowsNothingOfIt() {
    met(WILMA);
    var other = Samples.cell("elsewhere");
    await(ports.inbox().accept(other.id(), Samples.said("SM1", WILMA, "hello")));
    Holding there =
        await(ports.holdings().hold(other.id(), "first", java.time.Duration.ofMinutes(1)));
    Inbox.Entry entry = await(ports.inbox().next(there, 10)).getFirst();
    Dossier dossier = await(ports.casebook().open(other, there, entry, NOW));
    assertThat(dossier.sender().name()).isNull();
  }
}
