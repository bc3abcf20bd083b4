/**
 * The executable specification of the policy language: what every other evaluator is held equal to.
 */
@NullMarked
package dev.zt.engine.reference;

import org.jspecify.annotations.NullMarked;
