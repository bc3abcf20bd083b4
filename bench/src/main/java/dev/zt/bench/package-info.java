/** Measures what a decision costs, beside hand-written Java and other engines. */
@NullMarked
package dev.zt.bench;

import org.jspecify.annotations.NullMarked;
