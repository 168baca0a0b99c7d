package org.doorstep.geo;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A table of postcodes on disk: "DOORPC01", how many, the keys, the latitudes, the longitudes, and
 * a CRC-32C of all that. Whoever reads it sees the old table or the new one, never a part of
 * either.
 */
record TableFile(Path folder) {

  private static final long MAGIC = 0x444F_4F52_5043_3031L; // "DOORPC01"
  private static final int AROUND = Long.BYTES + 2 * Integer.BYTES;
  private static final int PER_ROW = Long.BYTES + 2 * Integer.BYTES;
  private static final int BUFFER = 1 << 16;

  Path path() {
    return folder.resolve("postcodes.table");
  }

  void write(PostcodeTable table) throws IOException {
    Files.createDirectories(folder);
    Path part = folder.resolve("postcodes." + ProcessHandle.current().pid() + ".part");
    try {
      try (var file = new FileOutputStream(part.toFile())) {
        var checked = new CheckedOutputStream(new BufferedOutputStream(file, BUFFER), new CRC32C());
        var out = new DataOutputStream(checked);
        put(table, out);
        out.writeInt((int) checked.getChecksum().getValue());
        out.flush();
        file.getFD().sync();
      }
      Files.move(part, path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
        directory.force(true);
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Throws where the file is not what was written. */
  PostcodeTable read() throws IOException {
    long length = Files.size(path());
    try (InputStream file = Files.newInputStream(path())) {
      var checked = new CheckedInputStream(new BufferedInputStream(file, BUFFER), new CRC32C());
      var in = new DataInputStream(checked);
      PostcodeTable table = get(in, length);
      int sum = (int) checked.getChecksum().getValue();
      if (in.readInt() != sum || in.read() != -1) throw new IOException("its checksum is wrong");
      return table;
    } catch (EOFException shorter) {
      throw new IOException("it is cut short", shorter);
    }
  }

  private static void put(PostcodeTable table, DataOutputStream out) throws IOException {
    out.writeLong(MAGIC);
    out.writeInt(table.size());
    for (long key : table.keys()) out.writeLong(key);
    for (int latitude : table.latitudes()) out.writeInt(latitude);
    for (int longitude : table.longitudes()) out.writeInt(longitude);
  }

  private static PostcodeTable get(DataInputStream in, long length) throws IOException {
    if (in.readLong() != MAGIC) throw new IOException("it is not a table of postcodes");
    int size = in.readInt();
    if (size < 0 || length != AROUND + (long) PER_ROW * size)
      throw new IOException("its size is wrong");
    long[] keys = new long[size];
    int[] latitudes = new int[size];
    int[] longitudes = new int[size];
    for (int i = 0; i < size; i++) keys[i] = in.readLong();
    for (int i = 0; i < size; i++) latitudes[i] = in.readInt();
    for (int i = 0; i < size; i++) longitudes[i] = in.readInt();
    return new PostcodeTable(keys, latitudes, longitudes);
  }
}
