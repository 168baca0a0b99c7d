package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorstep.people.Amendment;
import org.doorstep.people.Amendment.How;
import org.doorstep.people.Need;
import org.doorstep.people.Person;
import org.doorstep.people.Volunteering;
import org.doorstep.talk.Talk;
import org.doorstep.talk.Tap;

/** The form of what somebody offers was handed in: it comes to the same as saying it. */
record HandedOffer(Wording wording) {

  void handed(Draft draft, Person me, Inbound.HandedIn form, Tap tap) {
    Volunteering offer = me.volunteering();
    Wording theirs = wording.to(draft, me.id());
    if (offer == null) {
      draft.tell(me.id(), theirs.say("common.not-volunteer"), HOLD);
      return;
    }
    List<Amendment> changes = changes(form, tap, theirs.talk());
    Set<Need> all = needs(OfferForm.needs(theirs.talk()), theirs.talk());
    Amended amended = Amended.of(theirs, draft, me, all, changes);
    if (amended.offer() == null || amended.offer().equals(offer)) {
      String id = amended.offer() == null ? "none-left" : "unchanged";
      draft.tell(me.id(), theirs.say(OfferWords.FLOW + "." + id), HOLD);
    } else {
      draft.put(me.offering(amended.offer()));
      draft.tell(
          me.id(), theirs.say(OfferWords.FLOW + ".changed", Map.of("list", amended.lines())), HOLD);
    }
  }

  /** What reads otherwise than it was filled in: the rest may have changed since. */
  private static List<Amendment> changes(Inbound.HandedIn form, Tap tap, Talk talk) {
    Map<String, List<String>> before = OfferForm.filled(tap, talk);
    List<Amendment> all = new ArrayList<>();
    for (String field : OfferForm.FIELDS) {
      List<String> now = form.fields().getOrDefault(field, List.of());
      List<String> was = before.getOrDefault(field, List.of());
      if (same(field, now, was)) continue;
      switch (field) {
        case "days" -> all.add(new Amendment.Days(How.EXACTLY, OfferForm.days(now)));
        case "hours" -> all.add(new Amendment.Times(How.EXACTLY, OfferForm.hours(now)));
        case "quiet" ->
            all.add(new Amendment.Quiet(OfferForm.hours(now).stream().findFirst().orElse(null)));
        case "reach" -> OfferForm.metres(now).ifPresent(far -> all.add(new Amendment.Far(far)));
        case "travel" -> all.add(new Amendment.Travels(How.EXACTLY, OfferForm.ways(now)));
        case "likes" -> all.add(new Amendment.Likes(How.EXACTLY, needs(now, talk)));
        default -> all.add(new Amendment.Speaks(How.EXACTLY, OfferForm.tongues(now)));
      }
    }
    return all;
  }

  private static boolean same(String field, List<String> now, List<String> was) {
    boolean hours = field.equals("hours") || field.equals("quiet");
    return hours
        ? OfferForm.hours(now).equals(OfferForm.hours(was))
        : new HashSet<>(now).equals(new HashSet<>(was));
  }

  private static Set<Need> needs(List<String> picked, Talk talk) {
    return OfferForm.needs(talk).stream()
        .filter(picked::contains)
        .map(Need::new)
        .collect(Collectors.toSet());
  }
}
