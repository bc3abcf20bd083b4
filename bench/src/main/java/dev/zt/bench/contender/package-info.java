/** Who answers: each engine in the best way that its documentation knows. */
@NullMarked
package dev.zt.bench.contender;

import org.jspecify.annotations.NullMarked;
