package dev.zt.engine.compile;

import dev.zt.engine.facts.Question;
import dev.zt.policy.Expr;
import dev.zt.policy.Type;
import dev.zt.policy.value.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question about a single field of the subject, of the resource, of a signal or of the action.
 *
 * @param field a field that is read, and not derived
 * @param question what is asked of it
 */
record OwnField(Expr field, Question question) {
  /** A single test as one of that kind, or null. */
  static @Nullable OwnField of(SingleTest test) {
    return of(test.operand(), test.question());
  }

  private static @Nullable OwnField of(Expr operand, Question question) {
    if (operand instanceof Expr.Named named) {
      return of(named.body(), question);
    }
    if (operand instanceof Expr.Derived derived) {
      return ValueWriter.ownerIsKnown(derived) ? of(derived.body(), question) : null;
    }
    if (operand instanceof Expr.OpenField open) {
      return orElse(open.field(), open.standIn().value(), question);
    }
    if (operand instanceof Expr.Default given) {
      Value standIn = ValueWriter.constant(given.standIn());
      return standIn == null ? null : orElse(given.operand(), standIn, question);
    }
    boolean own =
        operand instanceof Expr.SignalField
            || operand instanceof Expr.ActionField
            || (operand instanceof Expr.FieldOf field
                && (field.target() instanceof Expr.Subject
                    || field.target() instanceof Expr.Resource));
    return own ? new OwnField(operand, question) : null;
  }

  private static @Nullable OwnField orElse(Expr operand, Value standIn, Question question) {
    return of(operand, reading -> question.answer(Values.orElse(reading, standIn)));
  }

  /** The types that the owner may have, if it is an entity. */
  Set<String> types() {
    return field instanceof Expr.FieldOf own && own.target().type() instanceof Type.Entity owner
        ? Set.copyOf(owner.candidates())
        : Set.of();
  }
}
