package org.doorstep.redis;

import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.cell.CellId;
import reactor.core.publisher.Mono;

/** One run of {@code commit_decision.lua}, as it is put together: checks and steps. */
final class Commit {

  static final Script.Reply STALE = new Script.Reply("stale", List.of());

  private static final Script SCRIPT = Script.named("commit_decision");

  private final List<byte[]> head;
  private final Map<ByteBuffer, Integer> keys = new LinkedHashMap<>();
  private final List<byte[]> checks = new ArrayList<>();
  private final List<byte[]> steps = new ArrayList<>();
  private int checkCount;
  private int stepCount;

  Commit(CellId cell, byte[] cause, long epoch, String position, long rememberMillis) {
    Keys of = new Keys(cell);
    List.of(of.epoch(), cause, of.inbox(), of.revision(), of.keyRing()).forEach(this::index);
    head = List.of(Utf8.bytes(epoch), Utf8.bytes(position), Utf8.bytes(rememberMillis));
  }

  Commit check(String name, List<byte[]> touched, byte[]... args) {
    checkCount++;
    put(checks, name, touched, List.of(args));
    return this;
  }

  Commit step(String name, List<byte[]> touched, byte[]... args) {
    return step(name, touched, List.of(args));
  }

  Commit step(String name, List<byte[]> touched, List<byte[]> args) {
    stepCount++;
    put(steps, name, touched, args);
    return this;
  }

  Mono<Script.Reply> run(RedisClusterReactiveCommands<byte[], byte[]> redis) {
    List<byte[]> args = new ArrayList<>(head);
    args.add(Utf8.bytes(checkCount));
    args.addAll(checks);
    args.add(Utf8.bytes(stepCount));
    args.addAll(steps);
    return SCRIPT.run(redis, keys.keySet().stream().map(ByteBuffer::array).toList(), args);
  }

  private void put(List<byte[]> to, String name, List<byte[]> touched, List<byte[]> args) {
    to.add(Utf8.bytes(name));
    to.add(Utf8.bytes(touched.size()));
    touched.forEach(key -> to.add(Utf8.bytes(index(key))));
    to.add(Utf8.bytes(args.size()));
    to.addAll(args);
  }

  private int index(byte[] key) {
    ByteBuffer name = ByteBuffer.wrap(key);
    keys.putIfAbsent(name, keys.size() + 1);
    return keys.get(name);
  }
}
