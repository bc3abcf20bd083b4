/** What a team sees of the tests of its policies. */
@NullMarked
package dev.zt.test;

import org.jspecify.annotations.NullMarked;
