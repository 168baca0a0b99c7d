package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.doorstep.cell.Officer;
import org.doorstep.help.When;
import org.doorstep.people.Address;
import org.doorstep.understand.Found;
import org.doorstep.understand.Understanding;
import org.jspecify.annotations.Nullable;

/**
 * Whoever looks at cases goes off duty, with somebody else in their place, and is back by itself
 * when the time is over. Somebody is on duty at any time.
 */
final class GoingOff {

  /** Nobody is away for longer without saying so again. */
  private static final Duration AT_MOST = Duration.ofDays(366);

  private final Understanding understanding;
  private final Wording wording;

  GoingOff(Understanding understanding, Wording wording) {
    this.understanding = understanding;
    this.wording = wording;
  }

  /** Whoever stands in is told, and so are those whose page changes. */
  static List<Enquiry> asks(Dossier dossier) {
    return List.of(new Enquiry.OfRoll(new RollCall.Leads(Caseworker.addresses(dossier.cell()))));
  }

  /** "until Monday, Derek stands in". */
  void off(Draft draft, Caseworker me, String words) {
    Optional<Instant> until = until(draft, words);
    if (until.isEmpty()) {
      say(draft, me, "away-when", Map.of());
      return;
    }
    List<Officer> named =
        me.colleagues(draft.cell()).stream()
            .filter(o -> !o.slackUser().equals(me.user()) && !o.name().equals(me.as().name()))
            .filter(o -> names(words, o))
            .toList();
    if (named.size() > 1) say(draft, me, "away-which", Map.of());
    else off(draft, me, until.get(), named.isEmpty() ? null : named.getFirst());
  }

  /** As the form has it: a day, and the Slack user who stands in, or nothing. */
  void off(Draft draft, Caseworker me, String day, String standIn) {
    Optional<Instant> until = AwayForm.begins(day, draft.cell().rules().quietHours().to(), draft);
    Officer other =
        me.colleagues(draft.cell()).stream()
            .filter(o -> o.slackUser().equals(standIn) && !standIn.equals(me.user()))
            .findFirst()
            .orElse(null);
    if (until.isEmpty()) say(draft, me, "away-when", Map.of());
    else off(draft, me, until.get(), other);
  }

  private void off(Draft draft, Caseworker me, Instant until, @Nullable Officer standIn) {
    Instant now = draft.now();
    Duty duty = draft.duty();
    List<Officer> colleagues = me.colleagues(draft.cell());
    if (!until.isAfter(now) || until.isAfter(now.plus(AT_MOST))) {
      say(draft, me, "away-past", Map.of());
    } else if (standIn != null && !duty.isOn(standIn.slackUser(), now)) {
      say(draft, me, "stand-in-away", new Away(words(me)).values(draft, standIn, colleagues));
    } else if (colleagues.stream()
        .noneMatch(o -> !o.slackUser().equals(me.user()) && duty.isOn(o.slackUser(), now))) {
      say(draft, me, "only-one", Map.of());
    } else {
      Duty.Off off = new Duty.Off(until, standIn == null ? null : standIn.slackUser());
      draft.put(duty.off(me.user(), off));
      draft.wake(new Alarm.OfficerBack(me.user(), until), until);
      say(draft, me, "gone-off", new Away(words(me)).values(draft, me.as(), colleagues));
      tellStandIn(draft, me, until, colleagues);
    }
  }

  private void tellStandIn(Draft draft, Caseworker me, Instant until, List<Officer> colleagues) {
    Away.instead(draft, me.as(), colleagues)
        .flatMap(other -> head(draft, other.slackUser()))
        .ifPresent(
            head ->
                new Heads(wording)
                    .tell(
                        draft,
                        head,
                        theirs ->
                            theirs.say(
                                "officers.you-stand-in",
                                Map.of(
                                    "officer", me.as().name(),
                                    "until", theirs.clock(draft, until)))));
  }

  private static Optional<Roll.Head> head(Draft draft, String user) {
    Address address = Address.slack(user);
    return draft.dossier().answers().roll().leads().stream()
        .filter(head -> head.address().equals(address))
        .findFirst();
  }

  /** Sooner than they said, or though they are. */
  void back(Draft draft, Caseworker me) {
    boolean away = !draft.duty().isOn(me.user(), draft.now());
    draft.silence(Alarm.OfficerBack.keyOf(me.user()));
    if (away) draft.put(draft.duty().on(me.user()));
    say(draft, me, away ? "back" : "on-duty-already", Map.of());
  }

  /** Their time is over. */
  void rang(Draft draft, Alarm.OfficerBack alarm) {
    Duty.Off off = draft.duty().off().get(alarm.user());
    if (off == null || !off.until().equals(alarm.until())) return;
    draft.put(draft.duty().on(alarm.user()));
    head(draft, alarm.user())
        .ifPresent(
            head ->
                new Heads(wording)
                    .tell(draft, head, theirs -> theirs.say("officers.back-by-itself")));
  }

  // ---- what they wrote

  /** A day begins when volunteers may be asked again. */
  private Optional<Instant> until(Draft draft, String words) {
    ZonedDateTime here = draft.now().atZone(draft.cell().zone());
    Found<When> read = understanding.read(words, here).when();
    When when = read == null ? null : read.value();
    if (when == null || (when.date() == null && when.time() == null)) return Optional.empty();
    LocalTime morning = draft.cell().rules().quietHours().to();
    LocalTime time =
        when.time() != null ? when.time() : when.part() != null ? when.part().begin() : morning;
    return Optional.of(
        (when.date() == null ? here.toLocalDate() : when.date())
            .atTime(time)
            .atZone(draft.cell().zone())
            .toInstant());
  }

  /** By any word of their name, or a slip of one letter. */
  private static boolean names(String words, Officer officer) {
    for (String name : tokens(officer.name())) {
      if (name.length() < 3) continue;
      for (String word : tokens(words)) if (near(word, name)) return true;
    }
    return false;
  }

  private static String[] tokens(String text) {
    return text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
  }

  private static boolean near(String word, String name) {
    if (word.equals(name)) return true;
    if (name.length() < 5 || Math.abs(word.length() - name.length()) > 1) return false;
    int same = 0;
    while (same < Math.min(word.length(), name.length())
        && word.charAt(same) == name.charAt(same)) {
      same++;
    }
    String a = word.substring(same);
    String b = name.substring(same);
    return rest(a, 1).equals(rest(b, 1)) || rest(a, 1).equals(b) || a.equals(rest(b, 1));
  }

  private static String rest(String text, int from) {
    return text.length() <= from ? "" : text.substring(from);
  }

  private Wording words(Caseworker me) {
    return wording.in(me.person().language());
  }

  private void say(Draft draft, Caseworker me, String id, Map<String, String> values) {
    Map<String, String> all = new LinkedHashMap<>(values);
    draft.tell(me.person().id(), words(me).say("officers." + id, all), HOLD);
  }
}
