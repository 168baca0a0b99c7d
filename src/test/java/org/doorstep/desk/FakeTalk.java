package org.doorstep.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorstep.help.Recurrence;
import org.doorstep.help.When;
import org.doorstep.people.Flag;
import org.doorstep.place.Place;
import org.doorstep.place.Point;
import org.doorstep.talk.Choice;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Doing;
import org.doorstep.talk.Heard;
import org.doorstep.talk.Known;
import org.doorstep.talk.LeadsOrder;
import org.doorstep.talk.Question;
import org.doorstep.talk.Setting;
import org.doorstep.talk.SlotValue;
import org.doorstep.talk.Talk;
import org.doorstep.talk.Tap;
import org.doorstep.talk.TemplateText;
import org.doorstep.talk.Turn;
import org.doorstep.talk.Utterance;
import org.jspecify.annotations.Nullable;

/**
 * Says the values it is given, so that a test sees who is told what. Forms are over in one turn.
 */
final class FakeTalk implements Talk {

  private static final List<String> ORDERS =
      List.of("reopen", "ask-again", "pass-on", "edit-when", "edit-note", "set-level", "decline");

  private static final Map<String, Map<String, String>> QUESTIONS =
      Map.of(
          "regular.how-often",
          Map.of("yes", "each", "no", "once"),
          "regular.each-time",
          Map.of("yes", "each", "no", "once"),
          "safeguarding.moving-in",
          Map.of("yes", "yes", "no", "no"),
          "thing.wanted",
          Map.of("yes", "yes", "no", "no"),
          "thing.is-it-back",
          Map.of("yes", "yes", "no", "no"));

  /** The buttons of posts that have others than one. */
  private static final Map<String, List<String>> BUTTONS =
      Map.of(
          "refer.card-arrived", List.of("arrived", "not-arrived"),
          "refer.card-agrees", List.of("agrees", "does-not"),
          "refer.card-declined", List.of("close-with-words", "cancel"),
          "refer.card-cancel", List.of("cancel"),
          "refer.card-give-back", List.of("give-back"),
          "triage.card-here", List.of("take", "ask", "on"));

  static final Place EDNAS = new Place("LS6 3HN", "LS6", new Point(53.822, -1.575), true);

  @Override
  public Talk in(String language) {
    return this;
  }

  @Override
  public String language() {
    return "en";
  }

  @Override
  public List<String> languages() {
    return List.of("en");
  }

  @Override
  public Optional<String> languageNamed(String text) {
    return Optional.empty();
  }

  @Override
  public Utterance say(String id, String about, Map<String, String> values) {
    List<Choice> choices =
        BUTTONS.getOrDefault(id, List.of("take")).stream()
            .map(c -> new Choice(new Tap(id.split("\\.")[0], 1, id, c, about), c, null))
            .toList();
    return new Utterance(id, values.toString(), about.isEmpty() ? List.of() : choices, null);
  }

  @Override
  public Utterance choose(String id, Map<String, String> values, List<Choice> choices) {
    return new Utterance(id, values.toString(), choices, null);
  }

  @Override
  public String when(When when, Instant now, ZoneId zone) {
    return "whenever";
  }

  @Override
  public String words(String id, Map<String, String> values) {
    return id + values;
  }

  @Override
  public String label(String vocabulary, String key) {
    return key;
  }

  @Override
  public Question question(String flow, String slot) {
    return new Question(slot, "ask." + slot, false, List.of());
  }

  @Override
  public String edition(String id) {
    return "0";
  }

  @Override
  public boolean knows(String id) {
    return !id.startsWith("job.advice-");
  }

  @Override
  public Optional<String> interrupt(String text) {
    if (named("hand-over", text).isPresent()) return Optional.of("hand-over");
    return Optional.of(text.toLowerCase(java.util.Locale.ROOT))
        .filter(
            Set.of(
                    "stop",
                    "start",
                    "human",
                    "cancel",
                    "pause",
                    "resume",
                    "on-duty",
                    "off-duty",
                    "forget-me",
                    "my-jobs",
                    "things",
                    "regular")
                ::contains);
  }

  @Override
  public Optional<String> named(String command, String text) {
    String order = command.equals("hand-over") ? "hand over to " : command + " ";
    return text.startsWith(order) ? Optional.of(text.substring(order.length())) : Optional.empty();
  }

  @Override
  public Optional<LeadsOrder> leadsOrder(String text) {
    return named("assign", text)
        .map(name -> new LeadsOrder("assign", 0, "", name))
        .or(() -> ORDERS.stream().flatMap(order -> ordered(order, text).stream()).findFirst());
  }

  /** The order's name, a job's id, and whatever else. */
  private Optional<LeadsOrder> ordered(String order, String text) {
    return named(order, text)
        .map(said -> said.split(" ", 2))
        .map(said -> new LeadsOrder(order, 0, said[0], said.length < 2 ? "" : said[1]));
  }

  @Override
  public List<TemplateText> templates() {
    throw new UnsupportedOperationException("no decision needs them");
  }

  @Override
  public Turn begin(String flow, Heard heard, Setting setting) {
    return hear(null, heard, setting);
  }

