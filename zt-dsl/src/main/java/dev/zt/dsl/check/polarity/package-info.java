/** Where {@code known} and {@code default} may stand, so that hiding a fact never opens a door. */
@NullMarked
package dev.zt.dsl.check.polarity;

import org.jspecify.annotations.NullMarked;
