package org.doorstep.rooms.bad.redis;

/** Says it aloud. */
public record Prints(String words) {
  void say() {
    System.out.println(words);
  }
}
