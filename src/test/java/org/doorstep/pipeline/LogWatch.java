package org.doorstep.pipeline;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.LoggerFactory;

/**
 * Listens to everything that is logged, at every level, while it is open; filters that another test
 * has left behind are lifted for so long.
 */
public final class LogWatch implements AutoCloseable {

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Map<Logger, Level> before = new HashMap<>();
  private final List<ILoggingEvent> heard = Collections.synchronizedList(new ArrayList<>());
  private final AppenderBase<ILoggingEvent> ear =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          heard.add(event);
        }
      };

  private final List<TurboFilter> filters =
      List.copyOf(root.getLoggerContext().getTurboFilterList());

  /**
   * @param loggers whose talk is listened to; those of test tools are not of interest
   */
  public LogWatch(String... loggers) {
    ear.setContext(root.getLoggerContext());
    ear.start();
    root.getLoggerContext().resetTurboFilterList();
    for (String name : loggers) {
      Logger logger = (Logger) LoggerFactory.getLogger(name);
      before.put(logger, logger.getLevel());
      logger.setLevel(Level.TRACE);
      logger.setAdditive(false);
      logger.addAppender(ear);
    }
  }

  public boolean heardAnything() {
    return !heard.isEmpty();
  }

  /** The names of loggers that let any of these out. */
  public Set<String> leaks(String... canaries) {
    Set<String> leaks = new TreeSet<>();
    for (ILoggingEvent event : List.copyOf(heard)) {
      String said = event.getFormattedMessage();
      if (event.getThrowableProxy() != null)
        said += ThrowableProxyUtil.asString(event.getThrowableProxy());
      for (String canary : canaries) {
        if (said != null && said.contains(canary)) leaks.add(event.getLoggerName());
      }
    }
    return leaks;
  }

  @Override
  public void close() {
    filters.forEach(root.getLoggerContext()::addTurboFilter);
    before.forEach(
        (logger, level) -> {
          logger.detachAppender(ear);
          logger.setLevel(level);
          logger.setAdditive(true);
        });
  }
}
