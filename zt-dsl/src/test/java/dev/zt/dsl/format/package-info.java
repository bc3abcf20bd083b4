@NullMarked
package dev.zt.dsl.format;

import org.jspecify.annotations.NullMarked;
