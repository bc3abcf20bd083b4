/** A folder of policies decides a file of requests. */
@NullMarked
package dev.zt.examples.quickstart;

import org.jspecify.annotations.NullMarked;
