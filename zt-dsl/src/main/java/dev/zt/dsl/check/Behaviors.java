package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Nearest;
import dev.zt.dsl.syntax.BehaviorSource;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Expression;
import dev.zt.policy.Behavior;
import dev.zt.policy.Expr;
import dev.zt.policy.Type;
import dev.zt.policy.Type.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns behaviors as written into typed ones, each when it is first asked for. */
final class Behaviors {
  private final Checking checking;
  private final Map<Declared, Optional<Behavior>> known = new HashMap<>();

  Behaviors(Checking checking) {
    this.checking = checking;
  }

  /** The type of a behavior's value. */
  Type type(Declared declared) {
    return find(declared).map(Behavior::type).orElse(Poison.TYPE);
  }

  /** The behavior; nothing when it has errors. */
  Optional<Behavior> find(Declared declared) {
    Optional<Behavior> found = known.get(declared);
    if (found != null) {
      return found;
    }
    if (Lets.refusesCycle(checking, declared)
        || !(declared.declaration() instanceof Declaration.Behavior behavior)) {
      return Optional.empty();
    }
    Optional<Behavior> checked =
        checking.lets().within(declared, () -> new Check(declared, behavior).check());
    known.put(declared, checked);
    return checked;
  }

  /** The check of one behavior. */
  private final class Check {
    private final Declared declared;
    private final Declaration.Behavior written;
    private final FileScope file;

    Check(Declared declared, Declaration.Behavior written) {
      this.declared = declared;
      this.written = written;
      this.file = declared.file();
    }

    Optional<Behavior> check() {
      Annotations.of(file, written.preamble());
      Env env = null;
      Behavior.Source source = null;
      if (written.source() instanceof BehaviorSource.OfActions of) {
        ScopeChecker.Scoped scoped =
            new ScopeChecker(checking, file, declared.nameSpan())
                .check(null, of.actions(), of.resources());
        source = new Behavior.Source.Decisions(decided(of.verdict()), scoped.scope());
        env = scoped.env(file);
      } else if (written.source() instanceof BehaviorSource.OfEvent of) {
        Declared event = file.resolve(Namespace.EVENT, of.event());
        source = event == null ? null : new Behavior.Source.Events(event.name());
        Type.Entity every = checking.symbols().everyEntity();
        env = Env.of(file, Place.EVENT, every, every);
      }
      return env == null ? Optional.empty() : check(new ExprChecker(checking, env), source);
    }

    private Optional<Behavior> check(ExprChecker checker, Behavior.@Nullable Source source) {
      List<Expr> values = new ArrayList<>();
      written.aggregate().arguments().forEach(each -> values.add(checker.infer(each)));
      Type type = aggregated(values);
      Expr where = written.where() == null ? null : checker.condition(written.where());
      List<Expr> keys = written.keys().stream().map(each -> key(checker, each)).toList();
      if (written.over().millis() == 0) {
        file.report(Code.OUT_OF_RANGE, written.over().span(), "a window has some length");
      }
      boolean sound =
          source != null
              && !Poison.is(type)
              && Stream.concat(keys.stream(), values.stream()).noneMatch(Poison::is);
      refuseTooLarge(values, where, keys);
      return sound && source != null
          ? Optional.of(
              new Behavior(
                  declared.qualified(),
                  aggregate(),
                  values,
                  source,
                  where,
                  keys,
                  written.over().millis(),
                  type,
                  declared.at()))
          : Optional.empty();
    }

    private void refuseTooLarge(List<Expr> values, @Nullable Expr where, List<Expr> keys) {
      Stream<Expr> parts = Stream.concat(values.stream(), keys.stream());
      boolean tooLarge =
          Stream.concat(parts, Stream.ofNullable(where)).anyMatch(checking.expansion()::isTooLarge);
      if (tooLarge) {
        file.report(
            Code.EXPANDS_TOO_FAR,
            declared.nameSpan(),
            "`" + declared.name() + "` is too large with everything that it names");
      }
    }

    private static Behavior.Decided decided(BehaviorSource.Verdict verdict) {
      return switch (verdict) {
        case PERMITTED -> Behavior.Decided.PERMITTED;
        case DENIED -> Behavior.Decided.DENIED;
        case ATTEMPTED -> Behavior.Decided.ATTEMPTED;
      };
    }

