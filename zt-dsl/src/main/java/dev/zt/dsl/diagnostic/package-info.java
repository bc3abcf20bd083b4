/** What is wrong with a policy set, in the author's words and as data. */
@NullMarked
package dev.zt.dsl.diagnostic;

import org.jspecify.annotations.NullMarked;
