/** The engine: policies in force, and what it takes to decide with them. */
@NullMarked
package dev.zt.engine;

import org.jspecify.annotations.NullMarked;
