/** Where things are: points, distances, areas, and UK postcodes as values. Pure. */
@NullMarked
package org.doorstep.place;

import org.jspecify.annotations.NullMarked;
