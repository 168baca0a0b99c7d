package org.doorstep.village;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One step of the story, as written in {@code story.yml}.
 *
 * @param deed the field that says what is done: {@code says}, {@code taps} …
 * @param until what has to be seen before the story goes on; missing where nothing has
 * @param optional left out where what it needs is not there
 */
record StoryStep(String title, String deed, JsonNode what, JsonNode until, boolean optional) {

  private static final List<String> DEEDS =
      List.of("says", "taps", "answers", "forward", "daytime", "presses", "replies", "waits");

  static List<StoryStep> read() {
    List<StoryStep> steps = new ArrayList<>();
    for (JsonNode step : Yaml.own("story.yml").path("steps")) {
      String deed =
          DEEDS.stream()
              .filter(step::has)
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("a step of the story does nothing"));
      steps.add(
          new StoryStep(
              Json.text(step, "title"),
              deed,
              step.path(deed),
              step.path("until"),
              step.path("optional").asBoolean(false)));
    }
    return steps;
  }
}
