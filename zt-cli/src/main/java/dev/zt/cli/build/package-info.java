/** What was built. */
@NullMarked
package dev.zt.cli.build;

import org.jspecify.annotations.NullMarked;