    private Expr key(ExprChecker checker, Expression written) {
      Expr key = checker.infer(written);
      if (Poison.is(key) || isKey(Types.bare(key))) {
        return key;
      }
      return checker.refuse(
          Code.MISUSED_TYPE, written, "nothing can be kept apart by " + Types.a(key.type()), null);
    }

    private static boolean isKey(Type type) {
      return type instanceof Type.Entity
          || type instanceof Type.Enumeration
          || (type instanceof Scalar && type != Scalar.POINT && type != Scalar.SCHEDULE);
    }

    // ---- aggregates ----

    private Behavior.Aggregate aggregate() {
      return Behavior.Aggregate.valueOf(written.aggregate().name().text().toUpperCase(Locale.ROOT));
    }

    private static List<String> aggregates() {
      return Stream.of(Behavior.Aggregate.values())
          .map(each -> each.name().toLowerCase(Locale.ROOT))
          .toList();
    }

    private Type aggregated(List<Expr> values) {
      Declaration.Behavior.Aggregate aggregate = written.aggregate();
      String name = aggregate.name().text();
      if (!aggregates().contains(name)) {
        file.report(
            Code.UNKNOWN_FUNCTION,
            aggregate.name().span(),
            "there is no aggregate `" + name + "`",
            Nearest.help(name, aggregates())
                .orElse("there are `" + String.join("`, `", aggregates()) + "`"));
        return Poison.TYPE;
      }
      if (!hasRightCount(values.size(), name)) {
        return Poison.TYPE;
      }
      for (int i = 0; i < values.size(); i++) {
        Type type = Types.bare(values.get(i));
        if (Poison.is(type)) {
          return Poison.TYPE;
        }
        if (!takes(aggregate(), type)) {
          file.report(
              Code.MISUSED_TYPE,
              aggregate.arguments().get(i).span(),
              "`" + name + "` cannot take " + Types.a(type));
          return Poison.TYPE;
        }
      }
      return result(aggregate(), values);
    }

    private boolean hasRightCount(int count, String name) {
      boolean right =
          switch (aggregate()) {
            case COUNT -> count == 0;
            case ANOMALY -> count > 0;
            case SUM, MAX, MEAN, DISTINCT, VALUES, LAST, ZSCORE -> count == 1;
          };
      if (!right) {
        file.report(
            Code.BAD_ARGUMENTS,
            written.aggregate().span(),
            switch (aggregate()) {
              case COUNT -> "`count` takes no arguments";
              case ANOMALY -> "`anomaly` takes one argument or more";
              case SUM, MAX, MEAN, DISTINCT, VALUES, LAST, ZSCORE ->
                  "`" + name + "` takes one argument";
            });
      }
      return right;
    }

    private boolean takes(Behavior.Aggregate aggregate, Type type) {
      boolean number = type == Scalar.INT || type == Scalar.DECIMAL;
      return switch (aggregate) {
        case COUNT -> false;
        case SUM, MEAN, ZSCORE, ANOMALY -> number || type == Scalar.DURATION;
        case MAX -> Types.isOrdered(type) || isOrderedEnum(type);
        case DISTINCT, VALUES -> isKey(type);
        case LAST -> isKey(type) || type == Scalar.POINT;
      };
    }

    private boolean isOrderedEnum(Type type) {
      return type instanceof Type.Enumeration enumeration
          && Optional.ofNullable(checking.symbols().enumerations().get(enumeration.name()))
              .map(each -> each.ordered())
              .orElse(true);
    }

    private static Type result(Behavior.Aggregate aggregate, List<Expr> values) {
      return switch (aggregate) {
        case COUNT, DISTINCT -> Scalar.INT;
        case SUM, MAX, LAST -> Types.bare(values.get(0));
        case MEAN ->
            Types.bare(values.get(0)) == Scalar.DURATION ? Scalar.DURATION : Scalar.DECIMAL;
        case VALUES -> new Type.SetOf(Types.bare(values.get(0)));
        case ZSCORE, ANOMALY -> Scalar.DECIMAL;
      };
    }
  }
}
