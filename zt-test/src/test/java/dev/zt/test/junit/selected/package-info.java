@NullMarked
package dev.zt.test.junit.selected;

import org.jspecify.annotations.NullMarked;
