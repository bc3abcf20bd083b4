/** The one layout of policy files. */
@NullMarked
package dev.zt.dsl.format;

import org.jspecify.annotations.NullMarked;
