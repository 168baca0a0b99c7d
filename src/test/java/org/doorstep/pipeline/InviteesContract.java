package org.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.doorstep.desk.Change;
import org.doorstep.desk.Dossier;
import org.doorstep.people.Address;
import org.doorstep.people.Invitation;
import org.doorstep.people.Person;
import org.doorstep.pipeline.Invitees.Standing;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
public abstract class InviteesContract extends PortsContract {

  protected static final String WILMA = "+447700900101";
  protected static final String VICTOR = "+447700900102";

  protected static final Invitation LISTED =
      new Invitation("Wilma", Samples.volunteering(Samples.HOME));

  protected void invite(String number, Invitation invitation) {
    await(
        ports
            .invitees()
            .invite(CELL.id(), Map.of(Address.whatsapp(number), invitation), Duration.ofDays(30))
            .thenReturn(true));
  }

  protected Standing standing(String number) {
    List<Address> one = List.of(Address.whatsapp(number));
    return await(ports.invitees().standing(CELL.id(), one)).getFirst();
  }

  @Test
  void whoIsOnAListIsKnownToBeWhenTheyFirstWrite() {
    invite(WILMA, LISTED);
    Dossier dossier = look("SM1", WILMA);
    assertThat(dossier.invited().invitation()).isEqualTo(LISTED);
    assertThat(dossier.sender().volunteering()).isNull();
    assertThat(dossier.sender().name()).isNull();
    assertThat(look("SM2", VICTOR).invited()).isNull();
  }

  @Test
  void whoeverIsKnownAlreadyMayBeInvitedTheSame() {
    Person wilma = met(WILMA);
    assertThat(standing(WILMA)).isEqualTo(Standing.MAY_BE_ASKED);
    invite(WILMA, LISTED);
    assertThat(look("SM1", WILMA).invited().invitation()).isEqualTo(LISTED);
    assertThat(look("SM2", WILMA).sender()).isEqualTo(wilma);
  }

  @Test
  void whoWritesFromAnIdOfTheirOwnIsFoundByTheNumberOnTheList() {
    invite(WILMA, LISTED);
    Address own = Address.whatsapp("GB.1A2B");
    Dossier first = open(arrive(Samples.saidAs("SM1", own, List.of(Address.whatsapp(WILMA)))));
    assertThat(first.invited().invitation()).isEqualTo(LISTED);
    happens(
        Samples.saidAs("SM2", own, List.of(Address.whatsapp(WILMA))),
        new Change.PersonIs(first.sender()),
        new Change.InvitationOver(first.invited().under()),
        new Change.Declined(first.sender().id()));
    assertThat(open(arrive(Samples.saidAs("SM3", own, List.of()))).invited()).isNull();
    assertThat(standing(WILMA)).isEqualTo(Standing.DECLINED);
  }

  @Test
  void anAnsweredInvitationIsKeptNoLonger() {
    invite(WILMA, LISTED);
    invite(VICTOR, LISTED);
    Dossier asked = look("SM1", WILMA);
    happens(Samples.said("SM2", WILMA, "x"), new Change.InvitationOver(asked.invited().under()));
    assertThat(look("SM3", WILMA).invited()).isNull();
    assertThat(look("SM4", VICTOR).invited()).isNotNull();
    assertThat(standing(WILMA)).isEqualTo(Standing.MAY_BE_ASKED);
  }

  @Test
  void howItStandsIsToldInTheirOrder() {
    invite("+447700900107", LISTED);
    Person volunteer = met("+447700900103");
    Person stopped = met("+447700900104");
    Person resident = met("+447700900105");
    Person left = met("+447700900106");
    happens(
        Samples.said("SM1", "+447700900103", "x"),
        new Change.PersonIs(volunteer.offering(LISTED.offer())));
    happens(
        Samples.said("SM2", "+447700900104", "x"),
        new Change.PersonIs(stopped.offering(LISTED.offer()).optedOut(true)));
    happens(Samples.said("SM3", "+447700900105", "x"), new Change.PersonIs(resident));
    happens(
        Samples.said("SM4", "+447700900106", "forget me"),
        new Change.Declined(left.id()),
        new Change.PersonGone(left.id()));
    List<Address> all =
        List.of("101", "103", "104", "105", "106", "107").stream()
            .map(end -> Address.whatsapp("+447700900" + end))
            .toList();
    assertThat(await(ports.invitees().standing(CELL.id(), all)))
        .containsExactly(
            Standing.MAY_BE_ASKED,
            Standing.VOLUNTEER,
            Standing.DECLINED,
            Standing.MAY_BE_ASKED,
            Standing.DECLINED,
            Standing.INVITED);
    assertThat(await(ports.invitees().standing(CELL.id(), List.of()))).isEmpty();
  }

  @Test
  void whoSaidNoAndJoinedLaterIsAVolunteer() {
    Person wilma = met(WILMA);
    happens(
        Samples.said("SM1", WILMA, "x"),
        new Change.Declined(wilma.id()),
        new Change.PersonIs(wilma.offering(LISTED.offer())));
    assertThat(standing(WILMA)).isEqualTo(Standing.VOLUNTEER);
  }
}
