package org.doorstep.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.people.Channel;
import org.doorstep.understand.Vocabularies;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A language laid over the flows as they are shipped: what is said in it, and each mistake once.
 */
@NullUnmarked
class LocalesTest {

  private static final String REQUEST = "locales/pl/flows/request-help.yml";
  private static final String NEEDS = "locales/pl/vocab/needs.yml";

  private static final String POLISH =
      """
      spec: 1
      language: pl
      review: awaited
      texts:
        slots.need.ask: W czym pomóc?
        slots.need.again: W czym pomóc?
        slots.when.options.today.label: Dziś
        slots.when.options.today.words: [dzisiaj]
        states.confirm.choose.send.label: Tak, zapytaj
        states.confirm.choose.edit.words: [zmień]
        messages.relayed: |
          {volunteer} pisze:
          {text}
      marks:
        slots.need.ask: "%s"
      """;

  private static final String LABELS =
      """
      spec: 1
      vocabulary: needs
      language: pl
      entries:
        shopping: {label: Zakupy, description: Ktoś kupi jedzenie, words: [zakupy spożywcze]}
      """;

  @Test
  void aTextIsSaidInTheLanguageAndInEnglishWhereItIsLacking() {
    Talk polish = talk(files()).in("pl");
    assertThat(polish.words("request-help.relayed", Map.of("volunteer", "Sam", "text", "x")))
        .isEqualTo("Sam pisze:\nx");
    assertThat(polish.words("request-help.widened", Map.of())).startsWith("Still looking");
    assertThat(polish.words("common.skip", Map.of())).isEqualTo("Skip");
    assertThat(polish.label("needs", "shopping")).isEqualTo("Zakupy");
    assertThat(polish.label("needs", "lift")).isEqualTo("A lift");
  }

  @Test
  void answersAreUnderstoodInTheLanguageAndInEnglish() {
    Talk polish = talk(files()).in("pl");
    assertThat(polish.answer("request-help.confirm", "tak, zapytaj")).contains("send");
    assertThat(polish.answer("request-help.confirm", "Yes, ask them")).contains("send");
    assertThat(polish.answer("request-help.confirm", "zmień")).contains("edit");
    assertThat(polish.answer("request-help.confirm", "change it")).contains("edit");
    assertThat(talk(files()).answer("request-help.confirm", "zmień")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"pl,pl", "PL-pl,pl", "pl_PL,pl", "en-GB,en", "tlh,en", "'',en", "no,en", "pl-x-y,pl"})
  void tagsFallBackToTheNearestLanguage(String tag, String language) {
    assertThat(talk(files()).in(tag).language()).isEqualTo(language);
    assertThat(talk(files()).in("pl").in(tag).language()).isEqualTo(language);
  }

  @Test
  void aScriptIsALanguageOfItsOwn() {
    Map<String, String> files = files();
    for (String tag : List.of("ur", "ur-Latn")) {
      files.put(
          "locales/" + tag + "/common.yml",
          "spec: 1\nlanguage: "
              + tag
              + "\nreview: awaited\ntexts:\n  messages.skip: "
              + tag
              + "\n");
    }
    Talk talk = talk(files);
    assertThat(talk.languages()).containsExactly("en", "pl", "ur", "ur-Latn");
    assertThat(talk.in("ur-Latn-PK").words("common.skip", Map.of())).isEqualTo("ur-Latn");
    assertThat(talk.in("ur-PK").words("common.skip", Map.of())).isEqualTo("ur");
  }

  @Test
  void stopIsObeyedInEveryLanguageWhateverOneIsSpokenToIn() {
    Map<String, String> files = files();
    files.put(
        "locales/pl/common.yml",
        """
        spec: 1
        language: pl
        review: awaited
        texts:
          interrupts.stop.words: [przestań]
          interrupts.help.words: [pomoc]
        """);
    Talk talk = talk(files);
    assertThat(talk.interrupt("Przestan!")).contains("stop");
    assertThat(talk.in("pl").interrupt("stop")).contains("stop");
    assertThat(talk.in("pl").interrupt("pomoc")).contains("help");
    assertThat(talk.interrupt("pomoc")).isEmpty();
  }

  @Test
  void whatIsMissingStaleOrWithoutAMarkIsNoFaultButListed() {
    Map<String, String> files = files();
    files.put(REQUEST, POLISH.formatted("00000000"));
    List<Gap> gaps = book(files).gaps("pl");
    assertThat(kinds(gaps, "flows/request-help.yml"))
        .containsEntry("slots.need.ask", Gap.Kind.STALE)
        .containsEntry("slots.when.options.today.label", Gap.Kind.UNMARKED)
        .containsEntry("slots.when.options.tomorrow.label", Gap.Kind.MISSING)
        .doesNotContainKeys("slots.when.options.today.words", "states.confirm.choose.edit.words");
    Gap stale = gaps.stream().filter(g -> g.kind() == Gap.Kind.STALE).findFirst().orElseThrow();
    assertThat(stale.toString()).startsWith(REQUEST + ": slots.need.ask is older");
    assertThat(stale.english()).startsWith("Hello! I find volunteers");
    assertThat(files.get("flows/request-help.yml").lines().toList().get(stale.line() - 1))
        .contains("ask:");
    assertThat(gaps).anyMatch(g -> g.file().equals("locales/pl/templates.yml"));
    assertThat(kinds(book(files).gaps("ro"), "vocab/needs.yml"))
        .containsEntry("entries.shopping.label", Gap.Kind.MISSING);
  }

