package dev.zt.dsl.check;

import dev.zt.dsl.syntax.BinaryOperator;
import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.syntax.Name;
import dev.zt.dsl.table.Datum;
import dev.zt.policy.Type;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays single fields over those that are given of one thing. */
final class GivenLaying {
  private final GivenValues values;
  private final FieldOwner owner;
  private final @Nullable EntityType entity;
  private final GivenFields into;

  /**
   * Over the fields of an owner.
   *
   * @param entity the owner as an entity type; null when it is something else
   */
  GivenLaying(GivenValues values, FieldOwner owner, @Nullable EntityType entity, GivenFields into) {
    this.values = values;
    this.owner = owner;
    this.entity = entity;
    this.into = into;
  }

  /** Gives a field as written; which fields there are may be known row by row. */
  void lay(Name name, Expression written) {
    Type type = type(name.text());
    if (type == null) {
      new FixtureFields(
              new FixtureValues(values.checker(), TableVariables.of(values.checker(), null)))
          .unknown(name, "`" + owner.name() + "`", owner.names());
    } else {
      put(name.text(), values.value(written, type), written);
    }
  }

  /** Gives a field as a file of rows has it; false when there is no such field. */
  boolean lay(String name, Datum datum) {
    Type type = type(name);
    if (type != null) {
      put(name, new DatumValues(values).value(datum, type), null);
    }
    return type != null;
  }

  /** Takes a field away. */
  void forget(String name) {
    put(name, Absent.MISSING, null);
  }

  private @Nullable Type type(String name) {
    if (entity != null && name.equals("parents")) {
      return new Type.SetOf(new Type.Entity(List.copyOf(entity.parents())));
    }
    DeclaredField field = owner.find(name);
    return field == null ? null : field.type();
  }

  private void put(String name, @Nullable Reading reading, @Nullable Expression written) {
    if (reading == null) {
      return;
    }
    DeclaredField field = owner.find(name);
    Expression derivation = field == null ? null : field.derivation();
    if (derivation == null) {
      into.put(name, reading);
    } else if (reading instanceof Value.Duration age) {
      age(derivation, age, written);
    } else {
      forgetParts(derivation);
    }
  }

  /** Gives the time that an age is told from. */
  private void age(Expression derivation, Value.Duration age, @Nullable Expression written) {
    Long now = values.now();
    if (!(derivation instanceof Expression.Binary difference)
        || difference.operator() != BinaryOperator.MINUS
        || !(difference.right() instanceof Expression.Reference base)) {
      return;
    }
    Value.Time time = now == null ? null : new Value.Time(now).minus(age);
    if (time != null) {
      into.put(base.name().text(), time);
    } else if (written != null) {
      values.refuse(
          written,
          "this age is told from `now`, and the test does not give it",
          "add `given now \"2026-03-02T09:00:00Z\"`");
    }
  }

  /** Takes away what a field is derived from. */
  private void forgetParts(Expression derivation) {
    if (derivation instanceof Expression.Reference part) {
      if (owner.find(part.name().text()) != null) {
        forget(part.name().text());
      }
    } else if (derivation instanceof Expression.Binary binary) {
      forgetParts(binary.left());
      forgetParts(binary.right());
    }
  }
}
