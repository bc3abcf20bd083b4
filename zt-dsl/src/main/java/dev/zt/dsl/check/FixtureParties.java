package dev.zt.dsl.check;

import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.syntax.TestTable;
import dev.zt.policy.Expr;
import dev.zt.policy.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tests give as subject and resource. */
final class FixtureParties {
  private final FixtureValues values;

  FixtureParties(FixtureValues values) {
    this.values = values;
  }

  /**
   * What stands for a subject or a resource: an entity, or with a base some of its fields.
   *
   * @param base the type that is given already; null when none is
   * @return the type; null when it cannot be told
   */
  Type.@Nullable Entity party(Expression written, Type.@Nullable Entity base) {
    if (written instanceof Expression.EntityLiteral literal) {
      return values.entity(literal, values.checker().symbols().everyEntity());
    }
    if (written instanceof Expression.RecordLiteral literal) {
      if (base == null) {
        values.refuse(written, "nothing says which entity this is", "write `Type \"id\" { … }`");
      } else {
        values.fieldsOf(base, literal);
      }
      return base;
    }
    List<TestTable.Cell> cells =
        written instanceof Expression.Reference reference
            ? values.variables().cells(reference.name().text())
            : null;
    if (cells != null && written instanceof Expression.Reference reference) {
      return inRows(reference, cells, base);
    }
    if (values.isColumn(written)) {
      return base;
    }
    Declared fixture = values.fixture(written);
    if (fixture != null && fixture.declaration() instanceof Declaration.Let let) {
      return inFixture(fixture, let, base);
    }
    Expr typed = values.checker().check(written, values.checker().symbols().everyEntity());
    return Types.bare(typed) instanceof Type.Entity entity ? entity : null;
  }

  private Type.@Nullable Entity inFixture(
      Declared fixture, Declaration.Let let, Type.@Nullable Entity base) {
    fixture.use();
    List<Type.Entity> types = new ArrayList<>();
    values.inFixture(
        fixture,
        "party",
        (inside, body) -> {
          Type.Entity type = new FixtureParties(inside).party(body, base);
          if (type != null) {
            types.add(type);
          }
        });
    return types.isEmpty() ? typeOf(fixture, let, base) : types.get(0);
  }

  /** The type of a fixture that was looked into before. */
  private Type.@Nullable Entity typeOf(
      Declared fixture, Declaration.Let let, Type.@Nullable Entity base) {
    if (!(let.body() instanceof Expression.EntityLiteral literal)) {
      return base;
    }
    List<Declared> found =
        literal.type().isQualified()
            ? List.of()
            : fixture.file().visible(Namespace.TYPE, literal.type().text());
    return found.size() == 1
            && values.checker().symbols().entities().containsKey(found.get(0).qualified())
        ? Type.Entity.of(found.get(0).qualified())
        : null;
  }

  private Type.@Nullable Entity inRows(
      Expression.Reference use, List<TestTable.Cell> cells, Type.@Nullable Entity base) {
    List<String> candidates = new ArrayList<>();
    for (TestTable.Cell cell : cells) {
      if (cell instanceof TestTable.Cell.Value value) {
        Type.Entity type = party(value.value(), base);
        if (type != null) {
          candidates.addAll(type.candidates());
        }
      } else {
        values.refuse(use, "`" + use.name().text() + "` is an outcome, and no entity", null);
        return null;
      }
    }
    return candidates.isEmpty() ? null : new Type.Entity(candidates);
  }
}
