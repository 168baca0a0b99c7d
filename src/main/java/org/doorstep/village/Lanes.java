package org.doorstep.village;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Work on virtual threads: in order within a lane, side by side between lanes. */
final class Lanes implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Lanes.class.getName());

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ConcurrentHashMap<String, CompletableFuture<Void>> last = new ConcurrentHashMap<>();

  /** Does nothing once closed. */
  void run(String lane, Runnable work) {
    CompletableFuture<Void> mine = new CompletableFuture<>();
    CompletableFuture<Void> before = last.put(lane, mine);
    try {
      threads.execute(() -> inTurn(lane, work, before, mine));
    } catch (RejectedExecutionException closed) {
      mine.complete(null);
    }
  }

  private void inTurn(
      String lane,
      Runnable work,
      @Nullable CompletableFuture<Void> before,
      CompletableFuture<Void> mine) {
    try {
      if (before != null) before.join();
      work.run();
    } catch (RuntimeException e) {
      if (!threads.isShutdown()) {
        LOG.log(System.Logger.Level.WARNING, "The village failed at something: " + e.getClass());
      }
    } finally {
      last.remove(lane, mine);
      mine.complete(null);
    }
  }

  /** Interrupts what is going on and waits for nothing. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
