package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.syntax.Property;
import dev.zt.dsl.syntax.TestTable;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.Type;
import dev.zt.policy.Type.Scalar;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What tests give: values of fields, the fields of signals, entities with their fields. */
final class FixtureValues {
  private static final String UNKNOWN = "unknown";
  private static final Set<String> POINT = Set.of("lat", "lon");

  private final ExprChecker checker;
  private final TableVariables variables;
  private final Set<Object> checked;
  private boolean readsNow;

  FixtureValues(ExprChecker checker, TableVariables variables) {
    this(checker, variables, new HashSet<>());
  }

  private FixtureValues(ExprChecker checker, TableVariables variables, Set<Object> checked) {
    this.checker = checker;
    this.variables = variables;
    this.checked = checked;
  }

  /** Whether something that was given so far is told from {@code now}. */
  boolean readsNow() {
    return readsNow;
  }

  /** Notes that something is told from {@code now}. */
  void noteNow() {
    readsNow = true;
  }

  ExprChecker checker() {
    return checker;
  }

  TableVariables variables() {
    return variables;
  }

  /** A value or let that was looked at for a type. */
  private record Seen(Object what, Object type) {}

  // ---- values ----

  /** A value of a type. */
  void value(Expression written, Type type) {
    Type wanted = Types.bare(type);
    if (isUnknown(written) || Poison.is(wanted)) {
      return;
    }
    if (written instanceof Expression.Reference reference && isNamed(reference)) {
      named(reference, type);
    } else if (isColumn(written)) {
      return;
    } else if (written instanceof Expression.Select && fixture(written) != null) {
      ofAnotherModule(written, type, (inside, body) -> inside.value(body, type));
    } else if (written instanceof Expression.EntityLiteral literal
        && literal.properties() != null) {
      entity(literal, wanted);
    } else if (written instanceof Expression.RecordLiteral literal) {
      record(literal, wanted);
    } else if (written instanceof Expression.ListLiteral list && wanted instanceof Type.SetOf set) {
      list.elements().forEach(each -> value(each, set.element()));
    } else {
      plain(written, type);
    }
  }

  /** Whether the expression takes a value away. */
  static boolean isUnknown(Expression written) {
    return written instanceof Expression.Reference reference
        && reference.name().text().equals(UNKNOWN);
  }

  /** Whether the expression is a column of a table in a file. */
  boolean isColumn(Expression written) {
    return written instanceof Expression.Select select
        && select.target() instanceof Expression.Reference target
        && variables.isRow(target.name().text());
  }

  /** Whether a name stands for a variable of the table or for a fixture. */
  private boolean isNamed(Expression.Reference reference) {
    String name = reference.name().text();
    return variables.cells(name) != null || variables.isRow(name) || fixture(reference) != null;
  }

  /** The fixture that a name stands for; null when there is none. */
  @Nullable Declared fixture(Expression name) {
    return Fixtures.named(checker.file(), name);
  }

  private void named(Expression.Reference reference, Type type) {
    String name = reference.name().text();
    List<TestTable.Cell> cells = variables.cells(name);
    if (cells != null) {
      if (checked.add(new Seen(cells, type))) {
        cells.forEach(cell -> cell(reference, cell, type));
      }
      return;
    }
    Declared fixture = fixture(reference);
    if (fixture == null) {
      refuse(reference, "`" + name + "` is a row; name one of its columns", null);
      return;
    }
    inFixture(fixture, type, (values, body) -> values.value(body, type));
  }

  private void cell(Expression.Reference use, TestTable.Cell cell, Type type) {
    if (cell instanceof TestTable.Cell.Value value) {
      value(value.value(), type);
    } else {
      refuse(use, "`" + use.name().text() + "` is an outcome, and no value", null);
    }
  }

  /** What is looked for in the body of a fixture. */
  interface InFixture {
    void check(FixtureValues values, Expression body);
  }

  /** Looks into a fixture for a type, once. */
  void inFixture(Declared fixture, Object type, InFixture check) {
    fixture.use();
    if (!(fixture.declaration() instanceof Declaration.Let let)
        || !checked.add(new Seen(fixture, type))
        || Lets.refusesCycle(checker.checking(), fixture)) {
      return;
    }
    Env env = checker.env().inside(fixture.file(), Place.FIXTURE, Map.of(), null);
    FixtureValues inside =
        new FixtureValues(checker.in(env), TableVariables.of(checker, null), checked);
    checker
        .checking()
        .lets()
        .within(
            fixture,
            () -> {
              check.check(inside, let.body());
              return fixture;
            });
    readsNow |= inside.readsNow;
  }

