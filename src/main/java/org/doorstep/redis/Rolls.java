package org.doorstep.redis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.desk.Dossier;
import org.doorstep.help.Candidate;
import org.doorstep.people.Application;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Keeps a group's volunteers, and those who wait, in sets that are read a few at a time. */
record Rolls(Keys keys, Commit commit, Dossier dossier) {

  /** As they are from now on, and as they were. */
  void is(Person person) {
    Person before = known(person.id());
    String was = group(before);
    String is = group(person);
    byte[] id = Utf8.bytes(person.id().value());
    if (was != null && !was.equals(is)) leave(was, id);
    if (is != null && !is.equals(was)) {
      commit.step("link", List.of(keys.members(is)), id);
      commit.step("rank", List.of(keys.turns(is)), minute(joined(person)), id);
    }
    if (is != null && person.volunteering() != null) {
      byte[] home = Utf8.bytes(Counting.home(person.volunteering()));
      commit.step("dwell", List.of(keys.homes()), id, home);
    } else if (was != null) {
      commit.step("untally", List.of(keys.homes()), id);
    }
    Application waited = application(before);
    Application waits = application(person);
    if (waited != null && (waits == null || !same(waited, waits))) unapply(waited, id);
    if (waits != null && (waited == null || !same(waited, waits))) {
      commit.step("rank", List.of(keys.applied(waits.offer().group())), minute(waits.since()), id);
    }
  }

  private static Instant joined(Person person) {
    return person.volunteering() == null ? Instant.EPOCH : person.volunteering().joinedAt();
  }

  /** Nothing of them stays. */
  void gone(PersonId person) {
    Person before = known(person);
    byte[] id = Utf8.bytes(person.value());
    String was = group(before);
    Application waited = application(before);
    if (was != null) leave(was, id);
    if (waited != null) unapply(waited, id);
    commit.step("untally", List.of(keys.homes()), id);
  }

  private void leave(String group, byte[] id) {
    commit.step("unlink", List.of(keys.members(group)), id);
    commit.step("unlink", List.of(keys.turns(group)), id);
  }

  private void unapply(Application waited, byte[] id) {
    commit.step("unlink", List.of(keys.applied(waited.offer().group())), id);
  }

  /** Whoever has left meanwhile does not come back by it. */
  void asked(Set<PersonId> people, Instant now) {
    Map<String, List<byte[]>> turns = new LinkedHashMap<>();
    for (PersonId each : people) {
      String group = group(known(each));
      if (group == null) continue;
      List<byte[]> args = turns.computeIfAbsent(group, g -> new ArrayList<>());
      args.add(minute(now));
      args.add(Utf8.bytes(each.value()));
    }
    turns.forEach((group, args) -> commit.step("rerank", List.of(keys.turns(group)), args));
  }

  static byte[] minute(Instant at) {
    return Utf8.bytes(at.getEpochSecond() / 60);
  }

  private @Nullable Person known(PersonId id) {
    return dossier
        .person(id)
        .or(
            () ->
                dossier.answers().volunteers().stream()
                    .map(Candidate::person)
                    .filter(p -> p.id().equals(id))
                    .findFirst())
        .orElse(null);
  }

  /** Whose volunteer they are; null where nothing may be sent to them. */
  static @Nullable String group(@Nullable Person person) {
    return person == null || person.volunteering() == null || person.optedOut()
        ? null
        : person.volunteering().group();
  }

  private static @Nullable Application application(@Nullable Person person) {
    return person == null ? null : person.membership().application();
  }

  private static boolean same(Application one, Application other) {
    return one.since().equals(other.since()) && one.offer().group().equals(other.offer().group());
  }
}
