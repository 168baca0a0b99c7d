package org.doorstep.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.doorstep.place.Place;
import org.doorstep.place.Point;
import org.doorstep.place.Postcode;
import org.junit.jupiter.api.Test;

class PostcodeTableTest {

  private static final long SEED = 20_261_122;

  static PostcodeTable of(List<Place> places) {
    TreeMap<Long, Point> sorted = new TreeMap<>();
    for (Place p : places) {
      sorted.put(PostcodeKey.of(Postcode.parse(p.written()).orElseThrow()), p.point());
    }
    return new PostcodeTable(
        sorted.keySet().stream().mapToLong(k -> k).toArray(),
        sorted.values().stream().mapToInt(p -> PostcodeTable.micro(p.latitude())).toArray(),
        sorted.values().stream().mapToInt(p -> PostcodeTable.micro(p.longitude())).toArray());
  }

  private static Place place(String postcode, double latitude, double longitude) {
    return new Place(postcode, postcode, new Point(latitude, longitude), true);
  }

  private final PostcodeTable table =
      of(
          List.of(
              place("LS6 3HN", 53.822, -1.575),
              place("LS6 1AA", 53.812, -1.565),
              place("LS61 1AA", 54, -2),
              place("LS5 3AA", 53.817, -1.603),
              place("L1 1AA", 53.404, -2.98),
              place("E1W 1AA", 51.507, -0.07)));

  private Place find(String postcode) {
    return table.find(Postcode.parse(postcode).orElseThrow()).orElseThrow();
  }

  @Test
  void aFullPostcodeIsFoundInStandardFormAndRoughlyByItsOutcode() {
    Place place = find("ls63hn");
    assertThat(place.written()).isEqualTo("LS6 3HN");
    assertThat(place.rough()).isEqualTo("LS6");
    assertThat(place.exact()).isTrue();
    assertThat(place.point()).isEqualTo(new Point(53.822, -1.575));
  }

  @Test
  void anOutcodeIsTheMiddleOfItsOwnPostcodesOnly() {
    Place place = find("LS6");
    assertThat(place.written()).isEqualTo("LS6");
    assertThat(place.exact()).isFalse();
    assertThat(place.point().latitude()).isCloseTo(53.817, within(1e-6));
    assertThat(place.point().longitude()).isCloseTo(-1.57, within(1e-6));
    assertThat(find("E1W").rough()).isEqualTo("E1W");
  }

  @Test
  void whatIsNotInTheTableIsNotFound() {
    assertThat(table.find(new Postcode("LS6", "3HP"))).isEmpty();
    assertThat(table.find(new Postcode("LS7", null))).isEmpty();
    assertThat(table.find(new Postcode("E1", null))).isEmpty();
    assertThat(table.find(new Postcode("LS6", "9ZZ"))).isEmpty();
    assertThat(PostcodeTable.EMPTY.find(new Postcode("LS6", "3HN"))).isEmpty();
    assertThat(PostcodeTable.EMPTY.outcodeNear(new Point(53.8, -1.5), 1500)).isEmpty();
  }

  @Test
  void aPointIsInThePartOfTownOfTheNearestPostcode() {
    assertThat(table.outcodeNear(new Point(53.821, -1.590), 1500)).contains("LS5");
    assertThat(table.outcodeNear(new Point(53.821, -1.587), 1500)).contains("LS6");
    assertThat(table.outcodeNear(new Point(53.9, -1.575), 1500)).isEmpty();
  }

  @Test
  void theNearestIsTheOneThatMeasuringAllOfThemFinds() {
    RandomGenerator random = random();
    List<Place> places =
        IntStream.range(0, 500)
            .mapToObj(
                i ->
                    place(
                        "LS" + (1 + i % 29) + " " + i % 10 + letter(random) + letter(random),
                        53.7 + random.nextDouble() / 5,
                        -1.7 + random.nextDouble() / 3))
            .toList();
    PostcodeTable many = of(places);
    for (int i = 0; i < 200; i++) {
      Point point = new Point(53.7 + random.nextDouble() / 5, -1.7 + random.nextDouble() / 3);
      Place nearest =
          places.stream()
              .filter(
                  p ->
                      many.find(Postcode.parse(p.written()).orElseThrow())
                          .orElseThrow()
                          .point()
                          .to(p.point())
                          .within(1))
              .min(Comparator.comparing(p -> p.point().to(point)))
              .orElseThrow();
      int away = nearest.point().to(point).metres();
      if (away < 1490) {
        String rough = Postcode.parse(nearest.written()).orElseThrow().outcode();
        assertThat(many.outcodeNear(point, 1500)).contains(rough);
      } else if (away > 1510) {
        assertThat(many.outcodeNear(point, 1500)).isEmpty();
      }
    }
  }

  @Test
  void everyOutcodeComesBackFromItsKey() {
    for (String outcode : List.of("LS6", "L1", "EC1A", "E1W", "W1A", "CR0", "SW19", "ZE1")) {
      assertThat(PostcodeKey.outcode(PostcodeKey.of(new Postcode(outcode, "9ZZ"))))
          .isEqualTo(outcode);
      assertThat(PostcodeKey.outcode(PostcodeKey.of(new Postcode(outcode, null))))
          .isEqualTo(outcode);
    }
  }

  private static char letter(RandomGenerator random) {
    return "ABDEFGHJLNPQRSTUWXYZ".charAt(random.nextInt(20));
  }

  private static RandomGenerator random() {
    System.out.println("seed " + SEED);
    return RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
  }
}
