package dev.zt.dsl.check;

import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Expression;

/** Values that only tests hold: entities with their fields, and records. */
final class Fixtures {
  private Fixtures() {}

  /** Whether a let names a fixture, and so can be used in tests only. */
  static boolean isFixture(Declaration.Let let) {
    return isFixture(let.body());
  }

  private static boolean isFixture(Expression expression) {
    if (expression instanceof Expression.ListLiteral list) {
      return list.elements().stream().anyMatch(Fixtures::isFixture);
    }
    return expression instanceof Expression.RecordLiteral
        || (expression instanceof Expression.EntityLiteral entity && entity.properties() != null);
  }
}
