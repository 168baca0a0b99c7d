package org.doorstep.pipeline;

import java.util.List;
import java.util.Map;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Answers;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.Enquiry;
import org.doorstep.help.Candidate;
import org.doorstep.place.PlaceAnswer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks up what the desk has to know, all at once. */
public final class Enquiries {

  private static final int AT_ONCE = 4;

  private final Gazetteer gazetteer;
  private final Volunteers volunteers;
  private final Boards boards;
  private final Pictures pictures;
  private final Directory directory;

  public Enquiries(
      Gazetteer gazetteer,
      Volunteers volunteers,
      Boards boards,
      Pictures pictures,
      Directory directory) {
    this.gazetteer = gazetteer;
    this.volunteers = volunteers;
    this.boards = boards;
    this.pictures = pictures;
    this.directory = directory;
  }

  Mono<Dossier> answer(Dossier dossier, List<Enquiry> asked) {
    return Flux.fromIterable(asked)
        .flatMap(enquiry -> answer(dossier.cell().id(), enquiry), AT_ONCE)
        .reduce(Answers.NONE, Answers::and)
        .map(dossier::with);
  }

  private Mono<Answers> answer(CellId cell, Enquiry enquiry) {
    return switch (enquiry) {
      case Enquiry.PlaceNamed named ->
          gazetteer.find(cell, named.text()).map(answer -> place(named.text(), answer));
      case Enquiry.PlaceAt at ->
          gazetteer
              .around(cell, at.point())
              .map(found -> place(Enquiry.PlaceAt.KEY, new PlaceAnswer.Found(found)));
      case Enquiry.VolunteersFor wave ->
          volunteers.suiting(cell, wave.asking()).map(people -> new Answers(Map.of(), people));
      case Enquiry.VolunteersNear near -> near(cell, near);
      case Enquiry.OfRoll roll -> volunteers.roll(cell, roll.call());
      case Enquiry.OfficeNow now -> boards.office(cell, now.groups());
      case Enquiry.OpenIn open -> boards.open(cell, open.groups());
      case Enquiry.CasesNow now -> boards.cases(cell, now.people());
      case Enquiry.RegularIn regular -> boards.regular(cell, regular.groups());
      case Enquiry.ExpensesOf wanted -> boards.expenses(cell, wanted.groups(), wanted.months());
      case Enquiry.OwnOf of -> own(cell, of);
      case Enquiry.ThingsNear near -> boards.things(cell, near);
      case Enquiry.ServicesFor wanted -> directory.find(cell, wanted).map(Answers::services);
      case Enquiry.PictureOf of -> pictures.look(of.picture()).map(Answers::picture);
      case Enquiry.JobNamed job ->
          boards
              .job(cell, job)
              .flatMap(
                  found ->
                      job.volunteers() && !found.jobs().isEmpty()
                          ? near(cell, Enquiry.VolunteersNear.around(found.jobs().getFirst()))
                              .map(found::and)
                          : Mono.just(found));
    };
  }

  /** What others laid out is nobody else's to be told; none of it is changed. */
  private Mono<Answers> own(CellId cell, Enquiry.OwnOf of) {
    Mono<Answers> cases = boards.cases(cell, of.person());
    if (of.groups().isEmpty()) return cases;
    return Mono.zip(
        cases,
        boards
            .expenses(cell, of.groups(), of.months())
            .map(all -> all.expenses().stream().map(e -> e.laidOutBy(of.person())).toList()),
        (theirs, paid) -> theirs.and(Answers.expenses(paid, List.of(), Map.of())));
  }

  private Mono<Answers> near(CellId cell, Enquiry.VolunteersNear near) {
    return volunteers
        .near(cell, near)
        .map(people -> people.stream().map(Candidate::fresh).toList())
        .map(people -> new Answers(Map.of(), people));
  }

  private static Answers place(String text, PlaceAnswer answer) {
    return new Answers(Map.of(text, answer), List.of());
  }
}
