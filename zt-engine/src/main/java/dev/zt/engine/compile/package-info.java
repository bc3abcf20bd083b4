/** Policies as bytecode: what decides in production, held equal to the reference evaluator. */
@NullMarked
package dev.zt.engine.compile;

import org.jspecify.annotations.NullMarked;
