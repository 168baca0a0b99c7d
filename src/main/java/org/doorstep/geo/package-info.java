/** Postcodes and places: built-in and imported tables, an HTTP geocoder with a cache. */
@NullMarked
package org.doorstep.geo;

import org.jspecify.annotations.NullMarked;
