/** What a decision costs by what it says. */
@NullMarked
package dev.zt.bench.outcome;

import org.jspecify.annotations.NullMarked;
