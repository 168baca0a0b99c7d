package org.doorstep.village;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What the village has to be told.
 *
 * @param base where this server answers, {@code http://localhost:8080}; asked for only after start,
 *     when the port is known. Webhooks are signed for this address
 * @param flows the folder of conversation flows; its {@code templates.yml} lists the templates that
 *     are approved from the start
 */
public record VillageSettings(
    VillageKeys keys, Supplier<URI> base, Path flows, Pace pace, Models models) {

  /** One whose cell responds in one way. */
  public VillageSettings(VillageKeys keys, Supplier<URI> base, Path flows, Pace pace) {
    this(keys, base, flows, pace, Models.DIRECT);
  }
}
