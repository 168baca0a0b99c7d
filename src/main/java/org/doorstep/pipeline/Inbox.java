package org.doorstep.pipeline;

import java.util.List;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Alarm;
import org.doorstep.desk.Inbound;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What has come in and is not done yet. */
public interface Inbox {

  /**
   * Stores an inbound, once. When this completes it is on disk.
   *
   * @return whether it was new; a duplicate has no further effect
   */
  Mono<Acceptance> accept(CellId cell, Inbound inbound);

  /** What an accept came to. */
  enum Acceptance {
    NEW,
    DUPLICATE
  }

  /**
   * The next ones in order, each with who sent it; those that a predecessor left unfinished come
   * first. Waits for at most a moment, then yields an empty list.
   */
  Mono<List<Entry>> next(Holding holding, int limit);

  /** Puts aside one that cannot be handled, with its error, so that nothing behind it stops. */
  Mono<Void> park(Holding holding, Entry entry, String error);

  /**
   * A stored inbound.
   *
   * @param position where it stands in the inbox
   * @param sender null when nobody sent it, or they asked to be forgotten since
   */
  record Entry(String position, Inbound inbound, @Nullable PersonId sender) {

    /** Whom it is about: the sender, whoever was waited for to finish, whose page is due. */
    public @Nullable PersonId speaker() {
      if (!(inbound instanceof Inbound.Rang rang)) return sender;
      if (rang.alarm() instanceof Alarm.SaidAll all) return all.person();
      return rang.alarm() instanceof Alarm.HomeDue due ? due.person() : sender;
    }
  }
}
