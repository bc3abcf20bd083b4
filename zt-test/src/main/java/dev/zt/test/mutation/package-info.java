/** Measures tests: a small change of a policy that no test notices shows what they miss. */
@NullMarked
package dev.zt.test.mutation;

import org.jspecify.annotations.NullMarked;
