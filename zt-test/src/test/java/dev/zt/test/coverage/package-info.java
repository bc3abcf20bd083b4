@NullMarked
package dev.zt.test.coverage;

import org.jspecify.annotations.NullMarked;
