package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Nearest;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.syntax.Fixture;
import dev.zt.dsl.syntax.Name;
import dev.zt.dsl.syntax.QualifiedName;
import dev.zt.policy.Type;
import dev.zt.policy.Type.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What tests lay down after {@code given} and {@code with}. */
final class Givens {
  private final ExprChecker checker;
  private final FileScope file;
  private final FixtureValues values;
  private final Set<String> unclear = new HashSet<>();

  Givens(ExprChecker checker, FixtureValues values) {
    this.checker = checker;
    this.file = checker.file();
    this.values = values;
  }

  /** What a case starts from. */
  record Given(Type.@Nullable Entity subject, Type.@Nullable Entity resource, boolean now) {}

  /** Lays fixtures over what is given, one after the other. */
  Given layAll(Given given, List<Fixture> fixtures) {
    Given laid = given;
    for (Fixture fixture : fixtures) {
      laid = lay(laid, fixture);
    }
    return laid;
  }

  /** Lays a fixture over what is given. */
  Given lay(Given given, Fixture fixture) {
    List<Name> parts = fixture.target().parts();
    Expression value = fixture instanceof Fixture.Given it ? it.value() : null;
    return switch (parts.get(0).text()) {
      case "now" -> {
        now(parts, value, fixture);
        yield new Given(given.subject, given.resource, true);
      }
      case "subject" -> new Given(party(given.subject, parts, value), given.resource, given.now);
      case "resource" -> new Given(given.subject, party(given.resource, parts, value), given.now);
      case "action" -> {
        fieldsOf(checker.symbols().action(), parts, 1, value);
        yield given;
      }
      default -> {
        signal(fixture.target(), value);
        yield given;
      }
    };
  }

  private void now(List<Name> parts, @Nullable Expression value, Fixture fixture) {
    if (parts.size() > 1) {
      file.report(Code.UNKNOWN_FIELD, parts.get(1).span(), "a time has no fields");
    } else if (value == null) {
      file.report(Code.MISUSED_FIXTURE, fixture.span(), "`now` is always known");
    } else {
      values.value(value, Scalar.TIME);
    }
  }

  private Type.@Nullable Entity party(
      Type.@Nullable Entity base, List<Name> parts, @Nullable Expression value) {
    if (parts.size() == 1) {
      if (value == null) {
        file.report(
            Code.MISUSED_FIXTURE,
            parts.get(0).span(),
            "`" + parts.get(0).text() + "` is always known; its fields need not be");
        return base;
      }
      if (base == null
          && value instanceof Expression.RecordLiteral
          && unclear.contains(parts.get(0).text())) {
        return null; // Whose fields these are is known row by row, or the mistake is reported.
      }
      Type.Entity type = new FixtureParties(values).party(value, base);
      if (type == null) {
        unclear.add(parts.get(0).text());
      }
      return type;
    }
    if (base != null) {
      for (String candidate : base.candidates()) {
        EntityType type = checker.symbols().entity(candidate);
        field(type.fields(), parts, 1, value, type);
      }
    }
    return base;
  }

  private void signal(QualifiedName target, @Nullable Expression value) {
    List<Name> parts = target.parts();
    for (int names = 1; names <= parts.size(); names++) {
      Declared found = signal(file, parts.subList(0, names));
      SignalType signal = found == null ? null : checker.symbols().signals().get(found.name());
      if (found != null && signal != null) {
        found.use();
        fieldsOf(signal.fields(), parts, names, value);
        return;
      }
    }
    Name first = parts.get(0);
    if (!file.isBroken(first.text())) {
      List<String> candidates = new ArrayList<>(checker.symbols().signals().keySet());
      candidates.addAll(List.of("now", "subject", "resource", "action"));
      file.report(
          Code.UNKNOWN_NAME,
          first.span(),
          "the signal `" + first.text() + "` is not declared",
          Nearest.help(first.text(), candidates).orElse(null));
    }
  }

  /** The signal of that name that a file sees; null when there is none. */
  static @Nullable Declared signal(FileScope file, List<Name> parts) {
    QualifiedName name = new QualifiedName(parts, parts.get(0).span());
    Declared found = file.only(Namespace.VALUE, name);
    return found != null && found.declaration() instanceof Declaration.Signal ? found : null;
  }

  private void fieldsOf(FieldOwner owner, List<Name> parts, int names, @Nullable Expression value) {
    if (parts.size() > names) {
      field(owner, parts, names, value, null);
    } else if (value instanceof Expression.RecordLiteral literal) {
      new FixtureFields(values).properties(owner, literal, null);
    } else if (value != null) {
      values.signal(owner, value);
    }
  }

  private void field(
      FieldOwner owner,
      List<Name> parts,
      int at,
      @Nullable Expression value,
      @Nullable EntityType entity) {
    Name name = parts.get(at);
    if (parts.size() > at + 1) {
      file.report(
          Code.MISUSED_FIXTURE,
          parts.get(at + 1).span(),
          "a fixture gives a whole field",
          "write `" + name.text() + " { … }`");
    } else if (value != null) {
      new FixtureFields(values).field(owner, name, value, entity);
    } else if (entity == null || !name.text().equals("parents")) {
      new FixtureFields(values).find(owner, name, entity != null);
    }
  }
}
