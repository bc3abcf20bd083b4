package dev.zt.engine.facts;

import dev.zt.policy.value.Absent;

/** Stands where a value would be, had the application's code given one. */
record Unread(Absent reason) {}
