package org.doorstep.village;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class StoryTest {

  private static final String REQUEST = "rAb12cd";

  @TempDir Path flows;
  private VillageServer server;
  private PretendDoorstep doorstep;

  @BeforeEach
  void start() {
    server = new VillageServer(flows);
    doorstep = new PretendDoorstep(server);
  }

  @AfterEach
  void stop() {
    doorstep.close();
    server.close();
  }

  private JsonNode story() {
    return server.state().path("story");
  }

  private JsonNode job() {
    return server.state().path("map").path("jobs").path(0);
  }

  private void joining(String who) {
    doorstep.when(who, "I want to help", () -> doorstep.says(who, "What is your first name?"));
    doorstep.when(
        who, "(Priya|Marcus|Sheila|Olek|Fatima)$", () -> doorstep.says(who, "Where do you live?"));
    doorstep.when(
        who,
        "LS",
        () -> doorstep.asks(who, "How far?", "join/ask.reach", "1", "800", "1500", "3000"));
    doorstep.when(
        who,
        "join/ask.reach/",
        () ->
            doorstep.asks(
                who, "How do you get about?", "join/ask.travel", "2", "on-foot", "bicycle", "car"));
    doorstep.when(
        who,
        "join/ask.travel/",
        () ->
            doorstep.asks(who, "What do you like?", "join/ask.likes", "3", "shopping", "anything"));
    doorstep.when(
        who, "join/ask.likes/anything", () -> doorstep.says(who, "You are one of us now."));
  }

  private void offer(String who, int wave) {
    doorstep.asks(
        who,
        "Somebody near you needs a hand:\nPrescription\nWhen: on Thursday",
        "job/offered",
        REQUEST + ".1." + wave,
        "take",
        "decline");
  }

  /** Everything that Doorstep says in the story. */
  private void wholeStory() {
    // free text reaches only those who have written
    List.of("priya", "sheila", "olek").forEach(who -> server.village.phones().say(who, "hello"));
    AtomicReference<String> thread = new AtomicReference<>("");
    doorstep.when(
        "edna",
        "Hi can",
        () -> doorstep.asks("edna", "Which?", "request-help/ask.details", "1", "skip"));
    doorstep.when(
        "edna",
        "request-help/ask.details/skip",
        () -> doorstep.asks("edna", "Your name?", "request-help/ask.name", "2", "skip"));
    doorstep.when(
        "edna",
        "Edna|no, ",
        () -> doorstep.asks("edna", "All right?", "request-help/confirm", "3", "send", "edit"));
    doorstep.when(
        "edna",
        "yes",
        () -> {
          if (job().isMissingNode()) {
            doorstep.says("edna", "I am asking volunteers.");
            offer("sheila", 1);
            offer("priya", 1);
            doorstep.after(Duration.ofMinutes(5), () -> offer("olek", 2));
          } else {
            doorstep.says("edna", "Lovely.");
          }
        });
    doorstep.when("priya", "job/offered/decline", () -> doorstep.says("priya", "No problem."));
    doorstep.when(
        "olek",
        "yes pls",
        () -> {
          doorstep.asks("olek", "It is yours.", "job/claimed", REQUEST + ".1.2", "done", "drop");
          doorstep.says("edna", "Olek can help.");
        });
    doorstep.when(
        "sheila", "job/offered/take", () -> doorstep.says("sheila", "Somebody was faster."));
    doorstep.when("olek", "Hello Edna", () -> doorstep.says("edna", "Olek: white van"));
    doorstep.when("edna", "Thank you Olek", () -> doorstep.says("olek", "Edna: top bell"));
    doorstep.when(
        "olek",
        "I'm worried",
        () ->
            thread.set(
                doorstep.posts("C0SAFE", "Worried", null, "safeguarding~1~card~acknowledge~c1")));
    doorstep.when(
        "U0SAIRA",
        "safeguarding~1",
        () -> doorstep.posts("C0SAFE", "Saira has taken this", thread.get(), ""));
    doorstep.when("U0SAIRA", "Thank you", () -> doorstep.says("olek", "Saira: what did you see?"));
    doorstep.when(
        "olek",
        "The house",
        () -> doorstep.posts("C0SAFE", "nothing in the fridge", thread.get(), ""));
    doorstep.when(
        "olek",
        "job/claimed/done",
        () -> {
          doorstep.says("olek", "Thank you!");
          doorstep.after(
              Duration.ofMinutes(30),
              () ->
                  doorstep.asks(
                      "edna", "Did it arrive?", "feedback/ask", REQUEST + ".1.2", "yes", "no"));
        });
  }

  @Test
  void theVolunteersJoinThroughTheFrontDoor() throws Exception {
    List<String> volunteers = List.of("priya", "marcus", "sheila", "olek", "fatima");
    volunteers.forEach(this::joining);

    server.village.moveIn().toCompletableFuture().get(20, TimeUnit.SECONDS);

    for (String who : volunteers) {
      assertThat(server.village.phones().shown(who))
          .last()
          .extracting(Phones.Shown::text)
          .isEqualTo("You are one of us now.");
    }
    assertThat(server.village.phones().shown("sheila"))
        .filteredOn(Phones.Shown::mine)
        .extracting(Phones.Shown::text)
        .containsExactly("I want to help", "Sheila", "LS6 3LE", "1500", "on-foot", "anything");
    assertThat(server.state().path("phones").get(2).path("unread").asInt()).isZero();
  }

  @Test
  void theStoryIsToldToItsEnd() {
    wholeStory();
    server.post("/village/story/play", "");
    List<String> titles = new ArrayList<>();
    VillageServer.until(
        () -> {
          JsonNode now = story();
          if (!titles.contains(now.path("title").asString())) {
            titles.add(now.path("title").asString());
          }
          return !now.path("running").asBoolean();
        });

    assertThat(story().path("step").asInt())
        .as(titles.toString())
        .isEqualTo(story().path("of").asInt());
    assertThat(story().path("title").asString()).startsWith("That was the story.");
    JsonNode job = job();
    assertThat(job.path("request").asString()).isEqualTo(REQUEST);
    assertThat(job.path("label").asString()).isEqualTo("Prescription");
    assertThat(job.path("state").asString()).isEqualTo("closed");
    assertThat(job.path("holder").asString()).isEqualTo("olek");
    assertThat(job.path("lat").asDouble()).isEqualTo(53.8226);
    assertThat(StreamSupport.stream(job.path("waves").spliterator(), false).map(JsonNode::toString))
        .containsExactly(
            "{\"wave\":1,\"phones\":[\"sheila\",\"priya\"]}", "{\"wave\":2,\"phones\":[\"olek\"]}");
    assertThat(server.clock.offset()).isGreaterThanOrEqualTo(Duration.ofMinutes(35));
  }

  @Test
  void whoeverTakesAJobInSlackIsOnTheMapToo() throws Exception {
    server.village.phones().say("priya", "hello");
    server.village.phones().say("tom", "shopping please");
    offer("priya", 1);
    assertThat(job().path("state").asString()).isEqualTo("seeking");
    assertThat(job().path("lat").asDouble()).isEqualTo(53.8140);

    doorstep.posts("U0MARCUS", "It is yours", null, "job~1~claimed~done~" + REQUEST + ".1.1");
    assertThat(job().path("state").asString()).isEqualTo("claimed");
    assertThat(job().path("holder").asString()).isEqualTo("marcus");
  }

  @Test
  void theStoryCanBeStopped() {
    server.post("/village/story/play", "");
    VillageServer.until(() -> story().path("step").asInt() >= 2);
    server.post("/village/story/stop", "");
    VillageServer.until(() -> !story().path("running").asBoolean());
    assertThat(story().path("title").asString()).isEqualTo("The story was stopped.");
  }
}
