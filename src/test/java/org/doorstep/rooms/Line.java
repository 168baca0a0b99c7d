package org.doorstep.rooms;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rooms in their line, and what each may use from outside the project. The base package is an
 * argument so that the rules can be tried on fixtures that break them.
 */
record Line(String base) {

  private static final List<Set<String>> LINE =
      List.of(
          Set.of("place"),
          Set.of("people"),
          Set.of("cell"),
          Set.of("help"),
          Set.of("understand"),
          Set.of("talk"),
          Set.of("bridge"),
          Set.of("figures"),
          Set.of("desk"),
          Set.of("pipeline"),
          Set.of("redis", "geo", "directory", "slack", "whatsapp"),
          Set.of("village"),
          Set.of("app"));

  static final Set<String> PURE =
      Set.of("place", "people", "cell", "help", "understand", "talk", "bridge", "figures", "desk");

  private static final List<String> PLAIN = List.of("java.", "org.jspecify.");
  private static final List<String> NOT_PURE =
      List.of(
          "java.io.File",
          "java.lang.Process",
          "java.lang.Thread",
          "java.net.",
          "java.nio.channels.",
          "java.nio.file.",
          "java.security.SecureRandom",
          "java.util.Random",
          "java.util.Timer",
          "java.util.concurrent.",
          "java.util.logging.");
  private static final List<String> YAML = List.of("org.snakeyaml.engine.");
  private static final List<String> REACTIVE =
      List.of("reactor.", "org.reactivestreams.", "org.slf4j.");
  private static final List<String> HTTP =
      List.of(
          "org.springframework.web.",
          "org.springframework.http.",
          "org.springframework.util.",
          "org.springframework.core.",
          "tools.jackson.",
          "com.fasterxml.jackson.annotation.",
          "io.micrometer.core.",
          "javax.crypto.",
          "javax.net.ssl.");

  private static final Map<String, List<String>> LIBRARIES =
      Map.of(
          "cell", YAML,
          "understand", YAML,
          "talk", YAML,
          "pipeline", REACTIVE,
          "redis",
              all(
                  REACTIVE,
                  List.of(
                      "io.lettuce.",
                      "com.google.crypto.tink.",
                      "redis.embedded.",
                      "tools.jackson.",
                      "com.fasterxml.jackson.annotation.",
                      "javax.crypto.")),
          "geo", all(REACTIVE, HTTP, YAML, List.of("org.locationtech.proj4j.")),
          "slack",
              all(
                  REACTIVE,
                  HTTP,
                  List.of("com.slack.", "com.google.gson.", "okhttp3.", "io.netty.")),
          "whatsapp",
              all(REACTIVE, HTTP, List.of("com.twilio.", "org.apache.hc.", "org.apache.http.")),
          "directory", List.of("tools.jackson."),
          "village", all(REACTIVE, HTTP, YAML, List.of("reactor.netty.")));

  /** A room uses rooms before it, and the libraries it is for. */
  ArchCondition<JavaClass> rule() {
    return new ArchCondition<>("keep to the line of rooms") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        item.getDirectDependenciesFromSelf().stream()
            .filter(d -> !allowed(room(item), target(d)))
            .forEach(d -> events.add(SimpleConditionEvent.violated(item, d.getDescription())));
      }
    };
  }

  /** The room a class stands in; empty for a class of another project. */
  String room(JavaClass type) {
    String in = type.getPackageName();
    return in.startsWith(base + ".") ? in.substring(base.length() + 1) : "";
  }

  static boolean known(String room) {
    return LINE.stream().anyMatch(rooms -> rooms.contains(room));
  }

  private boolean allowed(String from, JavaClass target) {
    if (target.isPrimitive()) return true;
    String to = room(target);
    if (!to.isEmpty()) return to.equals(from) || place(to) < place(from);
    if (from.equals("app")) return true;
    String name = target.getName();
    if (PURE.contains(from) && NOT_PURE.stream().anyMatch(name::startsWith)) return false;
    return all(PLAIN, LIBRARIES.getOrDefault(from, List.of())).stream().anyMatch(name::startsWith);
  }

  private static int place(String room) {
    for (int i = 0; i < LINE.size(); i++) {
      if (LINE.get(i).contains(room)) return i;
    }
    throw new IllegalStateException("not a room: " + room);
  }

  private static JavaClass target(Dependency dependency) {
    return dependency.getTargetClass().getBaseComponentType();
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static List<String> all(List<String>... parts) {
    return Stream.of(parts).flatMap(List::stream).toList();
  }
}
