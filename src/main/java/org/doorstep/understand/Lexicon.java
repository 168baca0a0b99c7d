package org.doorstep.understand;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Understands with word lists from {@code conversation-flows/vocab} and the grammar of this room.
 * Holds nothing that changes: one is enough for all.
 */
public final class Lexicon implements Understanding {

  private static final String ENGLISH = Language.ENGLISH.tag();

  /** Understood in whatever language the rest is written. */
  private static final Set<String> ALWAYS = Set.of("danger", "jobs");

  /** Vocabularies of messages under what they are for and the needs they name. */
  private static final List<String> TELLING =
      List.of("examples", "message-examples", "disaster-examples");

  /** Vocabularies of everyday messages: as good as any to learn from what no danger looks like. */
  private static final List<String> HARMLESS =
      List.of("examples", "message-examples", "reply-examples");

  /** In the labels of those that may tell of danger all the same. */
  private static final String WORRYING = "health";

  /** Kinds of words: a child, a part of the body, an illness. */
  private static final String SIGNS = "danger-signs";

  private final Speller speller;
  private final DangerReader dangers;
  private final ReplyReader replies;
  private final Map<String, PlaceReader> places = new HashMap<>();
  private final MessageReader messages;

  private Lexicon(Tongues tongues) {
    Languages languages = new Languages(tongues.english("languages"));
    WordIds ids = new WordIds();
    Phrasebook needs = book("needs", tongues, ids, languages);
    Phrasebook flags = book("flags", tongues, ids, languages);
    Phrasebook intents = book("intents", tongues, ids, languages);
    Phrasebook dangerWords = book("danger", tongues, ids, languages);
    Phrasebook replyWords = book("replies", tongues, ids, languages);
    Phrasebook jobNames = book("jobs", tongues, ids, languages);
    TimeWords time = new TimeWords(tongues.all("time"));
    speller = new Speller(ids, languages);
    for (String tag : tongues.tags()) {
      speller.shorten(tag, tongues.in("shorthand", tag));
      languages.learn(tag, time.words(tag));
      for (WordLists relations : List.of(tongues.in("relations", tag)))
        relations.words().values().forEach(words -> languages.learn(tag, Set.copyOf(words)));
      Set<String> known = new HashSet<>(time.words(tag));
      List.of(needs, flags, dangerWords, replyWords).forEach(b -> known.addAll(b.words(tag)));
      Set<String> right = new HashSet<>(intents.words(tag));
      right.addAll(languages.words(tag));
      right.addAll(speller.shortForms(tag));
      tongues.in("classes", tag).words().values().forEach(right::addAll);
      tongues.in("spelling", tag).words().values().forEach(right::addAll);
      speller.spell(tag, known, right);
    }
    Topics topics = new Topics();
    tongues.all("topics").forEach(topics::add);
    for (String tag : tongues.tags()) places.put(tag, new PlaceReader(tongues.with("places", tag)));
    NeedReader needReader = new NeedReader(needs);
    // what is learnt takes most of the time, and none of it needs the others
    List<Object> learnt =
        Stream.<Supplier<Object>>of(
                () -> judge(tongues, needReader, new IntentReader(intents), topics),
                () -> model(tongues),
                () -> replyModel(tongues, topics))
            .parallel()
            .map(Supplier::get)
            .toList();
    messages =
        new MessageReader(
            needReader,
            (Judge) learnt.get(0),
            new FlagReader(flags),
            new WhoReader(tongues.all("relations")),
            new WhenReader(time),
            this::place);
    dangers = new DangerReader(dangerWords, (DangerModel) learnt.get(1));
    JobWords jobWords = new JobWords(tongues.english("jobs"), speller.shorthand(ENGLISH));
    JobFinder jobs = new JobFinder(needReader, jobNames, topics, jobWords, this::words);
    replies = new ReplyReader(replyWords, (ReplyModel) learnt.get(2), jobs);
  }

  private ReplyModel replyModel(Tongues tongues, Topics topics) {
    List<ReplyModel.Example> examples = new ArrayList<>();
    for (WordLists lists : tongues.all("reply-examples"))
      lists.each((label, _, text) -> examples.add(new ReplyModel.Example(words(text), label)));
    return new ReplyModel(examples, new Signs(tongues.all(SIGNS)), new Features(topics));
  }

  private DangerModel model(Tongues tongues) {
    List<DangerModel.Example> examples = new ArrayList<>();
    for (WordLists lists : tongues.all("danger-examples"))
      lists.each(
          (kind, _, text) ->
              examples.add(new DangerModel.Example(words(text), DangerReader.danger(kind))));
    for (String harmless : HARMLESS)
      for (WordLists lists : tongues.all(harmless))
        lists.each(
            (key, _, text) -> {
              if (!key.contains(WORRYING)) examples.add(new DangerModel.Example(words(text), null));
            });
    return new DangerModel(examples, new Signs(tongues.all(SIGNS)));
  }

  private Judge judge(Tongues tongues, NeedReader needs, IntentReader intents, Topics topics) {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (String name : TELLING)
      for (WordLists lists : tongues.all(name))
        lists.each((key, _, line) -> lines.computeIfAbsent(key, _ -> new ArrayList<>()).add(line));
    Map<String, List<Words>> examples = new LinkedHashMap<>();
    lines.forEach((key, all) -> examples.put(key, all.parallelStream().map(this::words).toList()));
    List<String> names = List.copyOf(tongues.english("needs").entries().keySet());
    return new Judge(needs, intents, new Features(topics), names, examples);
  }

  private static Phrasebook book(String name, Tongues tongues, WordIds ids, Languages languages) {
    Phrasebook book = new Phrasebook(ALWAYS.contains(name));
    for (String tag : tongues.tags()) {
      book.add(tongues.in(name, tag), tongues.with("classes", tag).words(), ids);
      languages.learn(tag, book.words(tag));
    }
    return book;
  }

  /**
   * @param yamlByFileName the texts of {@code conversation-flows/vocab/*.yml} and of {@code
   *     conversation-flows/locales/*}{@code /vocab/*.yml}, by file name; each says its language
   */
  public static Understanding of(Map<String, String> yamlByFileName) {
    return new Lexicon(new Tongues(new TreeMap<>(yamlByFileName).values()));
  }

  @Override
  public Reading read(String text, ZonedDateTime now) {
    return messages.read(words(text), now);
  }

  @Override
  public Optional<Danger> danger(String text) {
    return alarm(text).map(Alarm::danger);
  }

  @Override
  public Optional<Alarm> alarm(String text) {
    return dangers.in(words(text));
  }

  @Override
  public Reply reply(String text, List<JobLabel> jobs) {
    return replies.read(words(text), jobs);
  }

  @Override
  public List<String> placesIn(String text) {
    Words message = words(text);
    return place(message).all(message);
  }

  @Override
  public Language language(String text) {
    return words(text).language();
  }

  private PlaceReader place(Words message) {
    PlaceReader own = places.get(message.language().tag());
    return own == null ? Objects.requireNonNull(places.get(ENGLISH)) : own;
  }

  private Words words(String text) {
    return Words.of(text, speller);
  }
}
