package org.doorstep.desk;

import java.util.List;
import java.util.Map;
import org.doorstep.help.Asking;
import org.doorstep.help.Candidate;
import org.doorstep.place.PlaceAnswer;
import org.doorstep.place.Point;

/** What has to be looked up before a decision can be made. */
public sealed interface Enquiry {

  /** What is called so. */
  record PlaceNamed(String text) implements Enquiry {}

  /** What is around a pin. */
  record PlaceAt(Point point) implements Enquiry {

    /** Under which its answer stands among the places. */
    public static final String KEY = "pin";
  }

  /** Who would suit one wave for one request. */
  record VolunteersFor(Asking asking) implements Enquiry {}

  /** What was found out. */
  record Answers(Map<String, PlaceAnswer> places, List<Candidate> volunteers) {
    public static final Answers NONE = new Answers(Map.of(), List.of());

    public Answers {
      places = Map.copyOf(places);
      volunteers = List.copyOf(volunteers);
    }
  }
}
