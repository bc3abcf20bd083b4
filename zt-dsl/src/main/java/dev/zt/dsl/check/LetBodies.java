package dev.zt.dsl.check;

import dev.zt.policy.Expr;
import dev.zt.policy.RiskTerm;
import dev.zt.policy.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What named values came to, so that each is lowered once for the same surroundings, and which of
 * them are being looked into.
 */
final class LetBodies {
  private final Map<Declared, List<Instance<?>>> instances = new HashMap<>();
  private final List<Declared> open = new ArrayList<>();
  private final Set<Declared> failed = new HashSet<>();

  /** What a named value came to in some surroundings. */
  private record Instance<T>(
      T body, Env.Reads reads, Place place, Type.Entity subject, Type.Entity resource) {

    boolean fits(Env env) {
      return place == env.place()
          && (!reads.subject() || subject.equals(env.subject()))
          && (!reads.resource() || resource.equals(env.resource()));
    }
  }

  /** The body of a let in these surroundings. */
  Expr body(Declared let, Env env, Env inner, Supplier<Expr> lower) {
    return remembered(let, env, inner, Expr.class, lower);
  }

  /** The terms of a risk in these surroundings. */
  Terms terms(Declared risk, Env env, Env inner, Supplier<Terms> lower) {
    return remembered(risk, env, inner, Terms.class, lower);
  }

  /**
   * The terms of a risk.
   *
   * @param sound false when a term could not be understood
   */
  record Terms(List<RiskTerm> list, boolean sound) {}

  private <T> T remembered(Declared named, Env env, Env inner, Class<T> kind, Supplier<T> lower) {
    List<Instance<?>> known = instances.computeIfAbsent(named, key -> new ArrayList<>());
    for (Instance<?> each : known) {
      if (each.fits(env)) {
        env.reads().add(each.reads);
        return kind.cast(each.body);
      }
    }
    open.add(named);
    T body = lower.get();
    open.remove(open.size() - 1);
    env.reads().add(inner.reads());
    known.add(new Instance<>(body, inner.reads(), env.place(), env.subject(), env.resource()));
    return body;
  }

  /** How often a named value has been lowered. */
  int count(Declared named) {
    return instances.getOrDefault(named, List.of()).size();
  }

  /** Runs something while a let with parameters is being looked into. */
  <T> T within(Declared named, Supplier<T> lower) {
    open.add(named);
    T body = lower.get();
    open.remove(open.size() - 1);
    return body;
  }

  /** Notes that a named value is beyond all bounds, so that it is not looked into again. */
  void fail(Declared named) {
    failed.add(named);
  }

  boolean hasFailed(Declared named) {
    return failed.contains(named);
  }

  /** The named values from this one on that are being looked into; null when it is not. */
  @Nullable List<Declared> cycle(Declared named) {
    int begun = open.indexOf(named);
    return begun < 0 ? null : List.copyOf(open.subList(begun, open.size()));
  }
}
