/**
 * The values of the policy language: strict readers, canonical text, and what can be done with
 * them.
 */
@NullMarked
package dev.zt.policy.value;

import org.jspecify.annotations.NullMarked;
