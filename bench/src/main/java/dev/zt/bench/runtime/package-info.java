/** What an engine costs that remembers, keeps sessions and records what it decides. */
@NullMarked
package dev.zt.bench.runtime;

import org.jspecify.annotations.NullMarked;
