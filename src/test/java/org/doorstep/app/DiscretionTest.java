package org.doorstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscretionTest {

  private final LoggerContext context = new LoggerContext();
  private final ListAppender<ILoggingEvent> written = new ListAppender<>();

  @BeforeEach
  void everythingAtTrace() {
    written.setContext(context);
    written.start();
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.TRACE);
    root.addAppender(written);
    context.addTurboFilter(new Discretion());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.slack.api.util.http.listener.DetailedLoggingListener",
        "com.slack.api.bolt.App",
        "com.twilio.http.HttpClient",
        "io.lettuce.core.protocol.CommandHandler",
        "io.netty.handler.logging.LoggingHandler",
        "org.apache.hc.client5.http.wire",
        "org.apache.http.wire",
        "org.springframework.http.codec.FormHttpMessageReader",
        "org.springframework.core.codec.StringDecoder",
        "org.springframework.web.HttpLogging",
        "reactor.netty.http.server.HttpServer"
      })
  void noLevelMakesALibraryWriteBodies(String name) {
    Logger logger = context.getLogger(name);
    logger.setLevel(Level.TRACE);

    logger.debug("canary");
    logger.trace("canary", new IllegalStateException("canary"));
    logger.info("fine");

    assertThat(written.list).extracting(ILoggingEvent::getMessage).isEqualTo(List.of("fine"));
  }

  @Test
  void ourOwnAndOthersLogAsTheyAreTold() {
    context.getLogger("org.doorstep.pipeline.InboundWorker").debug("ours");
    context.getLogger("com.slackline").debug("not the SDK");

    assertThat(written.list).hasSize(2);
  }
}
