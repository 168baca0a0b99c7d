package org.doorstep.village;

/** Who looks at a request first in the village, and how the page changes that. */
public interface Models {

  /** In a village where nobody can change it. */
  Models DIRECT =
      new Models() {
        @Override
        public String now() {
          return "direct";
        }

        @Override
        public boolean choose(String model) {
          return false;
        }
      };

  /** As in a cell's file: direct, hubs or broker. */
  String now();

  /**
   * @return whether there is such a model
   */
  boolean choose(String model);
}
