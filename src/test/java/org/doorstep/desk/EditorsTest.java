package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.doorstep.cell.ACell;
import org.doorstep.talk.ShippedTalk;
import org.junit.jupiter.api.Test;

/** The officers read in their channel what an edit of the rules came to. */
class EditorsTest {

  private static final Desk DESK = new Desk(ShippedTalk.load(), ShippedTalk.understanding());

  private static Outgoing.Post post(String edit, List<String> refused) {
    Dossier dossier =
        new Dossier(
            ACell.hydePark(),
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            null,
            null,
            Answers.NONE,
            null,
            Map.of());
    Inbound edited = new Inbound.CellEdited(new InboundId(edit), Street.NOON, refused);
    Decision decided = DESK.decide(dossier, edited, Street.NOON);
    assertThat(decided).isInstanceOf(Decision.Settled.class);
    return (Outgoing.Post) ((Decision.Settled) decided).says().getFirst();
  }

  @Test
  void whatIsWrongStandsInTheOfficersChannel() {
    Outgoing.Post post = post("edit/1", List.of("leeds.yml:3: wrong", "leeds/a.yml:1: too"));
    assertThat(post.channel()).isEqualTo(ACell.hydePark().officersChannel());
    assertThat(post.card().title()).isEqualTo("An edit of the rules is not used");
    assertThat(post.card().lines()).endsWith("leeds.yml:3: wrong", "leeds/a.yml:1: too");
  }

  @Test
  void manyMistakesAreCounted() {
    List<String> many = IntStream.range(0, 13).mapToObj(i -> "a.yml:" + i + ": x").toList();
    assertThat(post("edit/1", many).card().lines())
        .hasSize(12)
        .endsWith("a.yml:9: x", "And 3 more.");
  }

  @Test
  void thatItIsPutRightIsAPostOfItsOwn() {
    Outgoing.Post wrong = post("edit/1", List.of("leeds.yml:3: wrong"));
    Outgoing.Post right = post("edit/2", List.of());
    assertThat(right.card().title()).isEqualTo("The rules are in order again");
    assertThat(right.anchor()).isNotEqualTo(wrong.anchor());
  }
}
