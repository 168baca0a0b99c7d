package org.doorstep.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.doorstep.help.PartOfDay;
import org.doorstep.help.When;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

  /** A Wednesday. */
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 3, 18, 14, 30, 0, 0, ZoneId.of("Europe/London"));

  private static final String NEEDS =
      """
      spec: 1
      vocabulary: needs
      language: tr
      entries:
        shopping: {words: [alışveriş], phrases: ["on|iki ekmek"]}
        money: {words: [para]}
      """;

  private static final String TIME =
      """
      spec: 1
      vocabulary: time
      language: tr
      entries:
        friday: {words: [cuma, cuma günü]}
        at-hour: {words: [saat]}
        evening: {words: [on]}
      """;

  private static final String DANGER =
      """
      spec: 1
      vocabulary: danger
      language: tr
      entries:
        medical: {words: [nefes alamıyorum, son on]}
      """;

  private static final Understanding BOTH = Lexicon.of(withTurkish());

  private final Understanding everyLanguage = Vocabularies.all();

  private static Map<String, String> withTurkish() {
    Map<String, String> files = new HashMap<>(Vocabularies.files());
    files.put("locales/tr/vocab/needs.yml", NEEDS);
    files.put("locales/tr/vocab/time.yml", TIME);
    files.put("locales/tr/vocab/danger.yml", DANGER);
    return files;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "can someone get my shopping tomorrow please | en",
        "dwi angen rhywun i fynd i'r siop, dwi'n byw ar ben fy hun | cy",
        "czy ktoś może mi pomóc, nie mogę wyjść z domu | pl",
        "bună ziua, am nevoie de cineva să mă ajute | ro",
        "mujhe kisi ki madad chahiye, ghar mein koi nahi hai | ur-Latn",
        "مجھے کسی کی مدد چاہیے، گھر میں کوئی نہیں ہے | ur",
        "أحتاج مساعدة في البيت من فضلك | ar",
        "ਮੈਨੂੰ ਮਦਦ ਚਾਹੀਦੀ ਹੈ | pa",
        "waxaan u baahanahay caawimaad, fadlan | so",
        "preciso de ajuda, não posso sair de casa, obrigada | pt",
        "мені потрібна допомога, я не можу вийти з дому | uk",
        "merhaba, yardıma ihtiyacım var, evde kimse yok | tr",
        "amar ektu help lagbe, ghore keu nai | bn-Latn",
        "hola, necesito ayuda, no puedo salir de casa | es",
        "bonjour, j'ai besoin d'aide, je ne peux pas sortir | fr",
      })
  void aLanguageIsKnownByItsSmallWords(String text, String tag) {
    Language language = everyLanguage.language(text);
    assertThat(language.tag()).isEqualTo(tag);
    assertThat(language.sure()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "LS6", "ok", "milk bread eggs", "👍", "Ania 12 Mill Road", "1600"})
  void wordsThatSayNothingOfALanguageAreNoReasonToOfferOne(String text) {
    assertThat(everyLanguage.language(text).english()).isTrue();
  }

  @Test
  void wordsOfALanguageAreUnderstoodInItsMessages() {
    Reading reading =
        BOTH.read("merhaba, cuma günü saat 10 alışveriş lazım, biri gidebilir mi", NOW);

    assertThat(reading.needs()).extracting(n -> n.value().key()).containsExactly("shopping");
    When when = Objects.requireNonNull(reading.when()).value();
    assertThat(when.date()).isEqualTo(LocalDate.of(2026, 3, 20));
    assertThat(when.time()).isEqualTo(LocalTime.of(10, 0));
    assertThat(reading.language().tag()).isEqualTo("tr");
  }

  @Test
  void wordsThatNoOtherLanguageHasAreUnderstoodAnywhere() {
    assertThat(BOTH.read("alışveriş pls", NOW).needs())
        .extracting(n -> n.value().key())
        .containsExactly("shopping");
    assertThat(BOTH.danger("help nefes alamıyorum pls")).contains(Danger.MEDICAL);
  }

  @Test
  void aWordThatIsEnglishTooCountsOnlyInItsOwnLanguage() {
    assertThat(BOTH.danger("can you sit with my son on friday please")).isEmpty();
    assertThat(BOTH.danger("lütfen yardım, son on dakika çok kötü")).contains(Danger.MEDICAL);
    assertThat(BOTH.read("milk on friday please can someone", NOW).when())
        .extracting(found -> found.value().part())
        .isNull();
  }

  @Test
  void aWordOfAnotherForeignLanguageDoesNotCount() {
    Reading spanish = BOTH.read("hola, necesito ayuda para mi madre, por favor, gracias", NOW);
    assertThat(spanish.needs()).extracting(n -> n.value().key()).doesNotContain("money");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "24 grudnia | 2026-12-24 |",
        "12 kwietnia o 10 | 2026-04-12 | 10:00",
        "next week wednesday please, a lift | 2026-03-25 |",
        "گھر میں 3 بچے ہیں | |",
      })
  void aNumberIsOfEveryLanguage(String text, @Nullable LocalDate date, @Nullable LocalTime time) {
    Found<When> when = everyLanguage.read(text, NOW).when();
    assertThat(when == null ? null : when.value().date()).isEqualTo(date);
    assertThat(when == null ? null : when.value().time()).isEqualTo(time);
  }

  /** In Polish, {@code mam} is "I have". */
  @Test
  void anEnglishWordForSomebodyIsNotHeardWhereItIsAnotherWord() {
    assertThat(everyLanguage.read("mam tylko mleko, czy ktoś może zrobić zakupy", NOW).forWhom())
        .isEqualTo("self");
    assertThat(everyLanguage.read("mam needs milk, can somebody go to the shop", NOW).forWhom())
        .isEqualTo("mam");
  }

  @Test
  void placesAreFoundByTheWordsAroundThemInEachLanguage() {
    Found<String> place =
        everyLanguage.read("Dwi'n byw yn Llys Eirin, dwi angen help gyda siopa", NOW).place();
    assertThat(Objects.requireNonNull(place).value()).isEqualTo("Llys Eirin");
  }

  /** Nobody is answered in these yet, and everybody is understood. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hola, alguien puede ir a la farmacia mañana por la tarde por favor | 2026-03-19 | AFTERNOON",
        "bonjour, quelqu'un peut faire mes courses vendredi matin svp | 2026-03-20 | MORNING",
        "merhaba, biri yarın sabah alışveriş yapabilir mi lütfen | 2026-03-19 | MORNING",
        "Доброго дня, чи може хтось завтра ввечері забрати ліки | 2026-03-19 | EVENING",
        "fadlan qof ma ii keeni karaa daawada berri subax | 2026-03-19 | MORNING",
      })
  void timesAreReadInEveryLanguage(String text, LocalDate date, PartOfDay part) {
    When when = Objects.requireNonNull(everyLanguage.read(text, NOW).when()).value();
    assertThat(when.date()).isEqualTo(date);
    assertThat(when.part()).isEqualTo(part);
  }
}
