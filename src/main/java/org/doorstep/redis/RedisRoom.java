package org.doorstep.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import java.time.InstantSource;
import org.doorstep.cell.CellId;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.Alarms;
import org.doorstep.pipeline.Audits;
import org.doorstep.pipeline.Boards;
import org.doorstep.pipeline.Casebook;
import org.doorstep.pipeline.Claims;
import org.doorstep.pipeline.Directory;
import org.doorstep.pipeline.Holdings;
import org.doorstep.pipeline.Inbox;
import org.doorstep.pipeline.Invitees;
import org.doorstep.pipeline.Outbox;
import org.doorstep.pipeline.Papers;
import org.doorstep.pipeline.Volunteers;
import org.doorstep.pipeline.Workspaces;

/** Everything that is kept in Redis, port by port. */
public final class RedisRoom {

  private final Inbox inbox;
  private final Casebook casebook;
  private final Claims claims;
  private final Volunteers volunteers;
  private final Boards boards;
  private final Audits audits;
  private final Outbox outbox;
  private final Alarms alarms;
  private final Holdings holdings;
  private final Invitees invitees;
  private final Directory directory;
  private final Workspaces workspaces;
  private final Papers papers;
  private final Gauges gauges;
  private final Vault vault;

  private RedisRoom(Lines lines, Vault vault, RoomSettings settings, InstantSource clock) {
    Bell bell = new Bell();
    Cleanup cleanup = new Cleanup(lines, clock);
    RedisInvitees listed = new RedisInvitees(lines, vault, clock);
    this.vault = vault;
    this.invitees = listed;
    this.inbox = new RedisInbox(lines, vault, bell, settings);
    this.casebook = new RedisCasebook(lines, vault, bell, settings, cleanup, listed);
    this.claims = new RedisClaims(lines);
    this.volunteers =
        new RedisVolunteers(
            lines,
            new KeyCabinet(lines, vault),
            new RedisRolls(lines, vault, new KeyCabinet(lines, vault), listed));
    this.boards = new RedisBoards(lines, new KeyCabinet(lines, vault));
    this.audits = new RedisAudits(lines, new KeyCabinet(lines, vault));
    this.outbox = new RedisOutbox(lines, vault, bell, settings, cleanup);
    this.alarms = new RedisAlarms(lines, bell, cleanup);
    this.holdings = new RedisHoldings(lines);
    this.directory = new RedisDirectory(lines);
    this.workspaces = new RedisWorkspaces(lines, vault);
    this.papers = new RedisPapers(lines, new KeyCabinet(lines, vault));
    this.gauges = new Gauges(lines);
  }

  /**
   * A room on a single server, or on the one a Sentinel points to.
   *
   * @param shared the connection for everything
   * @param durable a connection of its own, for writes that wait for replicas; the same one where
   *     there are none
   */
  public static RedisRoom on(
      StatefulRedisConnection<byte[], byte[]> shared,
      StatefulRedisConnection<byte[], byte[]> durable,
      Vault vault,
      RoomSettings settings,
      InstantSource clock) {
    Lines lines =
        new Lines(
            shared.reactive(),
            Lines.Nodes.of(durable),
            settings.replicas(),
            settings.replicasWithin());
    return new RedisRoom(lines, vault, settings, clock);
  }

  /** A room on a cluster. */
  public static RedisRoom on(
      StatefulRedisClusterConnection<byte[], byte[]> shared,
      StatefulRedisClusterConnection<byte[], byte[]> durable,
      Vault vault,
      RoomSettings settings,
      InstantSource clock) {
    Lines lines =
        new Lines(
            shared.reactive(),
            Lines.Nodes.of(durable),
            settings.replicas(),
            settings.replicasWithin());
    return new RedisRoom(lines, vault, settings, clock);
  }

  /**
   * Connects a client that was made with {@link RedisOptions}; it stays the caller's to shut down.
   */
  public static RedisRoom connect(
      AbstractRedisClient client, Vault vault, RoomSettings settings, InstantSource clock) {
    boolean alone = settings.replicas() == 0;
    return switch (client) {
      case RedisClusterClient cluster -> {
        var shared = cluster.connect(ByteArrayCodec.INSTANCE);
        var durable = alone ? shared : cluster.connect(ByteArrayCodec.INSTANCE);
        yield on(shared, durable, vault, settings, clock);
      }
      case RedisClient single -> {
        var shared = single.connect(ByteArrayCodec.INSTANCE);
        var durable = alone ? shared : single.connect(ByteArrayCodec.INSTANCE);
        yield on(shared, durable, vault, settings, clock);
      }
      default -> throw new IllegalArgumentException("not a Redis client");
    };
  }

  public Inbox inbox() {
    return inbox;
  }

  public Casebook casebook() {
    return casebook;
  }

  public Claims claims() {
    return claims;
  }

  public Volunteers volunteers() {
    return volunteers;
  }

  public Boards boards() {
    return boards;
  }

  public Audits audits() {
    return audits;
  }

  public Outbox outbox() {
    return outbox;
  }

  public Alarms alarms() {
    return alarms;
  }

  public Holdings holdings() {
    return holdings;
  }

  public Invitees invitees() {
    return invitees;
  }

  public Directory directory() {
    return directory;
  }

  public Workspaces workspaces() {
    return workspaces;
  }

  public Papers papers() {
    return papers;
  }

  public Gauges gauges() {
    return gauges;
  }

  /** Tells that a text comes from this installation, and was made for that purpose. */
  public String sign(String purpose, String text) {
    return vault.sign(purpose, text);
  }

  /** The id of whoever first writes from an address. */
  public PersonId idOf(CellId cell, Address address) {
    return vault.idOf(cell, address);
  }
}
