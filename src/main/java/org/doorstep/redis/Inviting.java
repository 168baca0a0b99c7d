package org.doorstep.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.InboundId;
import org.doorstep.people.Address;
import org.doorstep.people.Invitation;

/** A lead's invitation of a number: under a key of its own, as on a list of one. */
record Inviting(
    Vault vault, Keys keys, Commit commit, Dossier dossier, InboundId cause, Instant now) {

  void write(Address address, Invitation invitation) {
    CellId cell = keys.cell();
    RedisInvitees.Sealed sealed =
        RedisInvitees.seal(vault, cell, vault.idOf(cell, address), invitation);
    Duration kept = dossier.cell().rules().keepInvitedFor();
    byte[] list = Utf8.bytes("lead/" + cause);
    byte[] key = new ListKeys(cell).invited(sealed.id());
    commit.step(
        "record",
        List.of(key),
        Utf8.bytes("k"),
        sealed.wrapped().bytes(),
        Utf8.bytes("s"),
        sealed.sealed().bytes(),
        Utf8.bytes("l"),
        list);
    commit.step("expire", List.of(key), Utf8.bytes(kept.toMillis()));
    commit.step(
        "rank",
        List.of(new ListKeys(cell).lists()),
        Utf8.bytes(now.plus(kept).toEpochMilli()),
        list);
  }
}
