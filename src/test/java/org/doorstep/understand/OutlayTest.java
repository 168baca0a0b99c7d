package org.doorstep.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.doorstep.cell.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type about money they have laid out, and what only looks like it. */
class OutlayTest {

  private static final OutlayReader READER =
      new OutlayReader(
          Vocabularies.everyFile().entrySet().stream()
              .filter(file -> file.getKey().contains("payments"))
              .map(file -> WordLists.parse(file.getValue()))
              .toList());

  private static Optional<Outlay> read(String text) {
    return READER.read(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "£14.20|1420",
        "sorry, I paid £14.20|1420",
        "£14|1400",
        "£ 14.20|1420",
        "14 pounds 20|1420",
        "14 quid|1400",
        "14.20 £|1420",
        "£14.20 thanks!|1420",
        "80p|80",
        "PAID 14.20|1420",
        "Paid: 14,20|1420",
        "paid £14 20|1420",
        "I paid £14.20|1420",
        "I've paid £14.20.|1420",
        "I’ve paid about £14.20 for the shopping|1420",
        "paid 14.20 for the shopping|1420",
        "paid 14 for milk|1400",
        "paid 14|1400",
        "paid 14.20 at 15:30|1420",
        "paid for the bread and milk, £14.20|1420",
        "spent £7.5|750",
        "I spent 7 pounds and 5p on bread|705",
        "it came to £14.20 in total|1420",
        "That was £14.20|1420",
        "paid £1,000|100000",
        "paid £1,000.00|100000",
        "paid £14.20, so £14.20 in total|1420"
      })
  void anAmountIsReadToThePenny(String text, int pence) {
    assertThat(read(text))
        .hasValueSatisfying(
            outlay ->
                assertThat(outlay)
                    .isInstanceOfSatisfying(
                        Outlay.Paid.class,
                        paid -> assertThat(paid.amount()).isEqualTo(new Money(pence))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "paid",
        "PAID -14.20",
        "paid £-14",
        "-£14",
        "£",
        "£1e9",
        "paid 1e9",
        "paid 14 20",
        "paid £1000000",
        "paid £1,000.01",
        "paid £99999999999999",
        "paid １４.２０",
        "paid £1４",
        "paid 14:20",
        "paid at 14.20",
        "paid on 14.10.2026",
        "paid 14/10",
        "paid 07700 900123",
        "paid +447700900123",
        "paid £14.20 and £3.50",
        "paid 14.20 and 3.50",
        "paid 14.205",
        "paid 2 visits",
        "paid £0.001"
      })
  void whatCannotBeReadIsAskedForAgain(String text) {
    assertThat(read(text)).get().isInstanceOf(Outlay.Unclear.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "14.20",
        "14:20",
        "Is £14 all right?",
        "Have you paid £14?",
        "she wants the £2 loaf",
        "I spent 2 hours looking for the house",
        "it was lovely to meet you",
        "it was 14.20 when I got there",
        "paid attention to the road",
        "paid back 2",
        "paid me £5 for it",
        "that was number 14",
        "done",
        "I need £20 for the meter",
        "07700 900123",
        ""
      })
  void whatSaysNothingOfItIsLeftAlone(String text) {
    assertThat(read(text)).isEmpty();
  }

  @Test
  void aLongMessageIsNoneHoweverLittleItSays() {
    assertThat(read("ok ".repeat(200) + "£14.20")).isEmpty();
    assertThat(read("ok ".repeat(20) + "£14.20")).contains(new Outlay.Paid(new Money(1420), false));
  }

  @Test
  void payingNothingTakesItBack() {
    for (String text : List.of("PAID 0", "paid nothing", "I paid £0.00", "Paid nothing.")) {
      assertThat(read(text)).contains(new Outlay.Nothing(true));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zapłaciłam 14,20",
        "Zapłaciłem £14.20 za zakupy",
        "am plătit £14.20",
        "talais i £14.20",
        "maine £14.20 diye",
        "میں نے £14.20 ادا کیے"
      })
  void theWordsAreUnderstoodInEachLanguage(String text) {
    assertThat(read(text)).contains(new Outlay.Paid(new Money(1420), true));
  }
}
