package org.doorstep.cell;

import java.util.Set;

/** The {@code things} of a cell's rules. */
final class ThingTermsReading {

  static final String KEY = "things";

  private ThingTermsReading() {}

  /** What is not said there is as usual. */
  static ThingTerms read(Entries rules) {
    ThingTerms usual = ThingTerms.USUAL;
    return rules
        .part(KEY, "`things`", "needs", "keep-for", "within", "ask-alone")
        .map(
            part ->
                new ThingTerms(
                    part.has("needs") ? Set.copyOf(part.values("needs", Form.NEED)) : usual.needs(),
                    part.optional("keep-for", Form.DURATION).orElse(usual.keepFor()),
                    part.optional("within", Form.METRES).orElse(usual.metres()),
                    part.optional("ask-alone", Form.DURATION).orElse(usual.askAlone())))
        .orElse(usual);
  }
}
