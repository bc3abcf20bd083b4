/** What the compiler says of wrong and of doubtful policies, row by row. */
@NullMarked
package dev.zt.dsl.errors;

import org.jspecify.annotations.NullMarked;
