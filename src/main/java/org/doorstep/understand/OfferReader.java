package org.doorstep.understand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.doorstep.people.Amendment;
import org.doorstep.people.Amendment.How;
import org.doorstep.people.Need;
import org.doorstep.people.Travel;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a volunteer says of their offer. Every word of it has to be known: a message that says
 * anything besides is about something else.
 */
final class OfferReader {

  private static final Pattern DAYS =
      Pattern.compile(
          "(?:week|mon|tues|wednes|thurs|fri|satur|sun)(?:day|end)s?|(?:morning|afternoon|evening)s?");

  private static final int LONGEST = 200;

  /** More terms than this are a story. */
  private static final int MOST = 40;

  private static final int MOST_TONGUES = 10;
  private static final int MOST_WORDS_OF_A_PLACE = 10;
  private static final int NEAREST = 100;
  private static final int FARTHEST = 50_000;
  private static final double MILE = 1609.344;

  private final Terms vocabulary;

  OfferReader(Tongues tongues) {
    vocabulary = new Terms(tongues);
  }

  /**
   * @param tags the languages that it may be in, the likeliest first
   */
  Optional<Offering> read(String text, List<String> tags) {
    if (text.isBlank() || text.length() > LONGEST) return Optional.empty();
    List<Term> terms =
        vocabulary.of(text, List.copyOf(new LinkedHashSet<>(tags))).stream()
            .dropWhile(term -> term.is(Term.PAUSE))
            .toList();
    if (terms.isEmpty() || terms.size() > MOST) return Optional.empty();
    Term first = terms.getFirst();
    if (first.is("moved", "order-home") && terms.size() > 1) {
      boolean place = terms.size() <= MOST_WORDS_OF_A_PLACE;
      return place ? Optional.of(new Offering.Moves(first.of("order-"))) : Optional.empty();
    }
    if (terms.stream().anyMatch(term -> term.is(Term.QUESTION))) return Optional.empty();
    if (first.of("order-")) return Optional.of(ordered(first, terms.subList(1, terms.size())));
    if (terms.stream().anyMatch(term -> term.is(Term.UNKNOWN))) return Optional.empty();
    return Optional.ofNullable(free(terms)).or(() -> clauses(terms));
  }

  private static Offering ordered(Term order, List<Term> said) {
    Offering.Topic topic = Offering.Topic.valueOf(order.which().toUpperCase(Locale.ROOT));
    List<Term> values = said.stream().dropWhile(term -> term.is(Term.PAUSE)).toList();
    boolean known = values.stream().noneMatch(term -> term.is(Term.UNKNOWN));
    Offering read = known && !values.isEmpty() ? about(topic, values, true) : null;
    return read == null ? new Offering.Unclear(topic, true, known) : read;
  }

  private static @Nullable Offering about(Offering.Topic topic, List<Term> terms, boolean ordered) {
    return switch (topic) {
      case DAYS, HOURS -> new OfferTimes(terms, ordered ? topic : null).read();
      case QUIET -> OfferQuiet.read(terms, ordered);
      case REACH -> reach(terms, ordered);
      case TRAVEL -> travel(terms, ordered);
      case LIKES -> likes(terms, ordered);
      case LANGUAGES -> languages(terms, ordered);
      case HOME -> null;
    };
  }

  private static @Nullable Offering free(List<Term> terms) {
    boolean day = any(terms, t -> DAYS.matcher(t.key()).matches());
    Offering.Topic topic =
        any(terms, t -> t.is("quiet", "order-quiet") || (t.is("dont-ask") && !day))
            ? Offering.Topic.QUIET
            : any(terms, t -> t.of("speaks-"))
                ? Offering.Topic.LANGUAGES
                : any(terms, t -> t.is("km", "mile", "metre"))
                    ? Offering.Topic.REACH
                    : any(terms, t -> t.of("way-"))
                        ? Offering.Topic.TRAVEL
                        : any(terms, t -> t.of("need-") || t.is("anything"))
                            ? Offering.Topic.LIKES
                            : Offering.Topic.HOURS;
    return about(topic, terms, false);
  }

  private static boolean any(List<Term> terms, Predicate<Term> such) {
    return terms.stream().anyMatch(such);
  }

