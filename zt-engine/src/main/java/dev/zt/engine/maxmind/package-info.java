/** Where addresses are, from a file in the format of MaxMind. */
@NullMarked
package dev.zt.engine.maxmind;

import org.jspecify.annotations.NullMarked;
