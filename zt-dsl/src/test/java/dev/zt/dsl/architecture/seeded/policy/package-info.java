/** Lower than the engine, and depends on it. */
@NullMarked
package dev.zt.dsl.architecture.seeded.policy;

import org.jspecify.annotations.NullMarked;
