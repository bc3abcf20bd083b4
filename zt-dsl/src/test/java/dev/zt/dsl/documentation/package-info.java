/** What the documentation says is what the compiler does. */
@NullMarked
package dev.zt.dsl.documentation;

import org.jspecify.annotations.NullMarked;
