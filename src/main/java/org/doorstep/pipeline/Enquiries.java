package org.doorstep.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.doorstep.cell.CellId;
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

  public Enquiries(Gazetteer gazetteer, Volunteers volunteers) {
    this.gazetteer = gazetteer;
    this.volunteers = volunteers;
  }

  Mono<Dossier> answer(Dossier dossier, List<Enquiry> asked) {
    return Flux.fromIterable(asked)
        .flatMap(enquiry -> answer(dossier.cell().id(), enquiry), AT_ONCE)
        .reduce(Enquiry.Answers.NONE, Enquiries::both)
        .map(dossier::with);
  }

  private Mono<Enquiry.Answers> answer(CellId cell, Enquiry enquiry) {
    return switch (enquiry) {
      case Enquiry.PlaceNamed named ->
          gazetteer.find(cell, named.text()).map(answer -> place(named.text(), answer));
      case Enquiry.PlaceAt at ->
          gazetteer
              .around(cell, at.point())
              .map(found -> place(Enquiry.PlaceAt.KEY, new PlaceAnswer.Found(found)));
      case Enquiry.VolunteersFor wave ->
          volunteers
              .suiting(cell, wave.asking())
              .map(people -> new Enquiry.Answers(Map.of(), people));
    };
  }

  private static Enquiry.Answers place(String text, PlaceAnswer answer) {
    return new Enquiry.Answers(Map.of(text, answer), List.of());
  }

  private static Enquiry.Answers both(Enquiry.Answers one, Enquiry.Answers other) {
    Map<String, PlaceAnswer> places = new HashMap<>(one.places());
    places.putAll(other.places());
    List<Candidate> people =
        Stream.concat(one.volunteers().stream(), other.volunteers().stream()).toList();
    return new Enquiry.Answers(places, people);
  }
}
