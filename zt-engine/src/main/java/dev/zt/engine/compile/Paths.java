package dev.zt.engine.compile;

import dev.zt.policy.Expr;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an index reads and what it compares that with. */
final class Paths {
  private final Vocabulary vocabulary;
  private final Discriminator roles;
  private final Discriminator groups;

  Paths(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.roles = new Discriminator.Roles(vocabulary.layout().roles());
    this.groups = new Discriminator.Groups(vocabulary.layout().groups());
  }

  /** The subject's roles: one object, which all indexes share. */
  Discriminator roles() {
    return roles;
  }

  /** The subject's groups. */
  Discriminator groups() {
    return groups;
  }

  /** The path that an expression is; null for anything but a path. */
  @Nullable Path of(Expr expr) {
    if (expr instanceof Expr.Named named) {
      return of(named.body());
    }
    if (expr instanceof Expr.Subject) {
      return new Path.Subject();
    }
    if (expr instanceof Expr.Resource) {
      return new Path.Resource();
    }
    if (expr instanceof Expr.ActionField field) {
      return new Path.OfAction(vocabulary.layout().actionSlot(field.field()));
    }
    if (expr instanceof Expr.SignalField field) {
      int number = vocabulary.layout().signal(field.signal());
      return new Path.OfSignal(number, vocabulary.layout().signalSlot(number, field.field()));
    }
    return expr instanceof Expr.FieldOf field ? field(field) : null;
  }

  private @Nullable Path field(Expr.FieldOf expr) {
    EntityField field = vocabulary.field(expr.field(), expr.target().type());
    Path target = of(expr.target());
    if (target instanceof Path.Subject) {
      return new Path.OfSubject(field);
    }
    if (target instanceof Path.Resource) {
      return new Path.OfResource(field);
    }
    return target == null ? null : new Path.Field(target, field);
  }

  /** The constant that an expression is; null for a set, for none and for anything else. */
  static @Nullable Value constant(Expr expr) {
    if (expr instanceof Expr.Named named) {
      return constant(named.body());
    }
    return expr instanceof Expr.Literal literal && isKey(literal.value()) ? literal.value() : null;
  }

  /** The constants that a list is made of; empty for anything else. */
  static List<Value> constants(Expr expr) {
    if (expr instanceof Expr.Named named) {
      return constants(named.body());
    }
    List<Value> values = new ArrayList<>();
    if (expr instanceof Expr.ListOf list) {
      for (Expr element : list.elements()) {
        Value value = constant(element);
        if (value == null) {
          return List.of();
        }
        values.add(value);
      }
    } else if (expr instanceof Expr.Literal literal
        && literal.value() instanceof Value.SetOf set
        && set.elements().stream().allMatch(Paths::isKey)) {
      values.addAll(set.elements());
    }
    return values;
  }

  /** Whether the language holds such values equal just when they are equal objects. */
  private static boolean isKey(Value value) {
    return !(value instanceof Value.SetOf)
        && !(value instanceof Value.Fields)
        && !(value instanceof Value.None);
  }
}
