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
 * @param lists the people by their numbers on the list that each of them was last shown
 * @param bulletins the last bulletin of each group, by its id
 * @param circulars what was said between officers and leads of late, by its id
 */
public record Office(
    Map<String, List<String>> boards,
    Map<String, Instant> paused,
    Map<String, List<String>> lists,
    Map<String, Bulletin> bulletins,
    Map<String, Circular> circulars) {

  public static final Office EMPTY = new Office(Map.of(), Map.of());

  public Office {
    boards = Map.copyOf(boards);
    paused = Map.copyOf(paused);
    // kept before leads looked after volunteers
    lists = lists == null ? Map.of() : Map.copyOf(lists);
    bulletins = bulletins == null ? Map.of() : Map.copyOf(bulletins);
    circulars = circulars == null ? Map.of() : Map.copyOf(circulars);
  }

  public Office(
      Map<String, List<String>> boards,
      Map<String, Instant> paused,
      Map<String, List<String>> lists,
      Map<String, Bulletin> bulletins) {
    this(boards, paused, lists, bulletins, Map.of());
  }

  public Office(Map<String, List<String>> boards, Map<String, Instant> paused) {
    this(boards, paused, Map.of(), Map.of(), Map.of());
  }

  /**
   * What a lead has to say to a group's volunteers.
   *
   * @param to how many it went to so far
   */
  public record Bulletin(String id, String text, PersonId by, Instant since, int to) {

    Bulletin sentTo(int more) {
      return new Bulletin(id, text, by, since, to + more);
    }

    @Override
    public String toString() {
      return "Bulletin[" + id + "]";
    }
  }

  Office with(String group, Bulletin bulletin) {
    Map<String, Bulletin> all = new LinkedHashMap<>(bulletins);
    all.put(group, bulletin);
    return new Office(boards, paused, lists, all, circulars);
  }

  Office with(Circular circular) {
    Map<String, Circular> all = new LinkedHashMap<>(circulars);
    all.put(circular.id(), circular);
    return new Office(boards, paused, lists, bulletins, all);
  }

  Office without(String circular) {
    Map<String, Circular> all = new LinkedHashMap<>(circulars);
    all.remove(circular);
    return new Office(boards, paused, lists, bulletins, all);
  }

  /** Whom they mean by a number. */
  Optional<PersonId> listed(PersonId lead, int number) {
    List<String> shown = lists.getOrDefault(lead.value(), List.of());
    return number >= 1 && number <= shown.size()
        ? Optional.of(new PersonId(shown.get(number - 1)))
        : Optional.empty();
  }

  Office listing(PersonId lead, List<PersonId> people) {
    Map<String, List<String>> all = new LinkedHashMap<>(lists);
    all.put(lead.value(), people.stream().map(PersonId::value).toList());
    return new Office(boards, paused, all, bulletins, circulars);
  }

  Office pausing(String group, Instant now) {
    Map<String, Instant> all = new LinkedHashMap<>(paused);
    all.putIfAbsent(group, now);
    return new Office(boards, all, lists, bulletins, circulars);
  }

  Office opening(String group) {
    Map<String, Instant> all = new LinkedHashMap<>(paused);
    all.remove(group);
    return new Office(boards, all, lists, bulletins, circulars);
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
    return new Office(all, paused, lists, bulletins, circulars);
  }

  /** Nothing is remembered of who was forgotten. */
  Office without(PersonId lead) {
    Map<String, List<String>> all = new LinkedHashMap<>(boards);
    all.remove(lead.value());
    Map<String, List<String>> left = new LinkedHashMap<>(lists);
    left.remove(lead.value());
    Map<String, Circular> heard = new LinkedHashMap<>();
    circulars.values().stream()
        .filter(c -> !lead.equals(c.by()))
        .forEach(c -> heard.put(c.id(), c.without(lead)));
    return new Office(all, paused, left, bulletins, heard);
  }
}
