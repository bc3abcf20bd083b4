/** The latest observations: published, pulled, and completed by what the engine knows itself. */
@NullMarked
package dev.zt.engine.signal;

import org.jspecify.annotations.NullMarked;
