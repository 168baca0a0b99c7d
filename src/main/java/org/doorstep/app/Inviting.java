package org.doorstep.app;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorstep.app.VolunteerRow.Legible;
import org.doorstep.app.VolunteerRow.Refused;
import org.doorstep.cell.Cell;
import org.doorstep.people.Address;
import org.doorstep.people.Amendment;
import org.doorstep.people.Availability;
import org.doorstep.people.Hours;
import org.doorstep.people.Invitation;
import org.doorstep.people.Volunteering;
import org.doorstep.pipeline.Gazetteer;
import org.doorstep.pipeline.Invitees;
import org.doorstep.place.Place;
import org.doorstep.place.PlaceAnswer;
import org.doorstep.place.Postcode;
import reactor.core.publisher.Flux;

/** Invites whom a list names: whoever can be, all at once. For each of the others it says why. */
final class Inviting {

  private static final int LOOKED_UP_AT_ONCE = 16;

  private final Cell cell;
  private final Gazetteer places;
  private final Invitees invitees;
  private final List<Refused> refused = new ArrayList<>();
  private int before;

  Inviting(Cell cell, Gazetteer places, Invitees invitees) {
    this.cell = cell;
    this.places = places;
    this.invitees = invitees;
  }

  /**
   * What came of a list.
   *
   * @param before so many were invited by an earlier list; it stays as that said
   */
  record Outcome(int invited, int before, List<Refused> refused) {}

  /**
   * @param check nothing is kept, only told
   */
  Outcome invite(List<VolunteerRow> rows, boolean check) {
    Map<Address, Invitation> list = wanted(located(once(rows)));
    if (!check && !list.isEmpty()) {
      invitees.invite(cell.id(), list, cell.rules().keepInvitedFor()).block();
    }
    refused.sort(Comparator.comparingInt(Refused::line));
    return new Outcome(list.size(), before, List.copyOf(refused));
  }

  /** Of several rows for one number, the first. */
  private List<Legible> once(List<VolunteerRow> rows) {
    Map<Address, Legible> first = new LinkedHashMap<>();
    for (VolunteerRow row : rows) {
      switch (row) {
        case Refused no -> refused.add(no);
        case Legible one when cell.ownNumber(one.address().value()) ->
            refuse(one, "the number is Doorstep's own");
        case Legible one -> {
          Legible other = first.putIfAbsent(one.address(), one);
          if (other != null) refuse(one, "the number is that of line " + other.line());
        }
      }
    }
    return List.copyOf(first.values());
  }

  private record Located(Legible row, Place home) {}

  private List<Located> located(List<Legible> rows) {
    Map<Postcode, PlaceAnswer> answers = new HashMap<>();
    Flux.fromStream(rows.stream().map(Legible::postcode).distinct())
        .flatMap(
            code -> places.find(cell.id(), code.toString()).map(answer -> Map.entry(code, answer)),
            LOOKED_UP_AT_ONCE)
        .doOnNext(each -> answers.put(each.getKey(), each.getValue()))
        .blockLast();
    List<Located> located = new ArrayList<>();
    for (Legible row : rows) {
      switch (answers.getOrDefault(row.postcode(), new PlaceAnswer.Unknown())) {
        case PlaceAnswer.Found(Place place) when cell.area().covers(place) ->
            located.add(new Located(row, place));
        case PlaceAnswer.Found _ -> refuse(row, "the postcode is outside the area");
        case PlaceAnswer.Several _ -> refuse(row, "the postcode may be in more than one place");
        case PlaceAnswer.Unknown() -> refuse(row, "the postcode is not known");
        case PlaceAnswer.Unreachable() ->
            refuse(row, "the postcode could not be looked up just now; try again later");
      }
    }
    return located;
  }

  private Map<Address, Invitation> wanted(List<Located> all) {
    List<Invitees.Standing> standing =
        invitees
            .standing(cell.id(), all.stream().map(one -> one.row().address()).toList())
            .blockOptional()
            .orElseThrow();
    Map<Address, Invitation> list = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      Located one = all.get(i);
      Legible row = one.row();
      switch (standing.get(i)) {
        case MAY_BE_ASKED ->
            offer(row, one.home())
                .ifPresentOrElse(
                    offer -> list.put(row.address(), new Invitation(row.name(), offer)),
                    () -> refuse(row, "its days and hours leave no time at which they help"));
        case INVITED -> before++;
        case VOLUNTEER -> refuse(row, "is a volunteer already");
        case DECLINED -> refuse(row, "has said that they do not want to be asked");
      }
    }
    return list;
  }

  private Optional<Volunteering> offer(Legible row, Place home) {
    Optional<Volunteering> offer =
        Optional.of(
            new Volunteering(
                home,
                row.reachMetres(),
                row.travel(),
                row.likes(),
                Set.of(),
                cell.groupFor(home).id(),
                Instant.EPOCH,
                null,
                Availability.ALWAYS,
                Set.of()));
    // none of these changes what they like, or their quiet hours
    Amendment.Usual usual = new Amendment.Usual(Set.of(), new Hours(LocalTime.MIN, LocalTime.MIN));
    for (Amendment each : row.says()) offer = offer.flatMap(before -> each.in(before, usual));
    return offer;
  }

  private void refuse(Legible row, String reason) {
    refused.add(new Refused(row.line(), reason));
  }
}
