package org.doorstep.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.doorstep.place.Place;
import org.doorstep.place.PlaceAnswer;
import org.doorstep.place.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInPlacesTest {

  private final BuiltInPlaces places = new BuiltInPlaces();

  private PlaceAnswer find(String text) {
    return places.find(text).blockOptional().orElseThrow();
  }

  @Test
  void thePostcodeOfTheStoryIsInHeadingley() {
    assertThat(find("ls6 3hn"))
        .isEqualTo(
            new PlaceAnswer.Found(new Place("LS6 3HN", "LS6", new Point(53.822, -1.575), true)));
  }

  @Test
  void anOutcodeIsFoundRoughly() {
    assertThat(find("ls6"))
        .isEqualTo(
            new PlaceAnswer.Found(new Place("LS6", "LS6", new Point(53.821, -1.570), false)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hyde Park | Hyde Park | LS6",
        "hyde park, Leeds | Hyde Park | LS6",
        "HEADINGLEY! | Headingley | LS6",
        "Brudenell Rd. | Brudenell Road | LS6",
        "the arndale | Arndale Centre | LS6",
        "Kirkstall | Kirkstall | LS5",
        "becketts park | Beckett Park | LS6",
        "Burley Pk | Burley Park station | LS4"
      })
  void districtsStreetsAndLandmarksAreFoundByName(String text, String name, String rough) {
    assertThat(find(text))
        .isInstanceOfSatisfying(
            PlaceAnswer.Found.class,
            found -> {
              assertThat(found.place().written()).isEqualTo(name);
              assertThat(found.place().rough()).isEqualTo(rough);
              assertThat(found.place().exact()).isFalse();
            });
  }

  @Test
  void aNameOfTwoPlacesIsAskedAbout() {
    assertThat(find("Church Lane"))
        .isInstanceOfSatisfying(
            PlaceAnswer.Several.class,
            several ->
                assertThat(several.places())
                    .extracting(Place::rough)
                    .containsExactly("LS6", "LS16"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Boots",
        "LS6 9ZZ",
        "ST4",
        "Hyde",
        "Hyde Park London",
        "park",
        "🏠",
        "the"
      })
  void whatItDoesNotKnowIsNeverGuessed(String text) {
    assertThat(find(text)).isEqualTo(new PlaceAnswer.Unknown());
  }

  @Test
  void aPinIsNamedAfterWhatIsNearest() {
    assertThat(around(53.8101, -1.5801)).isEqualTo("LS4");
    assertThat(around(53.8221, -1.5741)).isEqualTo("LS6");
    assertThat(around(53.829, -1.505)).as("near the middle of an outcode only").isEqualTo("LS8");
    assertThat(places.nearest(new Point(51.5, -0.1)).blockOptional().orElseThrow())
        .isEqualTo(new PlaceAnswer.Unknown());
  }

  private String around(double latitude, double longitude) {
    Point pin = new Point(latitude, longitude);
    Place place = ((PlaceAnswer.Found) places.nearest(pin).blockOptional().orElseThrow()).place();
    assertThat(place.point()).isEqualTo(pin);
    assertThat(place.exact()).isTrue();
    return place.rough();
  }

  @Test
  void everyPositionIsRoundedAndWithinTheCity() {
    PlaceFile file = PlaceFile.resource("/places/leeds.yml");
    assertThat(file.postcodes()).hasSizeGreaterThan(24);
    List<Place> all =
        Stream.of(
                file.postcodes(),
                file.outcodes(),
                file.names().values().stream().flatMap(List::stream).toList())
            .flatMap(List::stream)
            .toList();
    Point middle = new Point(53.82, -1.57);
    assertThat(all)
        .allSatisfy(
            place -> {
              assertThat(place.point()).isEqualTo(place.point().coarse());
              assertThat(place.point().to(middle).within(8000)).as(place.written()).isTrue();
            });
    assertThat(new HashSet<>(file.outcodes().stream().map(Place::rough).toList()))
        .containsAll(all.stream().map(Place::rough).toList());
  }
}
