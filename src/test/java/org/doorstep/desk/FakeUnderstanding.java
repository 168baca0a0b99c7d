package org.doorstep.desk;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.doorstep.help.When;
import org.doorstep.people.Need;
import org.doorstep.understand.Caution;
import org.doorstep.understand.Danger;
import org.doorstep.understand.Found;
import org.doorstep.understand.Intent;
import org.doorstep.understand.JobLabel;
import org.doorstep.understand.Reading;
import org.doorstep.understand.Reply;
import org.doorstep.understand.Understanding;
import org.jspecify.annotations.Nullable;

/** Understands a handful of words, exactly. */
final class FakeUnderstanding implements Understanding {

  @Override
  public Reading read(String text, ZonedDateTime now) {
    Intent intent = text.startsWith("please") ? Intent.REQUEST : Intent.OTHER;
    List<Found<Need>> needs =
        text.startsWith("please fetch")
            ? List.of(new Found<>(new Need("shopping"), 0, text.length(), 1))
            : List.of();
    return new Reading(text, intent, needs, Set.of(), null, when(text, now), "self", Set.of());
  }

  /** "Tomorrow at 3" and "tomorrow at 5". */
  private static @Nullable Found<When> when(String text, ZonedDateTime now) {
    if (!text.startsWith("tomorrow at ")) return null;
    LocalTime time = LocalTime.of(12 + Integer.parseInt(text.substring(12)), 0);
    LocalDate day = now.toLocalDate().plusDays(1);
    return new Found<>(new When(day, null, time, false, false, null), 0, text.length(), 1);
  }

  @Override
  public List<String> thingsWanted(Need need, String text) {
    return text.contains("heater") ? List.of("heater") : List.of();
  }

  @Override
  public Optional<Danger> danger(String text) {
    return text.contains("chest pain") ? Optional.of(Danger.MEDICAL) : Optional.empty();
  }

  @Override
  public Set<Caution> cautions(String text) {
    if (text.contains("I'm 16")) return Set.of(Caution.YOUNG);
    if (text.contains("he stole")) return Set.of(Caution.ALLEGATION);
    if (text.contains(" pin ")) return Set.of(Caution.CARD);
    if (text.contains("lend me money")) return Set.of(Caution.MONEY);
    if (text.contains("move in with")) return Set.of(Caution.MOVING_IN);
    return text.contains("power is off") ? Set.of(Caution.POWER_CUT) : Set.of();
  }

  @Override
  public Reply reply(String text, List<JobLabel> jobs) {
    Reply.Meaning meaning =
        switch (text) {
          case "yes" -> Reply.Meaning.ACCEPT;
          case "no" -> Reply.Meaning.DECLINE;
          case "done" -> Reply.Meaning.DONE;
          case "can't any more" -> Reply.Meaning.DROP;
          case "nobody in" -> Reply.Meaning.NOBODY_IN;
          case "I'm worried about him" -> Reply.Meaning.WORRIED;
          default -> Reply.Meaning.OTHER;
        };
    if (meaning == Reply.Meaning.OTHER || jobs.isEmpty()) {
      return new Reply(meaning, new Reply.Which.None());
    }
    return new Reply(
        meaning,
        jobs.size() == 1
            ? new Reply.Which.One(0)
            : new Reply.Which.Ambiguous(IntStream.range(0, jobs.size()).boxed().toList()));
  }

  @Override
  public List<String> placesIn(String text) {
    return List.of();
  }
}
