package dev.zt.bench.runtime;

/**
 * Something that was measured.
 *
 * @param part what it belongs to
 * @param what what was measured
 * @param value how much it is
 * @param unit in what
 * @param aim what is aimed at, in the same unit; empty where nothing is
 */
public record Figure(String part, String what, double value, String unit, String aim) {}
