package dev.zt.engine.elevation;

import dev.zt.ElevationOffer;
import dev.zt.ElevationRequest;
import dev.zt.ElevationReview;
import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.Grant;
import dev.zt.GrantStore;
import dev.zt.policy.Elevation;
import dev.zt.policy.Scope;
import dev.zt.policy.SourceSpan;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An elevation that anybody may ask for, and any two others may approve, without policies around
 * it.
 */
final class Ward implements ElevationRules {
  static final EntityRef BED = EntityRef.of("Bed", "b1");

  private static final Elevation OPEN =
      new Elevation(
          "w.open",
          "open",
          new Scope(List.of(), Map.of("w.Bed", Set.of("open")), List.of()),
          null,
          Duration.ofHours(8).toMillis(),
          new Elevation.Approval(2, List.of(), null),
          false,
          Map.of(),
          new SourceSpan("ward.zt", 1, 1, 0));

  static GrantBook book(GrantStore store, InstantSource clock) {
    GrantBook book = new GrantBook(Ward::new, store, GrantLimits.DEFAULT, clock, grant -> {});
    book.rulesChanged();
    return book;
  }

  static Entity person(String id) {
    return Entity.of("Person", id);
  }

  static ElevationRequest request(String subject, Duration duration) {
    return ElevationRequest.of(person(subject), "w.open", BED, duration);
  }

  /** A grant that two have approved. */
  static Grant granted(GrantBook book, String subject, Duration duration) {
    String id = book.request(request(subject, duration)).id();
    book.approve(id, person("first"));
    return book.approve(id, person("second"));
  }

  @Override
  public List<Elevation> named(String name) {
    return name.equals(OPEN.id()) ? List.of(OPEN) : List.of();
  }

  @Override
  public @Nullable String type(String outside) {
    return "w." + outside;
  }

  @Override
  public boolean excludes(Elevation elevation, ElevationRequest request) {
    return false;
  }

  @Override
  public boolean lets(Elevation elevation, Grant grant, ElevationReview review) {
    return true;
  }

  @Override
  public ElevationOffer offer(Elevation elevation) {
    throw new UnsupportedOperationException();
  }
}
