/** What compiles, and is hardly what its author meant. */
@NullMarked
package dev.zt.dsl.check.lint;

import org.jspecify.annotations.NullMarked;
