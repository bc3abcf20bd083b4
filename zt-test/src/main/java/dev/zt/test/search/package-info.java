/** Small changes to what a test gives, and which of them make a condition come out otherwise. */
@NullMarked
package dev.zt.test.search;

import org.jspecify.annotations.NullMarked;