  @Override
  public Turn hear(@Nullable Conversation conversation, Heard heard, Setting setting) {
    String text = heard.text().toLowerCase(java.util.Locale.ROOT);
    Optional<String> named = named("hand-over", text);
    if (named.isPresent()) {
      return turn(Doing.PASS_JOB_ON, Map.of("named", known(new SlotValue.Words(named.get()))));
    }
    return switch (text) {
      case "stop" -> turn(Doing.OPT_OUT, Map.of(), "common.stop");
      case "start" -> turn(Doing.OPT_IN, Map.of(), "common.started");
      case "human" -> turn(Doing.HAND_OVER, Map.of(), "case.opened");
      case "pause" -> turn(Doing.PAUSE, Map.of());
      case "resume" -> turn(Doing.RESUME, Map.of());
      case "on-duty" -> turn(Doing.GO_ON_DUTY, Map.of());
      case "off-duty" -> turn(Doing.GO_OFF_DUTY, Map.of());
      case "my-jobs" -> turn(Doing.SHOW_MY_JOBS, Map.of());
      case "things" -> turn(Doing.SHOW_THINGS, Map.of());
      case "regular" -> turn(Doing.SHOW_REGULAR_HELP, Map.of());
      case "i give three heaters" -> turn(Doing.OFFER_THING, heaters("3", "give"));
      case "i lend a heater" -> turn(Doing.OFFER_THING, heaters("1", "lend"));
      case "i lend two heaters" -> turn(Doing.OFFER_THING, heaters("2", "lend"));
      case "forget-me" -> turn(Doing.ERASE_ME, Map.of());
      case "cancel" -> turn(Doing.CANCEL_REQUEST, Map.of());
      case "i want to help" ->
          turn(
              Doing.JOIN,
              Map.of(
                  "name", known(new SlotValue.Words("Priya")),
                  "place", known(new SlotValue.At(EDNAS)),
                  "reach", known(new SlotValue.Picked(List.of("1500")))));
      default ->
          text.startsWith("please")
              ? turn(Doing.CREATE_REQUEST, asked(text), "request-help.waiting")
              : new Turn(null, List.of(new Turn.Step.Say(Utterance.plain("ask.need", ""))));
    };
  }

  @Override
  public Tap tap(String id, String choice, String about) {
    return new Tap("job", 1, id, choice, about);
  }

  @Override
  public Optional<String> answer(String id, String text) {
    return switch (text) {
      case "out of stock" -> Optional.of("out-of-stock").filter(o -> id.equals("job.claimed"));
      case "unsafe" -> Optional.of("unsafe").filter(o -> id.equals("job.claimed"));
      case "TAKE" -> Optional.of("acknowledge").filter(o -> id.equals("safeguarding.call"));
      case "take me off" -> Optional.of("leave").filter(o -> id.equals("job.standby"));
      case "yes", "no" -> Optional.ofNullable(QUESTIONS.get(id)).map(both -> both.get(text));
      default -> Optional.empty();
    };
  }

  @Override
  public boolean answered(@Nullable Conversation conversation, String text, Setting setting) {
    return true;
  }

  @Override
  public Optional<Instant> rings(Conversation conversation, Instant after) {
    return Optional.empty();
  }

  @Override
  public Turn rang(Conversation conversation, Setting setting) {
    return new Turn(conversation, List.of());
  }

  @Override
  public Turn again(Conversation conversation, Setting setting) {
    return new Turn(conversation, List.of());
  }

  private static Map<String, Known> asked(String text) {
    boolean heater = text.contains("heater");
    boolean three = text.contains("three of you");
    Set<Flag> flags = text.contains("freezing") ? Set.of(Flag.NO_HEATING) : Set.of();
    Map<String, Known> slots = new java.util.HashMap<>();
    slots.put("risk", known(new SlotValue.Raised(flags)));
    slots.put("need", picked(heater ? "equipment" : "prescription"));
    if (heater) slots.put("words", known(new SlotValue.Words(text)));
    slots.put("people", three ? picked("three") : known(new SlotValue.Picked(List.of())));
    slots.put("name", known(new SlotValue.Words("Edna")));
    slots.put("area", known(new SlotValue.At(EDNAS)));
    slots.put("when", known(new SlotValue.Time(when(text))));
    slots.put("note", known(new SlotValue.Words("14 Ash Grove, gate code 4711")));
    return slots;
  }

  /**
   * "By two" is two o'clock in the afternoon of {@link Street#NOON}'s day, "by six" its morning.
   */
  private static When when(String text) {
    LocalDate day = Street.NOON.atZone(ZoneId.of("Europe/London")).toLocalDate();
    if (text.contains("by two")) return by(day, LocalTime.of(14, 0));
    if (text.contains("by six")) return by(day, LocalTime.of(6, 0));
    if (text.contains("every week")) return again(Recurrence.WEEKLY);
    if (text.contains("every day")) return again(Recurrence.DAILY);
    return When.whenever();
  }

  private static When by(LocalDate day, LocalTime time) {
    return new When(day, null, time, true, false, null);
  }

  private static When again(Recurrence rhythm) {
    return new When(null, null, LocalTime.of(14, 0), false, false, rhythm);
  }

  private static Map<String, Known> heaters(String amount, String how) {
    return Map.of(
        "kind", picked("heater"),
        "amount", known(new SlotValue.Words(amount)),
        "how", picked(how),
        "how-long", picked("7"),
        "area", known(new SlotValue.At(EDNAS)));
  }

  private static Known picked(String key) {
    return known(new SlotValue.Picked(List.of(key)));
  }

  private static Known known(SlotValue value) {
    return new Known(value, Known.Source.TYPED, 1);
  }

  private static Turn turn(Doing doing, Map<String, Known> slots, String... says) {
    var steps = new java.util.ArrayList<Turn.Step>();
    steps.add(new Turn.Step.Do(doing, slots));
    for (String id : says) steps.add(new Turn.Step.Say(Utterance.plain(id, "")));
    return new Turn(null, steps);
  }
}
