package dev.zt.engine;

import dev.zt.ElevationOffer;
import dev.zt.ElevationRequest;
import dev.zt.ElevationReview;
import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.Explanation.Truth;
import dev.zt.Grant;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.engine.elevation.ElevationRules;
import dev.zt.engine.facts.Binding;
import dev.zt.engine.facts.Facts;
import dev.zt.engine.facts.Surroundings;
import dev.zt.engine.reference.Trace;
import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.ExprText;
import dev.zt.policy.Schema;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a policy set in force says of its elevations. */
final class GrantRules implements ElevationRules {
  /** By what name a condition on approvers calls them. */
  private static final String APPROVER = "approver";

  private final Enforcement enforcement;
  private final Surroundings surroundings;
  private final InstantSource clock;
  private final Map<String, String> types = new HashMap<>();

  GrantRules(Enforcement enforcement, Surroundings surroundings, InstantSource clock) {
    this.enforcement = enforcement;
    this.surroundings = surroundings;
    this.clock = clock;
    for (Schema.Entity type : schema().entities().values()) {
      types.put(type.outside(), type.name());
    }
  }

  @Override
  public List<Elevation> named(String name) {
    List<Elevation> all = enforcement.policies().elevations();
    List<Elevation> byId = all.stream().filter(each -> each.id().equals(name)).toList();
    return byId.isEmpty() ? all.stream().filter(each -> each.name().equals(name)).toList() : byId;
  }

  @Override
  public @Nullable String type(String outside) {
    return types.get(outside);
  }

  @Override
  public boolean excludes(Elevation elevation, ElevationRequest request) {
    Entity resource = resource(request.resourceType(), request.resourceId());
    return actions(elevation, request.resourceType()).stream()
        .map(action -> Request.of(request.subject(), action, resource))
        .map(asked -> oneOf(elevation.scope().subjects(), asked))
        .allMatch(Truth.FALSE::equals);
  }

  @Override
  public boolean lets(Elevation elevation, Grant grant, ElevationReview review) {
    Elevation.Approval approval = elevation.approval();
    Set<String> actions = actions(elevation, grant.resourceType());
    return approval == null
        || (!actions.isEmpty()
            && actions.stream().allMatch(action -> lets(approval, action, grant, review)));
  }

  private boolean lets(
      Elevation.Approval approval, String action, Grant grant, ElevationReview review) {
    Entity subject = described(grant.subject(), review);
    Entity resource = resource(grant.resourceType(), grant.resourceId(), review);
    Request reviewing = Request.of(review.reviewer(), action, resource).with(subject);
    Request asking = Request.of(subject, action, resource).with(review.reviewer());
    Expr when = approval.when();
    return oneOf(approval.approvers(), told(reviewing, review)) == Truth.TRUE
        && (when == null
            || (isJudgeable(when, grant) && holds(when, told(asking, review), review)));
  }

  /** A grant for all resources of a type has no resource of which a condition could be true. */
  private static boolean isJudgeable(Expr condition, Grant grant) {
    return grant.resourceId() != null
        || !mentionsResource(condition, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static boolean mentionsResource(Expr expr, Set<Expr> seen) {
    return seen.add(expr)
        && (expr instanceof Expr.Resource
            || ExprParts.of(expr).stream().anyMatch(part -> mentionsResource(part, seen)));
  }

  private boolean holds(Expr condition, Request asking, ElevationReview review) {
    Facts facts = facts(asking);
    Facts reviewing = facts(Request.of(review.reviewer(), asking.action(), asking.resource()));
    return facts != null
        && reviewing != null
        && trace(facts).with(APPROVER, reviewing.subject()).truth(condition) == Truth.TRUE;
  }

  private Truth oneOf(List<Expr> alternatives, Request request) {
    Facts facts = facts(request);
    if (facts == null) {
      return Truth.FALSE;
    }
    Trace trace = trace(facts);
    return alternatives.isEmpty()
        ? Truth.TRUE
        : alternatives.stream().map(trace::truth).reduce(Truth.FALSE, Truth::or);
  }

  private Trace trace(Facts facts) {
    return enforcement.reference().trace(facts, clock.millis());
  }

  private @Nullable Facts facts(Request request) {
    return enforcement.layout().bind(request, surroundings) instanceof Binding.Bound bound
        ? bound.facts()
        : null;
  }

  // ---- what a review tells ----

  private static Request told(Request request, ElevationReview review) {
    Request all = request.withEntities(review.entities());
    for (Signal signal : review.signals()) {
      all = all.with(signal);
    }
    return all;
  }

  private static Entity described(EntityRef reference, ElevationReview review) {
    return review.entities().stream()
        .filter(each -> each.reference().equals(reference))
        .findFirst()
        .orElseGet(() -> Entity.of(reference.type(), reference.id()));
  }

  private static Entity resource(String type, @Nullable String id, ElevationReview review) {
    return id == null ? resource(type, null) : described(EntityRef.of(type, id), review);
  }

  private static Entity resource(String type, @Nullable String id) {
    return Entity.of(type, id == null ? "" : id);
  }

  // ---- outside names ----

  /** The outside names of what the elevation permits on resources of a type. */
  private Set<String> actions(Elevation elevation, String outsideType) {
    String type = types.get(outsideType);
    return type == null ? Set.of() : outside(type, elevation);
  }

  private Set<String> outside(String type, Elevation elevation) {
    Set<String> outside = new TreeSet<>();
    Schema.Entity declared = schema().entities().get(type);
    Set<String> actions = elevation.scope().targets().get(type);
    if (declared != null && actions != null) {
      declared
          .actions()
          .forEach(
              (name, outsideName) -> {
                if (actions.contains(name)) {
                  outside.add(outsideName);
                }
              });
    }
    return outside;
  }

  @Override
  public ElevationOffer offer(Elevation elevation) {
    Map<String, Set<String>> actions = new TreeMap<>();
    types.forEach(
        (outside, type) -> {
          Set<String> permitted = outside(type, elevation);
          if (!permitted.isEmpty()) {
            actions.put(outside, permitted);
          }
        });
    Elevation.Approval approval = elevation.approval();
    Expr when = approval == null ? null : approval.when();
    return new ElevationOffer(
        elevation.id(),
        actions,
        Duration.ofMillis(elevation.atMost()),
        approval == null ? 0 : approval.count(),
        approval == null ? List.of() : approval.approvers().stream().map(ExprText::of).toList(),
        when == null ? null : ExprText.of(when),
        elevation.reasonRequired(),
        elevation.annotations());
  }

  private Schema schema() {
    return enforcement.policies().schema();
  }
}
