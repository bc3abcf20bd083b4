package dev.zt.policy;

/**
 * An entry of the fail-open register: a place that may open a door on the unknown, by its {@code
 * @open}.
 *
 * @param name the rule's id, or the qualified name of the let or field
 * @param reason why that is safe, as its author says
 */
public record OpenPlace(String name, String reason, SourceSpan span) {}
