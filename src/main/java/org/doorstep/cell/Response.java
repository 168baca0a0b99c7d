package org.doorstep.cell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorstep.people.Flag;
import org.doorstep.people.Need;
import org.doorstep.place.Area;
import org.doorstep.place.Place;
import org.jspecify.annotations.Nullable;

/**
 * How a cell responds: who looks at a request first, and who else there is.
 *
 * @param model where no part of the area has its own
 * @param models the first whose area covers a place counts
 * @param within how long a desk has before a request goes on without it
 * @param pressingWithin the same for what cannot wait
 * @param contact what whoever would rather turn to the council themselves is told, in words
 * @param callTakers who may refer residents to the groups, besides officers and partners
 */
public record Response(
    Model model,
    List<InArea> models,
    List<Partner> partners,
    List<LevelRule> levels,
    Duration within,
    Duration pressingWithin,
    @Nullable String contact,
    List<Officer> callTakers) {

  /** One without call-takers. */
  public Response(
      Model model,
      List<InArea> models,
      List<Partner> partners,
      List<LevelRule> levels,
      Duration within,
      Duration pressingWithin,
      @Nullable String contact) {
    this(model, models, partners, levels, within, pressingWithin, contact, List.of());
  }

  /** A part of the area with a model of its own. */
  public record InArea(Area area, Model model) {}

  /** What neighbours alone are no help with. */
  public static final Set<Need> NOT_FOR_NEIGHBOURS =
      Set.of(new Need("money"), new Need("housing"), new Need("health"), new Need("mental-health"));

  public static final List<LevelRule> USUAL_LEVELS =
      List.of(new LevelRule(NOT_FOR_NEIGHBOURS, Set.of(), Level.SPECIALIST));

  /** A cell of which nothing is said but its groups and officers. */
  public static final Response USUAL =
      new Response(
          Model.DIRECT,
          List.of(),
          List.of(),
          USUAL_LEVELS,
          Duration.ofMinutes(20),
          Duration.ofMinutes(5),
          null);

  public Response {
    models = List.copyOf(models);
    partners = List.copyOf(partners);
    levels = List.copyOf(levels);
    callTakers = List.copyOf(callTakers);
  }

  /** The same in another model, everywhere. */
  public Response by(Model other) {
    return new Response(
        other, List.of(), partners, levels, within, pressingWithin, contact, callTakers);
  }

  /** The same with others who take calls. */
  public Response takingCalls(List<Officer> others) {
    return new Response(model, models, partners, levels, within, pressingWithin, contact, others);
  }

  public Model modelAt(Place place) {
    return models.stream()
        .filter(part -> part.area().covers(place))
        .map(InArea::model)
        .findFirst()
        .orElse(model);
  }

  public Assessed assess(Need need, Set<Flag> said) {
    return Assessed.of(levels, need, said);
  }

  public Optional<Partner> partner(String id) {
    return partners.stream().filter(p -> p.id().equals(id)).findFirst();
  }

  /** Who of that kind such a request there is for. */
  Optional<Partner> of(Partner.Kind kind, Need need, Place place) {
    return partners.stream().filter(p -> p.kind() == kind && p.isFor(need, place)).findFirst();
  }

  /** How long a request waits for a partner. */
  public Duration patience(Partner partner, boolean pressing) {
    Duration usual = partner.answersWithin() == null ? within : partner.answersWithin();
    return pressing && pressingWithin.compareTo(usual) < 0 ? pressingWithin : usual;
  }
}
