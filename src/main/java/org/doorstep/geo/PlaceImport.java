package org.doorstep.geo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Imports Code-Point Open into a data folder, where the running service finds it. An import
 * replaces what was imported before, so all files are given at once.
 */
public final class PlaceImport {

  private final TableFile table;

  public PlaceImport(Path dataFolder) {
    this.table = new TableFile(dataFolder);
  }

  /**
   * Reads every row of every file before anything is kept.
   *
   * @param files CSV files, folders of them, or the product's zip as it was downloaded
   * @throws IOException where the table cannot be written; the one before it is then still in use
   */
  public Report run(List<Path> files) throws IOException {
    ImportedRows rows = new ImportedRows();
    for (Path file : files) {
      try {
        read(file, rows);
      } catch (IOException unreadable) {
        rows.refuse(file.toString(), 0, "cannot be read: is it there, and is it complete?");
      }
    }
    PostcodeTable sorted = rows.sorted();
    if (rows.faultless() && sorted.size() == 0) {
      rows.refuse("all files", 0, "no postcode with a position is in them");
    }
    if (!rows.faultless()) return rows.report(0);
    table.write(sorted);
    return rows.report(sorted.size());
  }

  private static void read(Path file, ImportedRows rows) throws IOException {
    if (Files.isDirectory(file)) {
      try (Stream<Path> inside = Files.list(file)) {
        for (Path csv : inside.filter(p -> isCsv(p.toString())).sorted().toList()) read(csv, rows);
      }
    } else if (file.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
      unzip(file, rows);
    } else {
      try (InputStream in = Files.newInputStream(file)) {
        read(file.toString(), in, rows);
      }
    }
  }

  private static void unzip(Path file, ImportedRows rows) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory() && isCsv(entry.getName())) {
          try (InputStream in = zip.getInputStream(entry)) {
            read(file + "!" + entry.getName(), in, rows);
          }
        }
      }
    }
  }

  private static void read(String name, InputStream in, ImportedRows rows) throws IOException {
    rows.nextFile(name);
    var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) rows.take(line);
  }

  private static boolean isCsv(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".csv");
  }
}
