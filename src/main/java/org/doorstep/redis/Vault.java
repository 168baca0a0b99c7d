package org.doorstep.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.doorstep.cell.CellId;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;

/**
 * The installation's own two secrets: one wraps the data keys of people, the other turns addresses
 * into ids. Losing them is losing everything; the second can never be changed.
 */
public final class Vault {

  private static final String SEPARATOR = ".";

  static {
    try {
      AeadConfig.register();
      PrfConfig.register();
    } catch (GeneralSecurityException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Aead wrapping;
  private final PrfSet naming;

  private Vault(Aead wrapping, PrfSet naming) {
    this.wrapping = wrapping;
    this.naming = naming;
  }

  /**
   * The secrets of {@code DOORSTEP_KEYSET}, as {@link #newKeyset} writes them: two Tink keysets in
   * JSON, each in base64, with a full stop between them.
   *
   * @throws IllegalArgumentException for anything else; the message holds nothing of it
   */
  public static Vault of(String keyset) {
    String[] parts = keyset.strip().split("\\.", -1);
    if (parts.length != 2) throw new IllegalArgumentException("not a keyset of Doorstep");
    try {
      return new Vault(
          handle(parts[0]).getPrimitive(RegistryConfiguration.get(), Aead.class),
          handle(parts[1]).getPrimitive(RegistryConfiguration.get(), PrfSet.class));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException("not a keyset of Doorstep");
    }
  }

  /** Fresh secrets for {@code DOORSTEP_KEYSET}: one line without blanks. */
  public static String newKeyset() {
    try {
      return text(
              KeysetHandle.generateNew(
                  PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()))
          + SEPARATOR
          + text(
              KeysetHandle.generateNew(
                  PredefinedPrfParameters.HMAC_SHA256_PRF, RegistryConfiguration.get()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same person for the same address, and another one in every other cell. */
  PersonId idOf(CellId cell, Address address) {
    return new PersonId(named("person", cell, address.identity()));
  }

  /** A lane that says whether two inbounds belong together, and nothing else. */
  String lane(CellId cell, String lane) {
    return named("lane", cell, lane);
  }

  /** The key to what somebody may read of themselves, which nobody else can guess. */
  public String paperKey(CellId cell, PersonId person, String cause) {
    return named("paper", cell, person + "\0" + cause, 32);
  }

  /** Tells a key, and not what it is. */
  static String digest(String key) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private String named(String what, CellId cell, String text) {
    return named(what, cell, text, 16);
  }

  private String named(String what, CellId cell, String text, int bytes) {
    try {
      byte[] input = (what + "\0" + cell + "\0" + text).getBytes(UTF_8);
      return HexFormat.of().formatHex(naming.computePrimary(input, bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  DataKey newKey(CellId cell, String owner) {
    byte[] secret = DataKey.newSecret();
    try {
      return DataKey.of(owner, wrapping.encrypt(secret, label(cell, owner)), secret);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  DataKey unwrap(CellId cell, String owner, byte[] wrapped) {
    try {
      return DataKey.of(owner, wrapped, wrapping.decrypt(wrapped, label(cell, owner)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key of cell " + cell + " was not wrapped by this keyset");
    }
  }

  private static byte[] label(CellId cell, String owner) {
    return (cell + "\0key\0" + owner).getBytes(UTF_8);
  }

  private static KeysetHandle handle(String base64) throws GeneralSecurityException {
    String json = new String(Base64.getDecoder().decode(base64), UTF_8);
    return TinkJsonProtoKeysetFormat.parseKeyset(
        json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
  }

  private static String text(KeysetHandle handle) throws GeneralSecurityException {
    String json =
        TinkJsonProtoKeysetFormat.serializeKeyset(
            handle, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    return Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return "Vault[redacted]";
  }
}
