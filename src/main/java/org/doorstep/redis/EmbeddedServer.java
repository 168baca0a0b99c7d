package org.doorstep.redis;

import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis of our own, for an installation that has none: on loopback only, with a password, and on
 * disk before it answers. One process may use a data folder at a time; a server that a killed
 * process left behind is stopped first.
 */
public final class EmbeddedServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String SETTINGS = "redis.conf";

  private final FileChannel lock;
  private final Process process;
  private final int port;
  private final String password;

  private EmbeddedServer(FileChannel lock, Process process, int port, String password) {
    this.lock = lock;
    this.process = process;
    this.port = port;
    this.password = password;
  }

  /** On a free port. */
  public static EmbeddedServer start(Path folder) throws IOException {
    return start(folder, freePort());
  }

  /**
   * @param folder where its data lies; made if it is not there
   * @throws IOException when the folder is in use, or the server does not come up
   */
  public static EmbeddedServer start(Path folder, int port) throws IOException {
    Files.createDirectories(folder);
    FileChannel lock = lock(folder);
    try {
      Leftover.stop(folder);
      String password = newPassword();
      Path settings = writeSettings(folder, port, password);
      Process process = launch(folder, settings);
      EmbeddedServer server = new EmbeddedServer(lock, process, port, password);
      try {
        Leftover.remember(folder, process.toHandle());
        server.awaitReady(folder);
        return server;
      } catch (IOException | RuntimeException e) {
        process.destroyForcibly();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** The one that another process, or another part of this one, runs on that folder. */
  public static Optional<RedisURI> running(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) return Optional.empty();
    try (FileChannel free = tryLock(folder)) {
      if (free != null) return Optional.empty();
    }
    List<String> settings = Files.readAllLines(folder.resolve(SETTINGS));
    return Optional.of(
        uri(Integer.parseInt(setting(settings, "port")), setting(settings, "requirepass")));
  }

  private static String setting(List<String> settings, String name) throws IOException {
    return settings.stream()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElseThrow(() -> new IOException(SETTINGS + " does not tell the " + name));
  }

  public int port() {
    return port;
  }

  public String password() {
    return password;
  }

  /** To be handed to Lettuce. */
  public RedisURI uri() {
    return uri(port, password);
  }

  private static RedisURI uri(int port, String password) {
    return RedisURI.builder()
        .withHost("127.0.0.1")
        .withPort(port)
        .withPassword(password.toCharArray())
        .withTimeout(RedisOptions.TIMEOUT)
        .build();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** The server's process: for tests that pull the plug. */
  ProcessHandle process() {
    return process.toHandle();
  }

  /** Asks it to finish, and waits until it has. */
  @Override
  public void close() {
    Leftover.stop(process.toHandle());
    try {
      lock.close();
    } catch (IOException e) {
      LOG.warn("the lock of the data folder was not released: {}", e.getMessage());
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel = tryLock(folder);
    if (channel == null) {
      throw new IOException("the data folder " + folder + " is in use by another Doorstep");
    }
    return channel;
  }

  private static @Nullable FileChannel tryLock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock got = null;
    try {
      got = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      LOG.debug("the data folder is in use by this very process");
    }
    if (got != null) return channel;
    channel.close();
    return null;
  }

  private static Path writeSettings(Path folder, int port, String password) throws IOException {
    Path settings = folder.resolve(SETTINGS);
    Files.deleteIfExists(settings);
    if (Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
      var ownersOnly = PosixFilePermissions.fromString("rw-------");
      Files.createFile(settings, PosixFilePermissions.asFileAttribute(ownersOnly));
    }
    return Files.write(
        settings,
        List.of(
            "bind 127.0.0.1",
            "port " + port,
            "protected-mode yes",
            "requirepass " + password,
            "daemonize no",
            "dir \"" + folder.toAbsolutePath() + "\"",
            "appendonly yes",
            "appendfsync always",
            "no-appendfsync-on-rewrite no",
            "aof-load-truncated yes",
            "aof-use-rdb-preamble yes",
            "save \"\"",
            "maxmemory-policy noeviction",
            "stop-writes-on-bgsave-error yes",
            "logfile \"" + folder.resolve("redis.log").toAbsolutePath() + "\""));
  }

  private static Process launch(Path folder, Path settings) throws IOException {
    Path binary = ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
    return new ProcessBuilder(
            binary.toAbsolutePath().toString(), settings.toAbsolutePath().toString())
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void awaitReady(Path folder) throws IOException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until && process.isAlive()) {
      if (Handshake.answers(port, password)) return;
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    throw new IOException("redis-server did not come up; see " + folder.resolve("redis.log"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String newPassword() {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** Servers that outlived the process that started them. */
  private static final class Leftover {

    private Leftover() {}

    static void remember(Path folder, ProcessHandle server) throws IOException {
      Files.writeString(
          folder.resolve("redis.pid"),
          server.pid() + " " + server.info().startInstant().map(Object::toString).orElse(""));
    }

    /** Stops what was started for this folder; nothing else, whatever its number is now. */
    static void stop(Path folder) throws IOException {
      Path file = folder.resolve("redis.pid");
      if (!Files.exists(file)) return;
      String[] noted = Files.readString(file).strip().split(" ", 2);
      Optional<ProcessHandle> left =
          noted.length == 2 && noted[0].matches("[0-9]{1,18}")
              ? ProcessHandle.of(Long.parseLong(noted[0]))
              : Optional.empty();
      left.filter(
              p ->
                  p.info().startInstant().map(Object::toString).orElse("?").equals(noted[1])
                      && p.info().command().orElse("").contains("redis-server"))
          .ifPresent(Leftover::stop);
      Files.delete(file);
    }

    static void stop(ProcessHandle server) {
      server.destroy();
      try {
        server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException | TimeoutException e) {
        LOG.warn("redis-server does not finish; it is killed");
        server.destroyForcibly();
      }
    }
  }
}
