package org.doorstep.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorstep.cell.Group;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.Kept;
import org.doorstep.help.Particulars;
import org.doorstep.help.Suitable;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Choice;
import org.jspecify.annotations.Nullable;

/** The post in the group's channel, where a job's state is always true. It names nobody in need. */
final class Board {

  private static final int SHOWN = 10;

  private final Wording wording;

  Board(Wording wording) {
    this.wording = wording;
  }

  void post(Draft draft, HelpRequest request) {
    String channel = channel(draft, request);
    if (channel == null) return;
    draft.say(
        new Outgoing.Post(
            draft.nextId(), channel, anchor(request), card(draft, request), false, Set.of()));
  }

  /** Another group looks after it from now on: it is in that one's channel, and over in this. */
  void handedOn(Draft draft, HelpRequest before, HelpRequest now) {
    String channel = channel(draft, before);
    if (channel != null && !notYetPosted(before)) {
      Wording group = wording.toCell(draft);
      Map<String, String> values = group.open(draft, now);
      Card card =
          new Card(
              group.words("job.card-title", values),
              List.of(group.words("neighbours.card", values)),
              null,
              List.of());
      draft.say(new Outgoing.Repost(draft.nextId(), channel, anchor(before), card, Set.of()));
    }
    post(draft, now);
  }

  /** In its post, or in its first one if it had none before this. */
  void update(Draft draft, HelpRequest request) {
    String channel = channel(draft, request);
    if (channel == null || notYetPosted(request)) return;
    if (!posted(draft, request)) {
      post(draft, request);
      return;
    }
    draft.say(
        new Outgoing.Repost(
            draft.nextId(), channel, anchor(request), card(draft, request), Set.of()));
  }

  /** In the post's thread: those who have just been asked, the first few with the reasons. */
  void whoAndWhy(Draft draft, HelpRequest request, List<Suitable> chosen) {
    Wording group = wording.toCell(draft);
    List<Suitable> shown = chosen.stream().limit(SHOWN).toList();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("list", new Reasons(group).lines(shown));
    if (chosen.size() > SHOWN) values.put("more", Integer.toString(chosen.size() - SHOWN));
    below(
        draft,
        request,
        group.words(request.search().alone() ? "job.why-alone" : "job.why-asked", values),
        shown.stream().map(s -> s.volunteer().id()).collect(Collectors.toSet()));
  }

  /** A line of ours below the post. */
  void thread(
      Draft draft, HelpRequest request, String id, Map<String, String> values, PersonId... about) {
    if (notYetPosted(request)) return;
    Wording group = wording.toCell(draft);
    Map<String, String> all = new LinkedHashMap<>(group.open(draft, request));
    all.putAll(values);
    below(draft, request, group.words(id, all), Set.of(about));
  }

  Map<String, String> named(Draft draft, PersonId volunteer) {
    return Map.of("volunteer", wording.toCell(draft).name(draft, volunteer));
  }

  private static void below(Draft draft, HelpRequest request, String words, Set<PersonId> named) {
    String channel = channel(draft, request);
    if (channel == null) return;
    draft.say(
        new Outgoing.InThread(
            draft.nextId(), channel, anchor(request), words, null, null, false, named));
  }

  private static boolean posted(Draft draft, HelpRequest request) {
    boolean before =
        draft.dossier().request(request.id().value()).filter(r -> !notYetPosted(r)).isPresent();
    return before || draft.posts(anchor(request));
  }

  private static boolean notYetPosted(HelpRequest request) {
    return request.search().round() == 1 && request.search().wave() == 0;
  }

  /** One that another group handed on has a post of its own with each. */
  static String anchor(HelpRequest request) {
    Particulars p = request.particulars();
    return "job/" + p.id() + (p.handedOnBy() == null ? "" : "." + p.group());
  }

  /** Whether a post was the job's before another group took it on. */
  static boolean wasAnchor(String anchor, HelpRequest request) {
    String first = "job/" + request.id();
    return !anchor.equals(anchor(request))
        && (anchor.equals(first) || anchor.startsWith(first + "."));
  }

