/** What an engine keeps while it runs, tried from outside with policies in text. */
@NullMarked
package dev.zt.runtime;

import org.jspecify.annotations.NullMarked;
