/** Live sessions: decisions that are made again when something that they rest on changes. */
@NullMarked
package dev.zt.engine.session;

import org.jspecify.annotations.NullMarked;
