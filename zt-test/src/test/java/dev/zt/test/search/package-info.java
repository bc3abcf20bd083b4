@NullMarked
package dev.zt.test.search;

import org.jspecify.annotations.NullMarked;
