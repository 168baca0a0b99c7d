package org.doorstep.talk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorstep.help.When;
import org.doorstep.understand.Understanding;
import org.doorstep.understand.Vocabulary;
import org.jspecify.annotations.Nullable;

/** {@link Talk} as it is written in a folder of flows. */
public final class FlowBook implements Talk {

  static final String ENGLISH = "en";

  private final String language;
  private final Map<String, FlowBook> languages;
  private final Locales locales;
  private final List<Gap> gaps;
  private final Library library;
  private final Lines lines;
  private final Shown shown;
  private final Answers answers;
  private final Commands commands;
  private final Engine engine;
  private final Timers timers;

  private FlowBook(
      String language,
      Map<String, FlowBook> languages,
      Locales locales,
      List<Gap> gaps,
      Library library,
      List<Command> everywhere,
      Understanding understanding) {
    this.language = language;
    this.languages = languages;
    this.locales = locales;
    this.gaps = gaps;
    this.library = library;
    lines = new Lines(library, LanguageTag.rightToLeft(language));
    shown = new Shown(library);
    answers = new Answers(library.common());
    commands = new Commands(library, everywhere, lines, answers);
    Questions questions = new Questions(library, lines, shown);
    Filling filling = new Filling(library, understanding, answers, questions);
    Listening listening = new Listening(library, filling, answers, new Besides(library, answers));
    Stage stage = new Stage(library, lines, shown, questions);
    Reaction reaction = new Reaction(stage);
    Picking picking = new Picking(listening, answers, questions, reaction, stage);
    timers = new Timers(library, stage);
    engine = new Engine(library, commands, filling, listening, picking, reaction, stage, timers);
  }

  /**
   * Reads all flows in all languages, or says everything that is wrong with them.
   *
   * @param files texts by path within the folder: {@code common.yml}, {@code templates.yml}, {@code
   *     flows/join.yml}, {@code locales/pl/flows/join.yml}; other files are passed over
   * @param vocabularies the English ones, by name: {@code needs}
   */
  public static Loading load(
      Map<String, String> files,
      Understanding understanding,
      Map<String, Vocabulary> vocabularies) {
    Faults faults = new Faults();
    Map<String, Item.Table> tables = LibraryReader.tables(files, faults);
    Library english = new LibraryReader(tables, f -> f, faults).read(vocabularies);
    Locales locales = new Locales(files, tables, vocabularies, faults);
    List<Locales.Translated> others = english == null ? List.of() : locales.read();
    if (english != null) Released.read(files, faults).check(english, faults);
    if (english == null || !faults.none()) return new Loading.Faulty(faults.sorted());
    List<Locales.Translated> all = new ArrayList<>(others);
    all.addFirst(new Locales.Translated(ENGLISH, english, List.of()));
    List<Command> locked =
        all.stream()
            .flatMap(t -> t.library().common().commands().values().stream())
            .filter(Command::locked)
            .toList();
    List<Gap> gaps = others.stream().flatMap(t -> t.gaps().stream()).toList();
    Map<String, FlowBook> books = new LinkedHashMap<>();
    for (Locales.Translated one : all) {
      FlowBook book =
          new FlowBook(one.language(), books, locales, gaps, one.library(), locked, understanding);
      books.put(one.language().toLowerCase(Locale.ROOT), book);
    }
    return new Loading.Loaded(Objects.requireNonNull(books.get(ENGLISH)));
  }

  /** What is missing or stale in any language; English is said instead, or what was said before. */
  public List<Gap> gaps() {
    return gaps;
  }

  /** The same for one language, which need not be there yet. */
  public List<Gap> gaps(String tag) {
    return languages.containsKey(tag.toLowerCase(Locale.ROOT))
        ? gaps.stream().filter(g -> g.language().equals(tag)).toList()
        : locales.without(tag);
  }

  /** Whether a language is called so: {@code ro}, {@code ur-Latn}. */
  public static boolean isLanguage(String tag) {
    return LanguageTag.proper(tag);
  }

  @Override
  public Talk in(String tag) {
    for (String each : LanguageTag.fallbacks(tag)) {
      FlowBook book = languages.get(each);
      if (book != null) return book;
    }
    return languages.getOrDefault(ENGLISH, this);
  }

  @Override
  public String language() {
    return language;
  }

  @Override
  public List<String> languages() {
    return languages.values().stream().map(FlowBook::language).toList();
  }

  @Override
  public Optional<String> languageNamed(String text) {
    String said = Wording.plain(text);
    String polite = String.join(" ", answers.polite(Wording.tokens(text)));
    List<String> english = asking(ENGLISH);
    for (FlowBook book : languages.values()) {
      List<String> theirs = new ArrayList<>(asking(book.language));
      if (book != languages.get(ENGLISH)) theirs.removeAll(english);
      if (theirs.contains(said) || theirs.contains(polite)) return Optional.of(book.language);
    }
    return Optional.empty();
  }

