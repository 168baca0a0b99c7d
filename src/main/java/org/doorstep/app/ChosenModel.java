package org.doorstep.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.doorstep.cell.Model;
import org.doorstep.village.Models;

/** The model that somebody chose on the village's page. */
record ChosenModel(LiveCells cells) implements Models {

  @Override
  public String now() {
    return key(cells.now().all().getFirst().response().model());
  }

  @Override
  public boolean choose(String model) {
    Optional<Model> chosen =
        Arrays.stream(Model.values()).filter(m -> key(m).equals(model)).findFirst();
    chosen.ifPresent(cells::respond);
    return chosen.isPresent();
  }

  private static String key(Model model) {
    return model.name().toLowerCase(Locale.ROOT);
  }
}
