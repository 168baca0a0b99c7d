package org.doorstep.rooms;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Predicate;
import org.reactivestreams.Publisher;

/** What code does not do, wherever the habit applies. */
final class Habits {

  private Habits() {}

  private static final Set<String> WAITS =
      Set.of(
          "block",
          "blockFirst",
          "blockLast",
          "blockOptional",
          "subscribe",
          "subscribeWith",
          "toIterable",
          "toStream",
          "toFuture",
          "connect");

  private static final Set<String> CLOCKS =
      Set.of(
          "java.time.Instant.now()",
          "java.time.LocalDate.now()",
          "java.time.LocalDate.now(java.time.ZoneId)",
          "java.time.LocalTime.now()",
          "java.time.LocalTime.now(java.time.ZoneId)",
          "java.time.LocalDateTime.now()",
          "java.time.LocalDateTime.now(java.time.ZoneId)",
          "java.time.OffsetDateTime.now()",
          "java.time.OffsetDateTime.now(java.time.ZoneId)",
          "java.time.ZonedDateTime.now()",
          "java.time.ZonedDateTime.now(java.time.ZoneId)",
          "java.time.Year.now()",
          "java.time.YearMonth.now()",
          "java.time.Clock.systemUTC()",
          "java.time.Clock.systemDefaultZone()",
          "java.time.Clock.system(java.time.ZoneId)",
          "java.time.InstantSource.system()",
          "java.lang.System.currentTimeMillis()",
          "java.lang.System.nanoTime()");

  private static final Set<String> DICE =
      Set.of(
          "java.lang.Math.random()",
          "java.util.Random.<init>()",
          "java.util.UUID.randomUUID()",
          "java.util.SplittableRandom.<init>()",
          "java.security.SecureRandom.<init>()",
          "java.util.concurrent.ThreadLocalRandom.current()",
          "java.util.random.RandomGenerator.getDefault()",
          "java.util.Collections.shuffle(java.util.List)");

  static ArchCondition<JavaClass> neverWait() {
    return avoid("wait for or start a reactive chain", Habits::waits);
  }

  static ArchCondition<JavaClass> neverLookAtTheClock() {
    return avoid("look at the clock", access -> CLOCKS.contains(access.getTarget().getFullName()));
  }

  static ArchCondition<JavaClass> neverThrowDice() {
    return avoid("throw dice", access -> DICE.contains(access.getTarget().getFullName()));
  }

  static ArchCondition<JavaClass> neverPrint() {
    return avoid(
        "print",
        access ->
            (access.getTargetOwner().isEquivalentTo(System.class)
                    && Set.of("out", "err").contains(access.getTarget().getName()))
                || access.getTarget().getName().equals("printStackTrace"));
  }

  static ArchCondition<JavaClass> neverUseJavaUtilLogging() {
    return new ArchCondition<>("not log by java.util.logging") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        for (JavaField field : item.getFields()) {
          if (field.getRawType().getPackageName().equals("java.util.logging")) {
            events.add(SimpleConditionEvent.violated(item, field.getDescription()));
          }
        }
      }
    };
  }

  private static boolean waits(JavaAccess<?> access) {
    return access.getTargetOwner().isAssignableTo(Publisher.class)
        && WAITS.contains(access.getTarget().getName());
  }

  private static ArchCondition<JavaClass> avoid(String what, Predicate<JavaAccess<?>> bad) {
    return new ArchCondition<>("not " + what) {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        for (JavaCodeUnit unit : item.getCodeUnits()) {
          unit.getAccessesFromSelf().stream()
              .filter(bad)
              .forEach(a -> events.add(SimpleConditionEvent.violated(item, a.getDescription())));
          // method references such as Instant::now
          unit.getCodeUnitReferencesFromSelf().stream()
              .filter(bad)
              .forEach(a -> events.add(SimpleConditionEvent.violated(item, a.getDescription())));
        }
      }
    };
  }
}
