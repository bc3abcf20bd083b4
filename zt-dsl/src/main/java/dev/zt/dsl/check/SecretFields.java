package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.Type;
import org.jspecify.annotations.Nullable;

/** Looks at what is declared secret: whether it can be kept so. */
final class SecretFields {
  private final Symbols symbols;

  SecretFields(Symbols symbols) {
    this.symbols = symbols;
  }

  /** Refuses what would be shown all the same, by the name of an entity. */
  void check(FieldOwner owner) {
    for (DeclaredField field : owner.declared()) {
      if (field.isSecret() && holdsEntity(field.type())) {
        field
            .file()
            .report(
                Code.SECRET_SHOWN,
                field.nameSpan(),
                "`" + field.name() + "` cannot be secret, because it names an entity",
                "what is not known of an entity is reported by its id");
      }
    }
  }

  /** Refuses a field that shows what it is derived from. */
  void check(DeclaredField field, Expr derivation) {
    String secret = field.isSecret() ? null : secretIn(derivation);
    if (secret != null) {
      field
          .file()
          .report(
              Code.SECRET_SHOWN,
              field.nameSpan(),
              "`" + field.name() + "` would show what `" + secret + "` keeps secret",
              "write `" + field.name() + ": secret " + field.type() + "`");
    }
  }

  private boolean holdsEntity(Type type) {
    Type bare = Types.bare(type);
    if (bare instanceof Type.SetOf set) {
      return holdsEntity(set.element());
    }
    if (bare instanceof Type.Structure structure) {
      FieldOwner owner = symbols.structures().get(structure.name());
      return owner != null
          && owner.declared().stream()
              .anyMatch(field -> !isItself(field.type(), owner) && holdsEntity(field.type()));
    }
    return bare instanceof Type.Entity;
  }

  /** A record that holds itself is an error of its own. */
  private static boolean isItself(Type type, FieldOwner owner) {
    return Types.bare(type) instanceof Type.Structure structure
        && structure.name().equals(owner.qualified());
  }

  /** The name of a secret field that the expression reads, or null. */
  private @Nullable String secretIn(Expr expr) {
    DeclaredField read = field(expr instanceof Expr.Derived derived ? derived.path() : expr);
    if (read != null && read.isSecret()) {
      return read.name();
    }
    for (Expr part : ExprParts.of(expr)) {
      String secret = secretIn(part);
      if (secret != null) {
        return secret;
      }
    }
    return null;
  }

  private @Nullable DeclaredField field(Expr expr) {
    if (expr instanceof Expr.SignalField read) {
      SignalType signal = symbols.signals().get(read.signal());
      return signal == null ? null : signal.fields().find(read.field());
    }
    if (expr instanceof Expr.ActionField read) {
      return symbols.action().find(read.field());
    }
    if (expr instanceof Expr.FieldOf read) {
      Type owner = Types.bare(read.target());
      if (owner instanceof Type.Structure structure) {
        FieldOwner fields = symbols.structures().get(structure.name());
        return fields == null ? null : fields.find(read.field());
      }
      if (owner instanceof Type.Entity entity) {
        return secretOf(entity, read.field());
      }
    }
    return null;
  }

  private @Nullable DeclaredField secretOf(Type.Entity entity, String field) {
    return entity.candidates().stream()
        .map(candidate -> symbols.entity(candidate).fields().find(field))
        .filter(found -> found != null && found.isSecret())
        .findFirst()
        .orElse(null);
  }
}
