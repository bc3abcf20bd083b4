package dev.zt.dsl.check;

import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.syntax.QualifiedName;
import org.jspecify.annotations.Nullable;

/** Values that only tests hold: entities with their fields, and records. */
final class Fixtures {
  private Fixtures() {}

  /** Whether a let names a fixture, and so can be used in tests only. */
  static boolean isFixture(Declaration.Let let) {
    return isFixture(let.body());
  }

  /** Whether something declared is a fixture. */
  static boolean isFixture(Declared declared) {
    return declared.declaration() instanceof Declaration.Let let && isFixture(let);
  }

  /** The fixture that a name stands for, with its module before it or not; null for none. */
  static @Nullable Declared named(FileScope file, Expression written) {
    QualifiedName name = Expression.path(written).orElse(null);
    if (name == null) {
      return null;
    }
    Declared found = file.only(Namespace.VALUE, name);
    return found != null && isFixture(found) ? found : null;
  }

  private static boolean isFixture(Expression expression) {
    if (expression instanceof Expression.ListLiteral list) {
      return list.elements().stream().anyMatch(Fixtures::isFixture);
    }
    return expression instanceof Expression.RecordLiteral
        || (expression instanceof Expression.EntityLiteral entity && entity.properties() != null);
  }
}
