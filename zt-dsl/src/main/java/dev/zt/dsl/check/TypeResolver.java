package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Nearest;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.QualifiedName;
import dev.zt.dsl.syntax.TypeExpression;
import dev.zt.policy.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads types as a file writes them. */
final class TypeResolver implements TypeExpression.Visitor<Type> {
  private static final Map<String, Type.Scalar> SCALARS = new LinkedHashMap<>();

  static {
    for (Type.Scalar scalar : Type.Scalar.values()) {
      SCALARS.put(scalar.toString(), scalar);
    }
  }

  private final FileScope file;

  TypeResolver(FileScope file) {
    this.file = file;
  }

  /** The type, or {@link Poison#TYPE} when a part of it is not declared. */
  Type resolve(TypeExpression type) {
    return type.accept(this);
  }

  @Override
  public Type visitNamed(TypeExpression.Named type) {
    QualifiedName name = type.name();
    Type.Scalar scalar = name.isQualified() ? null : SCALARS.get(name.text());
    if (scalar != null) {
      return scalar;
    }
    if (!name.isQualified() && file.visible(Namespace.TYPE, name.text()).isEmpty()) {
      reportUnknown(name);
      return Poison.TYPE;
    }
    Declared declared = file.resolve(Namespace.TYPE, name);
    return declared == null ? Poison.TYPE : typeOf(declared);
  }

  private void reportUnknown(QualifiedName name) {
    if (file.isBroken(name.text())) {
      return;
    }
    List<String> candidates = new ArrayList<>(SCALARS.keySet());
    candidates.addAll(file.visibleNames(Namespace.TYPE));
    String imported = file.importFor(Namespace.TYPE, name.text());
    file.report(
        Code.UNKNOWN_TYPE,
        name.span(),
        "the type `" + name.text() + "` is not declared",
        name.text().equals("secret")
            ? "it stands before a type, as in `secret string`"
            : imported == null ? Nearest.help(name.text(), candidates).orElse(null) : imported);
  }

  private static Type typeOf(Declared declared) {
    if (declared.declaration() instanceof Declaration.EnumType) {
      return new Type.Enumeration(declared.qualified());
    }
    if (declared.declaration() instanceof Declaration.RecordType) {
      return new Type.Structure(declared.qualified());
    }
    return Type.Entity.of(declared.qualified());
  }

  @Override
  public Type visitSetOf(TypeExpression.SetOf type) {
    Type element = resolve(type.element());
    if (element instanceof Type.Optional) {
      file.report(Code.MISUSED_TYPE, type.element().span(), "a set cannot hold none");
      return Poison.TYPE;
    }
    return Poison.is(element) ? element : new Type.SetOf(element);
  }

  @Override
  public Type visitOptional(TypeExpression.Optional type) {
    Type value = resolve(type.value());
    if (value instanceof Type.Optional) {
      file.report(Code.MISUSED_TYPE, type.span(), "one `?` is enough");
      return Poison.TYPE;
    }
    return Poison.is(value) ? value : new Type.Optional(value);
  }

  /** The qualified name of an entity type; null when that is reported as an error. */
  @Nullable String entity(QualifiedName name) {
    Declared declared = file.resolve(Namespace.TYPE, name);
    if (declared == null) {
      return null;
    }
    if (declared.declaration() instanceof Declaration.EntityType) {
      return declared.qualified();
    }
    file.report(
        Code.MISUSED_TYPE,
        name.span(),
        "`" + declared.name() + "` is no entity type",
        declared.declaration() instanceof Declaration.EnumType
            ? "it is an enum"
            : "it is a record");
    return null;
  }
}
