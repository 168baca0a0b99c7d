package org.doorstep.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.help.RequestId;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What those who run a cell's groups have in hand.
 *
 * @param boards the jobs by their numbers on the board that each of them was last shown
 */
public record Office(Map<String, List<String>> boards) {

  public static final Office EMPTY = new Office(Map.of());

  public Office {
    boards = Map.copyOf(boards);
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
    return new Office(all);
  }

  /** Nothing is remembered of who was forgotten. */
  Office without(PersonId lead) {
    Map<String, List<String>> all = new LinkedHashMap<>(boards);
    all.remove(lead.value());
    return new Office(all);
  }
}
