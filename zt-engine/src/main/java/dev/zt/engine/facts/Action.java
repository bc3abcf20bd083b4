package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param name as policies know it
 * @param number its place among those of the resource's type, in order of name; -1 of an event
 * @param slots its fields, not to be written to
 * @param answers the answers to what policies ask of them, not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // two of them are never compared
record Action(String name, int number, @Nullable Reading[] slots, long[] answers) {}
