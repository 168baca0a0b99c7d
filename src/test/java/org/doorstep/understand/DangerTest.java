package org.doorstep.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DangerTest {

  private final Understanding understanding = Vocabularies.english();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MEDICAL | my neighbour has chest pain and needs shopping in LS6 today",
        "MEDICAL | he cant breath",
        "MEDICAL | I have taken an overdoze",
        "MEDICAL | hi, can you drop the bread early please, I have been getting pains down my left arm since ten",
        "MEDICAL | baby is all limp and wont wake",
        "MEDICAL | old chap at the bus stop has keeled over",
        "SELF_HARM | I want to kill myself",
        "SELF_HARM | they would all be better off without me",
        "SELF_HARM | i just want it all to stop",
        "SELF_HARM | my son says he doesnt want to live",
        "VIOLENCE | my ex is outside again banging on the windows",
        "VIOLENCE | he has got my keys and wont let me out",
        "VIOLENCE | i am hiding in the bathroom with the kids, he kicked off",
        "ABUSE | nephew made nan sign the house over, she didnt know what it was",
        "FIRE_GAS | can smell gas in the hall and ive got a headache",
        "FIRE_GAS | the plug is smoking and black",
        "EXPLOITATION | the man who got me the job has my passport and i never see my wages",
        "EXPLOITATION | some lads have taken over my brothers flat",
        "MISSING | dad has dementia and went out in his slippers 3 hours ago, not back",
        "MISSING | my daughter didnt come home from school and her phone is off",
      })
  void dangerIsHeardWhereverItStands(Danger kind, String text) {
    assertThat(understanding.danger(text)).contains(kind);
  }

  /** Which kind is told is softer than that it is told: blows by a carer are two kinds at once. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "the carer slaps my mum when she thinks no one is looking",
        "son has locked himself in his room, he doesnt want to be here any more",
        "little one has swallowed something from under the sink",
      })
  void dangerOfMoreThanOneKindIsHeardToo(String text) {
    assertThat(understanding.danger(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "this queue is killing me",
        "dying for a cuppa, is anyone about",
        "i'd kill for a bacon sandwich",
        "hot flushes are the death of me lol",
        "I had a heart attack in 2016, all fine now, just need a lift to the check up",
        "mum died in 2019 and dad has not been the same",
        "first aid training on saturday, who wants in",
        "smoke alarm battery needs changing, cant reach",
        "gas man coming at 2 can someone let him in",
        "my chest freezer needs moving",
        "our cat has gone missing, tabby, answers to Biscuit",
        "suicide prevention leaflet, where can i get some for the library",
        "he beat me at dominoes again",
        "lost my glasses somewhere in the park",
        "could someone get my mums prescription from Boots tomorrow morning",
        "kids are fighting over the ipad",
      })
  void idiomsJokesAndWhatIsOverAreNotRaised(String text) {
    assertThat(understanding.danger(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I want to k\u200Bill my\u200Dself",
        "\u202EI want to kill myself\u202C",
        "I w\u0430nt to k\u0456ll mys\u0435lf",
        "\uFF29 \uFF57\uFF41\uFF4E\uFF54 \uFF54\uFF4F \uFF4B\uFF49\uFF4C\uFF4C \uFF4D\uFF59\uFF53\uFF45\uFF4C\uFF46",
        "I w\u0300\u0301a\u0302nt to ki\u0336ll my\u0336self",
        "i want to kill myseeeelf",
      })
  void disguisedLettersHideNothing(String text) {
    assertThat(understanding.danger(text)).isEqualTo(Optional.of(Danger.SELF_HARM));
  }
}
