/** Policy text as the author sees it: files, lines, columns and stretches of text. */
@NullMarked
package dev.zt.dsl.source;

import org.jspecify.annotations.NullMarked;
