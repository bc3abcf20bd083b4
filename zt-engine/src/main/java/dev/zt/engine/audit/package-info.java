/** The audit log: what was decided and done, on file, in a chain that shows what was changed. */
@NullMarked
package dev.zt.engine.audit;

import org.jspecify.annotations.NullMarked;
