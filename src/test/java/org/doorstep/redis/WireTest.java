package org.doorstep.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.doorstep.bridge.Case;
import org.doorstep.desk.Absence;
import org.doorstep.desk.Alarm;
import org.doorstep.desk.DeliveryStatus;
import org.doorstep.desk.Fact;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.InboundId;
import org.doorstep.desk.Office;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.OutgoingId;
import org.doorstep.desk.SlackNews;
import org.doorstep.desk.SlackRef;
import org.doorstep.desk.Thought;
import org.doorstep.help.Arrangement;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.Kept;
import org.doorstep.help.RequestId;
import org.doorstep.help.Thing;
import org.doorstep.people.Address;
import org.doorstep.people.Application;
import org.doorstep.people.Availability;
import org.doorstep.people.Guided;
import org.doorstep.people.Hours;
import org.doorstep.people.Invitation;
import org.doorstep.people.Membership;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.people.Ties;
import org.doorstep.people.Volunteering;
import org.doorstep.pipeline.Samples;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.SlotValue;
import org.junit.jupiter.api.Test;

class WireTest {

  private static final PersonId ANNA = new PersonId("anna");
  private static final PersonId BERT = new PersonId("bert");

  private static <T> void survives(Class<T> type, T value) {
    byte[] json = Wire.write(type, value);
    assertThat(Wire.read(type, json)).as(Utf8.text(json)).isEqualTo(value);
  }

