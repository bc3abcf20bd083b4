/** Noticing that files change. */
@NullMarked
package dev.zt.cli.watch;

import org.jspecify.annotations.NullMarked;
