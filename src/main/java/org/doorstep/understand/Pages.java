package org.doorstep.understand;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Rows of numbers and of words, one after the other: what was learnt, as it is kept. */
final class Pages {

  private static final int FIRST = 1 << 16;

  private ByteBuffer pages;

  private Pages(ByteBuffer pages) {
    this.pages = pages;
  }

  /**
   * @param first what comes before all pages
   */
  static Pages blank(byte[] first) {
    return new Pages(ByteBuffer.allocate(FIRST).put(first));
  }

  /**
   * @param from where the first page begins
   */
  static Pages of(byte[] written, int from) {
    return new Pages(ByteBuffer.wrap(written).position(from));
  }

  byte[] written() {
    byte[] written = new byte[pages.position()];
    pages.get(0, written);
    return written;
  }

  Pages write(double number) {
    room(Double.BYTES).putDouble(number);
    return this;
  }

  Pages write(int[] row) {
    ByteBuffer here = room(row.length, Integer.BYTES);
    here.asIntBuffer().put(row);
    return turn(row.length * Integer.BYTES);
  }

  Pages write(float[] row) {
    ByteBuffer here = room(row.length, Float.BYTES);
    here.asFloatBuffer().put(row);
    return turn(row.length * Float.BYTES);
  }

  Pages write(short[] row) {
    ByteBuffer here = room(row.length, Short.BYTES);
    here.asShortBuffer().put(row);
    return turn(row.length * Short.BYTES);
  }

  Pages write(Collection<String> words) {
    room(Integer.BYTES).putInt(words.size());
    for (String word : words) {
      byte[] letters = word.getBytes(StandardCharsets.UTF_8);
      room(letters.length, Byte.BYTES).put(letters);
    }
    return this;
  }

  double number() {
    return pages.getDouble();
  }

  int[] ints() {
    int[] row = new int[pages.getInt()];
    pages.asIntBuffer().get(row);
    turn(row.length * Integer.BYTES);
    return row;
  }

  float[] floats() {
    float[] row = new float[pages.getInt()];
    pages.asFloatBuffer().get(row);
    turn(row.length * Float.BYTES);
    return row;
  }

  short[] shorts() {
    short[] row = new short[pages.getInt()];
    pages.asShortBuffer().get(row);
    turn(row.length * Short.BYTES);
    return row;
  }

  List<String> words() {
    int count = pages.getInt();
    List<String> words = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      byte[] letters = new byte[pages.getInt()];
      pages.get(letters);
      words.add(new String(letters, StandardCharsets.UTF_8));
    }
    return words;
  }

  /** Room for a row, with its length written down. */
  private ByteBuffer room(int length, int each) {
    return room(Integer.BYTES + length * each).putInt(length);
  }

  private ByteBuffer room(int bytes) {
    if (pages.remaining() < bytes) {
      int capacity = Math.max(pages.capacity() * 2, pages.position() + bytes);
      pages = ByteBuffer.allocate(capacity).put(pages.flip());
    }
    return pages;
  }

  private Pages turn(int bytes) {
    pages.position(pages.position() + bytes);
    return this;
  }
}