  @Test
  void everythingThatIsKeptSurvivesTheWire() {
    survives(
        Person.class,
        Person.firstSeen(
                ANNA, Address.sms("+447700900101"), "en", Samples.NOW.plusNanos(123_456_789))
            .offering(Samples.volunteering(Samples.HOME))
            .tied(Ties.NONE.helpedBy(BERT).helpedBy(BERT).apartFrom(new PersonId("carl")))
            .offered("pl")
            .offered("ur-Latn"));
    survives(Conversation.class, Samples.conversation());
    HelpRequest.Seeking seeking = Samples.seeking("rabcdef1", ANNA, BERT);
    HelpRequest.Claimed claimed = seeking.claimedBy(BERT, Samples.NOW);
    survives(HelpRequest.class, seeking.declinedBy(BERT).passedOn());
    survives(HelpRequest.class, seeking.sentAside(List.of(ANNA), true));
    survives(Person.class, available());
    survives(Invitation.class, new Invitation(null, Samples.volunteering(Samples.HOME)));
    survives(HelpRequest.class, claimed.askedHowItGoes());
    HelpRequest.Claimed awaited =
        claimed.stoodBy(ANNA, Samples.NOW).offeredTo(new PersonId("carl"), Samples.NOW);
    Arrangement weekly = Samples.weekly("rabcdef1", ANNA);
    survives(Arrangement.class, weekly);
    survives(Arrangement.class, weekly.asking(BERT).by(BERT).away(BERT, weekly.next()).advanced());
    survives(Arrangement.class, weekly.missedOn(weekly.first()));
    survives(
        HelpRequest.class,
        HelpRequest.open(weekly.occasion(new RequestId("rabcdef2"), Samples.NOW)));
    survives(HelpRequest.class, awaited);
    Thing heater = Samples.thing("tabcdef1", "heater", ANNA);
    survives(Thing.class, heater);
    survives(
        Thing.class,
        heater
            .asking(claimed.id(), Samples.NOW)
            .handedTo(BERT, claimed.id(), LocalDate.parse("2026-03-05"))
            .refused(new RequestId("rabcdef2")));
    Thing lent =
        Samples.thing("tabcdef1", "heater", ANNA)
            .handedTo(BERT, claimed.id(), LocalDate.parse("2026-03-05"))
            .askedLonger(claimed.id(), LocalDate.parse("2026-03-15"));
    survives(Thing.class, lent);
    survives(Thing.class, lent.lentUntil(claimed.id(), LocalDate.parse("2026-03-14"), true));
    survives(Alarm.class, new Alarm.Longer(heater.id(), ANNA, claimed.id(), true));
    survives(
        HelpRequest.class,
        Kept.forOwner(HelpRequest.open(seeking.particulars()), BERT, Samples.NOW));
    survives(Alarm.class, new Alarm.Lent(heater.id(), ANNA, claimed.id(), Alarm.Lent.Step.MISSING));
    survives(HelpRequest.class, awaited.reportedDone(Samples.NOW));
    survives(HelpRequest.class, awaited.handedBack());
    survives(HelpRequest.class, awaited.feltUnsafe(Samples.NOW));
    survives(HelpRequest.class, claimed.reportedDone(Samples.NOW));
    survives(HelpRequest.class, claimed.close(HelpRequest.Closed.Outcome.ARRIVED, Samples.NOW));
    Case.Waiting waiting = Samples.waiting("cabcdef1", ANNA, "rabcdef1");
    survives(Case.class, waiting);
    survives(Case.class, waiting.acknowledgedBy("UOFFICER", Samples.NOW));
    survives(Case.class, waiting.close("UOFFICER", Case.Outcome.SORTED, Samples.NOW));
    SlackRef ref = new SlackRef("C1", "1709633700.000100");
    survives(Inbound.class, Samples.inThread("Ev1", ref));
    survives(Inbound.class, Samples.said("SM1", "+447700900101", "\u202etxet \ud83d\udc4d\u0000"));
    survives(Inbound.class, Samples.reported("1", new OutgoingId("o1"), DeliveryStatus.READ));
    survives(
        Outgoing.class,
        Samples.toPerson(
            "o1", ANNA, true, new org.doorstep.desk.Origin(ref, "case/cabcdef"), BERT));
    survives(Outgoing.class, Samples.post("o2", "job/rabcdef1", ANNA));
    survives(
        Inbound.class,
        new Inbound.Reworded(
            new InboundId("slack/Ev1"),
            Samples.NOW,
            new Inbound.Sender(Address.slack("U1"), List.of(), null),
            new InboundId("slack/D1/1.2"),
            "two pints"));
    Inbound.Sender vol = new Inbound.Sender(Address.slack("U1"), List.of(), null);
    survives(Inbound.class, new Inbound.HomeOpened(new InboundId("slack/Ev2"), Samples.NOW, vol));
    survives(
        Inbound.class,
        new Inbound.CellEdited(
            new InboundId("edit/1/hyde-park"), Samples.NOW, List.of("a.yml:1: wrong")));
    for (SlackNews news :
        List.of(
            new SlackNews.Gone("T1", "T1:C1", Absence.ARCHIVED),
            new SlackNews.Back("T1", null),
            new SlackNews.Unseen("T1", null, "case/cabcdef", true),
            new SlackNews.Seen("T1", null, "case/cabcdef"))) {
      survives(Inbound.class, new Inbound.SlackTold(new InboundId("slack-1"), Samples.NOW, news));
    }
    survives(
        Inbound.class,
        new Inbound.HandedIn(
            new InboundId("slack/form/V1/U1"),
            Samples.NOW,
            vol,
            "home~1~held~outcome~rabcdef1.1.1",
            Map.of("what", List.of("done"), "likes", List.of("shopping", "lift"))));
    survives(Outgoing.class, Samples.home("o3", "U1", ANNA));
    survives(Alarm.class, new Alarm.HomeDue(ANNA));
    survives(Alarm.class, new Alarm.Unanswered(new RequestId("rabcdef1"), 2, "hill", "dale"));
    survives(HelpRequest.class, Samples.seeking("rabcdef1", ANNA).handedOnTo("dale"));
    survives(Thought.class, Samples.thought("my mum", "needs milk"));
    survives(Alarm.class, new Alarm.SaidAll(ANNA, Samples.NOW.plusMillis(2500)));
    survives(Alarm.class, new Alarm.FormLeft(ANNA, "join"));
    survives(Alarm.class, new Alarm.FormTimer(ANNA, "join", Samples.NOW));
    survives(Alarm.class, new Alarm.AskLater(ANNA, "feedback"));
    survives(Fact.class, new Fact.WaveSent(new RequestId("rabcdef1"), 1, 2, 3));
  }

