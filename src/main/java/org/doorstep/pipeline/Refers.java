package org.doorstep.pipeline;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.bridge.CaseId;
import org.doorstep.desk.Alarm;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.OutgoingId;
import org.doorstep.desk.SlackNews;
import org.doorstep.desk.SlackRef;
import org.doorstep.help.ArrangementId;
import org.doorstep.help.RequestId;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;

/**
 * What an inbound names, besides its sender: a dossier holds all of it.
 *
 * @param thread the post in whose thread it was said; its anchor leads to a request or a case
 */
public record Refers(
    Set<RequestId> requests,
    Set<ArrangementId> arrangements,
    Set<CaseId> cases,
    Set<PersonId> people,
    @Nullable SlackRef thread,
    @Nullable OutgoingId sent) {

  private static final Pattern ABOUT = Pattern.compile("([rcs][A-Za-z0-9]{6,24})(\\..*)?");
  private static final Pattern ANCHOR = Pattern.compile("(?:job|case)/(.+)");
  private static final Pattern CALLED = Pattern.compile("called/(c[A-Za-z0-9]{6,24})/.*");

  public static final Refers NOTHING =
      new Refers(Set.of(), Set.of(), Set.of(), Set.of(), null, null);

  public Refers {
    requests = Set.copyOf(requests);
    arrangements = Set.copyOf(arrangements);
    cases = Set.copyOf(cases);
    people = Set.copyOf(people);
  }

  public static Refers of(Inbound inbound) {
    return switch (inbound) {
      case Inbound.Said said -> ofTap(said.content().tap());
      case Inbound.Reworded reworded -> NOTHING;
      case Inbound.HomeOpened opened -> NOTHING;
      case Inbound.HandedIn form -> ofTap(form.tap());
      case Inbound.Pressed pressed -> ofTap(pressed.tap());
      case Inbound.InThread in ->
          new Refers(Set.of(), Set.of(), Set.of(), Set.of(), in.thread(), null);
      case Inbound.Amended in ->
          new Refers(Set.of(), Set.of(), Set.of(), Set.of(), in.thread(), null);
      case Inbound.Reported reported ->
          new Refers(Set.of(), Set.of(), Set.of(), Set.of(), null, reported.outgoing());
      case Inbound.Unposted unposted -> unposted(unposted.anchor());
      case Inbound.Left left -> NOTHING;
      case Inbound.CellEdited edited -> NOTHING;
      case Inbound.SlackTold told ->
          switch (told.news()) {
            case SlackNews.Unseen unseen -> ofAnchor(unseen.anchor());
            case SlackNews.Seen seen -> ofAnchor(seen.anchor());
            case SlackNews.Gone gone -> NOTHING;
            case SlackNews.Back back -> NOTHING;
          };
      case Inbound.Rang rang -> ofAlarm(rang.alarm());
    };
  }

  /** What an anchor stands for: {@code job/r…}, {@code case/c…}. */
  public static Refers ofAnchor(String anchor) {
    Matcher matcher = ANCHOR.matcher(anchor);
    return matcher.matches() ? ofAbout(matcher.group(1)) : NOTHING;
  }

  private static Refers unposted(String anchor) {
    Matcher called = CALLED.matcher(anchor);
    return called.matches() ? of(new CaseId(called.group(1))) : ofAnchor(anchor);
  }

  public Refers and(Refers other) {
    return new Refers(
        union(requests, other.requests),
        union(arrangements, other.arrangements),
        union(cases, other.cases),
        union(people, other.people),
        thread != null ? thread : other.thread,
        sent != null ? sent : other.sent);
  }

  private static Refers ofTap(@Nullable String encoded) {
    return Optional.ofNullable(encoded)
        .flatMap(Tap::decode)
        .map(tap -> ofAbout(tap.about()))
        .orElse(NOTHING);
  }

  private static Refers ofAbout(String about) {
    Matcher matcher = ABOUT.matcher(about);
    if (!matcher.matches()) return NOTHING;
    String id = matcher.group(1);
    return switch (id.charAt(0)) {
      case 'r' -> of(new RequestId(id));
      case 's' -> of(new ArrangementId(id));
      default -> of(new CaseId(id));
    };
  }

  private static Refers ofAlarm(Alarm alarm) {
    return switch (alarm) {
      case Alarm.NextWave a -> of(a.request());
      case Alarm.Taken a -> of(a.request());
      case Alarm.Silence a -> of(a.request());
      case Alarm.Turn a -> of(a.request()).and(a.volunteer() == null ? NOTHING : of(a.volunteer()));
      case Alarm.Late a -> of(a.request()).and(of(a.volunteer()));
      case Alarm.WithOfficer a -> of(a.request()).and(of(a.resident()));
      case Alarm.DidItArrive a -> of(a.request());
      case Alarm.Occasion a -> of(a.arrangement()).and(of(a.resident()));
      case Alarm.Expired a -> of(a.request());
      case Alarm.Unacknowledged a -> of(a.caseId());
      case Alarm.HandBack a -> of(a.caseId());
      case Alarm.OfficerGone a -> of(a.caseId());
      case Alarm.OfficersPages a -> NOTHING;
      case Alarm.OfficerBack a -> NOTHING;
      case Alarm.FormLeft a -> of(a.person());
      case Alarm.FormTimer a -> of(a.person());
      case Alarm.AskLater a -> of(a.person());
      case Alarm.SaidAll a -> of(a.person());
      case Alarm.Applied a -> of(a.person());
      case Alarm.Bulletin a -> NOTHING;
      case Alarm.BulletinLater a -> NOTHING;
      case Alarm.Digest a -> NOTHING;
      case Alarm.CircularOver a -> NOTHING;
      case Alarm.Outcome a -> of(a.person()).and(of(a.request()));
      case Alarm.HomeDue a -> of(a.person());
      case Alarm.Unanswered a -> of(a.request());
      case Alarm.Undecided a -> of(a.request());
      case Alarm.ThingOffered a -> of(a.owner());
      case Alarm.ThingFor a -> of(a.request());
      case Alarm.ThingFree a -> of(a.owner());
      case Alarm.ThingOver a -> of(a.owner());
      case Alarm.Lent a -> of(a.owner());
      case Alarm.Longer a -> of(a.owner());
      case Alarm.CaseExpired a -> of(a.caseId());
      case Alarm.LongSilent a -> of(a.person());
    };
  }

  private static Refers of(PersonId person) {
    return new Refers(Set.of(), Set.of(), Set.of(), Set.of(person), null, null);
  }

  private static Refers of(RequestId request) {
    return new Refers(Set.of(request), Set.of(), Set.of(), Set.of(), null, null);
  }

  private static Refers of(ArrangementId id) {
    return new Refers(Set.of(), Set.of(id), Set.of(), Set.of(), null, null);
  }

  private static Refers of(CaseId id) {
    return new Refers(Set.of(), Set.of(), Set.of(id), Set.of(), null, null);
  }

  private static <T> Set<T> union(Set<T> one, Set<T> other) {
    Set<T> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return all;
  }
}
