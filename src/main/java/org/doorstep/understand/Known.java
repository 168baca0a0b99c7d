package org.doorstep.understand;

/**
 * What all lists together say of a word as it is written. Languages are the bits of {@link
 * Languages#bit}.
 */
final class Known {

  private static final int ENGLISH = 1;

  private final int small;
  private final int listed;
  private final int right;
  private final boolean shorter;
  private final int[] ids;

  /**
   * @param small of which languages it is one of the small words
   * @param listed in which languages' lists it stands
   * @param right in which languages it is no slip of the finger
   * @param shorter it is a short form in some language
   * @param ids the numbers of all that it stands for in phrases
   */
  Known(int small, int listed, int right, boolean shorter, int[] ids) {
    this.small = small;
    this.listed = listed;
    this.right = right;
    this.shorter = shorter;
    this.ids = ids;
  }

  /** Stands in no list; a phrase may know how it begins. */
  static Known nowhere(int[] ids) {
    return new Known(0, 0, 0, false, ids);
  }

  int small() {
    return small;
  }

  int listed() {
    return listed;
  }

  boolean shorter() {
    return shorter;
  }

  int[] ids() {
    return ids;
  }

  boolean english() {
    return ((small | listed | right) & ENGLISH) != 0;
  }

  /** Whether it is a word of one of these languages. */
  boolean of(int languages) {
    return ((small | listed) & languages) != 0;
  }

  boolean right(int languages) {
    return (right & languages) != 0;
  }
}
