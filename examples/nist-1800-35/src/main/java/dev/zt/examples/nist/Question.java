package dev.zt.examples.nist;

import dev.zt.Request;
import java.time.Instant;

/**
 * A request that a row stands for.
 *
 * @param party who asks
 * @param now when
 * @param request what
 */
record Question(Party party, Instant now, Request request) {}
