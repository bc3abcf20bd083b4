package dev.zt.engine.facts;

import dev.zt.policy.value.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of entities in more than one place, or beside its subject and resource.
 *
 * @param described by reference, not to be written to
 * @param subject what it says of the subject in several places; null where that is one
 * @param resource the same of the resource
 */
record Said(
    Map<Value.Ref, Described> described,
    @Nullable Described subject,
    @Nullable Described resource) {
  /** What a request says of further entities, and of a subject that is its resource as well. */
  static Said of(BoundEntity subject, BoundEntity resource, List<BoundEntity> further) {
    Map<Value.Ref, Described> described = Described.of(subject, resource, further);
    return new Said(
        described, described.get(subject.reference()), described.get(resource.reference()));
  }
}
