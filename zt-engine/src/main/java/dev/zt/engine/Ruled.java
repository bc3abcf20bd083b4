package dev.zt.engine;

import dev.zt.Decision;
import dev.zt.Request;

/**
 * What policies made of a request.
 *
 * @param request with everything that the engine supplied to it
 */
record Ruled(Request request, Decision decision) {}
