/** Where commands write to. */
@NullMarked
package dev.zt.cli.terminal;

import org.jspecify.annotations.NullMarked;