  /** Several things in one message, with a comma or a stop between them. */
  private static Optional<Offering> clauses(List<Term> terms) {
    List<Amendment> all = new ArrayList<>();
    boolean sure = true;
    List<Term> clause = new ArrayList<>();
    List<Term> closed = new ArrayList<>(terms);
    closed.add(new Term(Term.PAUSE, ""));
    for (Term term : closed) {
      if (!term.is(Term.PAUSE)) {
        clause.add(term);
        continue;
      }
      List<Term> one = clause.stream().dropWhile(t -> t.is("and", "but")).toList();
      clause = new ArrayList<>();
      if (one.isEmpty()) continue;
      if (!(free(one) instanceof Offering.Changes said)) return Optional.empty();
      all.addAll(said.changes());
      sure &= said.sure();
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(new Offering.Changes(all, false, sure));
  }

  // ---- each is null where something else is said besides

  private static @Nullable Offering reach(List<Term> terms, boolean ordered) {
    double number = 0;
    double unit = 0;
    boolean says = ordered;
    for (Term term : terms) {
      switch (term.key()) {
        case "up-to", "only", "always", "any-more" -> says = true;
        case Term.NUMBER -> number += written(term);
        case "half" -> number += 0.5;
        case "one" -> number += 1;
        case "km" -> unit = 1000;
        case "mile" -> unit = MILE;
        case "metre" -> unit = 1;
        case "and", "not", "can", "before", "to", Term.PAUSE -> {}
        case String other when term.of("counts-") -> number += Integer.parseInt(term.which());
        default -> {
          return null;
        }
      }
    }
    if (unit == 0 && !ordered) return null;
    double metres = (number == 0 ? 1 : number) * unit;
    if (unit == 0 || metres < NEAREST || metres > FARTHEST) {
      return new Offering.Unclear(Offering.Topic.REACH, ordered, true);
    }
    return changes(new Amendment.Far((int) Math.round(metres)), ordered, says);
  }

  private static double written(Term number) {
    String figures = number.typed().replace(',', '.').replace(':', '.');
    return figures.length() > 9 ? FARTHEST : Double.parseDouble(figures);
  }

  private static @Nullable Offering travel(List<Term> terms, boolean ordered) {
    Set<Travel> ways = new LinkedHashSet<>();
    boolean have = false;
    boolean not = false;
    boolean only = false;
    boolean always = false;
    for (Term term : terms) {
      switch (term.key()) {
        case "have" -> have = true;
        case "not" -> not = true;
        case "only" -> only = true;
        case "always", "any-more" -> always = true;
        case "and", "can", Term.PAUSE -> {}
        case String other when term.of("way-") ->
            ways.add(Travel.valueOf(term.which().replace('-', '_').toUpperCase(Locale.ROOT)));
        default -> {
          return null;
        }
      }
    }
    if (ways.isEmpty() || !(ordered || have || not || only || always)) return null;
    How how = not ? How.NOT : ordered || only ? How.EXACTLY : How.ALSO;
    return changes(
        new Amendment.Travels(how, ways), ordered, ordered || only || (always && (have || not)));
  }

  private static @Nullable Offering likes(List<Term> terms, boolean ordered) {
    Set<Need> needs = new HashSet<>();
    boolean any = false;
    boolean not = false;
    boolean also = false;
    boolean says = ordered;
    boolean sure = ordered;
    for (Term term : terms) {
      switch (term.key()) {
        case "rather", "only" -> says = sure = true;
        case "can" -> says = true;
        case "no-more" -> not = sure = true;
        case "not" -> not = true;
        case "also" -> also = true;
        case "always", "any-more" -> sure = true;
        case "anything" -> any = true;
        case "none" -> {
          if (!ordered) return null;
          any = true;
        }
        case "and", Term.PAUSE -> {}
        case String other when term.of("need-") -> needs.add(new Need(term.which()));
        default -> {
          return null;
        }
      }
    }
    if (any == !needs.isEmpty() || (any && not)) return null;
    if (!(any || says || not || also)) return null;
    How how = not ? How.NOT : also ? How.ALSO : How.EXACTLY;
    return changes(new Amendment.Likes(how, needs), ordered, sure);
  }

  private static @Nullable Offering languages(List<Term> terms, boolean ordered) {
    Set<String> tags = new LinkedHashSet<>();
    int named = 0;
    boolean speaks = ordered;
    boolean also = false;
    boolean not = false;
    for (Term term : terms) {
      switch (term.key()) {
        case "speak" -> speaks = true;
        case "also" -> also = true;
        case "not" -> not = true;
        case "and", "can", "only", "none", Term.PAUSE -> {}
        case String other when term.of("speaks-") -> {
          tags.addAll(Arrays.asList(term.which().split("_")));
          named++;
        }
        default -> {
          return null;
        }
      }
    }
    if (!speaks || not) return null;
    if (named > MOST_TONGUES || (named == 0 && terms.stream().noneMatch(t -> t.is("none")))) {
      return new Offering.Unclear(Offering.Topic.LANGUAGES, ordered, true);
    }
    return changes(new Amendment.Speaks(also ? How.ALSO : How.EXACTLY, tags), ordered, true);
  }

  static Offering changes(Amendment one, boolean ordered, boolean sure) {
    return new Offering.Changes(List.of(one), ordered, sure);
  }
}
