/** What came of tests, in each form that a reader may want. */
@NullMarked
package dev.zt.cli.report;

import org.jspecify.annotations.NullMarked;
