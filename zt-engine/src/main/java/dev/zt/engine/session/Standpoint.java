package dev.zt.engine.session;

import dev.zt.Decision;
import java.util.List;

/**
 * A decision of a session and for what it holds.
 *
 * @param remembered what it rests on beside what the session always rests on
 * @param stamp the number of the last change anywhere before it was made
 * @param from epoch milliseconds from which it holds
 * @param until epoch milliseconds before which passing time alone does not change it
 */
record Standpoint(Decision decision, List<Group> remembered, long stamp, long from, long until) {
  /**
   * Whether it still holds.
   *
   * @param lastChange the number of the last change of something that it rests on
   */
  boolean holds(long lastChange, long now) {
    return lastChange <= stamp && now >= from && now < until;
  }
}
