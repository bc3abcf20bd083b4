@NullMarked
package dev.zt.test.assertion;

import org.jspecify.annotations.NullMarked;
