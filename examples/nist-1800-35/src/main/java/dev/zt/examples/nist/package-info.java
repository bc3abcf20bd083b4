/**
 * Maps the rows of NIST SP 1800-35 to requests and compares the decisions with what it published.
 */
@NullMarked
package dev.zt.examples.nist;

import org.jspecify.annotations.NullMarked;
