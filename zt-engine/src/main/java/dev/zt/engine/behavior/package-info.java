/** What is remembered of what happened: sliding windows by key, bounded, in memory. */
@NullMarked
package dev.zt.engine.behavior;

import org.jspecify.annotations.NullMarked;
