package org.doorstep.people;

import java.util.Locale;

/** What was said about the person to be helped that changes how, or how soon. */
public enum Flag {
  SHIELDING,
  ISOLATING,
  NO_FOOD,
  NO_HEATING,
  NO_MEDICINE,
  ALONE,
  CHILD,
  ELDERLY,
  DISABLED,
  PREGNANT,
  BEREAVED,
  CANNOT_PAY,
  UNSAFE;

  /** As in the vocabulary: {@code no-food}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Flag ofKey(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
