package org.doorstep.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.help.RequestId;
import org.doorstep.people.PersonId;

/**
 * What those who run a cell's groups have in hand.
 *
 * @param boards the jobs by their numbers on the board that each of them was last shown
 * @param paused since when groups take in no requests, by their ids
 */
public record Office(Map<String, List<String>> boards, Map<String, Instant> paused) {

  public static final Office EMPTY = new Office(Map.of(), Map.of());

  public Office {
    boards = Map.copyOf(boards);
    paused = Map.copyOf(paused);
  }

  Office pausing(String group, Instant now) {
    Map<String, Instant> all = new LinkedHashMap<>(paused);
    all.putIfAbsent(group, now);
    return new Office(boards, all);
  }

  Office opening(String group) {
    Map<String, Instant> all = new LinkedHashMap<>(paused);
    all.remove(group);
    return new Office(boards, all);
  }

  /** Which job they mean by a number. */
  public Optional<RequestId> numbered(PersonId lead, int number) {
    List<String> shown = boards.getOrDefault(lead.value(), List.of());
    return number >= 1 && number <= shown.size()
        ? Optional.of(new RequestId(shown.get(number - 1)))
        : Optional.empty();
  }

  Office shown(PersonId lead, List<RequestId> jobs) {
    Map<String, List<String>> all = new LinkedHashMap<>(boards);
    all.put(lead.value(), jobs.stream().map(RequestId::value).toList());
    return new Office(all, paused);
  }

  /** Nothing is remembered of who was forgotten. */
  Office without(PersonId lead) {
    Map<String, List<String>> all = new LinkedHashMap<>(boards);
    all.remove(lead.value());
    return new Office(all, paused);
  }
}
