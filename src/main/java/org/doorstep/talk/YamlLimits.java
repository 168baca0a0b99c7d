package org.doorstep.talk;

import java.util.Optional;
import org.doorstep.cell.WholeLetters;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Refuses, before anything is built of it, what no file of ours needs and what would cost memory or
 * time without end: huge files, deep nesting, aliases.
 */
final class YamlLimits {

  /** Characters in one file. */
  static final int LONGEST = 1_000_000;

  private static final int DEEPEST = 40;

  private YamlLimits() {}

  static boolean kept(String file, String text, Faults faults) {
    if (text.length() > LONGEST) {
      String size = "it has " + text.length() + " characters; there is room for " + LONGEST;
      faults.add(file, 1, size, "Split it, or take out what is not needed");
      return false;
    }
    int depth = 0;
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(file).build();
      for (Event event : new Parse(settings).parseReader(new WholeLetters(text))) {
        if (event instanceof AliasEvent) {
          faults.add(file, line(event), "aliases are not used here", "Write it out");
          return false;
        }
        if (event instanceof CollectionEndEvent) depth--;
        if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
          faults.add(
              file, line(event), "this is nested too deeply", "Look at brackets and indents");
          return false;
        }
      }
    } catch (YamlEngineException e) {
      // told, with its line, by whoever reads it
    }
    return true;
  }

  private static int line(Event event) {
    return Optional.ofNullable(event.getStartMark().orElse(null)).map(Mark::getLine).orElse(0) + 1;
  }
}
