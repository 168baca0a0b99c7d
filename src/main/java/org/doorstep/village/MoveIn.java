package org.doorstep.village;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.doorstep.talk.Tap;
import tools.jackson.databind.JsonNode;

/** The volunteers join as anybody would: each says so on their phone and answers what is asked. */
final class MoveIn {

  private static final Duration LOOK = Duration.ofMillis(20);
  private static final int QUESTIONS = 16;

  private final JsonNode joining = Yaml.own("neighbourhood.yml").path("joining");
  private final Neighbourhood neighbourhood;
  private final Phones phones;
  private final Ledger ledger;
  private final Pace pace;

  MoveIn(Neighbourhood neighbourhood, Phones phones, Ledger ledger, Pace pace) {
    this.neighbourhood = neighbourhood;
    this.phones = phones;
    this.ledger = ledger;
    this.pace = pace;
  }

  /** Done when all have joined, or have been asked nothing more. */
  CompletableFuture<Void> begin(Lanes lanes) {
    return CompletableFuture.allOf(
        neighbourhood.people().stream()
            .filter(Neighbour::volunteer)
            .map(
                person -> {
                  CompletableFuture<Void> joined = new CompletableFuture<>();
                  lanes.run("joining/" + person.id(), () -> join(person, joined));
                  return joined;
                })
            .toArray(CompletableFuture[]::new));
  }

  private void join(Neighbour person, CompletableFuture<Void> joined) {
    try {
      Set<String> answered = new HashSet<>();
      phones.say(person.id(), Json.text(joining, "says"));
      for (int i = 0; i < QUESTIONS; i++) {
        Optional<Message> question = question(person);
        if (question.isEmpty() || !answer(person, question.get(), answered)) break;
      }
    } finally {
      phones.look(person.id());
      joined.complete(null);
    }
  }

  /** The last thing Doorstep has said to the person's last words, once it has said its piece. */
  private Optional<Message> question(Neighbour person) {
    long end = System.nanoTime() + pace.patience().toNanos();
    while (System.nanoTime() < end) {
      List<Message> all = ledger.on(person.number());
      Message last = all.getLast();
      if (!last.mine() && asks(last)) return Optional.of(last);
      if (!last.mine() && quiet(person, all.size())) return Optional.of(last);
      if (!Webhooks.pause(LOOK)) return Optional.empty();
    }
    return Optional.empty();
  }

  /** A piece that asks nothing may be followed by one that does. */
  private boolean quiet(Neighbour person, int size) {
    return Webhooks.pause(Duration.ofMillis(1500)) && ledger.on(person.number()).size() == size;
  }

  private static boolean asks(Message message) {
    return !Phones.shown(message).choices().isEmpty() || message.face().text().contains("?");
  }

  private boolean answer(Neighbour person, Message question, Set<String> answered) {
    if (!asks(question)) return false;
    Map<String, String> choices = Phones.shown(question).choices();
    Optional<Tap> tap =
        choices.keySet().stream().map(Tap::decode).flatMap(Optional::stream).findFirst();
    if (tap.filter(t -> t.flow().equals("job")).isPresent()) return false; // a first offer
    String slot = tap.map(Tap::state).orElse(question.face().text()).toLowerCase(Locale.ROOT);
    if (tap.filter(t -> !t.flow().equals("join")).isPresent()) return false;
    boolean again = !answered.add(slot);
    for (JsonNode entry : joining.path("answers")) {
      if (again || !Pattern.compile(Json.text(entry, "asks")).matcher(slot).find()) continue;
      if (entry.has("says")) {
        phones.say(person.id(), inTheirWords(Json.text(entry, "says"), person));
        return true;
      }
      if (tap(person, question, choices, inTheirWords(Json.text(entry, "picks"), person))) {
        return true;
      }
    }
    if (tap(person, question, choices, again ? "done|enough|that|skip|yes" : "yes|skip|join")) {
      return true;
    }
    if (tap(person, question, choices, "")) return true;
    if (again) return false;
    phones.say(person.id(), "skip");
    return true;
  }

  private static String inTheirWords(String text, Neighbour person) {
    return text.replace("{first-name}", person.firstName())
        .replace("{postcode}", person.postcode())
        .replace("{reach}", person.reach())
        .replace("{travel}", String.join("|", person.travel()));
  }

  private boolean tap(
      Neighbour person, Message question, Map<String, String> choices, String wanted) {
    Pattern pattern = Pattern.compile(wanted, Pattern.CASE_INSENSITIVE);
    Optional<Map.Entry<String, String>> choice =
        choices.entrySet().stream()
            .filter(
                c ->
                    pattern.matcher(key(c.getKey())).find() || pattern.matcher(c.getValue()).find())
            .findFirst();
    choice.ifPresent(c -> phones.tap(person.id(), question.id(), c.getKey(), c.getValue()));
    return choice.isPresent();
  }

  private static String key(String payload) {
    return Tap.decode(payload).map(Tap::choice).orElse(payload);
  }
}
