/** Which facts an action cannot do without. */
@NullMarked
package dev.zt.cli.needs;

import org.jspecify.annotations.NullMarked;
