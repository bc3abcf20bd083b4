/** The shape of the project, as rules that fail when it is lost. */
@NullMarked
package dev.zt.dsl.architecture;

import org.jspecify.annotations.NullMarked;
