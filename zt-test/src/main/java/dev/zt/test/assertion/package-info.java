/** What a test in Java expects of an authorizer, said in one line and explained when it fails. */
@NullMarked
package dev.zt.test.assertion;

import org.jspecify.annotations.NullMarked;
