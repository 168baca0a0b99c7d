package org.doorstep.understand;

/**
 * What somebody says of keeping a thing for longer than it was lent.
 *
 * @param plain by itself it says so, whatever was asked before
 * @param answers after a reminder it says so
 * @param days how many more; 0 where it is not said
 */
public record Longer(boolean plain, boolean answers, int days) {

  public static final Longer NOTHING = new Longer(false, false, 0);
}
