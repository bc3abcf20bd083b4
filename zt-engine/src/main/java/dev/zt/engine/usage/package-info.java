/** Who used which permits, elevations and roles: what least privilege is worked out from. */
@NullMarked
package dev.zt.engine.usage;

import org.jspecify.annotations.NullMarked;
