package org.doorstep.rooms.bad.place;

import java.nio.file.Path;

/** Is not pure. */
record ReadsFiles(Path path) {}
