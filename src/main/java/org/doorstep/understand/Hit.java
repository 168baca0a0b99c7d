package org.doorstep.understand;

/**
 * A listed phrase that stands in a message.
 *
 * @param list which of the entry's lists it is from: {@code words}, {@code phrases}, {@code unless}
 * @param start the first of its words
 * @param end after the last of its words
 */
record Hit(String key, String list, int start, int end) {

  boolean overlaps(Hit other) {
    return start < other.end && other.start < end;
  }

  int length() {
    return end - start;
  }
}
