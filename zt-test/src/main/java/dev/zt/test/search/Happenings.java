package dev.zt.test.search;

import dev.zt.Explanation.Truth;
import dev.zt.Outcome;
import dev.zt.dsl.suite.Situation;
import dev.zt.engine.Inspection;
import dev.zt.policy.ArithmeticOp;
import dev.zt.policy.Behavior;
import dev.zt.policy.Behavior.Decided;
import dev.zt.policy.Behavior.Source;
import dev.zt.policy.Expr;
import dev.zt.policy.Rule;
import dev.zt.policy.Schema;
import dev.zt.policy.Type;
import dev.zt.policy.value.IpAddress;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has to happen before a case for a behavior to come to a value. More can happen, and nothing
 * can be undone: a value that is less than what is remembered already is not reached.
 */
final class Happenings {
  private static final int MOST_STEPS = 30;
  private static final int MOST_VALUES = 6;
  private static final int MOST_CHANGES = 2;
  private static final int MOST_TRIES = 100;
  private static final int MOST_PARTS = 6;

  private final Ground ground;
  private final Setting setting;
  private final Inspection look;

  Happenings(Ground ground, Setting setting, Inspection look) {
    this.ground = ground;
    this.setting = setting;
    this.look = look;
  }

  /** What makes the behavior come to the value, if a test can say it. */
  Optional<Change> toward(Expr.BehaviorValue expr, Value wanted) {
    return ground.policies().behaviors().stream()
        .filter(each -> each.name().equals(expr.behavior()))
        .findFirst()
        .map(behavior -> steps(behavior, look.value(expr), wanted))
        .filter(steps -> !steps.isEmpty())
        .map(steps -> new Change.Past(expr.behavior(), steps));
  }

  private List<Step> steps(Behavior behavior, @Nullable Value current, Value wanted) {
    return switch (behavior.aggregate()) {
      case COUNT -> repeated(behavior, more(current, wanted));
      case SUM -> parts(behavior, missing(current, wanted));
      case MEAN -> current == null ? of(behavior, wanted) : List.of();
      case MAX, LAST -> of(behavior, wanted);
      case DISTINCT -> distinct(behavior, more(current, wanted));
      case VALUES -> elements(behavior, current, wanted);
      case ZSCORE, ANOMALY -> List.of();
    };
  }

  /** By how much a number is to grow; 0 where it is not, or by too much. */
  private static int more(@Nullable Value current, Value wanted) {
    long from = current instanceof Value.Int number ? number.value() : 0;
    long more = wanted instanceof Value.Int number ? number.value() - from : 0;
    return more < 0 || more > MOST_STEPS ? 0 : (int) more;
  }

  private static @Nullable Value missing(@Nullable Value current, Value wanted) {
    return current == null ? wanted : ArithmeticOp.MINUS.of(wanted, current);
  }

  private List<Step> repeated(Behavior behavior, int times) {
    return times == 0
        ? List.of()
        : step(behavior, List.of()).map(step -> Collections.nCopies(times, step)).orElse(List.of());
  }

  /** One more with that value. */
  private List<Step> of(Behavior behavior, @Nullable Value value) {
    return value == null ? List.of() : with(behavior, value).map(List::of).orElse(List.of());
  }

  /** As few as together come to that value, where one alone would not count. */
  private List<Step> parts(Behavior behavior, @Nullable Value sum) {
    for (int parts = 1; sum != null && parts <= MOST_PARTS; parts++) {
      List<Step> steps = new ArrayList<>();
      for (Value part : Parts.of(sum, parts)) {
        steps.addAll(of(behavior, part));
      }
      if (steps.size() == parts) {
        return steps;
      }
    }
    return List.of();
  }

  private List<Step> distinct(Behavior behavior, int more) {
    List<Step> steps = new ArrayList<>();
    for (Value value : Distinct.of(behavior.values().get(0).type(), Math.min(more, MOST_VALUES))) {
      with(behavior, value).ifPresent(steps::add);
    }
    return steps.size() == more ? steps : List.of();
  }

  private List<Step> elements(Behavior behavior, @Nullable Value current, Value wanted) {
    if (!(wanted instanceof Value.SetOf set)) {
      return List.of();
    }
    Set<Value> missing = new LinkedHashSet<>(set.elements());
    if (current instanceof Value.SetOf known) {
      if (!missing.containsAll(known.elements())) {
        return List.of();
      }
      missing.removeAll(known.elements());
    }
    List<Step> steps = new ArrayList<>();
    missing.stream()
        .limit(MOST_VALUES)
        .forEach(value -> with(behavior, value).ifPresent(steps::add));
    return steps.size() == missing.size() ? steps : List.of();
  }

  private Optional<Step> with(Behavior behavior, Value value) {
    Expr aggregated = behavior.values().get(0);
    if (value.equals(look.value(aggregated))) {
      return step(behavior, List.of());
    }
    return new Assignments(setting.asked(), look, null)
        .give(aggregated, value)
        .flatMap(change -> step(behavior, List.of(change)));
  }

  // ---- what counts ----

  /** One happening that counts, with as little as possible laid over what the case gives. */
  private Optional<Step> step(Behavior behavior, List<Change> first) {
    return ground
        .steps()
        .find(behavior.name(), first, setting.asked(), () -> search(behavior, first));
  }

