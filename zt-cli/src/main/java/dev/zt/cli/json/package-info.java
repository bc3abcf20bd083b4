/** JSON that people read as well. */
@NullMarked
package dev.zt.cli.json;

import org.jspecify.annotations.NullMarked;
