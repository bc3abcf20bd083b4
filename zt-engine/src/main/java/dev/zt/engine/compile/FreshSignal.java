package dev.zt.engine.compile;

/**
 * A signal that goes stale.
 *
 * @param fresh milliseconds for which an observation is fresh
 * @param asOf the slot of the time of observation
 */
record FreshSignal(int number, long fresh, int asOf) {}
