package org.doorstep.talk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.doorstep.understand.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Puts a library together from the files of a folder. */
final class LibraryReader {

  private static final String COMMON = "common.yml";
  private static final String TEMPLATES = "templates.yml";
  private static final String FLOWS = "flows/";
  private static final String ARCHIVE = "flows/archive/";

  private LibraryReader() {}

  /** Null where so much is missing that nothing can be said about the rest. */
  static @Nullable Library read(
      Map<String, String> files, Map<String, Vocabulary> vocabularies, Faults faults) {
    Map<String, Flow> flows = new TreeMap<>();
    Map<String, Map<Integer, Flow>> older = new HashMap<>();
    for (Map.Entry<String, String> e : new TreeMap<>(files).entrySet()) {
      String file = e.getKey();
      if (!file.startsWith(FLOWS) || !file.endsWith(".yml")) continue;
      if (file.equals(Released.FILE)) continue;
      Item.Table table = Yaml.parse(file, e.getValue(), faults);
      if (table == null) continue;
      Flow flow = new FlowReader(file, faults).flow(new Fields(file, table, faults), List.of());
      if (file.startsWith(ARCHIVE)) {
        older.computeIfAbsent(flow.name(), k -> new HashMap<>()).put(flow.version(), flow);
      } else if (flows.put(flow.name(), flow) != null) {
        faults.add(file, 1, "there are two flows called " + flow.name(), "Rename one of them");
      }
    }
    Common common = common(files, faults);
    if (common == null) return null;
    Map<String, TemplateText> templates = templates(files, faults);
    Library library = new Library(common, flows, older, templates, vocabularies);
    Lint.check(library, faults);
    return library;
  }

  private static @Nullable Common common(Map<String, String> files, Faults faults) {
    Item.Table table = table(COMMON, files, faults);
    if (table == null) return null;
    Fields top = new Fields(COMMON, table, faults);
    return new CommonReader(new FlowReader(COMMON, faults)).common(top);
  }

  private static Item.@Nullable Table table(String file, Map<String, String> files, Faults faults) {
    String text = files.get(file);
    if (text != null) return Yaml.parse(file, text, faults);
    faults.add(file, 1, "this file is missing", "Put it back");
    return null;
  }

  private static Map<String, TemplateText> templates(Map<String, String> files, Faults faults) {
    Map<String, TemplateText> templates = new LinkedHashMap<>();
    Item.Table table = table(TEMPLATES, files, faults);
    if (table == null) return templates;
    Fields top = new Fields(TEMPLATES, table, faults).only("spec", "templates");
    FlowReader reader = new FlowReader(TEMPLATES, faults);
    templates.putAll(reader.each(top, "templates", (name, item) -> template(reader, name, item)));
    return templates;
  }

  private static TemplateText template(FlowReader reader, String name, Item item) {
    Fields in = reader.fields(name, item);
    in.only("category", "text", "examples", "buttons", "about");
    List<String> sends = new ArrayList<>();
    for (Item each : in.items("buttons")) {
      Fields button = reader.fields("buttons", each);
      button.only("label", "sends");
      Limits.label(button, "label", Limits.BUTTON);
      sends.add(button.required("sends"));
    }
    List<String> examples = in.texts("examples");
    return new TemplateText(
        name, in.required("category"), in.required("text"), examples, sends, item.line());
  }
}
