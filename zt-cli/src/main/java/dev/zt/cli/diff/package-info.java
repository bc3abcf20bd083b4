/** Differences of texts. */
@NullMarked
package dev.zt.cli.diff;

import org.jspecify.annotations.NullMarked;