  private Optional<Step> search(Behavior behavior, List<Change> first) {
    Step step = plain(behavior);
    if (step == null) {
      return Optional.empty();
    }
    List<Change> start = Stream.concat(step.with().stream(), first.stream()).toList();
    if (counts(behavior, with(step, start))) {
      return Optional.of(with(step, start));
    }
    Setting at = given(with(step, start));
    List<Change> candidates =
        ground.look(at).stream()
            .flatMap(seen -> candidates(behavior, at, seen))
            .filter(each -> !(each instanceof Change.Clock))
            .filter(each -> start.stream().noneMatch(it -> it.excludes(each)))
            .distinct()
            .toList();
    return SmallestChange.of(
            candidates,
            MOST_CHANGES,
            MOST_TRIES,
            more -> counts(behavior, with(step, joined(start, more))))
        .map(more -> with(step, joined(start, more)));
  }

  private static List<Change> joined(List<Change> first, List<Change> more) {
    return Stream.concat(first.stream(), more.stream()).toList();
  }

  private static Step with(Step step, List<Change> with) {
    return new Step(step.kind(), step.name(), with, step.ago());
  }

  /** Something that the behavior remembers, as it is given; null when there is no such thing. */
  private @Nullable Step plain(Behavior behavior) {
    if (behavior.source() instanceof Source.Events events) {
      return new Step(Step.Kind.EVENT, events.event(), List.of(), 0);
    }
    Source.Decisions decisions = (Source.Decisions) behavior.source();
    Situation asked = setting.asked();
    String type = asked.resource().reference().type();
    if (decisions.scope().targets(type, asked.action())) {
      return new Step(Step.Kind.CHECK, asked.action(), List.of(), 0);
    }
    Set<String> actions = decisions.scope().targets().getOrDefault(type, Set.of());
    if (!actions.isEmpty()) {
      return new Step(Step.Kind.CHECK, actions.iterator().next(), List.of(), 0);
    }
    return decisions.scope().targets().entrySet().stream()
        .filter(each -> !each.getValue().isEmpty())
        .findFirst()
        .map(each -> elsewhere(each.getKey(), each.getValue().iterator().next()))
        .orElse(null);
  }

  private @Nullable Step elsewhere(String type, String action) {
    Schema.Entity declared = ground.policies().schema().entities().get(type);
    return declared == null
        ? null
        : new Step(
            Step.Kind.CHECK,
            action,
            List.of(Change.Replace.ofType(Owner.RESOURCE, setting.asked().resource(), declared)),
            0);
  }

  private Setting given(Step step) {
    return new Setting(step.given(setting.asked()), setting.earlier(), setting.steps());
  }

  private boolean counts(Behavior behavior, Step step) {
    Setting at = given(step);
    Expr where = behavior.where();
    boolean chosen =
        where == null || ground.look(at).map(it -> it.truth(where) == Truth.TRUE).orElse(false);
    return chosen
        && (!(behavior.source() instanceof Source.Decisions decisions)
            || isOf(decisions.decided(), ground.outcome(at)));
  }

  private static boolean isOf(Decided decided, Outcome outcome) {
    boolean access = outcome == Outcome.PERMIT || outcome == Outcome.RESTRICT;
    return switch (decided) {
      case PERMITTED -> access;
      case DENIED -> !access;
      case ATTEMPTED -> true;
    };
  }

  /** What may make it count: the edges of its own condition, and of the rules that decide it. */
  private Stream<Change> candidates(Behavior behavior, Setting at, Inspection seen) {
    Stream<Expr> own = Stream.ofNullable(behavior.where());
    Stream<Expr> deciding =
        behavior.source() instanceof Source.Decisions decisions
                && decisions.decided() != Decided.ATTEMPTED
            ? ground.policies().rules().stream()
                .filter(rule -> !rule.shadow() && seen.targets(rule.scope()))
                .flatMap(Happenings::conditions)
            : Stream.of();
    return Stream.concat(own, deciding)
        .flatMap(
            condition ->
                Boundaries.ofGivens(condition, ground.policies().schema(), at.asked(), seen)
                    .stream());
  }

  private static Stream<Expr> conditions(Rule rule) {
    return Stream.of(
            rule.scope().subjects().stream(),
            Stream.ofNullable(rule.when()),
            Stream.ofNullable(rule.unless()),
            Stream.ofNullable(rule.requirement()))
        .flatMap(each -> each);
  }

  /** A number in equal parts, the first with what remains. */
  private static final class Parts {
    private Parts() {}

    static List<Value> of(Value sum, int parts) {
      if (parts == 1) {
        return List.of(sum);
      }
      List<Value> all = new ArrayList<>();
      for (int i = 0; i < parts; i++) {
        if (sum instanceof Value.Int number) {
          all.add(new Value.Int(part(number.value(), parts, i)));
        } else if (sum instanceof Value.Decimal decimal) {
          all.add(new Value.Decimal(part(decimal.units(), parts, i)));
        }
      }
      return all;
    }

    private static long part(long sum, int parts, int number) {
      return sum / parts + (number == 0 ? sum % parts : 0);
    }
  }

  /** Values that differ from each other. */
  private static final class Distinct {
    private static final List<String> COUNTRIES = List.of("DE", "FR", "NL", "AT", "BE", "CH");

    private Distinct() {}

    static List<Value> of(Type type, int count) {
      List<Value> values = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Value value = value(type, i);
        if (value != null) {
          values.add(value);
        }
      }
      return values;
    }

    private static @Nullable Value value(Type type, int number) {
      if (type instanceof Type.Entity entity) {
        return new Value.Ref(entity.candidates().get(0), "other" + number);
      }
      if (type == Type.Scalar.STRING) {
        return new Value.Text("other" + number);
      }
      if (type == Type.Scalar.INT) {
        return new Value.Int(number);
      }
      if (type == Type.Scalar.IP) {
        return IpAddress.parse("192.0.2." + (number + 1));
      }
      return type == Type.Scalar.COUNTRY ? new Value.Country(COUNTRIES.get(number)) : null;
    }
  }
}
