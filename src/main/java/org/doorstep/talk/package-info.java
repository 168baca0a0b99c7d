/**
 * Conversation flows as data: the format, the lint and the turn engine. Knows nothing of help.
 * Pure.
 */
@NullMarked
package org.doorstep.talk;

import org.jspecify.annotations.NullMarked;
