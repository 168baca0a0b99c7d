package org.doorstep.understand;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All that is learnt from the written examples. It takes a while, and the same words always teach
 * the same, so that it can be kept.
 *
 * @param needs what messages are for and which needs they name
 */
record Learnt(Classifier needs, DangerModel dangers, ReplyModel replies) {

  /** Vocabularies of messages under what they are for and the needs they name. */
  private static final List<String> TELLING =
      List.of("examples", "message-examples", "disaster-examples");

  /** Vocabularies of everyday messages: as good as any to learn from what no danger looks like. */
  private static final List<String> HARMLESS =
      List.of("examples", "message-examples", "reply-examples");

  /** Vocabularies of what people say of times, places, each other and things: no danger either. */
  private static final List<String> EVERYDAY =
      List.of(
          "time",
          "offering",
          "relations",
          "places",
          "things",
          "giving",
          "payments",
          "keeping",
          "spare",
          "jobs");

  /** A single word is never weighed. */
  private static final int SHORTEST = 2;

  /** In the labels of those that may tell of danger all the same. */
  private static final String WORRYING = "health";

  private static final Pattern TEACHING = Pattern.compile("(?:.*/)?[^/]*examples[^/]*\\.yml");

  /** Whether a file is of no use once it has been learnt from. */
  static boolean teaches(String file) {
    return TEACHING.matcher(file).matches();
  }

  /**
   * What learning goes by.
   *
   * @param words how a line is read
   */
  record Means(
      NeedReader needs,
      IntentReader intents,
      Features features,
      Signs signs,
      List<String> names,
      Function<String, Words> words) {}

  static Learnt from(Tongues tongues, Means means) {
    // none of it needs the others
    List<Object> learnt =
        Stream.<Supplier<Object>>of(
                () -> needs(tongues, means),
                () -> dangers(tongues, means),
                () -> replies(tongues, means))
            .parallel()
            .map(Supplier::get)
            .toList();
    return new Learnt(
        (Classifier) learnt.get(0), (DangerModel) learnt.get(1), (ReplyModel) learnt.get(2));
  }

  static Learnt read(Pages pages, Means means) {
    return new Learnt(
        Classifier.read(pages),
        DangerModel.read(pages, means.signs()),
        ReplyModel.read(pages, means.signs(), means.features()));
  }

  void write(Pages pages) {
    needs.write(pages);
    dangers.write(pages);
    replies.write(pages);
  }

  private static Classifier needs(Tongues tongues, Means means) {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (String name : TELLING)
      for (WordLists lists : tongues.all(name))
        lists.each((key, _, line) -> lines.computeIfAbsent(key, _ -> new ArrayList<>()).add(line));
    Map<String, List<Words>> examples = new LinkedHashMap<>();
    lines.forEach(
        (key, all) -> examples.put(key, all.parallelStream().map(means.words()).toList()));
    return Judge.learn(means.needs(), means.intents(), means.features(), means.names(), examples);
  }

  private static DangerModel dangers(Tongues tongues, Means means) {
    List<DangerModel.Example> examples = new ArrayList<>();
    for (WordLists lists : tongues.all("danger-examples"))
      lists.each(
          (kind, _, text) ->
              examples.add(
                  new DangerModel.Example(means.words().apply(text), DangerReader.danger(kind))));
    for (String harmless : HARMLESS)
      for (WordLists lists : tongues.all(harmless))
        lists.each(
            (key, _, text) -> {
              if (!key.contains(WORRYING))
                examples.add(new DangerModel.Example(means.words().apply(text), null));
            });
    for (String everyday : EVERYDAY)
      for (WordLists lists : tongues.all(everyday))
        lists.each(
            (_, _, text) -> {
              Words words = means.words().apply(text);
              if (words.size() >= SHORTEST) examples.add(new DangerModel.Example(words, null));
            });
    return DangerModel.learn(examples, means.signs());
  }

  private static ReplyModel replies(Tongues tongues, Means means) {
    List<ReplyModel.Example> examples = new ArrayList<>();
    for (WordLists lists : tongues.all("reply-examples"))
      lists.each(
          (label, _, text) ->
              examples.add(new ReplyModel.Example(means.words().apply(text), label)));
    return ReplyModel.learn(examples, means.signs(), means.features());
  }
}