  private static Person available() {
    Hours nights = new Hours(LocalTime.of(22, 0), LocalTime.of(6, 30));
    Availability when =
        new Availability(Set.of(DayOfWeek.MONDAY), List.of(nights), nights, Samples.NOW);
    Volunteering plain = Samples.volunteering(Samples.HOME);
    return Person.firstSeen(ANNA, Address.sms("+447700900101"), "en", Samples.NOW)
        .offering(
            new Volunteering(
                plain.home(),
                plain.reachMetres(),
                plain.travel(),
                plain.likes(),
                plain.badges(),
                plain.group(),
                plain.joinedAt(),
                null,
                when,
                Set.of("pl"),
                Guided.NOT_YET.and("shopping", LocalDate.of(2026, 3, 18))));
  }

  @Test
  void whatWasKeptBeforeLeadsLookedAfterVolunteersCanBeRead() {
    Person anna =
        Person.firstSeen(ANNA, Address.sms("+447700900101"), "en", Samples.NOW)
            .offering(Samples.volunteering(Samples.HOME));
    String person =
        Utf8.text(Wire.write(Person.class, anna)).replaceFirst(",\"membership\":\\{[^}]*}", "");
    assertThat(person).doesNotContain("membership");
    assertThat(Wire.read(Person.class, Utf8.bytes(person))).isEqualTo(anna);
    Office office = new Office(Map.of("lead", List.of("rabcdef1")), Map.of("hill", Samples.NOW));
    String kept =
        Utf8.text(Wire.write(Office.class, office)).replace(",\"lists\":{},\"bulletins\":{}", "");
    assertThat(kept).doesNotContain("lists", "bulletins");
    assertThat(Wire.read(Office.class, Utf8.bytes(kept))).isEqualTo(office);
    Invitation listed = new Invitation("Nina", Samples.volunteering(Samples.HOME));
    String invited =
        Utf8.text(Wire.write(Invitation.class, listed)).replace(",\"group\":null}", "}");
    assertThat(Wire.read(Invitation.class, Utf8.bytes(invited))).isEqualTo(listed);
  }

  @Test
  void whatLeadsDoSurvivesTheWire() {
    Application waits = new Application(Samples.volunteering(Samples.HOME), Samples.NOW);
    survives(
        Person.class,
        Person.firstSeen(ANNA, Address.sms("+447700900101"), "en", Samples.NOW)
            .standing(Membership.NONE.removed("hill").bulletins(false).applying(waits)));
    survives(Invitation.class, Invitation.by("hill", "Nina"));
    survives(
        Office.class,
        new Office(
            Map.of(),
            Map.of(),
            Map.of("lead", List.of("anna")),
            Map.of("hill", new Office.Bulletin("b1", "Tea", BERT, Samples.NOW, 2))));
    survives(Alarm.class, new Alarm.Applied(ANNA, Samples.NOW, 2));
    survives(Alarm.class, new Alarm.Bulletin("hill", "b1", "anna"));
    survives(Alarm.class, new Alarm.BulletinLater("hill", "b1", List.of(ANNA, BERT)));
  }

  @Test
  void aCaseKeptBeforeItsLineWasCanBeRead() {
    Case.Waiting waiting = Samples.waiting("cabcdef1", ANNA, null);
    for (Case each : List.of(waiting, waiting.acknowledgedBy("UOFFICER", Samples.NOW))) {
      String json = Utf8.text(Wire.write(Case.class, each));
      String before = json.replaceFirst(",\"lately\":\\{[^}]*}", "");
      assertThat(before).isNotEqualTo(json);
      assertThat(Wire.read(Case.class, Utf8.bytes(before))).isEqualTo(each);
      survives(Case.class, each.wroteAt(Samples.NOW).toldAwayAt(Samples.NOW));
    }
  }

