package org.doorstep.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which Doorstep this is, as the build wrote it down. */
final class ReleaseNumber implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {line()};
  }

  static String line() {
    return "Doorstep " + number() + ", Java " + Runtime.version().feature();
  }

  private static String number() {
    try (InputStream in =
        ReleaseNumber.class.getResourceAsStream("/META-INF/build-info.properties")) {
      var properties = new Properties();
      if (in != null) properties.load(in);
      return properties.getProperty("build.version", "(unreleased)");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
