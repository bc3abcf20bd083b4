/** The smallest change to what a test gives that leads to another decision. */
@NullMarked
package dev.zt.test.change;

import org.jspecify.annotations.NullMarked;