  @Test
  void aPersonKeptBeforeLanguagesWereOfferedCanBeRead() {
    Person anna = Person.firstSeen(ANNA, Address.sms("+447700900101"), "en", Samples.NOW);
    String json = Utf8.text(Wire.write(Person.class, anna));
    String before = json.replace(",\"offeredLanguages\":[]", "");
    assertThat(before).isNotEqualTo(json);
    assertThat(Wire.read(Person.class, Utf8.bytes(before))).isEqualTo(anna);
  }

  @Test
  void whatWasKeptBeforeThereWasMoreToMatchByCanBeRead() {
    Person anna =
        Person.firstSeen(ANNA, Address.sms("+447700900101"), "en", Samples.NOW)
            .offering(Samples.volunteering(Samples.HOME));
    String before =
        Utf8.text(Wire.write(Person.class, anna))
            .replace(",\"ties\":{\"helpers\":[],\"apart\":[]}", "")
            .replaceFirst(",\"membership\":\\{[^}]*}", "")
            .replaceFirst(",\"availability\":\\{[^}]*},\"languages\":\\[]", "")
            .replace(",\"guided\":{\"day\":null,\"kinds\":[]}", "");
    assertThat(before).doesNotContain("ties", "availability", "languages\":[]}", "guided");
    assertThat(Wire.read(Person.class, Utf8.bytes(before))).isEqualTo(anna);
    HelpRequest seeking = Samples.seeking("rabcdef1", ANNA, BERT);
    String kept = Utf8.text(Wire.write(HelpRequest.class, seeking));
    assertThat(kept).contains(",\"aside\":null");
    assertThat(Wire.read(HelpRequest.class, Utf8.bytes(kept.replace(",\"aside\":null", ""))))
        .isEqualTo(seeking);
  }

  @Test
  void whatIsDerivedIsNotWritten() {
    String json =
        Utf8.text(Wire.write(HelpRequest.class, Samples.seeking("rabcdef1", ANNA)))
            + Utf8.text(Wire.write(Case.class, Samples.waiting("cabcdef1", ANNA, null)));
    assertThat(json)
        .doesNotContain("whenever")
        .doesNotContain("open\"")
        .contains("\"is\":\"seeking\"");
  }

  @Test
  void everyCaseOfWhatIsKeptHasAName() {
    Set<Class<?>> cases = new LinkedHashSet<>();
    Deque<Class<?>> open =
        new ArrayDeque<>(
            List.of(
                Inbound.class,
                Alarm.class,
                Outgoing.class,
                HelpRequest.class,
                InTriage.Decider.class,
                Case.class,
                SlotValue.class,
                Fact.class,
                SlackNews.class));
    while (!open.isEmpty()) {
      Class<?> type = open.pop();
      if (type.isSealed()) open.addAll(List.of(type.getPermittedSubclasses()));
      else cases.add(type);
    }
    assertThat(WireNames.ALL.keySet()).containsExactlyInAnyOrderElementsOf(cases);
    for (Class<?> type : cases) {
      long alike =
          cases.stream()
              .filter(c -> family(c) == family(type))
              .filter(c -> WireNames.of(c).equals(WireNames.of(type)))
              .count();
      assertThat(alike).as(type.getName()).isEqualTo(1);
    }
  }

  @Test
  void aConversationKeptByAnEarlierReleaseCountsItsTimersFromWhenItWasHeard() {
    Conversation now = Samples.conversation();
    String before =
        new String(Wire.write(Conversation.class, now), StandardCharsets.UTF_8)
            .replaceFirst(",\"since\":[^,}]+", "");
    Conversation then = Wire.read(Conversation.class, before.getBytes(StandardCharsets.UTF_8));
    assertThat(then.since()).isEqualTo(now.heardAt());
  }

