package org.doorstep.app;

import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Where the program begins: the service, or one of the commands.
 *
 * <p>Exit status: 0, 1 for a finding or a failure, 2 for bad usage and for a refusal to start.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class Doorstep {

  private static final Set<String> ASKS_FOR_HELP = Set.of("-h", "--help", "-V", "--version");

  public static void main(String[] args) {
    if (isCommand(args)) {
      System.exit(Commands.run(args));
    }
    int status = serve(args);
    if (status != 0) System.exit(status);
  }

  /** Anything but options of Spring's, which begin with two hyphens. */
  static boolean isCommand(String[] args) {
    return args.length > 0 && (!args[0].startsWith("-") || ASKS_FOR_HELP.contains(args[0]));
  }

  /** Starts the service and returns 0 while it goes on running, or why it did not start. */
  static int serve(String... args) {
    try {
      SpringApplication.run(Doorstep.class, args);
      return 0;
    } catch (RuntimeException e) {
      // both have been reported by now, in the log or by the reporter of refusals
      return RefusalReporter.behind(e).isPresent() ? 2 : 1;
    }
  }
}
