/** What policies remember, from their text to the decision. */
@NullMarked
package dev.zt.conformance.behavior;

import org.jspecify.annotations.NullMarked;
