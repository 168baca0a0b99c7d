package org.doorstep.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doorstep.talk.Talk;
import org.doorstep.understand.Understanding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote, read at start: the conversations and the cells. */
@Configuration(proxyBeanMethods = false)
class Written {

  private static final Logger LOG = LoggerFactory.getLogger(Written.class);
  private static final String DEMO_CELL = "/village/cells/hyde-park.yml";
  private static final String DEMO_FILE = "hyde-park.yml";

  /** Both at once, so that the operator learns all that is wrong. */
  record Books(Speech speech, Cells cells) {}

  @Bean
  Books books(Settings settings) {
    Checked<Speech> speech = Speech.in(settings.flows());
    Checked<Cells> cells = cellsOf(settings);
    if (speech instanceof Checked.Fine<Speech>(Speech said)
        && cells instanceof Checked.Fine<Cells>(Cells known)) {
      said.lacking().forEach(line -> LOG.warn("Translations: {}", line));
      return new Books(said, known);
    }
    List<String> problems = new ArrayList<>();
    problems.addAll(findings(speech));
    problems.addAll(findings(cells));
    throw new Refusal(problems);
  }

  static Checked<Cells> cellsOf(Settings settings) {
    return Cells.of(
        settings
            .cells()
            .<Map<String, String>>map(Texts::under)
            .orElseGet(
                () -> Map.of(DEMO_FILE, Texts.bundled(DEMO_CELL).values().iterator().next())));
  }

  @Bean
  LiveSpeech speech(Books books, Settings settings) {
    return new LiveSpeech(settings.flows(), books.speech());
  }

  @Bean
  Talk talk(LiveSpeech speech) {
    return speech.talk();
  }

  @Bean
  Understanding understanding(LiveSpeech speech) {
    return speech.understanding();
  }

  @Bean
  LiveCells cells(Books books, Settings settings) {
    return new LiveCells(settings.cells(), books.cells());
  }

  private static List<String> findings(Checked<?> checked) {
    return switch (checked) {
      case Checked.Fine<?> _ -> List.of();
      case Checked.Faulty<?> faulty -> faulty.findings();
    };
  }
}
