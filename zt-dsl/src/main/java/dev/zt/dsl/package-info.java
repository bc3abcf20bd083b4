/** The compiler from policy text to a typed policy set. */
@NullMarked
package dev.zt.dsl;

import org.jspecify.annotations.NullMarked;
