package dev.zt.policy.value;

/** What is to be found in a place that may hold a value: the value, or why there is none. */
public sealed interface Reading permits Value, Absent {}
