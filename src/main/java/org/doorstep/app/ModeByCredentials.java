package org.doorstep.app;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Decides between the village and real people before anything else is built: the profile {@code
 * village} or {@code live}, and the defaults that differ. What the operator sets wins over these.
 */
final class ModeByCredentials implements EnvironmentPostProcessor {

  private static final Map<String, Object> IN_THE_VILLAGE = Map.of("server.address", "127.0.0.1");
  private static final Map<String, Object> LIVE =
      Map.of("logging.structured.format.console", "ecs");

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    switch (Settings.read(environment).mode()) {
      case Mode.Village() -> as(environment, "village", IN_THE_VILLAGE);
      case Mode.Live _ -> as(environment, "live", LIVE);
      case Mode.Refused(var problems) -> throw new Refusal(problems);
    }
  }

  private static void as(
      ConfigurableEnvironment environment, String mode, Map<String, Object> defaults) {
    environment.addActiveProfile(mode);
    environment.getPropertySources().addLast(new MapPropertySource("as " + mode, defaults));
  }
}