  /** A sealed type may be a case of another one: what is read is the topmost. */
  private static Class<?> family(Class<?> type) {
    Class<?> above = type.getInterfaces()[0];
    return above.getInterfaces().length == 0 ? above : family(above);
  }

  @Test
  void aClaimKeptByAnEarlierReleaseHasNobodyStandingBy() {
    HelpRequest.Claimed claimed = Samples.seeking("rabcdef1", ANNA).claimedBy(BERT, Samples.NOW);
    Delivered delivered = claimed.reportedDone(Samples.NOW);
    for (HelpRequest now : List.of(claimed, delivered)) {
      String before =
          new String(Wire.write(HelpRequest.class, now), StandardCharsets.UTF_8)
              .replaceFirst(",\"standby\":\\{[^}]*\\}", "")
              .replaceFirst(",\"offeredTo\":[^,}]+", "");
      assertThat(before).doesNotContain("standby");
      assertThat(Wire.read(HelpRequest.class, before.getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(now);
    }
  }

  @Test
  void aRequestThatWasClosedBeforeItsHelperWasKeptCanBeRead() {
    HelpRequest now =
        Samples.seeking("rabcdef1", ANNA).close(HelpRequest.Closed.Outcome.CANCELLED, Samples.NOW);
    String before = Utf8.text(Wire.write(HelpRequest.class, now)).replace(",\"helper\":null", "");
    assertThat(before).doesNotContain("helper");
    assertThat(Wire.read(HelpRequest.class, Utf8.bytes(before))).isEqualTo(now);
  }

  @Test
  void anArrangementKeptBeforeItWasKnownWhatWasMissedCanBeRead() {
    Arrangement now = Samples.weekly("rabcdef1", ANNA);
    String before = Utf8.text(Wire.write(Arrangement.class, now)).replace(",\"missed\":null", "");
    assertThat(before).doesNotContain("missed");
    assertThat(Wire.read(Arrangement.class, Utf8.bytes(before))).isEqualTo(now);
  }

  @Test
  void anArrangementKeptWhileThereCouldBeButOneCanBeRead() {
    Arrangement now = Samples.weekly("rabcdef1", ANNA);
    String before =
        Utf8.text(Wire.write(Arrangement.class, now))
            .replace(",\"regulars\":[]", "")
            .replace("\"regular\":null", "\"regular\":{\"value\":\"" + BERT.value() + "\"}")
            .replace("\"away\":null", "\"away\":\"" + now.next() + "\"");
    assertThat(before).doesNotContain("regulars").contains(BERT.value());
    Arrangement read = Wire.read(Arrangement.class, Utf8.bytes(before));
    assertThat(read).isEqualTo(now.by(BERT).away(BERT, now.next()));
    assertThat(read.volunteers()).containsExactly(BERT);
    assertThat(read.coming()).isEmpty();
    survives(Arrangement.class, read);
  }

  @Test
  void aLoanKeptBeforeItCouldBeLongerCanBeRead() {
    RequestId request = new RequestId("rabcdef1");
    Thing now =
        Samples.thing("tabcdef1", "heater", ANNA)
            .handedTo(BERT, request, LocalDate.parse("2026-03-05"));
    String before = Utf8.text(Wire.write(Thing.class, now)).replace(",\"longer\":null", "");
    assertThat(before).doesNotContain("longer");
    Thing read = Wire.read(Thing.class, Utf8.bytes(before));
    assertThat(read).isEqualTo(now);
    assertThat(read.lent().getFirst().keeping().mayBeAsked()).isTrue();
  }

  @Test
  void aRequestKeptBeforeThereWereArrangementsCanBeRead() {
    HelpRequest now = Samples.seeking("rabcdef1", ANNA);
    String before =
        Utf8.text(Wire.write(HelpRequest.class, now)).replace(",\"arrangement\":null", "");
    assertThat(before).doesNotContain("arrangement");
    assertThat(Wire.read(HelpRequest.class, Utf8.bytes(before))).isEqualTo(now);
  }

  /** What is on disk has to be readable for ever: add to this list, never change it. */
  @Test
  void namesOnTheWireDoNotChange() {
    Set<String> names = new TreeSet<>();
    WireNames.ALL.forEach((type, name) -> names.add(family(type).getSimpleName() + ":" + name));
    assertThat(String.join(" ", names))
        .isEqualTo(
            "Alarm:applied Alarm:ask-later Alarm:bulletin Alarm:bulletin-later Alarm:case-expired Alarm:circular-over Alarm:did-it-arrive Alarm:digest Alarm:expired"
                + " Alarm:form-left Alarm:form-timer Alarm:hand-back Alarm:home-due Alarm:late Alarm:lent Alarm:long-silent Alarm:longer Alarm:next-wave Alarm:occasion"
                + " Alarm:officer-back Alarm:officer-gone Alarm:officers-pages Alarm:outcome Alarm:said-all Alarm:silence Alarm:taken Alarm:thing-for Alarm:thing-free Alarm:thing-offered Alarm:thing-over"
                + " Alarm:turn Alarm:unacknowledged Alarm:unanswered Alarm:undecided Alarm:with-officer Case:acknowledged Case:closed Case:waiting"
                + " Decider:desk Decider:leads Decider:referrer Decider:resident Fact:application-over Fact:arrangement-begun Fact:arrangement-ended Fact:asked-alone Fact:assigned"
                + " Fact:badge-changed Fact:bulletin-sent Fact:cancelled-by-lead Fact:case-acknowledged Fact:case-closed"
                + " Fact:case-opened Fact:claim-refused Fact:consented Fact:could-not Fact:delivery-failed Fact:edited Fact:given-back Fact:hand-over-asked"
                + " Fact:hand-over-refused Fact:handed-back Fact:handed-on Fact:handed-over Fact:holder-nudged Fact:intake-opened"
                + " Fact:intake-paused Fact:level-moved Fact:next-officer-told Fact:not-arrived Fact:occasion-missed Fact:occasion-skipped"
                + " Fact:offer-declined Fact:opened-again Fact:opted-in Fact:opted-out Fact:paid-back Fact:paid-for"
                + " Fact:pass-asked Fact:pass-refused Fact:passing-on-answered Fact:person-forgotten Fact:person-met Fact:referred-in Fact:regular-found Fact:regular-gone"
                + " Fact:relayed Fact:reopened Fact:reported-done Fact:request-claimed Fact:request-closed Fact:request-opened"
                + " Fact:stood-by Fact:stood-down Fact:thing-back Fact:thing-lent-longer Fact:thing-missing Fact:thing-offered Fact:thing-taken"
                + " Fact:thing-withdrawn Fact:triage-begun Fact:triage-over"
                + " Fact:volunteer-applied Fact:volunteer-invited Fact:volunteer-joined Fact:volunteer-paused Fact:volunteer-removed Fact:volunteer-resumed"
                + " Fact:wave-sent Fact:words-expired HelpRequest:claimed HelpRequest:closed"
                + " HelpRequest:delivered HelpRequest:in-triage HelpRequest:kept HelpRequest:seeking HelpRequest:with-officer Inbound:amended Inbound:cell-edited Inbound:handed-in Inbound:home-opened Inbound:in-thread Inbound:left"
                + " Inbound:pressed Inbound:rang Inbound:reported Inbound:reworded Inbound:said"
                + " Inbound:slack-told Inbound:unposted Outgoing:attachment Outgoing:home Outgoing:in-thread"
                + " Outgoing:mark Outgoing:modal Outgoing:picture Outgoing:post Outgoing:repost Outgoing:text-message Outgoing:to-person Outgoing:whisper"
                + " SlackNews:back SlackNews:gone SlackNews:seen SlackNews:unseen"
                + " SlotValue:at SlotValue:one-of SlotValue:picked SlotValue:raised SlotValue:skipped SlotValue:time"
                + " SlotValue:words");
  }
}
