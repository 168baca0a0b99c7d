package org.doorstep.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DangerTest {

  private final Understanding understanding = Vocabularies.all();

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cy | mae gen i boen yn fy mrest ac mae fy mraich yn brifo",
        "cy | dwi ddim eisiau byw mwyach",
        "cy | mae fy ngŵr yn fy nharo bob nos",
        "cy | mae arogl nwy yn y gegin",
        "pl | mama nie oddycha, pomocy",
        "pl | nie chce juz zyc",
        "pl | mąż mnie bije i nie chce wypuścić z domu",
        "pl | czuć gaz na klatce",
        "ro | tata nu mai respiră",
        "ro | nu mai vreau să trăiesc",
        "ro | soțul mă bate în fiecare zi",
        "ro | miroase a gaz în bloc",
        "ur | ابو بے ہوش ہو گئے ہیں",
        "ur | میں جینا نہیں چاہتی",
        "ur | شوہر مجھے بہت مارتا ہے",
        "ur | گھر میں آگ لگ گئی ہے",
        "ur-Latn | nana ji behosh ho gaye hain",
        "ur-Latn | main ab jeena nahi chahta",
        "ur-Latn | shohar bohat marta hai mujhe",
        "ur-Latn | ghar mein aag lag gayi hai",
        "pa | ਬੇਬੇ ਡਿੱਗ ਪਈ ਹੈ ਤੇ ਬੇਹੋਸ਼ ਹੈ",
        "pa-Latn | bebe dig payi te behosh hai",
        "so | hooyo way dhacday oo ma neefsanayso",
        "ar | أبي وقع ولا يتنفس",
        "pt | o meu avô não respira",
        "uk | тато впав і не дихає",
        "tr | babam nefes almıyor",
        "bn-Latn | abba shash nite parche na",
        "es | mi padre no respira",
        "fr | mon père ne respire plus",
      })
  void dangerIsHeardInEveryLanguage(String language, String text) {
    assertThat(understanding.danger(text)).as(language).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "umieram ze zmęczenia, przyjdę jutro",
        "mor de foame, când e prânzul",
        "dwi bron â llwgu, beth sydd i ginio",
        "bhook se mar raha hun yaar haha",
        "گیس کا بل جمع کرانا ہے",
        "me muero de hambre jaja",
        "je suis morte de fatigue, à demain",
        "babamın ilacı eczaneden alınacak",
      })
  void figuresOfSpeechOfOtherLanguagesAreNotRaised(String text) {
    assertThat(understanding.danger(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "please can you bring milk and bread, also i have crushing pain in my chest and cant breathe",
        "thanks for the soup on tuesday. dont come next week, i have decided to end my life",
        "Two pints of milk, a small brown loaf and some teabags please. My husband has got a knife and"
            + " says he will kill me. If you could leave the bag in the porch that would be kind, and"
            + " the change can go in the tin as usual, thank you very much, see you on Friday",
      })
  void dangerInTheMiddleOfAnOrdinaryOrderIsHeard(String text) {
    assertThat(understanding.danger(text)).isPresent();
  }

  @Test
  void itSaysWhichWordsToldOfIt() {
    assertThat(understanding.alarm("bread please, and i want to kill myself").orElseThrow())
        .isEqualTo(new Alarm(Danger.SELF_HARM, List.of("want", "to", "kill", "myself"), true));
    assertThat(
            understanding
                .alarm("mams gone a funny colour and wont wake up")
                .orElseThrow()
                .because())
        .isNotEmpty();
  }

  @Test
  void phrasesAloneRaiseTheAlarm() {
    Map<String, String> files = new HashMap<>(Vocabularies.files());
    files.keySet().removeIf(name -> name.startsWith("danger-examples"));
    Understanding phrases = Lexicon.of(files);
    assertThat(phrases.danger("i am going to kill myself")).contains(Danger.SELF_HARM);
    assertThat(phrases.danger("the house is on fire")).contains(Danger.FIRE_GAS);
  }

  @Test
  void whatWasLearntAloneRaisesTheAlarm() {
    Map<String, String> files = new HashMap<>(Vocabularies.files());
    files.remove("danger.yml");
    Understanding learnt = Lexicon.of(files);
    assertThat(learnt.danger("i am going to kill myself tonight")).contains(Danger.SELF_HARM);
    assertThat(learnt.danger("smoke is coming from next doors window")).contains(Danger.FIRE_GAS);
    assertThat(learnt.danger("could somebody get me a loaf from the shop")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I want to help",
        "dwi eisiau helpu",
        "chcę pomagać",
        "vreau să ajut",
        "میں مدد کرنا چاہتا ہوں",
        "main madad karna chahta hoon",
        "the side door is open",
        "chaar din baad",
        "za cztery dni",
        "mae hi'n wyth deg oed"
      })
  void whatPeopleSayEveryDayIsNoDangerInAnyLanguage(String text) {
    assertThat(Vocabularies.all().alarm(text)).isEmpty();
  }

  @Test
  void noAnswerThatWeGavePeopleIsSurelyDanger() {
    List<String> wrong = new ArrayList<>();
    Vocabularies.everyFile()
        .forEach(
            (file, yaml) -> {
              WordLists lists = WordLists.parse(yaml);
              if (!lists.name().equals("danger-examples") || !file.startsWith("locales/")) return;
              lists.each(
                  (_, _, answer) -> {
                    if (Vocabularies.all().alarm(answer).filter(Alarm::sure).isPresent())
                      wrong.add(answer);
                  });
            });
    assertThat(wrong).isEmpty();
  }
}
