package org.doorstep.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import java.time.Duration;
import java.util.function.Function;
import org.doorstep.cell.CellId;
import reactor.core.publisher.Mono;

/**
 * The connections to Redis.
 *
 * @param shared for everything
 * @param nodes the node that keeps a cell, on connections of their own. What has to be on replicas
 *     before it is told goes there: WAIT counts only on the connection that wrote, and holds up all
 *     that is behind it
 * @param replicas how many must have a write before it counts; 0 where there are none
 */
record Lines(
    RedisClusterReactiveCommands<byte[], byte[]> shared,
    Nodes nodes,
    int replicas,
    Duration replicasWithin) {

  /** A write that is durable when this completes; an error where too few replicas have it. */
  <T> Mono<T> durably(
      CellId cell, Function<RedisClusterReactiveCommands<byte[], byte[]>, Mono<T>> write) {
    if (replicas == 0) return write.apply(shared);
    RedisClusterReactiveCommands<byte[], byte[]> node = nodes.of(cell);
    return write
        .apply(node)
        .flatMap(
            written ->
                node.waitForReplication(replicas, replicasWithin.toMillis())
                    .flatMap(
                        have ->
                            have >= replicas
                                ? Mono.just(written)
                                : Mono.error(new NotReplicated(have, replicas))));
  }

  /** Finds the node that keeps a cell: the only one, or the one that has its slot in a cluster. */
  interface Nodes {

    RedisClusterReactiveCommands<byte[], byte[]> of(CellId cell);

    static Nodes of(StatefulRedisConnection<byte[], byte[]> only) {
      return cell -> only.reactive();
    }

    static Nodes of(StatefulRedisClusterConnection<byte[], byte[]> cluster) {
      return cell -> {
        int slot = SlotHash.getSlot(new Keys(cell).epoch());
        return cluster
            .getConnection(cluster.getPartitions().getPartitionBySlot(slot).getNodeId())
            .reactive();
      };
    }
  }

  /** Too few replicas have a write: it must not be acknowledged, though it may survive. */
  static final class NotReplicated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotReplicated(long have, int wanted) {
      super(have + " of " + wanted + " replicas have the write", null, false, false);
    }
  }
}
