package org.doorstep.understand;

/**
 * What all lists together say of a word as it is written. Languages are the bits of {@link
 * Languages#bit}.
 *
 * @param small of which languages it is one of the small words
 * @param listed in which languages' lists it stands
 * @param right in which languages it is no slip of the finger
 * @param shorter it is a short form in some language
 * @param ids the numbers of all that it stands for in phrases
 */
record Known(int small, int listed, int right, boolean shorter, int[] ids) {

  private static final int ENGLISH = 1;

  /** Stands in no list; a phrase may know how it begins. */
  static Known nowhere(int[] ids) {
    return new Known(0, 0, 0, false, ids);
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
