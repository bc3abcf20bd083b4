/** How much of a policy set its tests look at: rules, their outcomes, and single conditions. */
@NullMarked
package dev.zt.test.coverage;

import org.jspecify.annotations.NullMarked;
