/** The engine: an authorizer over a compiled policy set, in memory. */
@NullMarked
package dev.zt.engine;

import org.jspecify.annotations.NullMarked;
