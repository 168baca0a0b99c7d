package org.doorstep.redis;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One owner's key. Destroying its wrapped form destroys all that it sealed.
 *
 * <p>What it seals starts with the key's own number, so that "sealed with a key that is gone" can
 * be told from "tampered with".
 */
final class DataKey {

  private static final int NUMBER_BYTES = 8;
  private static final int KEY_BYTES = 32;

  private final String owner;
  private final byte[] wrapped;
  private final byte[] number;
  private final AesGcmJce cipher;

  private DataKey(String owner, byte[] wrapped, byte[] number, AesGcmJce cipher) {
    this.owner = owner;
    this.wrapped = wrapped;
    this.number = number;
    this.cipher = cipher;
  }

  static byte[] newSecret() {
    return Random.randBytes(NUMBER_BYTES + KEY_BYTES);
  }

  static DataKey of(String owner, byte[] wrapped, byte[] secret) throws GeneralSecurityException {
    byte[] key = Arrays.copyOfRange(secret, NUMBER_BYTES, NUMBER_BYTES + KEY_BYTES);
    return new DataKey(owner, wrapped, Arrays.copyOf(secret, NUMBER_BYTES), new AesGcmJce(key));
  }

  String owner() {
    return owner;
  }

  byte[] wrapped() {
    return wrapped;
  }

  byte[] seal(byte[] plain, byte[] label) {
    try {
      byte[] sealed = cipher.encrypt(plain, label);
      return ByteBuffer.allocate(NUMBER_BYTES + sealed.length).put(number).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Null when it was sealed with an earlier key of this owner, which is gone.
   *
   * @throws Tampered when it was changed, or moved here from somewhere else
   */
  byte @Nullable [] unseal(byte[] sealed, byte[] label) {
    if (sealed.length < NUMBER_BYTES) throw new Tampered();
    if (!Arrays.equals(sealed, 0, NUMBER_BYTES, number, 0, NUMBER_BYTES)) return null;
    try {
      return cipher.decrypt(Arrays.copyOfRange(sealed, NUMBER_BYTES, sealed.length), label);
    } catch (GeneralSecurityException e) {
      throw new Tampered();
    }
  }

  /** Something that was sealed does not stand where it was sealed, or not as it was. */
  static final class Tampered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Tampered() {
      super("sealed data was changed or moved");
    }
  }

  @Override
  public String toString() {
    return "DataKey[redacted]";
  }
}
