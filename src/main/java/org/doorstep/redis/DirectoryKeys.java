package org.doorstep.redis;

import org.doorstep.cell.CellId;

/** The keys of the directory of services, which is public. */
record DirectoryKeys(CellId cell) {

  /**
   * Hash. By source of the directory of services, which edition of it counts, when that was read,
   * in ms, and how many entries it has, separated by blanks.
   */
  byte[] directory() {
    return Keys.of(cell, "directory");
  }

  /** Hash. The entries of one edition by their ids, as JSON: it is public. */
  byte[] edition(String edition) {
    return Keys.of(cell, "directory:" + edition);
  }

  /** Hash that expires. By id, the entries of an edition that somebody has said are wrong. */
  byte[] doubts(String edition) {
    return Keys.of(cell, "doubts:" + edition);
  }
}
