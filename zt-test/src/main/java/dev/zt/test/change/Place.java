package dev.zt.test.change;

import dev.zt.dsl.suite.GivenSignal;
import dev.zt.dsl.suite.Situation;
import dev.zt.policy.ArithmeticOp;
import dev.zt.policy.Expr;
import dev.zt.policy.Type;
import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A field that a test can give.
 *
 * @param owner {@code subject}, {@code resource}, {@code action}, or the name of a signal
 * @param shown the field as a test gives it
 * @param stored the field that data give: for an age the time that it is told from
 * @param type the type of what a condition sees
 * @param elapsed whether a condition sees how long ago the stored time is
 */
record Place(String owner, String shown, String stored, Type type, boolean elapsed) {
  static final String SUBJECT = "subject";
  static final String RESOURCE = "resource";
  static final String ACTION = "action";

  /** The field that an expression reads; null when it reads none, or more than one. */
  static @Nullable Place of(Expr expr) {
    if (expr instanceof Expr.Named named) {
      return of(named.body());
    } else if (expr instanceof Expr.OpenField open) {
      return of(open.field());
    } else if (expr instanceof Expr.Default fallback) {
      return of(fallback.operand());
    } else if (expr instanceof Expr.SignalField field) {
      return at(field.signal(), field.field(), field.type());
    } else if (expr instanceof Expr.ActionField field) {
      return field.field().equals("name") ? null : at(ACTION, field.field(), field.type());
    } else if (expr instanceof Expr.FieldOf field) {
      return ofParty(field);
    } else if (expr instanceof Expr.Derived derived && derived.body() instanceof Expr.Age age) {
      Place shown = of(derived.path());
      Place stored = of(age.time());
      return shown == null || stored == null
          ? null
          : new Place(shown.owner, shown.shown, stored.stored, Type.Scalar.DURATION, true);
    } else if (expr instanceof Expr.Arithmetic difference
        && difference.op() == ArithmeticOp.MINUS
        && difference.left() instanceof Expr.Now) {
      Place time = of(difference.right());
      return time == null
          ? null
          : new Place(time.owner, time.stored, time.stored, Type.Scalar.DURATION, true);
    }
    return null;
  }

  private static @Nullable Place ofParty(Expr.FieldOf field) {
    if (field.field().equals("id")) {
      return null;
    } else if (field.target() instanceof Expr.Subject) {
      return at(SUBJECT, field.field(), field.type());
    }
    return field.target() instanceof Expr.Resource
        ? at(RESOURCE, field.field(), field.type())
        : null;
  }

  private static Place at(String owner, String field, Type type) {
    return new Place(owner, field, field, type, false);
  }

  /** Whether it is a field of a signal. */
  boolean ofSignal() {
    return !owner.equals(SUBJECT) && !owner.equals(RESOURCE) && !owner.equals(ACTION);
  }

  /** The type of the value without {@code ?}. */
  Type bare() {
    return type instanceof Type.Optional optional ? optional.value() : type;
  }

  /** What a condition sees of it; null when it is not given. */
  @Nullable Value seen(Situation situation) {
    Value stored = stored(situation);
    if (!elapsed) {
      return stored;
    }
    return stored instanceof Value.Time time && situation.now() != null
        ? new Value.Time(situation.now().toEpochMilli()).minus(time)
        : null;
  }

  private @Nullable Value stored(Situation situation) {
    return switch (owner) {
      case SUBJECT -> situation.subject().fields().get(stored);
      case RESOURCE -> situation.resource().fields().get(stored);
      case ACTION -> situation.actionFields().get(stored);
      default -> ofSignal(situation);
    };
  }

  private @Nullable Value ofSignal(Situation situation) {
    for (GivenSignal signal : situation.signals()) {
      if (signal.name().equals(owner)) {
        return signal.fields().get(stored);
      }
    }
    return null;
  }
}
