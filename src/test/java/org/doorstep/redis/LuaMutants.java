package org.doorstep.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doorstep.pipeline.PortsContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Breaks every script in every small way (a write left out, a comparison turned round) and sees
 * that some test notices. It takes minutes, so it is not part of {@code verify}: {@code ./mvnw test
 * -Dtest=LuaMutants}.
 */
class LuaMutants {

  private static final Pattern WRITE =
      Pattern.compile(
          "redis\\.call\\('(?:SET|HSET|HSETNX|HDEL|SADD|DEL|PEXPIRE|PERSIST|ZADD|ZREM|GEOADD|RPUSH|LTRIM|XADD|XACK|XDEL|XGROUP|INCR)'");
  private static final Map<String, String> TURNED =
      Map.of(" == ", " ~= ", " ~= ", " == ", " >= ", " < ", " > ", " <= ");

  /** Scripts and the tests that look at them, the likeliest first. */
  private static final Map<String, List<Supplier<PortsContract>>> SCRIPTS =
      Map.ofEntries(
          Map.entry(
              "accept_inbound",
              List.of(RedisInboxTest::new, RedisKeepingTest::new, RedisCasebookTest::new)),
          Map.entry("read_stream", List.of(RedisInboxTest::new, RedisOutboxTest::new)),
          Map.entry(
              "drop_entry",
              List.of(RedisKeepingTest::new, RedisCasebookTest::new, RedisDroppingTest::new)),
          Map.entry("park_inbound", List.of(RedisInboxTest::new, RedisKeepingTest::new)),
          Map.entry(
              "commit_decision",
              List.of(
                  RedisCasebookTest::new,
                  RedisCountsTest::new,
                  RedisClaimsTest::new,
                  RedisKeepingTest::new,
                  RedisAlarmsTest::new,
                  RedisOutboxTest::new,
                  RedisVolunteersTest::new,
                  RedisBoardsTest::new,
                  RedisInviteesTest::new,
                  RedisRollTest::new)),
          Map.entry("invite_people", List.of(RedisInviteesTest::new)),
          Map.entry("switch_source", List.of(RedisDirectoryTest::new)),
          Map.entry("find_volunteers", List.of(RedisVolunteersTest::new)),
          Map.entry("claim_request", List.of(RedisClaimsTest::new)),
          Map.entry("ring_alarms", List.of(RedisAlarmsTest::new, RedisKeepingTest::new)),
          Map.entry("hold_cell", List.of(RedisHoldingsTest::new, RedisKeepingTest::new)),
          Map.entry("let_go_cell", List.of(RedisHoldingsTest::new)),
          Map.entry(
              "settle_outgoing",
              List.of(RedisOutboxTest::new, RedisKeepingTest::new, RedisCasebookTest::new)));

  @TestFactory
  Stream<DynamicTest> everyMutantIsNoticed() {
    String only = System.getProperty("doorstep.mutants", "");
    return SCRIPTS.entrySet().stream()
        .filter(each -> each.getKey().contains(only))
        .sorted(Map.Entry.comparingByKey())
        .flatMap(each -> mutants(each.getKey()).stream().map(m -> test(m, each.getValue())));
  }

  private static DynamicTest test(Mutant mutant, List<Supplier<PortsContract>> tests) {
    return DynamicTest.dynamicTest(
        mutant.name(),
        () -> {
          TestRedis.swap(mutant.original(), Script.of(mutant.original().name(), mutant.source()));
          try {
            assertThat(tests.stream().anyMatch(LuaMutants::notices)).as(mutant.name()).isTrue();
          } finally {
            TestRedis.unswap();
          }
        });
  }

  private static boolean notices(Supplier<PortsContract> tests) {
    for (Method test : methods(tests.get().getClass(), Test.class)) {
      PortsContract instance = tests.get();
      try {
        for (Method before : methods(instance.getClass(), BeforeEach.class))
          invoke(before, instance);
        invoke(test, instance);
      } catch (Throwable noticed) {
        return true;
      }
    }
    return false;
  }

  private static void invoke(Method method, Object on) throws Throwable {
    method.setAccessible(true);
    try {
      method.invoke(on);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Of the class and those above it, which come first. */
  private static List<Method> methods(
      Class<?> type, Class<? extends java.lang.annotation.Annotation> marked) {
    List<Method> all = new ArrayList<>();
    for (Class<?> c = type; c != Object.class; c = c.getSuperclass()) {
      List<Method> own =
          Stream.of(c.getDeclaredMethods())
              .filter(m -> m.isAnnotationPresent(marked))
              .sorted(Comparator.comparing(Method::getName))
              .toList();
      all.addAll(0, own);
    }
    return all;
  }

  private record Mutant(String name, Script original, String source) {}

  private static List<Mutant> mutants(String script) {
    Script original = Script.named(script);
    List<String> lines = read(script).lines().toList();
    List<Mutant> all = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.strip().startsWith("--")) continue;
      Matcher write = WRITE.matcher(line);
      if (write.find()) add(all, original, lines, i, without(line, write.start()));
      for (Map.Entry<String, String> turn : TURNED.entrySet()) {
        for (int at = line.indexOf(turn.getKey());
            at >= 0;
            at = line.indexOf(turn.getKey(), at + 1)) {
          String turned =
              line.substring(0, at) + turn.getValue() + line.substring(at + turn.getKey().length());
          add(all, original, lines, i, turned);
        }
      }
    }
    return all;
  }

  /** The write is not made; what reads its reply reads 1. */
  private static String without(String line, int start) {
    int open = line.indexOf('(', start);
    int depth = 0;
    int end = open;
    do {
      if (line.charAt(end) == '(') depth++;
      if (line.charAt(end) == ')') depth--;
      end++;
    } while (depth > 0);
    boolean alone = line.strip().startsWith("redis.call");
    return line.substring(0, start) + (alone ? "" : "1") + line.substring(end);
  }

  private static void add(
      List<Mutant> all, Script original, List<String> lines, int at, String changed) {
    List<String> mutated = new ArrayList<>(lines);
    mutated.set(at, changed);
    String name = original.name() + ":" + (at + 1) + " " + changed.strip();
    all.add(new Mutant(name + " (" + all.size() + ")", original, String.join("\n", mutated)));
  }

  private static String read(String script) {
    try (InputStream in = LuaMutants.class.getResourceAsStream("/lua/" + script + ".lua")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
