/**
 * The life of a request: its states as types, waves, claims, ageing; who would suit it and why.
 * Pure.
 */
@NullMarked
package org.doorstep.help;

import org.jspecify.annotations.NullMarked;
