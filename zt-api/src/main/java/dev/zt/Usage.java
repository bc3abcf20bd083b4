package dev.zt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who used which permits, elevations and roles, and how often: what least privilege is worked out
 * from. Counted since the engine was built, in memory.
 *
 * <p>A permit, elevation or role is used when a check ends in PERMIT or RESTRICT and it was one of
 * those that gave the access. Of several roles of the subject that give it, the narrowest count: of
 * two of which one includes the other, the included one.
 *
 * <p>Thread-safe.
 */
public interface Usage {
  /** Since when it is counted. */
  Instant since();

  /** What was used by whom, in no order; not more than the engine was told to keep. */
  List<Use> uses();

  /**
   * What was not counted by subject, because more subjects use more than the engine was told to
   * keep. What is counted of all subjects together is always counted.
   */
  long dropped();

  /**
   * What nobody used for a while, and who may do more than they do.
   *
   * @param unused how long something must not have been used
   * @throws IllegalArgumentException when it is not positive
   */
  Report report(Duration unused);

  /** What can be used. */
  enum Kind {
    /** A permit, by the id of its rule. */
    PERMIT,
    /** An elevation, by its id. */
    ELEVATION,
    /** A role that the subject holds. */
    ROLE
  }

  /**
   * What was used by whom, how often, and when for the first and the last time.
   *
   * @param name the id of a permit or elevation, the name of a role
   * @param needed of a role the one that the permit or elevation asked for, which is the same or
   *     included in it; of anything else null
   */
  record Use(
      Kind kind,
      String name,
      @Nullable String needed,
      EntityRef subject,
      long count,
      Instant first,
      Instant last) {
    public Use {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(subject, "subject");
    }
  }

  /**
   * What nobody used, and who may do more than they do. Names are in their order.
   *
   * @param from from when to when it was looked at
   * @param conclusive whether it was counted for all of that time; where it is false, what is said
   *     to be unused was unused since the engine was built
   * @param permits the ids of permits that nobody used
   * @param elevations the ids of elevations that nobody used
   * @param roles the names of declared roles that nobody used, neither held nor needed
   * @param wide the subjects whose roles are wider than their use
   */
  record Report(
      Instant from,
      Instant to,
      boolean conclusive,
      Set<String> permits,
      Set<String> elevations,
      Set<String> roles,
      List<Wide> wide) {
    public Report {
      wide = List.copyOf(wide);
    }
  }

  /**
   * A subject whose roles are wider than its use, as they were in its last check.
   *
   * @param unused the roles that it holds and did not use
   * @param sufficient for each role that it used and that is wider than need be, the included roles
   *     that would have been enough
   */
  record Wide(EntityRef subject, Set<String> unused, Map<String, Set<String>> sufficient) {}
}
