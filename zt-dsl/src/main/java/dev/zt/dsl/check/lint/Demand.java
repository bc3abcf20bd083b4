package dev.zt.dsl.check.lint;

import org.jspecify.annotations.Nullable;

/**
 * What a condition that comes out in a certain way tells of something in the request.
 *
 * @param allowed the values that it may then have; none when the condition never comes out so
 * @param why when there are none, what makes it so, in the author's words
 */
record Demand(Key key, Values allowed, @Nullable String why) {
  Demand(Key key, Values allowed) {
    this(key, allowed, null);
  }
}
