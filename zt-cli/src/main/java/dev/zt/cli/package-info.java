/** The commands. */
@NullMarked
package dev.zt.cli;

import org.jspecify.annotations.NullMarked;
