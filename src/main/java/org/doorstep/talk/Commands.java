package org.doorstep.talk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.understand.Intent;

/** Messages that are orders, told by the whole message; and which flow a first message begins. */
final class Commands {

  /** No order has more words. */
  private static final int LONGEST = 16;

  private final Library library;
  private final List<Command> all;
  private final Lines lines;
  private final Answers answers;

  /**
   * @param everywhere the locked orders of all languages: STOP is obeyed in each, whatever language
   *     somebody is spoken to in
   */
  Commands(Library library, List<Command> everywhere, Lines lines, Answers answers) {
    this.library = library;
    all = new ArrayList<>(library.common().commands().values());
    all.addAll(everywhere);
    this.lines = lines;
    this.answers = answers;
  }

  /**
   * One order as it was given.
   *
   * @param number the number in it: the days of PAUSE 3 DAYS; 0 where there is none
   * @param named the name at its end; empty where there is none
   */
  record Order(Command command, int number, String named) {

    Command.Action action(boolean open) {
      Command.Action idle = command.idle();
      return open || idle == null ? command.open() : idle;
    }

    /** The number and the name go along as if they were slots. */
    Map<String, Known> with(Map<String, Known> slots) {
      Map<String, Known> with = new HashMap<>(slots);
      if (number > 0) with.put("number", typed(Integer.toString(number * command.times())));
      if (!named.isEmpty()) with.put("named", typed(named));
      return with;
    }

    private static Known typed(String words) {
      return new Known(new SlotValue.Words(words), Known.Source.TYPED, 1);
    }
  }

  /**
   * @param open whether a question is open that the text may be an answer to
   */
  Optional<Order> order(String text, boolean open) {
    List<String> said = Wording.tokens(text);
    if (said.isEmpty() || said.size() > LONGEST) return Optional.empty();
    List<String> polite = answers.polite(said);
    for (Command command : all) {
      if (command.leads() || (open && command.onlyIdle())) continue;
      for (String words : command.words()) {
        int number = number(List.of(words.split(" ")), said);
        if (number < 0) number = number(List.of(words.split(" ")), polite);
        if (number >= 0) return Optional.of(new Order(command, number, ""));
        String named = named(words, said, text);
        if (!named.isEmpty()) return Optional.of(new Order(command, 0, named));
      }
    }
    return Optional.empty();
  }

  Optional<String> named(String command, String text) {
    return order(text, true)
        .filter(o -> o.command().name().equals(command) && !o.named().isEmpty())
        .map(Order::named);
  }

  /** The order to a group that a whole message is; of several the one that names a job. */
  Optional<LeadsOrder> leads(String text) {
    List<String> said = Wording.tokens(text);
    List<String> polite = answers.polite(said);
    return all.stream()
        .filter(Command::leads)
        .flatMap(
            command ->
                command.words().stream()
                    .flatMap(
                        words ->
                            LeadsOrder.of(command.name(), words, said, text)
                                .or(() -> LeadsOrder.of(command.name(), words, polite, text))
                                .stream()))
        .max(Comparator.comparing(order -> !order.job().isEmpty()));
  }

  /**
   * A name has at most three words; as it was written, where it was written word by word. Whatever
   * else is said stays as it was written.
   */
  private static String named(String words, List<String> said, String text) {
    boolean rest = words.endsWith(Command.REST);
    if (!rest && !words.endsWith(Command.NAME)) return "";
    List<String> before = List.of(words.split(" "));
    int from = before.size() - 1;
    int length = said.size() - from;
    if (length < 1
        || (!rest && length > 3)
        || !said.subList(0, from).equals(before.subList(0, from))) {
      return "";
    }
    if (rest) return LeadsOrder.after(from, text);
    String[] written = text.strip().split("\\s+");
    return written.length == said.size()
        ? String.join(" ", List.of(written).subList(from, written.length))
        : String.join(" ", said.subList(from, said.size()));
  }

  /** -1 where the words are others; 0 where there is no number in them. */
  private static int number(List<String> words, List<String> said) {
    if (words.size() != said.size()) return -1;
    int number = 0;
    for (int i = 0; i < words.size(); i++) {
      boolean counts = words.get(i).equals("#") && said.get(i).matches("[1-9][0-9]{0,2}");
      if (counts) number = Integer.parseInt(said.get(i));
      else if (!words.get(i).equals(said.get(i))) return -1;
    }
    return number;
  }

  Utterance say(Order order, Message message, Setting setting) {
    return lines.say(
        library.common().flow(), order.command().name(), message, "", setting.values());
  }

  /** The flow that a whole message asks for. */
  Optional<Flow> flowNamed(String text) {
    String said = String.join(" ", answers.polite(Wording.tokens(text)));
    return library.flows().values().stream().filter(f -> f.words().contains(said)).findFirst();
  }

  /** The flow for somebody who has no open conversation. */
  Flow flowFor(String text, Intent intent) {
    Optional<Flow> named = flowNamed(text);
    if (named.isPresent()) return named.get();
    return beginning(
        switch (intent) {
          case REQUEST -> "request";
          case OFFER -> "offer";
          case OTHER -> "other";
        });
  }

  /** For somebody who would give or lend something. */
  Flow flowForThings() {
    return beginning("thing");
  }

  private Flow beginning(String wanted) {
    return library.flows().values().stream()
        .filter(f -> f.startsOn().contains(wanted))
        .findFirst()
        .orElseGet(this::usual);
  }

  /** The flow that takes whatever comes. */
  Flow usual() {
    return library.flows().values().stream()
        .filter(f -> f.startsOn().contains("any"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no flow starts on any message"));
  }
}
