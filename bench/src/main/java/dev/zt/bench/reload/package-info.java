/** What checking threads notice of policies that are reloaded. */
@NullMarked
package dev.zt.bench.reload;

import org.jspecify.annotations.NullMarked;
