package dev.zt;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The wish to be elevated for a while. Immutable; each {@code with} returns a new one.
 *
 * @param subject who asks, with what is known of it
 * @param elevation the id of an elevation, {@code module.name}, or its name alone where only one
 *     module declares it
 * @param resourceType the outside name of the type of the resource
 * @param resourceId the one resource, or null for all of the type
 * @param duration how long the grant is to be active; at least a millisecond
 * @param reason why, or null
 * @param start from when, or null for as soon as it is approved
 */
public record ElevationRequest(
    Entity subject,
    String elevation,
    String resourceType,
    @Nullable String resourceId,
    Duration duration,
    @Nullable String reason,
    @Nullable Instant start) {
  public ElevationRequest {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(elevation, "elevation");
    Objects.requireNonNull(resourceType, "resourceType");
    Objects.requireNonNull(duration, "duration");
  }

  /** To be elevated for one resource. */
  public static ElevationRequest of(
      Entity subject, String elevation, EntityRef resource, Duration duration) {
    return new ElevationRequest(
        subject, elevation, resource.type(), resource.id(), duration, null, null);
  }

  /** To be elevated for every resource of a type. */
  public static ElevationRequest ofAll(
      Entity subject, String elevation, String resourceType, Duration duration) {
    return new ElevationRequest(subject, elevation, resourceType, null, duration, null, null);
  }

  /** This wish with a reason. */
  public ElevationRequest because(String why) {
    return new ElevationRequest(subject, elevation, resourceType, resourceId, duration, why, start);
  }

  /** This wish for a later time. */
  public ElevationRequest from(Instant instant) {
    return new ElevationRequest(
        subject, elevation, resourceType, resourceId, duration, reason, instant);
  }
}
