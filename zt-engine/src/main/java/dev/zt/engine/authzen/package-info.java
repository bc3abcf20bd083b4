/** Requests and responses in the JSON form of the AuthZEN Authorization API 1.0. */
@NullMarked
package dev.zt.engine.authzen;

import org.jspecify.annotations.NullMarked;
