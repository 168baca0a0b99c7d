package org.doorstep.rooms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The structure of the code. Each rule is also tried on fixtures that break it. */
class RoomsTest {

  private static final Line LINE = new Line("org.doorstep");
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(LINE.base());

  private static final Line BAD_LINE = new Line("org.doorstep.rooms.bad");
  private static final JavaClasses BAD = new ClassFileImporter().importPackages(BAD_LINE.base());

  private static final Path MAIN = Path.of("src", "main", "java");
  private static final Path FIXTURES =
      Path.of("src", "test", "java", "org", "doorstep", "rooms", "bad");

  /** Who may print: the command line, and the reason why Doorstep does not start. */
  private static final Set<String> MAY_PRINT = Set.of("Commands", "RefusalReporter");

  /** A rule, the rooms it is for, and the fixtures that must break it. */
  static Stream<Arguments> rules() {
    return Stream.of(
        rule(
            "a room uses only rooms before it, and the libraries it is for",
            Line::rule,
            _ -> true,
            "place.Forward",
            "place.ReadsFiles",
            "slack.KnowsRedis",
            "slack.KnowsTheVillage",
            "geo.CallsTwilio"),
        rule(
            "only app waits and subscribes",
            _ -> Habits.neverWait(),
            room -> !room.equals("app"),
            "pipeline.Waits",
            "pipeline.Subscribes"),
        rule(
            "time is an argument",
            _ -> Habits.neverLookAtTheClock(),
            RoomsTest::timeless,
            "place.LooksAtTheClock",
            "place.RefersToTheClock"),
        rule(
            "chance is an argument",
            _ -> Habits.neverThrowDice(),
            RoomsTest::timeless,
            "place.ThrowsDice"),
        rule(
            "logs go through SLF4J",
            _ -> Habits.neverUseJavaUtilLogging(),
            _ -> true,
            "redis.LogsByJavaUtilLogging"),
        rule("nothing prints", _ -> Habits.neverPrint(), _ -> true, "redis.Prints"));
  }

  private interface RuleOf {
    ArchCondition<JavaClass> in(Line line);
  }

  private static Arguments rule(
      String name, RuleOf rule, Predicate<String> rooms, String... fixtures) {
    return Arguments.of(Named.of(name, rule), rooms, List.of(fixtures));
  }

  private static boolean timeless(String room) {
    return Line.PURE.contains(room) || room.equals("pipeline");
  }

  private static ArchRule over(
      Line line, Predicate<String> rooms, ArchCondition<JavaClass> condition) {
    return classes()
        .that(
            DescribedPredicate.describe(
                "stand in the rooms concerned",
                c -> rooms.test(line.room(c)) && !MAY_PRINT.contains(c.getSimpleName())))
        .should(condition);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void theCodeKeepsTheRule(RuleOf rule, Predicate<String> rooms, List<String> fixtures) {
    over(LINE, rooms, rule.in(LINE)).allowEmptyShould(true).check(OURS);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("rules")
  void theRuleCanFail(RuleOf rule, Predicate<String> rooms, List<String> fixtures) {
    assertThat(fixtures)
        .allSatisfy(
            fixture ->
                assertThatThrownBy(
                        () -> over(BAD_LINE, rooms, rule.in(BAD_LINE)).check(bad(fixture)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(BAD_LINE.base() + "." + fixture));
  }

  private static JavaClasses bad(String fixture) {
    String name = BAD_LINE.base() + "." + fixture;
    return BAD.that(DescribedPredicate.describe(name, c -> c.getName().equals(name)));
  }

  @Test
  void theLineDoesNotForbidWhatIsRight() {
    over(BAD_LINE, _ -> true, BAD_LINE.rule()).check(bad("slack.KeepsToTheLine"));
  }

  @Test
  void everyClassStandsInARoomAndEveryRoomSaysWhatItIsFor() {
    assertThat(OURS).isNotEmpty();
    assertThat(OURS).allMatch(c -> Line.known(LINE.room(c)), "stands in a room");
    assertThat(OURS.stream().map(JavaClass::getPackage).distinct())
        .allMatch(p -> p.isAnnotatedWith(NullMarked.class), "is marked for nullness");
  }

  @Test
  void noFileIsLong() {
    assertThat(Sources.under(MAIN).tooLong(Sources.LONGEST)).isEmpty();
  }

  @Test
  void theLengthOfAFileIsMeasured() throws Exception {
    Path longest = FIXTURES.resolve("place").resolve("Defaults.java");
    long lines = Files.readAllLines(longest).size();

    assertThat(Sources.under(longest).tooLong((int) lines)).isEmpty();
    assertThat(Sources.under(longest).tooLong((int) lines - 1)).hasSize(1);
  }

  @Test
  void noSwitchOverATypeOfOursHasADefault() {
    assertThat(Sources.under(MAIN).defaultsOverOwnTypes()).isEmpty();
  }

  @Test
  void aDefaultOverATypeOfOursIsFound() {
    assertThat(Sources.under(FIXTURES).defaultsOverOwnTypes())
        .hasSize(3)
        .allMatch(found -> found.contains("Defaults.java"));
  }

  @Test
  void noNameSaysNothing() {
    assertThat(OURS)
        .noneMatch(
            c ->
                c.getSimpleName()
                    .matches(".*(Impl|Manager|Service|Helper|Utils?|DTO|Dto|UseCase)"));
  }
}
