/** Just-in-time privilege: who asked for it, who approved it, and how long it lasts. */
@NullMarked
package dev.zt.engine.elevation;

import org.jspecify.annotations.NullMarked;
