package org.doorstep.app;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Where the time comes from. */
@Configuration(proxyBeanMethods = false)
class Time {

  @Bean
  @Profile("!village")
  InstantSource clock() {
    return InstantSource.system();
  }
}
