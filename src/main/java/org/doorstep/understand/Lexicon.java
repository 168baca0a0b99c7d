package org.doorstep.understand;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.doorstep.people.Need;
import org.jspecify.annotations.Nullable;

/**
 * Understands with word lists from {@code conversation-flows/vocab} and the grammar of this room.
 * Holds nothing that changes: one is enough for all.
 */
public final class Lexicon implements Understanding {

  private static final String ENGLISH = Language.ENGLISH.tag();

  /** Understood in whatever language the rest is written. */
  private static final Set<String> ALWAYS = Set.of("danger", "jobs");

  /** Kinds of words: a child, a part of the body, an illness. */
  private static final String SIGNS = "danger-signs";

  private final Speller speller;
  private final DangerReader dangers;
  private final ReplyReader replies;
  private final Map<String, PlaceReader> places = new HashMap<>();
  private final MessageReader messages;
  private final OutlayReader outlays;
  private final ThingReader things;
  private final OfferReader offers;
  private final Set<Need> needs;
  private final LongerReader keeping;
  private final ServiceWords services;
  private final CautionReader cautions;
  private final Footprint learntFrom;
  private final Learnt learnt;

  /**
   * @param kept what was learnt from the same words before; null to learn it now
   */
  private Lexicon(Tongues tongues, Footprint learntFrom, @Nullable Pages kept) {
    this.learntFrom = learntFrom;
    Languages languages = new Languages(tongues.english("languages"));
    WordIds ids = new WordIds();
    Phrasebook needs = book("needs", tongues, ids, languages);
    Phrasebook flags = book("flags", tongues, ids, languages);
    Phrasebook intents = book("intents", tongues, ids, languages);
    Phrasebook dangerWords = book("danger", tongues, ids, languages);
    Phrasebook replyWords = book("replies", tongues, ids, languages);
    Phrasebook guarding = guarding(tongues, ids);
    cautions = new CautionReader(guarding);
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
      right.addAll(guarding.words(tag));
      right.addAll(speller.shortForms(tag));
      tongues.in("classes", tag).words().values().forEach(right::addAll);
      tongues.in("spelling", tag).words().values().forEach(right::addAll);
      speller.spell(tag, known, right);
    }
    speller.settle();
    Topics topics = new Topics();
    tongues.all("topics").forEach(topics::add);
    for (String tag : tongues.tags()) places.put(tag, new PlaceReader(tongues.with("places", tag)));
    NeedReader needReader = new NeedReader(needs);
    IntentReader intentReader = new IntentReader(intents);
    Features features = new Features(topics);
    List<String> names = List.copyOf(tongues.english("needs").entries().keySet());
    Learnt.Means means =
        new Learnt.Means(
            needReader, intentReader, features, new Signs(tongues.all(SIGNS)), names, this::words);
    learnt = kept == null ? Learnt.from(tongues, means) : Learnt.read(kept, means);
    WhenReader when = new WhenReader(time);
    messages =
        new MessageReader(
            needReader,
            new Judge(intentReader, features, names, learnt.needs()),
            new FlagReader(flags),
            new WhoReader(tongues.all("relations")),
            when,
            this::place);
    outlays = new OutlayReader(tongues.all("payments"));
    offers = new OfferReader(tongues);
    this.needs = names.stream().map(Need::new).collect(Collectors.toUnmodifiableSet());
    things = new ThingReader(tongues.all("things"), tongues.all("giving"), tongues.all("spare"));
    keeping = new LongerReader(tongues.all("keeping"), things::number);
    services = new ServiceWords(tongues.all("directory"));
    dangers = new DangerReader(dangerWords, learnt.dangers());
    JobWords jobWords = new JobWords(tongues.english("jobs"), speller.shorthand(ENGLISH));
    JobFinder jobs =
        new JobFinder(needReader, jobNames, topics, jobWords, new JobTimes(when), this::words);
    replies = new ReplyReader(replyWords, learnt.replies(), jobs);
  }

  /** Nothing is learnt from these about which language is written. */
  private static Phrasebook guarding(Tongues tongues, WordIds ids) {
    Phrasebook book = new Phrasebook(true);
    for (String tag : tongues.tags()) {
      book.add(tongues.in("guarding", tag), tongues.with("classes", tag).words(), ids);
    }
    return book.indexed();
  }

  private static Phrasebook book(String name, Tongues tongues, WordIds ids, Languages languages) {
    Phrasebook book = new Phrasebook(ALWAYS.contains(name));
    for (String tag : tongues.tags()) {
      book.add(tongues.in(name, tag), tongues.with("classes", tag).words(), ids);
      languages.learn(tag, book.words(tag));
    }
    return book.indexed();
  }

  /**
   * @param yamlByFileName the texts of {@code conversation-flows/vocab/*.yml} and of {@code
   *     conversation-flows/locales/*}{@code /vocab/*.yml}, by file name; each says its language
   */
  public static Lexicon of(Map<String, String> yamlByFileName) {
    return of(yamlByFileName, new byte[0]);
  }

  /**
   * The same, and at once, if all has been learnt before.
   *
   * @param learnt what {@link #learnt} gave; of no use if it was learnt from other words
   */
  public static Lexicon of(Map<String, String> yamlByFileName, byte[] learnt) {
    SortedMap<String, String> files = new TreeMap<>(yamlByFileName);
    Footprint words = Footprint.of(files);
    if (!words.begins(learnt)) return new Lexicon(new Tongues(files.values()), words, null);
    files.keySet().removeIf(Learnt::teaches);
    return new Lexicon(new Tongues(files.values()), words, Pages.of(learnt, Footprint.LENGTH));
  }

  /** All that was learnt from the examples, to be kept. */
  public byte[] learnt() {
    Pages pages = Pages.blank(learntFrom.bytes());
    learnt.write(pages);
    return pages.written();
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
  public Optional<Outlay> outlay(String text) {
    return outlays.read(text);
  }

  @Override
  public Set<Caution> cautions(String text) {
    return cautions.in(words(text));
  }

  @Override
  public Optional<Spare> spare(String text) {
    return things.read(text, language(text));
  }

  @Override
  public Optional<Offering> offering(String text, String reads) {
    return offers.read(text, List.of(reads, language(text).tag(), ENGLISH));
  }

  @Override
  public Set<Need> needs() {
    return needs;
  }

  @Override
  public Set<Need> services(String text) {
    return services.in(text, language(text));
  }

  @Override
  public Set<String> serviceNamed(String text) {
    return services.named(text, language(text), placesIn(text));
  }

  @Override
  public boolean delivers(String text) {
    return services.deliver(text, language(text));
  }

  @Override
  public Optional<String> thing(String text) {
    return things.kind(text, language(text));
  }

  @Override
  public List<String> thingsWanted(Need need, String text) {
    return things.wanted(need, text, language(text));
  }

  @Override
  public Longer longer(String text, boolean until) {
    return keeping.read(text, language(text), thing(text).isPresent(), until);
  }

  @Override
  public int count(String text) {
    return things.count(text, language(text));
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
