package dev.zt.cli.needs;

import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What nobody gets PERMIT for an action without.
 *
 * @param resourceType the qualified name of the type that has the action
 * @param action the action's name
 * @param possible whether anybody can get PERMIT at all, as far as can be told
 * @param facts by the name of a signal's field the ids of the rules that ask for it; empty when
 *     nobody can get PERMIT
 */
public record ActionNeeds(
    String resourceType,
    String action,
    boolean possible,
    SortedMap<String, SortedSet<String>> facts) {}
