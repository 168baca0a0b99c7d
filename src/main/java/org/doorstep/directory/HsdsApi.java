package org.doorstep.directory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The services of an API as Open Referral UK describes it: {@code GET /services?page=1}, page by
 * page. Where a page has only the beginnings of its services, each is asked for by its id.
 */
public final class HsdsApi {

  /** A page of a hundred; some servers give fewer. */
  private static final int PER_PAGE = 100;

  private static final int MOST_PAGES = 2_000;

  /** More are no directory of one area. */
  private static final int MOST_SERVICES = 25_000;

  /** What only a whole service says. */
  private static final List<String> WHOLE =
      List.of(
          "service_at_locations",
          "contacts",
          "phones",
          "schedules",
          "regular_schedules",
          "service_areas",
          "service_taxonomys");

  private final Hsds hsds;
  private final PublicPages pages;
  private final String services;
  private final String query;

  /**
   * @param at the API's address, with or without {@code /services} at its end
   */
  public HsdsApi(Hsds hsds, PublicPages pages, URI at) {
    this.hsds = hsds;
    this.pages = pages;
    String path = at.getRawPath() == null ? "" : at.getRawPath().replaceAll("/+$", "");
    String base = at.getScheme() + "://" + at.getRawAuthority() + path;
    this.services = path.endsWith("/services") ? base : base + "/services";
    this.query = at.getRawQuery() == null ? "" : at.getRawQuery() + "&";
  }

  /**
   * Reads all pages.
   *
   * @return why it could not be read as a whole, if so; then none of it should count
   */
  public Optional<String> read(Consumer<Entry> each) {
    try {
      String firstBefore = "";
      int total = 0;
      for (int page = 1; page <= MOST_PAGES; page++) {
        Page read = page(page);
        // a server that does not know pages gives the same one again and again
        if (read.records().isEmpty() || read.first().equals(firstBefore)) return Optional.empty();
        total += read.records().size();
        if (total > MOST_SERVICES) return Optional.of("it has more than " + MOST_SERVICES);
        for (Numbered one : read.records()) each.accept(entry(page, one));
        if (read.last(page)) return Optional.empty();
        firstBefore = read.first();
      }
      return Optional.of("it has more than " + MOST_PAGES + " pages");
    } catch (PublicPages.Unfit e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return Optional.of("it did not answer: " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("it was broken off");
    }
  }

  /** A record and where it stands on its page. */
  private record Numbered(JsonRecords.Piece piece, @Nullable JsonNode record) {}

  /** One page, and what it says of itself. */
  private record Page(List<Numbered> records, @Nullable JsonNode header) {

    String first() {
      String first = records.getFirst().piece().json();
      return first == null ? "" : first;
    }

    /** Pages are counted from 1; whoever counts from 0 says which is the last. */
    boolean last(int page) {
      if (header == null) return true;
      boolean says =
          Stream.of("last_page", "last").anyMatch(name -> header.path(name).asBoolean(false));
      int pages =
          Stream.of("total_pages", "totalPages")
              .mapToInt(name -> header.path(name).asInt(-1))
              .max()
              .orElse(-1);
      return says || (pages >= 0 && page >= pages);
    }
  }

  private Page page(int number) throws IOException, InterruptedException {
    URI at = URI.create(services + "?" + query + "page=" + number + "&per_page=" + PER_PAGE);
    List<Numbered> records = new ArrayList<>();
    String header =
        JsonRecords.cut(
            new ByteArrayInputStream(pages.get(at)),
            piece -> records.add(new Numbered(piece, hsds.node(piece))));
    JsonNode about = header.isBlank() ? null : hsds.node(header);
    return new Page(records, about);
  }

  private Entry entry(int page, Numbered one) throws IOException, InterruptedException {
    String at = "page " + page + ", " + one.piece().at();
    JsonNode record = one.record();
    if (record == null) return refused(at, hsds.read(one.piece()));
    String id = Hsds.text(record, "id");
    if (id == null || WHOLE.stream().anyMatch(record::has)) return hsds.read(at, record);
    URI whole =
        URI.create(
            services + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"));
    List<JsonNode> found = new ArrayList<>();
    try {
      JsonRecords.cut(
          new ByteArrayInputStream(pages.get(whole)),
          piece -> {
            JsonNode node = hsds.node(piece);
            if (node != null) found.add(node);
          });
    } catch (PublicPages.Missing e) {
      return hsds.read(at, record);
    }
    return hsds.read(at, found.size() == 1 ? found.getFirst() : record);
  }

  private static Entry refused(String at, Entry entry) {
    return entry instanceof Entry.Refused(String a, String reason)
        ? new Entry.Refused(at, reason)
        : entry;
  }
}
