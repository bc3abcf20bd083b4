/** The tests of policy files as tests of the JUnit Platform. */
@NullMarked
package dev.zt.test.junit;

import org.jspecify.annotations.NullMarked;
