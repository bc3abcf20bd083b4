package dev.zt.engine.signal;

import dev.zt.Request;

/**
 * A request with everything that the engine could supply.
 *
 * @param until epoch milliseconds before which passing time alone supplies nothing else
 */
public record Completed(Request request, long until) {}
