@NullMarked
package dev.zt.test.junit;

import org.jspecify.annotations.NullMarked;
