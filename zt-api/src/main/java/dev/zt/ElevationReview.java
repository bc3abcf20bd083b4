package dev.zt;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The vote of one person on a grant that is pending. Immutable; each {@code with} returns a new
 * one.
 *
 * <p>A policy may ask who approves, on which device and when. What it asks and nobody tells is
 * unknown, and an unknown approves nothing.
 *
 * @param grant the id of the grant
 * @param reviewer who votes, with what is known of it
 * @param signals what is known of the circumstances in which the reviewer votes
 * @param entities further entities, such as the subject and the resource of the grant, where no
 *     entity store knows them
 * @param reason why, or null
 */
public record ElevationReview(
    String grant,
    Entity reviewer,
    List<Signal> signals,
    List<Entity> entities,
    @Nullable String reason) {
  public ElevationReview {
    Objects.requireNonNull(grant, "grant");
    Objects.requireNonNull(reviewer, "reviewer");
    signals = List.copyOf(signals);
    entities = List.copyOf(entities);
  }

  /** A vote without circumstances. */
  public static ElevationReview of(String grant, Entity reviewer) {
    return new ElevationReview(grant, reviewer, List.of(), List.of(), null);
  }

  /** This vote with one more signal. */
  public ElevationReview with(Signal signal) {
    List<Signal> more = new ArrayList<>(signals);
    more.add(signal);
    return new ElevationReview(grant, reviewer, more, entities, reason);
  }

  /** This vote with one more entity. */
  public ElevationReview with(Entity entity) {
    List<Entity> more = new ArrayList<>(entities);
    more.add(entity);
    return new ElevationReview(grant, reviewer, signals, more, reason);
  }

  /** This vote with a reason. */
  public ElevationReview because(String why) {
    return new ElevationReview(grant, reviewer, signals, entities, why);
  }
}
