package org.doorstep.people;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has agreed to, and what they were told about their data.
 *
 * @param consents each answer of theirs, the oldest first
 * @param notice which edition of the privacy notice they were told of; null where of none yet
 */
public record Agreements(List<Consent> consents, @Nullable String notice) {

  public static final Agreements NONE = new Agreements(List.of(), null);

  /** More answers of one person are not kept; the oldest go first. */
  public static final int MOST = 60;

  public Agreements {
    consents = List.copyOf(consents);
  }

  public Agreements with(Consent consent) {
    List<Consent> all = new ArrayList<>(consents);
    all.add(consent);
    return new Agreements(all.subList(Math.max(0, all.size() - MOST), all.size()), notice);
  }

  public Agreements told(String edition) {
    return new Agreements(consents, edition);
  }

  /** What they have agreed to and not taken back. */
  public List<Consent> standing() {
    List<Consent> standing = new ArrayList<>();
    for (Consent each : consents) {
      standing.removeIf(each::sameQuestion);
      if (each.answer() == Consent.Answer.GIVEN) standing.add(each);
    }
    return standing;
  }
}
