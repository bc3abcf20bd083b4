package dev.zt.engine.signal;

import dev.zt.policy.value.Value;

/**
 * Where somebody was.
 *
 * @param accuracy the radius around the point within which it is true
 * @param at when, in epoch milliseconds
 */
record Located(Value.Point point, Value.Distance accuracy, long at) {}
