package org.doorstep.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.doorstep.place.Area;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody names a group as people do. */
class GroupNamesTest {

  private static final Cell CELL =
      ACell.with(
          List.of(
              group("hyde-park", "Hyde Park Neighbours"),
              group("burley", "Burley Students"),
              group("burley-two", "Burley Helpers"),
              group("meanwood", "St Ann’s")));

  private static Group group(String id, String name) {
    return new Group(
        id, name, new Area(List.of("LS6"), List.of()), null, "Joan", List.of(), Stance.LOOSE, null);
  }

  @ParameterizedTest
  @CsvSource({
    "Hyde Park Neighbours, hyde-park",
    "hyde park, hyde-park",
    "hyde-park, hyde-park",
    "hide park neigbours, hyde-park",
    "neighbours, hyde-park",
    "burley, burley",
    "burley helpers, burley-two",
    "helpers, burley-two",
    "meanwod, meanwood",
    "st ann, meanwood"
  })
  void theOneThatIsMeantIsFound(String typed, String id) {
    assertThat(CELL.groupsCalled(typed)).extracting(Group::id).containsExactly(id);
  }

  @Test
  void whatIsNotClearIsSeveralOrNone() {
    assertThat(CELL.groupsCalled("bur")).hasSize(2);
    assertThat(CELL.groupsCalled("the moon")).isEmpty();
    assertThat(CELL.groupsCalled(" ")).isEmpty();
  }
}
