package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Nearest;
import dev.zt.dsl.suite.GivenEntity;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.syntax.Property;
import dev.zt.dsl.syntax.TestTable;
import dev.zt.dsl.table.Datum;
import dev.zt.policy.Expr;
import dev.zt.policy.Type;
import dev.zt.policy.Type.Scalar;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.InvalidText;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a test gives as values. What is wrong with the test itself was found before; what is
 * wrong with a file of rows is found here.
 *
 * <p>A reading of null means that nothing is given: an empty cell, or one that was refused.
 */
final class GivenValues {
  private static final double DECIMAL_UNITS = 10_000;

  private final ExprChecker checker;
  private final RowCells row;
  private final @Nullable Long now;
  private final Set<GivenEntity> mentioned;

  /**
   * Values of a row.
   *
   * @param now the time that is told from, null when the test gives none
   * @param mentioned gets the entities that are given with fields inside of others
   */
  GivenValues(ExprChecker checker, RowCells row, @Nullable Long now, Set<GivenEntity> mentioned) {
    this.checker = checker;
    this.row = row;
    this.now = now;
    this.mentioned = mentioned;
  }

  ExprChecker checker() {
    return checker;
  }

  RowCells row() {
    return row;
  }

  @Nullable Long now() {
    return now;
  }

  /** The same for another text, which has no row of its own. */
  GivenValues in(ExprChecker other) {
    return new GivenValues(other, RowCells.NONE, now, mentioned);
  }

  /** The reading of a value of a type. */
  @Nullable Reading value(Expression written, Type type) {
    Type wanted = Types.bare(type);
    if (FixtureValues.isUnknown(written)) {
      return Absent.MISSING;
    } else if (row.isColumn(written)) {
      Datum datum = datum(written);
      return datum == null ? null : new DatumValues(this).value(datum, type);
    } else if (written instanceof Expression.Reference reference && isNamed(reference)) {
      return named(reference, type);
    } else if (written instanceof Expression.EntityLiteral literal) {
      GivenParty party = entity(literal);
      return party == null ? null : mention(party, literal.properties() != null);
    } else if (written instanceof Expression.RecordLiteral literal) {
      return record(literal, wanted);
    } else if (written instanceof Expression.ListLiteral list && wanted instanceof Type.SetOf set) {
      return list(list.elements().stream().map(each -> value(each, set.element())).toList());
    }
    Fixture fixture = written instanceof Expression.Select ? open(written) : null;
    return fixture == null ? plain(written, type) : fixture.values.value(fixture.body, type);
  }

  /** What a column of the row stands for; null when the row leaves it empty. */
  @Nullable Datum datum(Expression written) {
    if (!(row instanceof RowCells.FromFile file)
        || !(written instanceof Expression.Select select)) {
      return null;
    }
    String column = select.name().text();
    if (!file.table().columns().contains(column)) {
      checker
          .file()
          .report(
              Code.UNKNOWN_COLUMN,
              select.name().span(),
              "`" + file.table().source() + "` has no column `" + column + "`",
              Nearest.help(column, file.table().columns()).orElse(null));
    }
    return file.row().cells().get(column);
  }

  /** A set of these; unknown as a whole where an element is. */
  static @Nullable Reading list(List<? extends @Nullable Reading> elements) {
    List<Value> values = new ArrayList<>();
    for (Reading element : elements) {
      if (element instanceof Value value) {
        values.add(value);
      } else if (element != null) {
        return Absent.MISSING;
      }
    }
    return Value.SetOf.of(values);
  }

  /** A reference to an entity; what else is said of it goes to the further entities. */
  Value.Ref mention(GivenParty party, boolean withFields) {
    if (withFields) {
      mentioned.add(party.toEntity());
    }
    return party.reference();
  }

  // ---- names ----

  private boolean isNamed(Expression.Reference reference) {
    String name = reference.name().text();
    return row.cell(name) != null || Fixtures.named(checker.file(), reference) != null;
  }

  private @Nullable Reading named(Expression.Reference reference, Type type) {
    String name = reference.name().text();
    TestTable.Cell cell = row.cell(name);
    if (cell != null) {
      return cell instanceof TestTable.Cell.Value value ? value(value.value(), type) : null;
    }
    Fixture fixture = open(reference);
    return fixture == null ? null : fixture.values.value(fixture.body, type);
  }

  /** The body of a fixture, and how to read it. */
  record Fixture(GivenValues values, Expression body) {}

  /** The fixture of a name; null when there is none. */
  @Nullable Fixture open(Expression name) {
    Declared declared = Fixtures.named(checker.file(), name);
    if (declared == null || !(declared.declaration() instanceof Declaration.Let let)) {
      return null;
    }
    declared.use();
    Env env = checker.env().inside(declared.file(), Place.FIXTURE, Map.of(), null);
    return new Fixture(in(checker.in(env)), let.body());
  }

  // ---- values ----

