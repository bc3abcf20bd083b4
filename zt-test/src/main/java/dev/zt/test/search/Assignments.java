package dev.zt.test.search;

import dev.zt.dsl.suite.Situation;
import dev.zt.engine.Inspection;
import dev.zt.policy.ArithmeticOp;
import dev.zt.policy.Expr;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Changes by which an expression gets a value: of the one field that it is told from, the others
 * being as they are in a situation.
 */
final class Assignments {
  private final Situation situation;
  private final Inspection inspection;
  private final @Nullable Happenings past;

  /**
   * Changes from a situation on.
   *
   * @param past lets things happen before; null where only what is given may change
   */
  Assignments(Situation situation, Inspection inspection, @Nullable Happenings past) {
    this.situation = situation;
    this.inspection = inspection;
    this.past = past;
  }

  /** The change by which the expression gets the value, if a test can give it. */
  Optional<Change> give(Expr expr, Value value) {
    return canBeWritten(value) ? solve(expr, value) : Optional.empty();
  }

  private Optional<Change> solve(Expr expr, Value value) {
    if (expr instanceof Expr.Named named) {
      return solve(named.body(), value);
    }
    if (expr instanceof Expr.OpenField open) {
      return solve(open.field(), value);
    }
    if (expr instanceof Expr.Default defaulted) {
      return solve(defaulted.operand(), value);
    }
    if (expr instanceof Expr.Lower lower) {
      return solve(lower.text(), value);
    }
    if (expr instanceof Expr.Derived derived) {
      return age(derived, value);
    }
    if (expr instanceof Expr.Arithmetic arithmetic) {
      return arithmetic(arithmetic, value);
    }
    if (expr instanceof Expr.BehaviorValue behavior) {
      return past == null ? Optional.empty() : past.toward(behavior, value);
    }
    if (expr instanceof Expr.Now && value instanceof Value.Time time) {
      return Optional.of(new Change.Clock(Instant.ofEpochMilli(time.epochMillis())));
    }
    return field(expr, value);
  }

  private Optional<Change> field(Expr expr, Value value) {
    if (expr instanceof Expr.FieldOf of && isRecord(of)) {
      return ofRecord(of, value);
    }
    Path path = Path.of(expr);
    return path == null || path.field().equals("id")
        ? Optional.empty()
        : Optional.of(Change.Give.of(path.owner(), path.field(), value));
  }

  private boolean isRecord(Expr.FieldOf of) {
    return inspection.value(of.target()) instanceof Value.Fields;
  }

  /** A field of a record: the whole record is given anew. */
  private Optional<Change> ofRecord(Expr.FieldOf of, Value value) {
    if (!(inspection.value(of.target()) instanceof Value.Fields record)) {
      return Optional.empty();
    }
    Map<String, Reading> fields = new TreeMap<>(record.fields());
    fields.put(of.field(), value);
    return field(of.target(), new Value.Fields(record.type(), fields));
  }

  private Optional<Change> age(Expr.Derived derived, Value value) {
    if (!(derived.body() instanceof Expr.Age age) || !(value instanceof Value.Duration duration)) {
      return Optional.empty();
    }
    Path written = Path.of(derived.path());
    Path base = Path.of(age.time());
    Instant now = situation.now();
    Value.Time time = now == null ? null : new Value.Time(now.toEpochMilli()).minus(duration);
    return written == null || base == null || time == null
        ? Optional.empty()
        : Optional.of(
            new Change.Give(written.owner(), written.field(), duration, base.field(), time));
  }

  private Optional<Change> arithmetic(Expr.Arithmetic expr, Value wanted) {
    Value left = inspection.value(expr.left());
    Value right = inspection.value(expr.right());
    if (right != null) {
      Value value = Sums.left(expr.op(), right, wanted);
      Optional<Change> change = value == null ? Optional.empty() : give(expr.left(), value);
      if (change.isPresent() && !(change.get() instanceof Change.Clock)) {
        return change;
      }
    }
    if (left != null) {
      Value value = Sums.right(expr.op(), left, wanted);
      return value == null ? Optional.empty() : give(expr.right(), value);
    }
    return Optional.empty();
  }

  /** The change by which the expression is unknown, if a test can make it so. */
  Optional<Change> hide(Expr expr) {
    if (expr instanceof Expr.Named named) {
      return hide(named.body());
    }
    if (expr instanceof Expr.Derived derived && derived.body() instanceof Expr.Age age) {
      Path written = Path.of(derived.path());
      Path base = Path.of(age.time());
      return written == null || base == null
          ? Optional.empty()
          : Optional.of(new Change.Hide(written.owner(), written.field(), base.field()));
    }
    if (expr instanceof Expr.Lower lower) {
      return hide(lower.text());
    }
    if (expr instanceof Expr.Arithmetic arithmetic) {
      return hide(arithmetic.left()).or(() -> hide(arithmetic.right()));
    }
    Path path = Path.of(expr);
    return path == null || path.field().equals("id")
        ? Optional.empty()
        : Optional.of(new Change.Hide(path.owner(), path.field(), path.field()));
  }

  /** Whether there is a literal for the value. */
  private static boolean canBeWritten(Value value) {
    if (value instanceof Value.Duration duration) {
      return duration.millis() >= 0;
    }
    if (value instanceof Value.Distance distance) {
      return distance.units() >= 0;
    }
    return !(value instanceof Value.Speed speed) || speed.units() >= 0;
  }

  /** Something that a test gives by name. */
  private record Path(Owner owner, String field) {
    static @Nullable Path of(Expr expr) {
      if (expr instanceof Expr.SignalField field) {
        return new Path(Owner.signal(field.signal()), field.field());
      }
      if (expr instanceof Expr.ActionField field && !field.field().equals("name")) {
        return new Path(Owner.ACTION, field.field());
      }
      if (expr instanceof Expr.FieldOf of) {
        if (of.target() instanceof Expr.Subject) {
          return new Path(Owner.SUBJECT, of.field());
        }
        return of.target() instanceof Expr.Resource ? new Path(Owner.RESOURCE, of.field()) : null;
      }
      return null;
    }
  }

  /** What an operand must be for a sum to come to a value; null when there is no such value. */
  private static final class Sums {
    private Sums() {}

    static @Nullable Value left(ArithmeticOp op, Value right, Value wanted) {
      return switch (op) {
        case PLUS -> ArithmeticOp.MINUS.of(wanted, right);
        case MINUS -> minuend(right, wanted);
        case TIMES -> null;
      };
    }

    static @Nullable Value right(ArithmeticOp op, Value left, Value wanted) {
      return switch (op) {
        case PLUS -> ArithmeticOp.MINUS.of(wanted, left);
        case MINUS -> ArithmeticOp.MINUS.of(left, wanted);
        case TIMES -> null;
      };
    }

    /**
     * What is {@code wanted} more than {@code right}; the difference of two times is a duration.
     */
    private static @Nullable Value minuend(Value right, Value wanted) {
      return right instanceof Value.Time
          ? ArithmeticOp.PLUS.of(right, wanted)
          : ArithmeticOp.PLUS.of(wanted, right);
    }
  }
}
