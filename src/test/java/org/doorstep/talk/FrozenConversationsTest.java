package org.doorstep.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Nobody is left behind: each version that went out has a conversation that still ends. */
@NullUnmarked
class FrozenConversationsTest {

  @Test
  void everyReleasedVersionHasOne() {
    Set<String> released = new TreeSet<>();
    Released.read(Flows.files(), new Faults())
        .marks()
        .forEach((flow, versions) -> versions.keySet().forEach(v -> released.add(flow + " " + v)));
    Set<String> frozen =
        Transcripts.in(Flows.files())
            .filter(one -> Boolean.TRUE.equals(one.test().get("frozen")))
            .map(FrozenConversationsTest::version)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(frozen).as("in tests/versions.yml, with frozen: true").containsAll(released);
  }

  @Test
  void eachOfThemReachesAnEnd() {
    assertThat(Transcripts.in(Flows.files()))
        .filteredOn(one -> Boolean.TRUE.equals(one.test().get("frozen")))
        .allMatch(
            one -> Boolean.TRUE.equals(((Map<?, ?>) one.steps().getLast()).get("over")), "ends");
  }

  private static String version(Transcripts.One one) {
    Map<?, ?> resume = (Map<?, ?>) one.test().get("resume");
    Object flow = resume.get("flow");
    return (flow == null ? one.flow() : flow) + " " + resume.get("version");
  }
}