  @Test
  void aMarkIsOfTheEnglishWithoutTheSpaceAroundIt() {
    // printf %s 'Sorry, I did not get that.' | sha256sum
    Original original =
        new Original("common.yml", "messages.unclear", "Sorry, I did not get that.\n", true, 1);
    assertThat(original.mark()).isEqualTo("867ce52d");
  }

  @Test
  void whatOnlyOfficersReadIsNotMissing() {
    Map<String, Gap.Kind> kinds = kinds(book(files()).gaps("pl"), "flows/case.yml");
    assertThat(kinds).containsKeys("messages.closed", "messages.officer-says");
    assertThat(kinds).doesNotContainKeys("messages.title-danger", "messages.failed-window");
  }

  @Test
  void anOlderVersionSaysInTheLanguageWhatHasNotChanged() {
    Map<String, String> files = files();
    files.merge(
        "flows/archive/request-help-1.yml",
        "",
        (old, none) -> old.replace("Which part shall we", "What do we"));
    files.merge(
        REQUEST, "", (a, b) -> a.replace("texts:\n", "texts:\n  states.edit.say: Co zmienić?\n"));
    Talk polish = talk(files).in("pl");
    assertThat(again(polish, "collect", "need")).isEqualTo("W czym pomóc?");
    assertThat(again(polish, "edit", null)).startsWith("What do we change?");
  }

  private static String again(Talk talk, String state, @Nullable String asking) {
    Instant now = Instant.parse("2026-03-18T14:30:00Z");
    Conversation old =
        new Conversation(
            "request-help", 1, state, asking, Map.of(), List.of(), 0, 1, null, now, now, now);
    Setting setting =
        new Setting(now, ZoneOffset.UTC, Channel.WHATSAPP, Map.of(), Map.of(), SmallMap.AREA, null);
    Turn.Step.Say say = (Turn.Step.Say) talk.again(old, setting).steps().getFirst();
    return say.utterance().text();
  }

  // --- each mistake once

  @Test
  void whatTheEnglishDoesNotHaveIsAFault() {
    assertFault(
        "slots.need.again: W czym",
        "slots.needs.again: W czym",
        "the English has no 'slots.needs.again'");
    Fault fault = fault(REQUEST, "slots.need.again: W czym", "slots.needs.again: W czym");
    assertThat(fault.remedy()).isEqualTo("Did you mean 'slots.need.again'?");
    assertThat(fault.line()).isEqualTo(6);
    assertThat(fault(NEEDS, "  shopping:", "  shoping:").problem()).contains("entries.shoping");
    Map<String, String> files = files();
    files.put("locales/pl/flows/requests.yml", POLISH.formatted("00000000"));
    assertThat(faults(files)).anyMatch(f -> f.problem().contains("no English file"));
  }

  @Test
  void bracesAreKept() {
    assertFault("{volunteer} pisze", "Sam pisze", "has lost {volunteer}");
    assertFault("W czym pomóc?", "W czym pomóc, {name}?", "has no {name}");
    assertFault("W czym pomóc?", "W czym {Pomóc}?", "a brace does not hold a name");
  }

  @Test
  void whatDoesNotFitIsAFault() {
    assertFault("Tak, zapytaj", "Tak, zapytaj wolontariuszy", "there is room for 20");
    assertFault("Dziś", "Dzisiaj o dowolnej porze dnia", "there is room for 24");
    assertFault("W czym pomóc?", "x".repeat(1025), "there is room for 1024");
    assertThat(fault(NEEDS, "Zakupy", "Zakupy i inne drobne sprawy").problem())
        .contains("room for 24");
    assertThat(fault(NEEDS, "Ktoś kupi", "Ktoś kupi ".repeat(8)).problem()).contains("room for 72");
  }

  @Test
  void whatYamlWouldMisreadIsAFault() {
    assertFault("W czym pomóc?", "no", "no would be read as something else than text");
    assertFault("[zmień]", "[zmień, off]", "off would be read");
    assertFault("W czym pomóc?", "", "'slots.need.ask' is empty");
    assertFault("W czym pomóc?", "[a, b]", "is not a text");
    assertFault("W czym pomóc?", "{a: b}", "has keys below it");
    assertFault("W czym pomóc?", "'W czym", "this is not YAML");
  }

