/** Slack in and out: the signed door, the reader of payloads, the messenger. */
@NullMarked
package org.doorstep.slack;

import org.jspecify.annotations.NullMarked;
