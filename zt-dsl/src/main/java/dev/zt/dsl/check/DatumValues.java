package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Nearest;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.table.Datum;
import dev.zt.policy.Expr;
import dev.zt.policy.Schema;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a file of rows as what their use asks for. */
final class DatumValues {
  private static final Pattern BAR = Pattern.compile("|", Pattern.LITERAL);
  private static final String UNKNOWN = "unknown";

  private final GivenValues values;
  private final ExprChecker checker;
  private final CellParser cells;

  /** Cells of the row that the values have. */
  DatumValues(GivenValues values) {
    if (!(values.row() instanceof RowCells.FromFile row)) {
      throw new IllegalArgumentException("there is no row of a file");
    }
    this.values = values;
    this.cells = row.parser();
    this.checker = values.checker().in(inFile(values.checker().env(), cells.scope()));
  }

  private static Env inFile(Env env, FileScope file) {
    return new Env(
        file,
        env.place(),
        env.subject(),
        env.resource(),
        env.variables(),
        env.own(),
        env.usedAt(),
        env.reads());
  }

  /** The reading of a value of a type; null when the cell is refused. */
  @Nullable Reading value(Datum datum, Type type) {
    Type wanted = Types.bare(type);
    if (datum instanceof Datum.Null) {
      return type instanceof Type.Optional ? Value.NONE : Absent.MISSING;
    } else if (datum instanceof Datum.Text text) {
      return text(text, type, wanted);
    } else if (datum instanceof Datum.ListOf list && wanted instanceof Type.SetOf set) {
      return GivenValues.list(
          list.elements().stream().map(each -> value(each, set.element())).toList());
    } else if (datum instanceof Datum.Truth truth) {
      return constant(new Expression.BoolLiteral(truth.value(), datum.span()), type);
    } else if (datum instanceof Datum.Numeral number) {
      return wanted == Scalar.INT || wanted == Scalar.DECIMAL
          ? scalar(number.text(), (Scalar) wanted, datum.span())
          : refuse(datum, wanted);
    }
    return datum instanceof Datum.Members members
        ? members(members, wanted)
        : refuse(datum, wanted);
  }

  private @Nullable Reading text(Datum.Text cell, Type type, Type wanted) {
    String text = cell.text();
    if (text.equals(UNKNOWN)) {
      return Absent.MISSING;
    } else if (type instanceof Type.Optional && text.equals("none")) {
      return Value.NONE;
    } else if (wanted == Scalar.TIME && text.startsWith("now")) {
      return parsed(cell, type);
    } else if (TextReader.reads(wanted)) {
      return TextReader.read(checker.file(), text, cell.span(), (Scalar) wanted);
    } else if (wanted instanceof Scalar scalar && scalar != Scalar.POINT) {
      return scalar(text, scalar, cell.span());
    } else if (wanted instanceof Type.Enumeration enumeration) {
      return constant(text, enumeration, cell.span());
    } else if (wanted instanceof Type.SetOf set && !text.startsWith("[")) {
      return elements(cell, set);
    }
    return parsed(cell, type);
  }

  /** The elements of a set as a CSV file has them, with a bar between two. */
  private @Nullable Reading elements(Datum.Text cell, Type.SetOf set) {
    List<@Nullable Reading> elements = new ArrayList<>();
    for (String each : BAR.split(cell.text(), -1)) {
      elements.add(value(new Datum.Text(each.strip(), cell.span()), set.element()));
    }
    return GivenValues.list(elements);
  }

  private @Nullable Value scalar(String text, Scalar type, Span span) {
    try {
      return switch (type) {
        case BOOL -> Value.Bool.of(bool(text));
        case INT -> new Value.Int(Long.parseLong(text));
        case DECIMAL -> Value.Decimal.parse(text);
        case DURATION -> Value.Duration.parse(text);
        case DISTANCE -> Value.Distance.parse(text);
        case SPEED -> Value.Speed.parse(text);
        case STRING, TIME, VERSION, IP, CIDR, COUNTRY, POINT, SCHEDULE, SPIFFE ->
            throw new IllegalArgumentException("read elsewhere: " + type);
      };
    } catch (NumberFormatException notOne) {
      return refuse(span, text, type, null);
    } catch (InvalidText invalid) {
      return refuse(span, text, type, invalid.help());
    }
  }

