package org.doorstep.village;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** A channel or a direct conversation, with its messages by time stamp. */
final class SlackRoom {

  enum Kind {
    CHANNEL,
    GROUP,
    IM;

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  final String id;
  final String name;
  final String purpose;
  final Kind kind;
  final Set<String> members;
  final TreeMap<String, SlackPost> posts = new TreeMap<>();

  SlackRoom(String id, String name, String purpose, Kind kind, Set<String> members) {
    this.id = id;
    this.name = name;
    this.purpose = purpose;
    this.kind = kind;
    this.members = Set.copyOf(members);
  }

  List<SlackPost> thread(String ts) {
    return posts.values().stream().filter(p -> p.reply() && ts.equals(p.threadTs())).toList();
  }
}
