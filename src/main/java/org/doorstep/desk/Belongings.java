package org.doorstep.desk;

import org.doorstep.understand.Understanding;

/**
 * Things that neighbours give and lend: whoever asks for one, whoever keeps one, and their time.
 */
record Belongings(Things things, Keeping keeping, ThingWatch watch) {

  static Belongings of(Understanding understanding, Wording wording, Jobs jobs, Owners owners) {
    Stock stock = new Stock(wording);
    Loans loans = new Loans(wording, stock);
    Lending lending = new Lending(wording, stock);
    Keeping keeping = new Keeping(understanding, wording, lending);
    return new Belongings(
        new Things(wording, jobs, loans, keeping), keeping, new ThingWatch(owners, loans, lending));
  }
}
