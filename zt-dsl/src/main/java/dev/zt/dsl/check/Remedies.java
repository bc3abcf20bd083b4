package dev.zt.dsl.check;

import dev.zt.policy.Expr;
import dev.zt.policy.Type;
import dev.zt.policy.Type.Scalar;
import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;

/** What an author probably meant by a value of the wrong type. */
final class Remedies {
  private Remedies() {}

  /**
   * A help for a value in a place that asks for another type; null when nothing suggests itself.
   */
  static @Nullable String of(Expr written, Type expected) {
    Type wanted = Types.bare(expected);
    Type actual = Types.bare(written);
    String help = null;
    if (written instanceof Expr.Literal literal && literal.value() instanceof Value.Int number) {
      help = unit(number, wanted);
    }
    if (help == null && wanted == Scalar.VERSION) {
      help = quoted(written);
    }
    if (help == null
        && written instanceof Expr.Literal literal
        && literal.value() instanceof Value.Text id
        && wanted instanceof Type.Entity entity
        && entity.candidates().size() == 1) {
      help = "did you mean `" + wanted + " " + id + "`?";
    }
    return help == null ? ofTypes(actual, wanted) : help;
  }

  private static @Nullable String unit(Value.Int number, Type wanted) {
    if (wanted == Scalar.DURATION) {
      return "a duration has a unit: `" + number + "d`, `" + number + "h`, `" + number + "m`";
    }
    if (wanted == Scalar.DISTANCE) {
      return "did you mean `" + number + "km`?";
    }
    if (wanted == Scalar.SPEED) {
      return "did you mean `" + number + "km/h`?";
    }
    return wanted == Scalar.STRING ? "did you mean `\"" + number + "\"`?" : null;
  }

  private static @Nullable String quoted(Expr written) {
    boolean number =
        written instanceof Expr.Literal literal
            && (literal.value() instanceof Value.Int || literal.value() instanceof Value.Decimal);
    return number ? "did you mean `\"" + ((Expr.Literal) written).value() + "\"`?" : null;
  }

  private static @Nullable String ofTypes(Type actual, Type wanted) {
    boolean ageForTime = actual == Scalar.DURATION && wanted == Scalar.TIME;
    boolean timeForAge = actual == Scalar.TIME && wanted == Scalar.DURATION;
    if (ageForTime || timeForAge) {
      return "how long ago a time was is `now - time`";
    }
    if (wanted instanceof Type.SetOf set && Types.fits(actual, set.element())) {
      return "`contains` tests for one element";
    }
    return actual instanceof Type.SetOf set && Types.fits(set.element(), wanted)
        ? "`in` tests for one element"
        : null;
  }
}
