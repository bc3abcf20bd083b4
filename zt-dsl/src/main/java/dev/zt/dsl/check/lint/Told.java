package dev.zt.dsl.check.lint;

import dev.zt.policy.CompareOp;
import dev.zt.policy.Expr;
import dev.zt.policy.Schema;
import dev.zt.policy.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The things that conditions tell of: values, whether there are any, and what never happens. */
final class Told {
  private static final Values TRUE = Values.comparing(CompareOp.EQ, 1L);
  private static final Values FALSE = Values.comparing(CompareOp.EQ, 0L);
  private static final Values NOT_NEGATIVE = Values.from(0, Long.MAX_VALUE);
  private static final Values TEXTS = Values.startingWith("");
  private static final Values TRUTHS = Values.from(0, 1);

  private final Schema schema;
  private final Meaning meaning;

  Told(Schema schema, Meaning meaning) {
    this.schema = schema;
    this.meaning = meaning;
  }

  Meaning meaning() {
    return meaning;
  }

  /** What a condition tells that never comes out as wanted, for that reason. */
  static List<Demand> never(@Nullable String why) {
    return List.of(
        new Demand(new Key(Key.Aspect.TRUTH, Meaning.ordered("never")), Values.NONE, why));
  }

  /** The values when a condition that is true of some comes out as wanted. */
  static Values wanted(Values whenTrue, boolean wanted) {
    return wanted ? whenTrue : whenTrue.not();
  }

  static Values truth(boolean wanted) {
    return wanted ? TRUE : FALSE;
  }

  /** Whether an operand is unknown, none or a value. */
  Demand present(Expr operand, Values presence) {
    return new Demand(new Key(Key.Aspect.PRESENCE, meaning.of(operand)), presence);
  }

  /** The values that an operand may have. */
  Demand value(Expr operand, Values allowed) {
    return new Demand(
        new Key(Key.Aspect.VALUE, meaning.of(operand)), allowed.and(possible(operand)));
  }

  /** The values that an expression can have at all. */
  private Values possible(Expr operand) {
    Expr bare = Constants.bare(operand);
    Type type = bare.type() instanceof Type.Optional optional ? optional.value() : bare.type();
    boolean age = bare instanceof Expr.Derived derived && derived.body() instanceof Expr.Age;
    if (bare instanceof Expr.Size
        || age
        || type == Type.Scalar.DISTANCE
        || type == Type.Scalar.SPEED) {
      return NOT_NEGATIVE;
    }
    if (type == Type.Scalar.STRING) {
      return TEXTS;
    }
    if (type == Type.Scalar.BOOL) {
      return TRUTHS;
    }
    if (type instanceof Type.Enumeration named) {
      Schema.Enumeration enumeration = schema.enumerations().get(named.name());
      return enumeration == null ? Values.ALL : Values.from(0, enumeration.constants().size() - 1L);
    }
    return Values.ALL;
  }
}
