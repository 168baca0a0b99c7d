/**
 * What others publish of services and shops: Open Referral UK (HSDS-UK 1.0 and 3.0), from a file or
 * from an API's address. People's names are never taken.
 */
@NullMarked
package org.doorstep.directory;

import org.jspecify.annotations.NullMarked;
