package org.doorstep.village;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.doorstep.village.Message.Status;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All that the page shows, as one tree. */
final class PageState {

  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.UK);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);

  private final VillageClock clock;
  private final Neighbourhood neighbourhood;
  private final Ledger ledger;
  private final Phones phones;
  private final List<SlackSide> sides;
  private final JobMap jobs;
  private final RegularMap regulars;
  private final Story story;
  private final Models models;

  PageState(
      VillageClock clock,
      Neighbourhood neighbourhood,
      Ledger ledger,
      Phones phones,
      List<SlackSide> sides,
      JobMap jobs,
      RegularMap regulars,
      Story story,
      Models models) {
    this.clock = clock;
    this.neighbourhood = neighbourhood;
    this.ledger = ledger;
    this.phones = phones;
    this.sides = sides;
    this.jobs = jobs;
    this.regulars = regulars;
    this.story = story;
    this.models = models;
  }

  ObjectNode tree() {
    ObjectNode state = Json.object();
    Instant now = clock.instant();
    state
        .putObject("clock")
        .put("now", now.toString())
        .put("local", LOCAL.format(now.atZone(ZONE)))
        .put("offsetSeconds", clock.offset().toSeconds());
    state
        .putObject("cell")
        .put("name", neighbourhood.name())
        .put("number", spaced(neighbourhood.number()))
        .put("model", models.now());
    ArrayNode people = state.putArray("phones");
    neighbourhood.people().forEach(person -> people.add(phone(person)));
    state.set("slack", new SlackPage(sides).tree());
    state.set("map", map());
    state.set("story", story.tree());
    return state;
  }

  private static String spaced(String number) {
    return number.replaceFirst("^(\\+44)([0-9]{4})([0-9]{6})$", "$1 $2 $3");
  }

  private ObjectNode phone(Neighbour person) {
    ObjectNode json =
        Json.object()
            .put("id", person.id())
            .put("name", person.name())
            .put("role", person.role())
            .put("about", person.about());
    json.putObject("point").put("lat", person.lat()).put("lon", person.lon());
    json.set("travel", Json.strings(person.travel()));
    json.put("unread", phones.unread(person.number()));
    ArrayNode messages = json.putArray("messages");
    ledger.on(person.number()).forEach(message -> messages.add(message(message)));
    return json;
  }

  private static ObjectNode message(Message message) {
    Message.Face face = message.face();
    ObjectNode json =
        Json.object()
            .put("id", message.id())
            .put("from", message.mine() ? "me" : "doorstep")
            .put("text", face.text())
            .put("at", message.at().toString())
            .put("status", status(message));
    ArrayNode buttons = json.putArray("buttons");
    face.buttons().forEach(b -> buttons.addObject().put("id", b.id()).put("title", b.title()));
    Message.Picker picker = face.picker();
    if (picker == null) {
      json.putNull("list");
    } else {
      ArrayNode items = json.putObject("list").put("button", picker.button()).putArray("items");
      for (Message.Item item : picker.items()) {
        items
            .addObject()
            .put("id", item.id())
            .put("title", item.title())
            .put("description", item.description());
      }
    }
    Message.Pin pin = face.pin();
    if (pin == null) json.putNull("pin");
    else
      json.putObject("pin").put("lat", pin.lat()).put("lon", pin.lon()).put("label", pin.label());
    return json.put("media", face.media() == null ? null : face.media().kind())
        .put("note", face.template() ? "template" : null);
  }

  private static @Nullable String status(Message message) {
    Status status = message.status();
    return switch (status) {
      case QUEUED -> message.mine() ? "sent" : null;
      case RECEIVED -> "delivered";
      case UNDELIVERED -> "failed";
      case SENT, DELIVERED, READ, FAILED -> status.wire();
    };
  }

  private ObjectNode map() {
    ObjectNode map = Json.object();
    ArrayNode homes = map.putArray("homes");
    for (Neighbour person : neighbourhood.people()) {
      homes
          .addObject()
          .put("phone", person.id())
          .put("role", person.role())
          .put("name", person.name())
          .put("lat", person.lat())
          .put("lon", person.lon());
    }
    ArrayNode shown = map.putArray("jobs");
    jobs.all().forEach(job -> job(job, shown));
    ArrayNode regular = map.putArray("regular");
    LocalDate today = RegularMap.dayOf(clock.instant());
    regulars.all().forEach(each -> regular(each, today, regular));
    return map;
  }

  private void regular(RegularMap.Regular each, LocalDate today, ArrayNode shown) {
    shown
        .addObject()
        .put("home", neighbourhood.idOf(each.home()))
        .put("need", each.need())
        .put("often", each.often())
        .put("by", each.by())
        .put("next", day(each.nextFrom(today), today))
        .put("leftOut", day(each.leftOut(), today))
        .put("standIn", day(each.standIn(), today));
  }

  /** Null where there is none, and where it has gone by. */
  private static @Nullable String day(@Nullable LocalDate day, LocalDate today) {
    return day == null || day.isBefore(today) ? null : DAY.format(day);
  }

  /** A job that nobody in sight asked for is not on the map. */
  private void job(JobMap.Job job, ArrayNode shown) {
    String home = job.home();
    if (home == null) return;
    neighbourhood
        .at(home)
        .ifPresent(
            person -> {
              String holder = job.holder();
              ObjectNode json =
                  shown
                      .addObject()
                      .put("request", job.request())
                      .put("lat", person.lat())
                      .put("lon", person.lon())
                      .put("label", job.label())
                      .put("state", job.state())
                      .put("holder", holder == null ? null : neighbourhood.idOf(holder));
              List<String> line = job.standby().stream().map(neighbourhood::idOf).toList();
              json.set("standby", Json.strings(line));
              ArrayNode waves = json.putArray("waves");
              job.waves()
                  .forEach(
                      (wave, asked) -> {
                        List<String> ids = asked.stream().map(neighbourhood::idOf).toList();
                        waves.addObject().put("wave", wave).set("phones", Json.strings(ids));
                      });
            });
  }
}
