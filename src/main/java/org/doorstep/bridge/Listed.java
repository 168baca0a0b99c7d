package org.doorstep.bridge;

/**
 * An entry as it stands in the directory now.
 *
 * @param source which directory it comes from
 * @param edition the import that brought it
 * @param doubted somebody has said since then that it is wrong
 */
public record Listed(Listing service, String source, String edition, boolean doubted) {}
