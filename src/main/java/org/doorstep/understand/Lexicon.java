package org.doorstep.understand;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Understands with word lists from {@code conversation-flows/vocab} and the grammar of this room.
 * Holds nothing that changes: one is enough for all.
 */
public final class Lexicon implements Understanding {

  private final Map<String, String> shorthand = new HashMap<>();
  private final WordIds ids = new WordIds();
  private final Spelling spelling;
  private final DangerReader dangers;
  private final ReplyReader replies;
  private final PlaceReader places;
  private final MessageReader messages;

  private Lexicon(Map<String, WordLists> lists) {
    Map<String, List<String>> classes = lists("classes", lists).words();
    lists("shorthand", lists)
        .words()
        .forEach((word, shorts) -> shorts.forEach(s -> shorthand.put(s, word)));
    Phrasebook needs = new Phrasebook(lists("needs", lists), classes, ids);
    Phrasebook flags = new Phrasebook(lists("flags", lists), classes, ids);
    Phrasebook intents = new Phrasebook(lists("intents", lists), classes, ids);
    Phrasebook dangerWords = new Phrasebook(lists("danger", lists), classes, ids);
    Phrasebook replyWords = new Phrasebook(lists("replies", lists), classes, ids);
    TimeWords time = new TimeWords(lists("time", lists));
    Set<String> known = new HashSet<>();
    List.of(needs, flags, dangerWords, replyWords).forEach(book -> known.addAll(book.words()));
    known.addAll(time.words());
    Set<String> right = new HashSet<>(intents.words());
    right.addAll(shorthand.keySet());
    right.addAll(shorthand.values());
    classes.values().forEach(right::addAll);
    lists("spelling", lists).words().values().forEach(right::addAll);
    spelling = new Spelling(known, right);
    places = new PlaceReader(lists("places", lists));
    dangers = new DangerReader(dangerWords);
    NeedReader needReader = new NeedReader(needs);
    replies = new ReplyReader(replyWords, needReader, new JobFinder(needReader, shorthand));
    messages =
        new MessageReader(
            needReader,
            new IntentReader(intents),
            new FlagReader(flags),
            new WhoReader(lists("relations", lists)),
            new WhenReader(time),
            places);
  }

  /**
   * @param yamlByFileName the texts of {@code conversation-flows/vocab/*.yml}, by file name
   */
  public static Understanding of(Map<String, String> yamlByFileName) {
    Map<String, WordLists> lists = new HashMap<>();
    for (String yaml : yamlByFileName.values()) {
      WordLists one = WordLists.parse(yaml);
      lists.put(one.name(), one);
    }
    return new Lexicon(lists);
  }

  private static WordLists lists(String name, Map<String, WordLists> lists) {
    return lists.getOrDefault(name, WordLists.none(name));
  }

  @Override
  public Reading read(String text, ZonedDateTime now) {
    return messages.read(words(text), now);
  }

  @Override
  public Optional<Danger> danger(String text) {
    return dangers.in(words(text));
  }

  @Override
  public Reply reply(String text, List<JobLabel> jobs) {
    return replies.read(words(text), jobs);
  }

  @Override
  public List<String> placesIn(String text) {
    return places.all(words(text));
  }

  private Words words(String text) {
    return Words.of(text, shorthand, spelling, ids);
  }
}
