package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Nearest;
import dev.zt.dsl.syntax.BinaryOperator;
import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.syntax.Name;
import dev.zt.dsl.syntax.Property;
import dev.zt.policy.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields that tests give of entities, records, signals and the action. */
final class FixtureFields {
  private final FixtureValues values;
  private final ExprChecker checker;

  FixtureFields(FixtureValues values) {
    this.values = values;
    this.checker = values.checker();
  }

  /** Fields of an owner in braces. */
  void properties(FieldOwner owner, Expression.RecordLiteral literal, @Nullable EntityType entity) {
    Set<String> given = new HashSet<>();
    for (Property each : literal.properties()) {
      if (!given.add(each.name().text())) {
        checker
            .file()
            .report(
                Code.DUPLICATE, each.name().span(), "`" + each.name().text() + "` is given twice");
      }
      field(owner, each.name(), each.value(), entity);
    }
  }

  /** One field of an owner. */
  void field(FieldOwner owner, Name name, Expression value, @Nullable EntityType entity) {
    if (entity != null && name.text().equals("parents")) {
      values.value(value, new Type.SetOf(new Type.Entity(List.copyOf(entity.parents()))));
      return;
    }
    DeclaredField field = find(owner, name, entity != null);
    if (field == null) {
      return;
    }
    Expression derivation = field.derivation();
    if (derivation != null && !FixtureValues.isUnknown(value)) {
      if (isAge(derivation)) {
        values.noteNow();
      } else {
        checker
            .file()
            .report(
                Code.MISUSED_FIXTURE,
                name.span(),
                "`" + name.text() + "` is derived and cannot be given",
                "give the fields that it is derived from");
        return;
      }
    }
    values.value(value, field.type());
  }

  /** The field of that name that can be given; null when that is reported as an error. */
  @Nullable DeclaredField find(FieldOwner owner, Name name, boolean ofEntity) {
    DeclaredField field = owner.find(name.text());
    if (field != null && !(ofEntity && name.text().equals("id"))) {
      return field;
    }
    if (field != null) {
      checker
          .file()
          .report(
              Code.MISUSED_FIXTURE, name.span(), "the id stands after the type, before the braces");
    } else if (!checker.file().isBroken(name.text())) {
      unknown(name, "`" + owner.name() + "`", owner.names());
    }
    return null;
  }

  /** Reports a field that its owner does not have. */
  void unknown(Name name, String owner, List<String> names) {
    checker
        .file()
        .report(
            Code.UNKNOWN_FIELD,
            name.span(),
            owner + " has no field `" + name.text() + "`",
            Nearest.help(name.text(), names).orElse(null));
  }

  /** Whether a derivation is the age of one other field, so that giving one gives the other. */
  private static boolean isAge(Expression derivation) {
    return derivation instanceof Expression.Binary sum
        && sum.operator() == BinaryOperator.MINUS
        && sum.left() instanceof Expression.Reference now
        && now.name().text().equals("now")
        && sum.right() instanceof Expression.Reference;
  }
}