  /** Below such a post: who looks after it now. */
  void elsewhere(Draft draft, String channel, String anchor, HelpRequest request) {
    Wording group = wording.toCell(draft);
    Map<String, String> values = new LinkedHashMap<>(group.open(draft, request));
    values.put("reference", Overview.reference(request));
    draft.say(
        new Outgoing.InThread(
            draft.nextId(),
            channel,
            anchor,
            group.words("neighbours.thread-elsewhere", values),
            null,
            null,
            false,
            Set.of()));
  }

  private static @Nullable String channel(Draft draft, HelpRequest request) {
    return draft.cell().group(request.particulars().group()).map(Group::slackChannel).orElse(null);
  }

  private Card card(Draft draft, HelpRequest request) {
    Wording group = wording.toCell(draft);
    Map<String, String> values = new LinkedHashMap<>(group.open(draft, request));
    values.put("asked", Integer.toString(request.search().asked().size()));
    return new Card(
        group.words("job.card-title", values),
        lines(draft, group, request, values),
        null,
        choices(group, request, values));
  }

  private static List<String> lines(
      Draft draft, Wording group, HelpRequest request, Map<String, String> values) {
    List<String> lines = new ArrayList<>();
    lines.add(group.words("job.card-when", values));
    if (values.containsKey("people")) lines.add(group.words("job.card-people", values));
    lines.add(state(draft, group, request, values));
    if (request instanceof HelpRequest.Seeking s && !s.search().handedOver()) {
      ReferThread.referred(request)
          .map(in -> group.words(Refer.FLOW + ".card-line", Map.of("by", in.name())))
          .ifPresent(lines::add);
    }
    int standing = request.standby().places().size();
    if (standing > 0) {
      lines.add(group.words("job.card-standby", Map.of("standing", Integer.toString(standing))));
    }
    return lines;
  }

  private static String state(
      Draft draft, Wording group, HelpRequest request, Map<String, String> values) {
    return switch (request) {
      case HelpRequest.Seeking s ->
          group.words(
              s.search().handedOver()
                  ? "job.card-passed-on"
                  : s.search().alone() ? "job.card-alone" : "job.card-open",
              values);
      case Kept k -> {
        values.put("volunteer", group.name(draft, k.volunteer()));
        yield group.words("job.card-kept", values);
      }
      case InTriage t -> group.words("triage.card-deciding", values);
      case WithOfficer w -> group.words("job.card-with-officer", values);
      case HelpRequest.Claimed c -> {
        values.put("volunteer", group.name(draft, c.holder()));
        yield group.words("job.card-taken", values);
      }
      case Delivered d -> {
        values.put("volunteer", group.name(draft, d.holder()));
        yield group.words("job.card-done", values);
      }
      case HelpRequest.Closed c ->
          group.words(
              switch (c.outcome()) {
                case ARRIVED, ASSUMED_DONE -> "job.card-finished";
                case CANCELLED, CANCELLED_WITH_OFFICER, FORGOTTEN, NOT_HEARD_OF ->
                    "job.card-closed";
                case SIGNPOSTED -> "job.card-closed";
                case BY_OFFICER -> "job.card-by-officer";
              },
              values);
    };
  }

  /** While one is asked alone, nobody else is. */
  private static List<Choice> choices(
      Wording group, HelpRequest request, Map<String, String> values) {
    String about = JobRef.to(request).about();
    return switch (request) {
      case HelpRequest.Seeking s when s.search().alone() -> List.of();
      case HelpRequest.Seeking s -> group.say("job.card-take", about, values).choices();
      case Kept k -> group.say("job.card-stand-by", about, values).choices();
      case HelpRequest.Claimed c -> group.say("job.card-stand-by", about, values).choices();
      case InTriage t -> List.of();
      case WithOfficer w -> List.of();
      case Delivered d -> List.of();
      case HelpRequest.Closed c -> List.of();
    };
  }
}
