/** The tests of a compiled policy set as typed data, every row of a table expanded. */
@NullMarked
package dev.zt.dsl.suite;

import org.jspecify.annotations.NullMarked;
