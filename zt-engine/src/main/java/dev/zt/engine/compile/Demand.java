package dev.zt.engine.compile;

import dev.zt.policy.CompareOp;
import dev.zt.policy.Expr;
import dev.zt.policy.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a condition comes down to: that some discriminator has a value among these keys. It is true
 * when one has, false when all are known and none has, else unknown.
 */
final class Demand {
  private static final int MOST_DISCRIMINATORS = 8;

  private final Map<Discriminator, Set<?>> keys;
  private final int hash;

  private Demand(Map<Discriminator, Set<?>> keys) {
    this.keys = keys;
    this.hash = keys.hashCode();
  }

  private static @Nullable Demand of(Discriminator discriminator, Set<?> keys) {
    return keys.isEmpty() ? null : new Demand(Map.of(discriminator, keys));
  }

  Map<Discriminator, Set<?>> keys() {
    return keys;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Demand that && hash == that.hash && keys.equals(that.keys));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** What a condition comes down to; null when it is not of that kind. */
  static @Nullable Demand of(Formula condition, Paths paths) {
    if (condition.timed()) {
      return null;
    }
    if (condition instanceof Formula.Connective either && !either.every()) {
      return either(either.parts(), paths);
    }
    if (!(condition instanceof Formula.Test test)) {
      return null;
    }
    if (test.expr() instanceof Expr.Compare compare) {
      CompareOp wanted = test.positive() ? CompareOp.EQ : CompareOp.NE;
      return compare.op() == wanted ? equal(compare, paths) : null;
    }
    return test.positive() ? of(test.expr(), paths) : null;
  }

  private static @Nullable Demand either(List<Formula> parts, Paths paths) {
    Map<Discriminator, Set<?>> all = new HashMap<>();
    for (Formula part : parts) {
      Demand demand = of(part, paths);
      if (demand == null) {
        return null;
      }
      demand.keys.forEach((discriminator, more) -> all.merge(discriminator, more, Demand::both));
    }
    return all.size() > MOST_DISCRIMINATORS ? null : new Demand(Map.copyOf(all));
  }

  private static Set<?> both(Set<?> some, Set<?> others) {
    Set<Object> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  private static @Nullable Demand equal(Expr.Compare compare, Paths paths) {
    Value right = Paths.constant(compare.right());
    if (right != null) {
      return valueOf(paths.of(compare.left()), Set.of(right));
    }
    Value left = Paths.constant(compare.left());
    return left == null ? null : valueOf(paths.of(compare.right()), Set.of(left));
  }

  private static @Nullable Demand of(Expr test, Paths paths) {
    if (test instanceof Expr.HasRole role) {
      return of(paths.roles(), role.grantedBy());
    }
    if (test instanceof Expr.HasGroup group) {
      return of(paths.groups(), Set.of(group.group()));
    }
    if (test instanceof Expr.IsType type) {
      Path entity = paths.of(type.entity());
      return entity == null
          ? null
          : of(new Discriminator.TypeOf(entity), Set.of(type.entityType()));
    }
    if (test instanceof Expr.InSet in) {
      return in(in.element(), in.set(), paths);
    }
    if (test instanceof Expr.InHierarchy in) {
      Path member = paths.of(in.member());
      Value one = Paths.constant(in.container());
      return member == null
          ? null
          : of(
              new Discriminator.LineageOf(member),
              one == null ? Set.copyOf(Paths.constants(in.container())) : Set.of(one));
    }
    return test instanceof Expr.Contains contains ? contains(contains, paths) : null;
  }

  private static @Nullable Demand contains(Expr.Contains contains, Paths paths) {
    return switch (contains.kind()) {
      case ONE -> in(contains.operand(), contains.set(), paths);
      case ANY ->
          elementsOf(paths.of(contains.set()), Set.copyOf(Paths.constants(contains.operand())));
      case ALL -> null;
    };
  }

  private static @Nullable Demand in(Expr element, Expr set, Paths paths) {
    Value constant = Paths.constant(element);
    return constant == null
        ? valueOf(paths.of(element), Set.copyOf(Paths.constants(set)))
        : elementsOf(paths.of(set), Set.of(constant));
  }

  private static @Nullable Demand valueOf(@Nullable Path path, Set<Value> keys) {
    return path == null ? null : of(new Discriminator.ValueOf(path), keys);
  }

  private static @Nullable Demand elementsOf(@Nullable Path set, Set<Value> keys) {
    return set == null ? null : of(new Discriminator.ElementsOf(set), keys);
  }
}
