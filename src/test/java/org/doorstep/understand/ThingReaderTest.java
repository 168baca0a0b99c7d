package org.doorstep.understand;

import static org.assertj.core.api.Assertions.assertThat;

import org.doorstep.people.Need;
import org.doorstep.talk.ShippedTalk;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether somebody has a thing for others, or needs one, in the words of six languages. */
@NullUnmarked
class ThingReaderTest {

  private static final Understanding WORDS = ShippedTalk.understanding();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I've got a spare microwave if anyone needs one | microwave | | 1",
        "we have 10 bags of veg to give away, best by Friday | food | give | 10",
        "I can lend a heater for a month | heater | lend | 1",
        "Two old laptops free to a good home | laptop | give | 2",
        "does anyone want a pram? we no longer need ours | pram | | 1",
        "Mam zbędną mikrofalówkę do oddania | microwave | give | 0",
        "Mogę pożyczyć grzejnik na miesiąc | heater | lend | 0",
        "Am un radiator în plus, dacă are cineva nevoie | heater | | 1",
        "Mae gen i wresogydd sbâr os oes ar rywun ei angen | heater | | 0",
        "میرے پاس ایک فالتو ہیٹر ہے | heater | | 1",
        "Mere paas ek faltu heater hai, kisi ko chahiye to bata dein | heater | | 1"
      })
  void whoHasSomethingForOthers(String text, String kind, String how, int amount) {
    assertThat(WORDS.spare(text)).contains(new Spare(kind, how, amount));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I need a microwave",
        "any spare laptops going?",
        "has anyone got a spare heater",
        "could someone lend me a heater for a month",
        "my fridge is broken and I have no food",
        "I have a spare room",
        "happy to help with shopping or lend a hand",
        "Potrzebuję grzejnika, czy ktoś ma?",
        "Am nevoie de un radiator",
        "Oes gan rywun wresogydd sbâr?",
        "مجھے ہیٹر چاہیے",
        "Mujhe heater chahiye, kisi ke paas faltu hai?"
      })
  void whoAsksOrSpeaksOfSomethingElse(String text) {
    assertThat(WORDS.spare(text)).isEmpty();
  }

  @Test
  void whatSomebodyNamesAsTheirsIsNotWhatTheyWant() {
    Need help = new Need("tech-help");
    assertThat(WORDS.thingsWanted(help, "I need help with my old laptop")).isEmpty();
    assertThat(WORDS.thingsWanted(help, "I need a laptop for my son")).containsExactly("laptop");
  }

  @Test
  void aNeedOfOneKindIsForThatKindAlone() {
    assertThat(WORDS.thingsWanted(new Need("food-parcel"), "")).containsExactly("food");
    assertThat(WORDS.thingsWanted(new Need("food-parcel"), "and a cot")).containsExactly("food");
    assertThat(WORDS.thingsWanted(new Need("equipment"), "")).isEmpty();
    assertThat(WORDS.thingsWanted(new Need("equipment"), "an electric fire"))
        .containsExactly("heater");
  }
}
