package org.doorstep.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.cell.CellId;
import org.doorstep.place.Place;
import org.doorstep.place.PlaceAnswer;
import org.doorstep.place.Point;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class AtlasTest {

  private static final CellId CELL = new CellId("hyde-park");
  private static final Point PIN = new Point(53.82213, -1.57491);
  private static final PlaceAnswer FOUND =
      new PlaceAnswer.Found(new Place("LS6", "LS6", PIN, true));
  private static final PlaceAnswer SEVERAL = new PlaceAnswer.Several(List.of());
  private static final PlaceAnswer UNKNOWN = new PlaceAnswer.Unknown();
  private static final PlaceAnswer UNREACHABLE = new PlaceAnswer.Unreachable();

  private final List<Integer> asked = new ArrayList<>();

  private Atlas atlas(PlaceAnswer... answers) {
    List<Source> sources = new ArrayList<>();
    for (PlaceAnswer answer : answers) {
      int number = sources.size();
      sources.add(
          new Source() {
            @Override
            public Mono<PlaceAnswer> find(String text) {
              asked.add(number);
              return Mono.just(answer);
            }

            @Override
            public Mono<PlaceAnswer> nearest(Point pin) {
              return find("");
            }
          });
    }
    return new Atlas(sources);
  }

  private PlaceAnswer find(PlaceAnswer... answers) {
    return atlas(answers).find(CELL, "LS6").blockOptional().orElseThrow();
  }

  @Test
  void theFirstSourceThatKnowsIsTheLastThatIsAsked() {
    assertThat(find(UNKNOWN, FOUND, SEVERAL)).isEqualTo(FOUND);
    assertThat(asked).containsExactly(0, 1);
    assertThat(find(SEVERAL, FOUND)).isEqualTo(SEVERAL);
  }

  @Test
  void whatNoSourceKnowsIsUnknown() {
    assertThat(find(UNKNOWN, UNKNOWN)).isEqualTo(UNKNOWN);
    assertThat(find()).isEqualTo(UNKNOWN);
  }

  @Test
  void unknownIsNotSaidWhileASourceCouldNotBeAsked() {
    assertThat(find(UNKNOWN, UNREACHABLE)).isEqualTo(UNREACHABLE);
    assertThat(find(UNREACHABLE, UNKNOWN)).isEqualTo(UNREACHABLE);
    assertThat(find(UNREACHABLE, FOUND)).isEqualTo(FOUND);
  }

  @Test
  void aPinIsCalledAsTheFirstSourceThatKnowsCallsIt() {
    assertThat(atlas(UNKNOWN, FOUND).around(CELL, PIN).blockOptional().orElseThrow())
        .isEqualTo(new Place("LS6", "LS6", PIN, true));
  }

  @Test
  void aPinFarFromEverythingIsCalledByCoordinatesThatGiveNoHomeAway() {
    for (PlaceAnswer answer : List.of(UNKNOWN, UNREACHABLE)) {
      assertThat(atlas(answer).around(CELL, PIN).blockOptional().orElseThrow())
          .isEqualTo(new Place("53.82,-1.57", "53.82,-1.57", PIN, true));
    }
  }
}
