package org.doorstep.talk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.doorstep.understand.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Puts a library together from the files of a folder. */
final class LibraryReader {

  private static final String COMMON = "common.yml";
  private static final String TEMPLATES = "templates.yml";
  private static final String FLOWS = "flows/";
  private static final String ARCHIVE = "flows/archive/";

  private final Map<String, Item.Table> tables;
  private final UnaryOperator<String> named;
  private final Faults faults;

  /**
   * @param tables what {@link #tables} read, as it is or in another language
   * @param named what a file is called in faults
   */
  LibraryReader(Map<String, Item.Table> tables, UnaryOperator<String> named, Faults faults) {
    this.tables = tables;
    this.named = named;
    this.faults = faults;
  }

  /** The English files, by their path in the folder. */
  static Map<String, Item.Table> tables(Map<String, String> files, Faults faults) {
    Map<String, Item.Table> tables = new TreeMap<>();
    for (Map.Entry<String, String> e : new TreeMap<>(files).entrySet()) {
      String file = e.getKey();
      boolean flow = file.startsWith(FLOWS) && file.endsWith(".yml");
      if (file.equals(Released.FILE)) continue;
      if (!flow && !file.equals(COMMON) && !file.equals(TEMPLATES)) continue;
      Item.Table table = Yaml.parse(file, e.getValue(), faults);
      if (table != null) tables.put(file, table);
    }
    for (String file : List.of(COMMON, TEMPLATES)) {
      if (!files.containsKey(file)) faults.add(file, 1, "this file is missing", "Put it back");
    }
    return tables;
  }

  static boolean archived(String file) {
    return file.startsWith(ARCHIVE);
  }

  /** Null where so much is missing that nothing can be said about the rest. */
  @Nullable Library read(Map<String, Vocabulary> vocabularies) {
    Map<String, Flow> flows = new TreeMap<>();
    Map<String, Map<Integer, Flow>> older = new HashMap<>();
    tables.forEach(
        (file, table) -> {
          if (!file.startsWith(FLOWS)) return;
          String name = named.apply(file);
          Flow flow = new FlowReader(name, faults).flow(new Fields(name, table, faults), List.of());
          if (archived(file)) {
            older.computeIfAbsent(flow.name(), k -> new HashMap<>()).put(flow.version(), flow);
          } else if (flows.put(flow.name(), flow) != null) {
            faults.add(name, 1, "there are two flows called " + flow.name(), "Rename one of them");
          }
        });
    Item.Table top = tables.get(COMMON);
    if (top == null) return null;
    Common common = common(top);
    Library library = new Library(common, flows, older, templates(), vocabularies);
    Lint.check(library, faults);
    return library;
  }

  private Common common(Item.Table top) {
    String name = named.apply(COMMON);
    return new CommonReader(new FlowReader(name, faults)).common(new Fields(name, top, faults));
  }

  private Map<String, TemplateText> templates() {
    Map<String, TemplateText> templates = new LinkedHashMap<>();
    Item.Table table = tables.get(TEMPLATES);
    if (table == null) return templates;
    String file = named.apply(TEMPLATES);
    Fields top = new Fields(file, table, faults).only("spec", "templates");
    FlowReader reader = new FlowReader(file, faults);
    templates.putAll(
        reader.each(top, "templates", (name, item) -> template(reader, file, name, item)));
    return templates;
  }

  private static TemplateText template(FlowReader reader, String file, String name, Item item) {
    Fields in = reader.fields(name, item);
    in.only("category", "text", "examples", "buttons", "about");
    List<TemplateText.Button> buttons = new ArrayList<>();
    for (Item each : in.items("buttons")) {
      Fields button = reader.fields("buttons", each);
      button.only("label", "sends");
      String label = button.required("label");
      Limits.label(button, "label", label, Limits.BUTTON);
      buttons.add(new TemplateText.Button(label, button.required("sends")));
    }
    List<String> examples = in.texts("examples");
    return new TemplateText(
        name, in.required("category"), in.required("text"), examples, buttons, file, item.line());
  }
}
