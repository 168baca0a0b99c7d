package org.doorstep.talk;

import java.util.List;
import java.util.SequencedMap;

/** A piece of a YAML file that still knows on which line it stands. */
sealed interface Item {

  int line();

  /**
   * @param misread YAML, or another program, would take it for something else than text
   */
  record Text(String value, boolean misread, int line) implements Item {}

  record Many(List<Item> items, int line) implements Item {
    public Many {
      items = List.copyOf(items);
    }
  }

  record Table(SequencedMap<String, Item> items, int line) implements Item {}

  record Nothing(int line) implements Item {}
}