  /** Looks into a fixture that is named with its module; false when it is none. */
  boolean ofAnotherModule(Expression written, Object type, InFixture check) {
    Declared fixture = written instanceof Expression.Select ? fixture(written) : null;
    if (fixture != null) {
      inFixture(fixture, type, check);
    }
    return fixture != null;
  }

  /** An expression that is no fixture: constants, and times told from {@code now}. */
  private void plain(Expression written, Type type) {
    Expr typed = checker.check(written, type);
    if (!Poison.is(typed) && !isConstant(typed)) {
      refuse(written, "a test gives constants and times told from `now`", null);
    }
  }

  private boolean isConstant(Expr typed) {
    if (typed instanceof Expr.Now) {
      readsNow = true;
      return true;
    }
    boolean speaksOfRequest =
        typed instanceof Expr.SignalField
            || typed instanceof Expr.ActionField
            || typed instanceof Expr.Subject
            || typed instanceof Expr.Resource
            || typed instanceof Expr.HasRole
            || typed instanceof Expr.HasGroup
            || typed instanceof Expr.BehaviorValue
            || typed instanceof Expr.ElevationActive;
    return !speaksOfRequest && ExprParts.of(typed).stream().allMatch(this::isConstant);
  }

  void refuse(Expression written, String message, @Nullable String help) {
    checker.file().report(Code.MISUSED_FIXTURE, written.span(), message, help);
  }

  // ---- entities and records ----

  /** An entity, with its fields where they are given; its type, or null when that is unknown. */
  Type.@Nullable Entity entity(Expression.EntityLiteral literal, Type wanted) {
    String qualified = new TypeResolver(checker.file()).entity(literal.type());
    if (qualified == null) {
      return null;
    }
    Type.Entity type = Type.Entity.of(qualified);
    if (!Types.fits(type, wanted)) {
      checker
          .file()
          .report(
              Code.TYPE_MISMATCH, literal.type().span(), Mismatch.expecting(wanted).message(type));
    }
    Expression.RecordLiteral properties = literal.properties();
    if (properties != null) {
      fieldsOf(type, properties);
    }
    return type;
  }

  /** Fields of an entity of one of some types. */
  void fieldsOf(Type.Entity type, Expression.RecordLiteral literal) {
    for (String candidate : type.candidates()) {
      EntityType entity = checker.symbols().entity(candidate);
      new FixtureFields(this).properties(entity.fields(), literal, entity);
    }
  }

  private void record(Expression.RecordLiteral literal, Type wanted) {
    if (wanted == Scalar.POINT) {
      point(literal);
      return;
    }
    FieldOwner owner =
        wanted instanceof Type.Structure structure
            ? checker.symbols().structures().get(structure.name())
            : null;
    if (owner == null) {
      refuse(literal, Types.a(wanted) + " is expected here, not fields in braces", null);
    } else {
      new FixtureFields(this).properties(owner, literal, null);
    }
  }

  private void point(Expression.RecordLiteral literal) {
    Set<String> given = new HashSet<>();
    for (Property each : literal.properties()) {
      if (!POINT.contains(each.name().text())) {
        new FixtureFields(this).unknown(each.name(), "a point", List.of("lat", "lon"));
      } else if (given.add(each.name().text())) {
        value(each.value(), Scalar.DECIMAL);
      }
    }
    if (given.size() < POINT.size()) {
      refuse(literal, "a point has a `lat` and a `lon`, in degrees", null);
    }
  }

  /** The fields of a signal or of the action under a name. */
  void signal(FieldOwner owner, Expression written) {
    if (written instanceof Expression.RecordLiteral literal) {
      new FixtureFields(this).properties(owner, literal, null);
      return;
    }
    if (written instanceof Expression.Reference reference && isNamed(reference)) {
      String name = reference.name().text();
      List<TestTable.Cell> cells = variables.cells(name);
      Declared fixture = fixture(reference);
      if (cells != null) {
        for (TestTable.Cell cell : cells) {
          if (cell instanceof TestTable.Cell.Value value) {
            signal(owner, value.value());
          }
        }
        return;
      }
      if (fixture != null) {
        inFixture(fixture, owner, (values, body) -> values.signal(owner, body));
        return;
      }
    }
    if (!isColumn(written)
        && !ofAnotherModule(written, owner, (inside, body) -> inside.signal(owner, body))) {
      refuse(written, "fields in braces are expected here", "write `{ name: value }`");
    }
  }
}
