package org.doorstep.app;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** With real people on the other side. */
@Configuration(proxyBeanMethods = false)
@Profile("live")
class AsLive {

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  Providers providers(Settings settings) {
    return switch (settings.mode()) {
      case Mode.Live live -> Providers.live(live, settings.addresses());
      case Mode.Village() -> throw new IllegalStateException("no credentials are set");
      case Mode.Refused(var problems) -> throw new Refusal(problems);
    };
  }
}
