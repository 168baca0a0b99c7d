/**
 * The ports and the workers: an inbound is opened, decided, committed; an outgoing is paced, sent,
 * settled.
 */
@NullMarked
package org.doorstep.pipeline;

import org.jspecify.annotations.NullMarked;