  private static boolean bool(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new NumberFormatException(text);
    }
    return text.equals("true");
  }

  private @Nullable Value constant(String text, Type.Enumeration type, Span span) {
    Schema.Enumeration declared = checker.symbols().enumerations().get(type.name());
    List<String> constants = declared == null ? List.of() : declared.constants();
    int ordinal = constants.indexOf(text);
    return ordinal < 0
        ? refuse(span, text, type, Nearest.help(text, constants).orElse(null))
        : new Value.EnumConstant(type.name(), text, ordinal);
  }

  private @Nullable Value constant(Expression literal, Type type) {
    Expr typed = checker.check(literal, type);
    return Poison.is(typed) ? null : new Folding(values.now()).of(typed);
  }

  private @Nullable Reading parsed(Datum.Text cell, Type type) {
    return cells.read(cell, values, (inside, body) -> inside.value(body, type));
  }

  private @Nullable Reading members(Datum.Members datum, Type wanted) {
    if (wanted == Scalar.POINT) {
      Map<String, Reading> degrees = new HashMap<>();
      datum
          .members()
          .forEach(
              (name, each) -> {
                Reading reading = value(each, Scalar.DECIMAL);
                degrees.put(name, reading == null ? Absent.MISSING : reading);
              });
      return values.point(new Expression.NoneLiteral(datum.span()), degrees);
    } else if (wanted instanceof Type.Structure structure) {
      FieldOwner owner = checker.symbols().structures().get(structure.name());
      GivenFields fields = new GivenFields();
      if (owner != null) {
        fields(owner, datum, fields);
      }
      return new Value.Fields(structure.name(), Map.copyOf(fields.known()));
    } else if (wanted instanceof Type.Entity) {
      GivenParty party = party(datum, null);
      return party == null ? null : values.mention(party, datum.members().size() > 2);
    }
    return refuse(datum, wanted);
  }

  /** Lays the members of an object over the fields of a signal, a record or the action. */
  void fields(FieldOwner owner, Datum datum, GivenFields into) {
    if (datum instanceof Datum.Members members) {
      lay(new GivenLaying(values, owner, null, into), owner, members, Set.of());
    } else if (datum instanceof Datum.Text text) {
      cells.read(
          text,
          values,
          (inside, body) -> {
            inside.fields(owner, body, into);
            return null;
          });
    } else {
      report(datum.span(), "fields in braces are expected here", null);
    }
  }

  private void lay(
      GivenLaying laying, FieldOwner owner, Datum.Members members, Set<String> ignored) {
    members
        .members()
        .forEach(
            (name, each) -> {
              if (!ignored.contains(name) && !laying.lay(name, each)) {
                report(
                    each.span(),
                    "`" + owner.name() + "` has no field `" + name + "`",
                    Nearest.help(name, owner.names()).orElse(null));
              }
            });
  }

  /** Who or what a cell stands for; the base where the cell is refused. */
  @Nullable GivenParty party(Datum datum, @Nullable GivenParty base) {
    if (datum instanceof Datum.Text text) {
      GivenParty[] found = {base};
      cells.read(
          text,
          values,
          (inside, body) -> {
            found[0] = inside.party(body, base);
            return null;
          });
      return found[0];
    }
    if (!(datum instanceof Datum.Members members)) {
      report(datum.span(), "an entity is expected here", "write `Type \"id\"`");
      return base;
    }
    GivenParty party = base;
    if (members.members().get("type") instanceof Datum.Text type
        && members.members().get("id") instanceof Datum.Text id) {
      EntityType found = type(type);
      party =
          found == null
              ? base
              : new GivenParty(new Value.Ref(found.qualified(), id.text()), new GivenFields());
    }
    if (party == null) {
      report(datum.span(), "an entity has a `type` and an `id`", null);
      return null;
    }
    EntityType type = checker.symbols().entity(party.reference().type());
    Set<String> ignored = party.equals(base) ? Set.of() : Set.of("type", "id");
    lay(
        new GivenLaying(values, type.fields(), type, party.fields()),
        type.fields(),
        members,
        ignored);
    return party;
  }

  private @Nullable EntityType type(Datum.Text name) {
    List<Declared> found = checker.file().visible(Namespace.TYPE, name.text());
    EntityType type =
        found.size() == 1 ? checker.symbols().entities().get(found.get(0).qualified()) : null;
    if (type == null) {
      report(
          name.span(),
          "`" + name.text() + "` is no entity type",
          Nearest.help(
                  name.text(),
                  checker.symbols().entities().values().stream()
                      .map(each -> each.declared().name())
                      .toList())
              .orElse(null));
    }
    return type;
  }

  private @Nullable Value refuse(Datum datum, Type wanted) {
    return refuse(datum.span(), datum.text(), wanted, null);
  }

  private @Nullable Value refuse(Span span, String text, Type wanted, @Nullable String help) {
    report(
        span,
        "`" + text + "` is not " + Types.a(wanted),
        help == null ? "a cell may also be empty, or `unknown`" : help);
    return null;
  }

  private void report(Span span, String message, @Nullable String help) {
    checker.file().report(Code.BAD_CELL, span, message, help);
  }
}
