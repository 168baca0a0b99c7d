package org.doorstep.redis;

/** Bytes that only their key makes sense of. */
final class Blob {

  private final byte[] bytes;

  Blob(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "Blob[" + bytes.length + " bytes]";
  }
}
