/**
 * The bundled simulator: a Twilio and a Slack that answer on loopback, and the page with the
 * phones.
 */
@NullMarked
package org.doorstep.village;

import org.jspecify.annotations.NullMarked;
