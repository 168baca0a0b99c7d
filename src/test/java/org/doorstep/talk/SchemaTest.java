package org.doorstep.talk;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an editor is told of flows is what the reader of flows takes. */
@NullUnmarked
class SchemaTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonNode WRITTEN = written();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(WRITTEN);

  private static JsonNode written() {
    try {
      return JSON.readTree(Files.readString(Flows.FOLDER.resolve("flow.schema.json")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Stream<String> flows() {
    return all().keySet().stream();
  }

  private static Map<String, String> all() {
    Map<String, String> all = new TreeMap<>(Flows.files());
    all.putAll(Flows.madeUp());
    all.keySet().removeIf(f -> !f.equals("common.yml") && !f.startsWith("flows/"));
    all.keySet().remove("flows/archive/released.yml");
    return all;
  }

  private static List<String> faults(String yaml) {
    Object read = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return SCHEMA.validate(JSON.<JsonNode>valueToTree(read)).stream()
        .map(Object::toString)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("flows")
  void everyFlowKeepsToIt(String file) {
    assertThat(faults(all().get(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("flows")
  void everyFlowNamesIt(String file) {
    if (!Flows.files().containsKey(file)) return;
    String up = "../".repeat(file.split("/").length - 1);
    assertThat(all().get(file)).startsWith("# yaml-language-server: $schema=" + up + "flow.schema");
  }

  @ParameterizedTest
  @CsvSource({
    "flows/join.yml,   ask: How far from,       aks: How far from",
    "flows/join.yml,   type: uk-place,           type: place",
    "flows/join.yml,   expires: 72h,             expires: 72 hours",
    "flows/join.yml,   version: 1,               version: one",
    "flows/join.yml,   do: join,                 do: joyn",
    "flows/job.yml,    label: Not this time,     label: Not this time but another one",
    "common.yml,       locked: true,             locked: maybe"
  })
  void aMistakeIsUnderlined(String file, String from, String to) {
    assertThat(all().get(file)).contains(from);
    assertThat(faults(all().get(file).replace(from, to))).isNotEmpty();
  }

  @Test
  void itKnowsTheKeysThatTheReaderKnows() {
    List<String> top = new ArrayList<>(Headings.FLOW);
    top.addAll(Headings.COMMON);
    keys("", top);
    keys("slot", Headings.SLOT);
    keys("state", Headings.STATE);
    keys("message", Headings.MESSAGE);
    keys("option", Headings.OPTION);
    keys("stand/anyOf/1", Headings.STAND);
    keys("state/properties/after/additionalProperties", Headings.TIMER);
    keys("state/properties/ask-later", Headings.LATER);
    keys("tries", Headings.TRIES);
    keys("slot/properties/check/items", Headings.CHECK);
    keys("carry", Headings.CARRY);
    keys("command", Headings.COMMAND);
    keys("action", Headings.ACTION);
  }

  private static void keys(String path, List<String> known) {
    String at = path.isEmpty() ? "" : "/$defs/" + path;
    assertThat(WRITTEN.at(at + "/properties").propertyNames())
        .as(path)
        .containsExactlyInAnyOrderElementsOf(known);
    assertThat(WRITTEN.at(at + "/additionalProperties").asBoolean(true)).as(path).isFalse();
  }

  @Test
  void itKnowsTheWordsThatTheReaderKnows() {
    words("do", names(Doing.values()));
    words("slot/properties/type", names(Slot.Type.values()));
    words("slot/properties/remember", names(Slot.Remember.values()));
    words("slot/properties/check/items/properties/rule", Slot.Check.RULES);
    words("option/properties/means", References.MEANINGS);
    words("command/properties/then", names(Command.Then.values()));
    words("action/properties/then", names(Command.Then.values()));
    assertThat(WRITTEN.at("/properties/starts-on/items/enum").values())
        .extracting(JsonNode::asString)
        .containsExactlyInAnyOrderElementsOf(References.BEGINNINGS);
    assertThat(WRITTEN.at("/$defs/option/properties/label/maxLength").asInt())
        .isEqualTo(Limits.LIST);
    assertThat(WRITTEN.at("/$defs/option/properties/description/maxLength").asInt())
        .isEqualTo(Limits.DESCRIPTION);
  }

  private static void words(String path, List<String> known) {
    assertThat(WRITTEN.at("/$defs/" + path + "/enum").values())
        .as(path)
        .extracting(JsonNode::asString)
        .containsExactlyInAnyOrderElementsOf(known);
  }

  private static List<String> names(Enum<?>[] all) {
    return Arrays.stream(all)
        .map(e -> e.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }
}
