package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Nearest;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.syntax.Name;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprText;
import dev.zt.policy.SourceSpan;
import dev.zt.policy.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads of fields: given, derived, and those for which a constant stands in. */
final class FieldReads {
  private static final int MOST_NAMED = 3;

  private final ExprChecker checker;
  private final FileScope file;
  private final Symbols symbols;

  FieldReads(ExprChecker checker) {
    this.checker = checker;
    this.file = checker.file();
    this.symbols = checker.symbols();
  }

  /** A field of a value. */
  Expr field(Expr target, Name name, Span path) {
    Type type = Types.bare(target);
    if (Poison.is(type)) {
      return Poison.expr(file.at(path));
    }
    if (type instanceof Type.Entity entity) {
      return ofEntity(target, entity, name, path);
    }
    FieldOwner owner =
        type instanceof Type.Structure structure
            ? symbols.structures().get(structure.name())
            : null;
    if (owner != null) {
      return ofOwners(List.of(owner), name, path, field -> fieldOf(target, field, path));
    }
    file.report(Code.UNKNOWN_FIELD, name.span(), Types.a(type) + " has no fields");
    return Poison.expr(file.at(path));
  }

  Expr ofSignal(SignalType signal, Name name, Span path) {
    SourceSpan span = file.at(path);
    return ofOwners(
        List.of(signal.fields()), name, path, field -> signalField(signal, field, span));
  }

  Expr ofAction(Name name, Span path) {
    SourceSpan span = file.at(path);
    return ofOwners(
        List.of(symbols.action()),
        name,
        path,
        field -> new Expr.ActionField(field.name(), field.type(), span));
  }

  private static Expr signalField(SignalType signal, DeclaredField field, SourceSpan span) {
    return new Expr.SignalField(signal.declared().name(), field.name(), field.type(), span);
  }

  private Expr fieldOf(Expr target, DeclaredField field, Span path) {
    return new Expr.FieldOf(target, field.name(), field.type(), file.at(path));
  }

  private Expr ofEntity(Expr target, Type.Entity type, Name name, Span path) {
    List<FieldOwner> owners = new ArrayList<>();
    for (String candidate : type.candidates()) {
      FieldOwner owner = symbols.entity(candidate).fields();
      owners.add(owner);
      if (owner.isBuiltIn(name.text())) {
        break;
      }
    }
    return ofOwners(owners, name, path, field -> fieldOf(target, field, path));
  }

  /** A field that at least one of the possible owners must have. */
  private Expr ofOwners(
      List<FieldOwner> owners, Name name, Span path, Function<DeclaredField, Expr> plain) {
    Expr read = null;
    FieldOwner first = null;
    for (FieldOwner owner : owners) {
      DeclaredField field = owner.find(name.text());
      if (field == null) {
        continue;
      }
      Expr other = read(owner, field, plain);
      if (read == null || first == null) {
        read = other;
        first = owner;
      } else if (!isSame(read, other)) {
        refuseDiffering(first, owner, name);
        return Poison.expr(file.at(path));
      }
    }
    if (read == null) {
      refuseUnknown(owners, name);
      return Poison.expr(file.at(path));
    }
    return Poison.is(read) ? Poison.expr(file.at(path)) : read;
  }

  private static boolean isSame(Expr a, Expr b) {
    if (Poison.is(a) || Poison.is(b)) {
      return true;
    }
    return a.getClass() == b.getClass() && a.type().equals(b.type()) && behind(a).equals(behind(b));
  }

  private static String behind(Expr read) {
    if (read instanceof Expr.Derived derived) {
      return ExprText.resolved(derived.body());
    }
    return read instanceof Expr.OpenField open ? ExprText.of(open.standIn()) : "";
  }

  private void refuseDiffering(FieldOwner first, FieldOwner second, Name name) {
    file.report(
        Code.FIELDS_DIFFER,
        name.span(),
        "`"
            + first.name()
            + "` and `"
            + second.name()
            + "` declare the field `"
            + name.text()
            + "` differently",
        "name the type that is meant in the rule");
  }

  private void refuseUnknown(List<FieldOwner> owners, Name name) {
    if (file.isBroken(name.text())) {
      return;
    }
    Set<String> candidates = new LinkedHashSet<>();
    owners.forEach(owner -> candidates.addAll(owner.names()));
    file.report(
        Code.UNKNOWN_FIELD,
        name.span(),
        lack(owners, name.text()),
        name.text().equals("parents")
            ? "`in` tests what something is a member of"
            : Nearest.help(name.text(), candidates).orElse(usedAt()));
  }

  /** Which use gives the owner the types that it has here; null outside of what is used. */
  private @Nullable String usedAt() {
    String use = checker.env().usedAt();
    return use == null ? null : "it is used in " + use;
  }

  private static String lack(Collection<FieldOwner> owners, String field) {
    List<String> names = owners.stream().map(FieldOwner::qualified).sorted().distinct().toList();
    if (names.size() == 1) {
      return Types.listed(names, "nor") + " has no field `" + field + "`";
    }
    return names.isEmpty() || names.size() > MOST_NAMED
        ? "no type that is possible here has a field `" + field + "`"
        : "neither " + Types.listed(names, "nor") + " has a field `" + field + "`";
  }

  /** A field of one owner, with what stands behind it. */
  private Expr read(FieldOwner owner, DeclaredField field, Function<DeclaredField, Expr> plain) {
    if (Poison.is(field.type())) {
      return Poison.expr(field.file().at(field.nameSpan()));
    }
    Expr path = plain.apply(field);
    Expression derivation = field.derivation();
    if (derivation != null) {
      Expr body = derive(owner, field, derivation, plain);
      return Poison.is(body) ? body : new Expr.Derived(path, body, path.span());
    }
    if (field.open() == null) {
      return path;
    }
    Expr.Literal standIn = field.standIn();
    return standIn == null
        ? Poison.expr(path.span())
        : new Expr.OpenField(path, standIn, path.span());
  }

  /** What a derived field is computed as, over the fields of the same owner. */
  private Expr derive(
      FieldOwner owner,
      DeclaredField field,
      Expression derivation,
      Function<DeclaredField, Expr> plain) {
    Derivations derivations = checker.checking().derivations();
    Expr unread = Poison.expr(field.file().at(field.nameSpan()));
    Expr shared = derivations.shared(field);
    if (shared != null) {
      return shared;
    }
    if (!derivations.enter(field)) {
      return unread;
    }
    Env.OwnFields fields =
        new Env.OwnFields() {
          @Override
          public FieldOwner owner() {
            return owner;
          }

          @Override
          public Expr read(DeclaredField other, SourceSpan span) {
            return FieldReads.this.read(owner, other, plain);
          }
        };
    Env env = checker.env().derived(field.file(), fields);
    Expr body = checker.in(env).check(derivation, field.type());
    derivations.leave(field);
    if (Poison.is(body)) {
      derivations.share(field, unread);
    } else if (checker.checking().expansion().isTooLarge(body)
        || checker.checking().expansion().isTooMuch(body)) {
      field
          .file()
          .report(
              Code.EXPANDS_TOO_FAR,
              field.nameSpan(),
              "`" + field.name() + "` is too large with everything that it names");
      derivations.share(field, unread);
      return unread;
    } else if (!(plain.apply(field) instanceof Expr.FieldOf)) {
      derivations.share(field, body);
    }
    return body;
  }
}
