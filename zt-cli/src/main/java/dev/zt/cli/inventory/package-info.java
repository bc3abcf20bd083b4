/** What a policy set holds. */
@NullMarked
package dev.zt.cli.inventory;

import org.jspecify.annotations.NullMarked;
