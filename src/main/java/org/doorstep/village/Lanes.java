package org.doorstep.village;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Work on virtual threads: in order within a lane, side by side between lanes. */
final class Lanes implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Lanes.class.getName());

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ConcurrentHashMap<String, CompletableFuture<Void>> last = new ConcurrentHashMap<>();

  void run(String lane, Runnable work) {
    CompletableFuture<Void> mine = new CompletableFuture<>();
    CompletableFuture<Void> before = last.put(lane, mine);
    threads.execute(
        () -> {
          if (before != null) before.join();
          try {
            work.run();
          } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "The village failed at something: " + e.getClass().getName());
          } finally {
            last.remove(lane, mine);
            mine.complete(null);
          }
        });
  }

  /** Interrupts what is going on and waits for nothing. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
