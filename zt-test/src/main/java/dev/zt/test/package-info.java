/** Runs the tests that policy files hold: prepares their cases, judges them, says why one fails. */
@NullMarked
package dev.zt.test;

import org.jspecify.annotations.NullMarked;
