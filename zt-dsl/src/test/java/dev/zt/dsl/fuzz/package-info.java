/** Broken policy files by the thousand: whatever the text is, the compiler answers. */
@NullMarked
package dev.zt.dsl.fuzz;

import org.jspecify.annotations.NullMarked;