  /** A constant or a time. */
  @Nullable Value plain(Expression written, Type type) {
    Expr typed = checker.check(written, type);
    Value value = Poison.is(typed) ? null : new Folding(now).of(typed);
    if (value == null) {
      refuse(written, "a test gives constants and times told from `now`", null);
    }
    return value;
  }

  void refuse(Expression written, String message, @Nullable String help) {
    checker.file().report(Code.MISUSED_FIXTURE, written.span(), message, help);
  }

  // ---- entities and records ----

  /** An entity with its fields; null when its type is not declared. */
  @Nullable GivenParty entity(Expression.EntityLiteral literal) {
    String qualified = new TypeResolver(checker.file()).entity(literal.type());
    if (qualified == null) {
      return null;
    }
    GivenParty party =
        new GivenParty(new Value.Ref(qualified, literal.id().value()), new GivenFields());
    Expression.RecordLiteral properties = literal.properties();
    if (properties != null) {
      fieldsOf(party, properties);
    }
    return party;
  }

  /** Lays fields in braces over those of an entity. */
  void fieldsOf(GivenParty party, Expression.RecordLiteral literal) {
    EntityType type = checker.symbols().entity(party.reference().type());
    for (Property each : literal.properties()) {
      new GivenLaying(this, type.fields(), type, party.fields()).lay(each.name(), each.value());
    }
  }

  private @Nullable Reading record(Expression.RecordLiteral literal, Type wanted) {
    if (wanted == Scalar.POINT) {
      Map<String, Reading> degrees = new HashMap<>();
      for (Property each : literal.properties()) {
        Reading reading = value(each.value(), Scalar.DECIMAL);
        degrees.put(each.name().text(), reading == null ? Absent.MISSING : reading);
      }
      return point(literal, degrees);
    }
    FieldOwner owner =
        wanted instanceof Type.Structure structure
            ? checker.symbols().structures().get(structure.name())
            : null;
    if (owner == null) {
      return null;
    }
    GivenFields fields = new GivenFields();
    for (Property each : literal.properties()) {
      new GivenLaying(this, owner, null, fields).lay(each.name(), each.value());
    }
    return new Value.Fields(owner.qualified(), Map.copyOf(fields.known()));
  }

  /** A point of a latitude and a longitude in degrees. */
  @Nullable Reading point(Expression written, Map<String, Reading> degrees) {
    if (degrees.get("lat") instanceof Value.Decimal lat
        && degrees.get("lon") instanceof Value.Decimal lon) {
      try {
        return Value.Point.of(lat.units() / DECIMAL_UNITS, lon.units() / DECIMAL_UNITS);
      } catch (InvalidText invalid) {
        refuse(written, invalid.message(), invalid.help());
        return null;
      }
    }
    return Absent.MISSING;
  }

  /** Lays the fields that stand for a signal or the action over those given before. */
  void fields(FieldOwner owner, Expression written, GivenFields into) {
    if (row.isColumn(written)) {
      Datum datum = datum(written);
      if (datum != null) {
        new DatumValues(this).fields(owner, datum, into);
      }
    } else if (written instanceof Expression.RecordLiteral literal) {
      for (Property each : literal.properties()) {
        new GivenLaying(this, owner, null, into).lay(each.name(), each.value());
      }
    } else if (written instanceof Expression.Reference reference) {
      TestTable.Cell cell = row.cell(reference.name().text());
      Fixture fixture = cell == null ? open(reference) : null;
      if (cell instanceof TestTable.Cell.Value value) {
        fields(owner, value.value(), into);
      } else if (fixture != null) {
        fixture.values.fields(owner, fixture.body, into);
      }
    } else {
      Fixture fixture = open(written);
      if (fixture != null) {
        fixture.values.fields(owner, fixture.body, into);
      }
    }
  }

  /**
   * Who or what an expression stands for.
   *
   * @param base what is given already, whose fields others are laid over; null when nothing is
   */
  @Nullable GivenParty party(Expression written, @Nullable GivenParty base) {
    if (row.isColumn(written)) {
      Datum datum = datum(written);
      return datum == null ? base : new DatumValues(this).party(datum, base);
    } else if (written instanceof Expression.EntityLiteral literal) {
      return entity(literal);
    } else if (written instanceof Expression.RecordLiteral literal) {
      if (base != null) {
        fieldsOf(base, literal);
      }
      return base;
    } else if (written instanceof Expression.Reference reference && isNamed(reference)) {
      TestTable.Cell cell = row.cell(reference.name().text());
      Fixture fixture = cell == null ? open(reference) : null;
      if (cell instanceof TestTable.Cell.Value value) {
        return party(value.value(), base);
      }
      return fixture == null ? base : fixture.values.party(fixture.body, base);
    }
    Fixture fixture = written instanceof Expression.Select ? open(written) : null;
    if (fixture != null) {
      return fixture.values.party(fixture.body, base);
    }
    Value value = plain(written, checker.symbols().everyEntity());
    return value instanceof Value.Ref ref ? new GivenParty(ref, new GivenFields()) : base;
  }
}
