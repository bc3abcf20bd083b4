package dev.zt.bench.model;

import java.util.Map;

/**
 * May this subject do this to that resource, given these signals?
 *
 * @param signals the fields of each signal by its name
 */
public record Question(
    Thing subject, String action, Thing resource, Map<String, Map<String, Object>> signals) {}
