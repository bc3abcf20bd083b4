/** A working day in which facts change, and access follows. */
@NullMarked
package dev.zt.examples.continuous;

import org.jspecify.annotations.NullMarked;