  @Test
  void aLanguageIsCalledByItsTag() {
    assertFault("language: pl", "language: ro", "the language 'ro' is not the folder's");
    assertFault("language: pl\n", "", "'language' is missing");
    assertFault("review: awaited", "review: soon", "says nothing about the review");
    Map<String, String> files = files();
    files.put("locales/polish/common.yml", "spec: 1\n");
    files.put("locales/PL/common.yml", "spec: 1\n");
    files.put("locales/common.yml", "spec: 1\n");
    assertThat(faults(files))
        .extracting(Fault::problem)
        .contains(
            "'polish' is not the tag of another language",
            "'PL' is not the tag of another language",
            "this file is of no language");
  }

  @Test
  void norwegianIsALanguageAndNotARefusal() {
    Map<String, String> files = files();
    String norwegian =
        "spec: 1\nlanguage: %s\nreview: awaited\ntexts: {messages.skip: Hopp over}\n";
    files.put("locales/no/common.yml", norwegian.formatted("\"no\""));
    assertThat(talk(files).in("no").words("common.skip", Map.of())).isEqualTo("Hopp over");
    files.put("locales/no/common.yml", norwegian.formatted("no"));
    assertThat(faults(files))
        .singleElement()
        .satisfies(f -> assertThat(f.remedy()).isEqualTo("Put it in quotes: \"no\""));
  }

  @Test
  void templatesKeepTheirRulesInEveryLanguage() {
    String templates = "locales/pl/templates.yml";
    String head =
        "spec: 1\nlanguage: pl\nreview: awaited\ntexts:\n  templates.help-is-coming.text: ";
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put("\"{{1}} i {{2}} dobrze.\"", "begins or ends with a variable");
    wrong.put("\"Dobrze: {{1}} {{2}} tak.\"", "two variables side by side");
    wrong.put("\"Dobrze: {{2}}, potem {{1}}, tak.\"", "does not count its variables");
    wrong.put("\"Dobrze: {{1}} tak.\"", "has lost {{2}}");
    wrong.put("\"Dobrze: {{1}}, {{2}}, {{3}} tak.\"", "has no {{3}}");
    wrong.forEach(
        (text, problem) -> {
          Map<String, String> files = files();
          files.put(templates, head + text + "\n");
          assertThat(faults(files))
              .as(text)
              .anySatisfy(
                  f -> {
                    assertThat(f.file()).isEqualTo(templates);
                    assertThat(f.problem()).contains(problem);
                  });
        });
  }

  @Test
  void noLanguageTakesALockedOrder() {
    assertFault("Tak, zapytaj", "Stop", "'Stop' is a locked order");
  }

  @Test
  void marksAreMarks() {
    assertFault("slots.need.ask: \"00000000\"", "slots.need.ask: 00000000x", "this is not a mark");
    assertFault("slots.need.ask: \"0", "slots.area.ask: \"0", "there is no text 'slots.area.ask'");
  }

  @Test
  void allMistakesOfAllLanguagesAreToldAtOnce() {
    Map<String, String> files = files();
    files.merge(REQUEST, "", (a, b) -> a.replace("{volunteer} pisze", "pisze"));
    files.put("locales/ro/common.yml", "spec: 1\nlanguage: ro\nreview: awaited\ntexts: {x: y}\n");
    files.merge("flows/join.yml", "", (a, b) -> a.replace("do: join", "do: joyn"));
    assertThat(faults(files))
        .extracting(Fault::file)
        .contains(REQUEST, "locales/ro/common.yml", "flows/join.yml");
  }

  private static void assertFault(String from, String to, String problem) {
    assertThat(fault(REQUEST, from, to).problem()).contains(problem);
  }

  private static Fault fault(String file, String from, String to) {
    Map<String, String> files = files();
    assertThat(files.get(file)).contains(from);
    files.put(
        file, files.get(file).replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
    List<Fault> faults = faults(files);
    assertThat(faults).as(to).hasSize(1);
    assertThat(faults.getFirst().file()).isEqualTo(file);
    assertThat(faults.getFirst().remedy()).isNotBlank();
    return faults.getFirst();
  }

  private static Map<String, Gap.Kind> kinds(List<Gap> gaps, String original) {
    Map<String, Gap.Kind> kinds = new TreeMap<>();
    gaps.stream()
        .filter(g -> g.original().equals(original))
        .forEach(g -> kinds.put(g.path(), g.kind()));
    return kinds;
  }

  /** The English as it is shipped, with nothing but a little Polish. */
  private static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>(Flows.files());
    files.keySet().removeIf(f -> f.startsWith("locales/"));
    files.put(REQUEST, POLISH.formatted("00000000"));
    files.put(NEEDS, LABELS);
    return files;
  }

  private static FlowBook book(Map<String, String> files) {
    return switch (FlowBook.load(files, Vocabularies.all(), Flows.vocabularies())) {
      case Loading.Loaded loaded -> loaded.book();
      case Loading.Faulty faulty -> throw new AssertionError(faulty.faults().toString());
    };
  }

  private static Talk talk(Map<String, String> files) {
    return book(files);
  }

  private static List<Fault> faults(Map<String, String> files) {
    return switch (FlowBook.load(files, Vocabularies.all(), Flows.vocabularies())) {
      case Loading.Loaded loaded -> new ArrayList<>();
      case Loading.Faulty faulty -> faulty.faults();
    };
  }
}
