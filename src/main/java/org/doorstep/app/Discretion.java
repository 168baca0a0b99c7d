package org.doorstep.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Keeps libraries from writing what people said into the log. Below INFO several of them print
 * bodies, headers or commands; no log level that an operator sets can bring that back.
 */
final class Discretion extends TurboFilter {

  private static final List<String> TALKATIVE =
      List.of(
          "com.slack",
          "com.twilio",
          "io.lettuce",
          "io.netty",
          "jdk.internal.httpclient",
          "okhttp3",
          "org.apache.hc",
          "org.apache.http",
          "org.springframework.boot.webflux",
          "org.springframework.core.codec",
          "org.springframework.data.redis",
          "org.springframework.http",
          "org.springframework.web",
          "reactor.netty",
          "redis.embedded");

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] arguments,
      @Nullable Throwable error) {
    return level.isGreaterOrEqual(Level.INFO) || !talkative(logger.getName())
        ? FilterReply.NEUTRAL
        : FilterReply.DENY;
  }

  private static boolean talkative(String logger) {
    return TALKATIVE.stream()
        .anyMatch(
            t ->
                logger.startsWith(t)
                    && (logger.length() == t.length() || logger.charAt(t.length()) == '.'));
  }

  static void install() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
        && context.getTurboFilterList().stream().noneMatch(Discretion.class::isInstance)) {
      context.addTurboFilter(new Discretion());
    }
  }

  /** A command's report is all that it prints. */
  static void forCommands() {
    install();
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.ERROR);
    }
  }

  /** Installs it right after Boot has set up logging. */
  static final class AfterLogging
      implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public int getOrder() {
      return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
      install();
    }
  }
}