  private List<String> asking(String tag) {
    FlowBook book = languages.get(tag.toLowerCase(Locale.ROOT));
    return book == null ? List.of() : book.library.common().answer("language");
  }

  /**
   * What this book can say and a newer one cannot: messages and their answers, which the program
   * says by their ids.
   */
  public List<String> lost(FlowBook newer) {
    return library.spokenButNotBy(newer.library);
  }

  /** The flows that can be begun. */
  public List<String> forms() {
    return library.forms();
  }

  /** A Mermaid picture of each flow, by the flow's name. */
  public SortedMap<String, String> pictures() {
    SortedMap<String, String> pictures = new TreeMap<>();
    library.all().forEach((name, flow) -> pictures.put(name, Picture.of(flow)));
    return pictures;
  }

  /** What is too large, too deep or too clever to be read at all; for files of other rooms too. */
  public static List<Fault> illegible(Map<String, String> files) {
    Faults faults = new Faults();
    files.forEach((file, text) -> YamlLimits.kept(file, text, faults));
    return faults.sorted();
  }

  /**
   * The file that says which shapes have gone out, with those of today in it.
   *
   * @param files as for {@link #load}
   */
  public String released(Map<String, String> files) {
    return Released.read(files, new Faults()).with(library);
  }

  @Override
  public Utterance say(String id, String about, Map<String, String> values) {
    return lines.say(flow(id), Library.key(id), message(id), about, values);
  }

  @Override
  public Question question(String flow, String slot) {
    return Questions.alone(library, lines, library.stating(flow), slot);
  }

  @Override
  public String edition(String id) {
    return Original.mark(message(id).say());
  }

  @Override
  public boolean knows(String id) {
    return library.message(id).isPresent();
  }

  @Override
  public Utterance choose(String id, Map<String, String> values, List<Choice> choices) {
    List<Choice> shortened = choices.stream().map(Lines::shortened).toList();
    return lines.say(flow(id), Library.key(id), message(id), "", values, shortened);
  }

  @Override
  public Tap tap(String id, String choice, String about) {
    return new Tap(flow(id).name(), flow(id).version(), Library.key(id), choice, about);
  }

  @Override
  public String words(String id, Map<String, String> values) {
    return lines.fill(message(id).say(), values);
  }

  @Override
  public String when(When when, Instant now, ZoneId zone) {
    return shown.times().say(when, now, zone);
  }

  @Override
  public String label(String vocabulary, String key) {
    return shown.label(vocabulary, key);
  }

  @Override
  public Optional<String> answer(String id, String text) {
    return answers.match(text, message(id).choices()).map(Option::key);
  }

  @Override
  public Optional<String> interrupt(String text) {
    return commands.order(text, true).map(o -> o.command().name());
  }

  @Override
  public Optional<String> named(String command, String text) {
    return commands.named(command, text);
  }

  @Override
  public Optional<LeadsOrder> leadsOrder(String text) {
    return commands.leads(text);
  }

  @Override
  public List<TemplateText> templates() {
    List<Gap> missing =
        gaps.stream()
            .filter(g -> g.language().equals(language) && g.kind() == Gap.Kind.MISSING)
            .toList();
    return library.templates().values().stream()
        .filter(t -> missing.stream().noneMatch(g -> g.within("templates." + t.name())))
        .toList();
  }

  @Override
  public Turn begin(String flow, Heard heard, Setting setting) {
    return engine.begin(library.stating(flow), heard, setting);
  }

  @Override
  public Turn hear(@Nullable Conversation conversation, Heard heard, Setting setting) {
    return engine.hear(conversation, heard, setting);
  }

  @Override
  public boolean answered(@Nullable Conversation conversation, String text, Setting setting) {
    return engine.answered(conversation, text, setting);
  }

  @Override
  public Optional<Instant> rings(Conversation conversation, Instant after) {
    return timers.next(conversation, after);
  }

  @Override
  public Turn rang(Conversation conversation, Setting setting) {
    return engine.rang(conversation, setting);
  }

  @Override
  public Turn again(Conversation conversation, Setting setting) {
    return engine.again(conversation, setting);
  }

  private Message message(String id) {
    return library.message(id).orElseThrow(() -> new IllegalArgumentException("no message " + id));
  }

  private Flow flow(String id) {
    int dot = id.indexOf('.');
    if (dot < 0) throw new IllegalArgumentException("not a message's id: " + id);
    return library.stating(id.substring(0, dot));
  }
}
