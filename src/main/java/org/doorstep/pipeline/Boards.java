package org.doorstep.pipeline;

import java.time.YearMonth;
import java.util.Set;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Answers;
import org.doorstep.desk.Enquiry;
import org.doorstep.people.PersonId;
import reactor.core.publisher.Mono;

/**
 * What those who run a group look at: its jobs, and what they have in hand themselves. And what
 * neighbours have to give and lend.
 */
public interface Boards {

  /** The jobs of these groups that are not over, the oldest first, and whom they name. */
  Mono<Answers> open(CellId cell, Set<String> groups);

  /**
   * The standing arrangements of these groups, by their ids, and whoever does them each time. One
   * that was kept before there was this list is found once something has happened to it.
   */
  Mono<Answers> regular(CellId cell, Set<String> groups);

  /**
   * One job of these groups that is not over, or that was on the board they were shown; with the
   * revisions of all that is told of it. Nothing where there is none.
   */
  Mono<Answers> job(CellId cell, Enquiry.JobNamed named);

  /**
   * What was laid out in these groups in these months: one for each of both, with its revision, and
   * those who did.
   */
  Mono<Answers> expenses(CellId cell, Set<String> groups, Set<YearMonth> months);

  /**
   * What is on offer of these kinds around there, the nearest first and no more than a few of each;
   * and their owners, with the revisions of both. Of those who are forgotten there is nothing.
   */
  Mono<Answers> things(CellId cell, Enquiry.ThingsNear near);

  /**
   * All cases that are not over, the oldest first. One that was kept before there was this list is
   * found once something has happened to it.
   *
   * @param people whoever is at the other end of them too
   */
  Mono<Answers> cases(CellId cell, boolean people);

  /** All cases about somebody that are kept, closed ones too, with their revisions. */
  Mono<Answers> cases(CellId cell, PersonId person);

  /** With its revision, and the last waits of these groups. */
  Mono<Answers> office(CellId cell, Set<String> groups);
}
