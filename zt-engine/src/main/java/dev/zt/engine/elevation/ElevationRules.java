package dev.zt.engine.elevation;

import dev.zt.ElevationOffer;
import dev.zt.ElevationRequest;
import dev.zt.ElevationReview;
import dev.zt.Grant;
import dev.zt.policy.Elevation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the policies in force say of elevations. Immutable, of one policy set. */
public interface ElevationRules {
  /** The elevations with that id, or with that name where no id is given. */
  List<Elevation> named(String name);

  /** The qualified name of the entity type with that outside name, or null when there is none. */
  @Nullable String type(String outside);

  /** Whether the elevation certainly is not for this subject. */
  boolean excludes(Elevation elevation, ElevationRequest request);

  /** Whether the policy certainly says that the reviewer may decide on the grant. */
  boolean lets(Elevation elevation, Grant grant, ElevationReview review);

  /** The elevation in the words of the application. */
  ElevationOffer offer(Elevation elevation);
}
