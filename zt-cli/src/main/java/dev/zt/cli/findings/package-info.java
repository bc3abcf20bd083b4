/** What a check found, in each form that a reader may want. */
@NullMarked
package dev.zt.cli.findings;

import org.jspecify.annotations.NullMarked;
