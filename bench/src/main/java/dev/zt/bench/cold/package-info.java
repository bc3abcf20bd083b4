/** Programs that start, decide once and end. */
@NullMarked
package dev.zt.bench.cold;

import org.jspecify.annotations.NullMarked;
