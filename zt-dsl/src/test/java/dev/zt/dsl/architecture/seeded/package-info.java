/** A small house in which each rule is broken once. */
@NullMarked
package dev.zt.dsl.architecture.seeded;

import org.jspecify.annotations.NullMarked;
