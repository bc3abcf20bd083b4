/** How mutants are made, judged and shown. */
@NullMarked
package dev.zt.test.mutation;

import org.jspecify.annotations.NullMarked;
