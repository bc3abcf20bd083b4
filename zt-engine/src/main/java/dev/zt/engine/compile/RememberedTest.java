package dev.zt.engine.compile;

import static dev.zt.engine.compile.Frame.FALSE;
import static dev.zt.engine.compile.Frame.TRUE;
import static dev.zt.engine.compile.Frame.UNKNOWN;

import dev.zt.engine.facts.Memory.Recollection;
import dev.zt.policy.Behavior;
import dev.zt.policy.CompareOp;
import dev.zt.policy.Expr;
import dev.zt.policy.Type;
import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of a number that is remembered under one key, which a path leads to, with a constant
 * number.
 *
 * @param number the constant as it is counted: ones, ten-thousandths or milliseconds
 */
record RememberedTest(String behavior, Path key, CompareOp op, long number) {
  /** The test as one of these; null where it is another one. */
  static @Nullable RememberedTest of(Expr test, Vocabulary vocabulary) {
    if (!(test instanceof Expr.Compare compare)
        || !(bare(compare.left()) instanceof Expr.BehaviorValue value)) {
      return null;
    }
    Behavior behavior = vocabulary.behaviors().get(value.behavior());
    Value constant = Paths.constant(compare.right());
    if (behavior == null
        || behavior.keys().size() != 1
        || !behavior.measured().isEmpty()
        || !vocabulary.freshIn(behavior.keys().get(0)).isEmpty()
        || constant == null
        || !isCounted(behavior.type(), constant)) {
      return null;
    }
    Path key = new Paths(vocabulary).of(behavior.keys().get(0));
    return key == null
        ? null
        : new RememberedTest(behavior.name(), key, compare.op(), count(constant));
  }

  private static Expr bare(Expr expr) {
    return expr instanceof Expr.Named named ? bare(named.body()) : expr;
  }

  private static boolean isCounted(Type type, Value constant) {
    return (type == Type.Scalar.INT && constant instanceof Value.Int)
        || (type == Type.Scalar.DECIMAL && constant instanceof Value.Decimal)
        || (type == Type.Scalar.DURATION && constant instanceof Value.Duration);
  }

  private static long count(Value value) {
    if (value instanceof Value.Int whole) {
      return whole.value();
    }
    return value instanceof Value.Decimal decimal
        ? decimal.units()
        : ((Value.Duration) value).millis();
  }

  /** The truth, which leaves in the frame until when it stands. */
  int judge(Frame frame) {
    frame.until = Slots.EVER;
    Value under = key.value(frame);
    if (under == null) {
      return UNKNOWN;
    }
    Recollection found = frame.memory().recall(behavior, under, frame.now);
    frame.until = found.until();
    if (!(found.least() instanceof Value least) || !(found.most() instanceof Value most)) {
      return UNKNOWN;
    }
    int low = Long.compare(count(least), number);
    int high = Long.compare(count(most), number);
    if (op.holds(low) != op.holds(high)) {
      return UNKNOWN;
    }
    boolean apart = low == high && (low != 0 || least.equals(most));
    boolean ordered = op != CompareOp.EQ && op != CompareOp.NE;
    return apart || ordered ? (op.holds(low) ? TRUE : FALSE) : UNKNOWN;
  }
}
