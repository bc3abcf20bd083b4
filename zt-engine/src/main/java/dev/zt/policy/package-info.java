/** The meaning of a policy set as data: immutable, comparable, printable. */
@NullMarked
package dev.zt.policy;

import org.jspecify.annotations.NullMarked;
