/** A compiler that decides. */
@NullMarked
package dev.zt.dsl.architecture.seeded.dsl;

import org.jspecify.annotations.NullMarked;
