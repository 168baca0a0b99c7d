package org.doorstep.directory;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.place.Point;
import org.doorstep.place.Postcode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Services in the format of <a href="https://docs.openreferral.org">HSDS</a>, as Open Referral UK
 * uses it: 3.0, and 1.0 where it calls things otherwise. Of its contacts only the numbers are
 * taken.
 */
public final class Hsds {

  /** A library with more branches is a library service. */
  private static final int MOST_PLACES = 20;

  private static final int DEEPEST = 40;

  private final LocalDate today;
  private final JsonMapper json =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
              .build());

  public Hsds(LocalDate today) {
    this.today = today;
  }

  /** Each record by itself: what is broken costs no other. */
  public void read(InputStream in, Consumer<Entry> each) throws IOException {
    JsonRecords.cut(in, piece -> each.accept(read(piece)));
  }

  Entry read(JsonRecords.Piece piece) {
    JsonNode record = node(piece);
    if (piece.json() == null) {
      return new Entry.Refused(piece.at(), "it is larger than 256 kB, or has no end");
    }
    return record == null
        ? new Entry.Refused(piece.at(), "it is no JSON: is a quotation mark or a comma missing?")
        : read(piece.at(), record);
  }

  /** Null for what cannot be read. */
  @Nullable JsonNode node(JsonRecords.Piece piece) {
    return piece.json() == null ? null : node(piece.json());
  }

  @Nullable JsonNode node(String text) {
    try {
      return json.readTree(text);
    } catch (JacksonException e) {
      return null;
    }
  }

  Entry read(String at, JsonNode record) {
    if (!record.isObject()) return new Entry.Refused(at, "it is no service");
    String id = text(record, "id");
    if (id == null || id.length() > 200) return new Entry.Refused(at, "it has no id");
    String name = Tidy.line(text(record, "name"), Tidy.NAME);
    if (name == null) return new Entry.Refused(at, "it has no name");
    String status = text(record, "status");
    if (status != null && !status.equalsIgnoreCase("active")) return new Entry.Inactive(at);
    return new Entry.Legible(at, places(record, id, name));
  }

  private List<Written> places(JsonNode record, String id, String name) {
    List<JsonNode> locations =
        list(record, "service_at_locations", "locations")
            .filter(JsonNode::isObject)
            .limit(MOST_PLACES)
            .toList();
    if (locations.isEmpty()) return List.of(written(record, null, id, name));
    List<Written> all = new ArrayList<>();
    for (JsonNode at : locations) {
      all.add(written(record, at, all.isEmpty() ? id : id + "/" + all.size(), name));
    }
    return all;
  }

  private Written written(JsonNode record, @Nullable JsonNode at, String id, String name) {
    JsonNode location =
        at == null ? null : at.path("location").isObject() ? at.path("location") : at;
    JsonNode address =
        location == null
            ? null
            : list(location, "addresses", "physical_addresses").findFirst().orElse(null);
    String postcode = address == null ? null : text(address, "postal_code");
    HsdsHours hours = HsdsHours.of(record, at, today);
    return new Written(
        id,
        name,
        Tidy.sentence(text(record, "description"), Tidy.ABOUT),
        kinds(record),
        phone(record, location),
        web(record),
        where(record, location, address),
        postcode == null ? null : Postcode.parse(postcode).orElse(null),
        point(location),
        hours.openings(),
        hours.words(),
        false,
        checked(record));
  }

  private static @Nullable Point point(@Nullable JsonNode location) {
    return location == null
        ? null
        : Tidy.point(text(location, "latitude"), text(location, "longitude"));
  }

  private static @Nullable String where(
      JsonNode record, @Nullable JsonNode location, @Nullable JsonNode address) {
    if (location != null) {
      List<String> parts =
          address == null
              ? List.of()
              : Stream.of("address_1", "city", "postal_code")
                  .flatMap(field -> Stream.ofNullable(text(address, field)))
                  .filter(part -> !part.isBlank())
                  .toList();
      String place = parts.isEmpty() ? text(location, "name") : String.join(", ", parts);
      return Tidy.line(place, Tidy.WHERE);
    }
    return list(record, "service_areas")
        .map(area -> first(text(area, "name"), text(area, "service_area")))
        .flatMap(area -> Stream.ofNullable(Tidy.line(area, Tidy.WHERE)))
        .findFirst()
        .orElse(null);
  }

  /** Those of the service itself come first; of a person, only where there is no other. */
  private static @Nullable String phone(JsonNode record, @Nullable JsonNode location) {
    Stream<JsonNode> own = list(record, "phones");
    Stream<JsonNode> there = location == null ? Stream.of() : list(location, "phones");
    Stream<JsonNode> theirs = list(record.path("organization"), "phones");
    Stream<JsonNode> contacts = list(record, "contacts").flatMap(one -> list(one, "phones"));
    return Stream.of(own, there, theirs, contacts)
        .flatMap(all -> all)
        .filter(phone -> !Tidy.lower(String.valueOf(text(phone, "type"))).contains("fax"))
        .flatMap(phone -> Stream.ofNullable(Tidy.phone(text(phone, "number"))))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String web(JsonNode record) {
    JsonNode organization = record.path("organization");
    return Stream.of(text(record, "url"), text(organization, "website"), text(organization, "url"))
        .flatMap(page -> Stream.ofNullable(Tidy.web(page)))
        .findFirst()
        .orElse(null);
  }

  private static String kinds(JsonNode record) {
    Set<String> kinds =
        list(record, "attributes", "service_taxonomys", "service_taxonomies", "taxonomy_terms")
            .flatMap(
                one ->
                    Stream.of(one, one.path("taxonomy_term"), one.path("taxonomy"))
                        .flatMap(
                            in ->
                                Stream.of("name", "label", "value")
                                    .flatMap(field -> Stream.ofNullable(text(in, field)))))
            .flatMap(kind -> Stream.ofNullable(Tidy.line(kind, Tidy.NAME)))
            .limit(50)
            .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    return String.join("; ", kinds);
  }

  /** Whoever vouches for it says when; otherwise the day on which the record was last touched. */
  private @Nullable LocalDate checked(JsonNode record) {
    LocalDate assured = Tidy.day(text(record, "assured_date"), today);
    return assured != null ? assured : Tidy.day(text(record, "last_modified"), today);
  }

  static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one == null || one.isBlank() ? other : one;
  }

  /** Whatever stands under the first of these names. */
  static Stream<JsonNode> list(JsonNode in, String... names) {
    for (String name : names) {
      JsonNode found = in.path(name);
      if (found.isArray() && !found.isEmpty()) return found.valueStream();
      if (found.isObject()) return Stream.of(found);
    }
    return Stream.of();
  }

  static @Nullable String text(JsonNode in, String field) {
    JsonNode value = in.path(field);
    if (!value.isString() && !value.isNumber()) return null;
    String text = value.asString().strip();
    return text.isEmpty() ? null : text;
  }
}
