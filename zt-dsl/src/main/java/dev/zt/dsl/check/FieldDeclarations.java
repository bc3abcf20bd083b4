package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.Field;
import dev.zt.policy.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Enters the fields that an owner declares, with their types. */
final class FieldDeclarations {
  /** Names under which data give something else of an entity. */
  static final Set<String> OF_ENTITIES = Set.of("id", "roles", "groups", "parents");

  /** Names of what every signal has. */
  static final Set<String> OF_SIGNALS = Set.of("as_of", "source");

  /** Names of what every action has. */
  static final Set<String> OF_ACTIONS = Set.of("name");

  private final FieldOwner owner;
  private final Set<String> reserved;
  private final String kind;
  private final Set<String> outsideNames = new HashSet<>();

  /**
   * Of one owner.
   *
   * @param reserved names that no field may have, inside or outside
   * @param kind what the owner is, in the plural, for messages
   */
  FieldDeclarations(FieldOwner owner, Set<String> reserved, String kind) {
    this.owner = owner;
    this.reserved = reserved;
    this.kind = kind;
  }

  void declare(FileScope file, List<Field> fields) {
    TypeResolver types = new TypeResolver(file);
    for (Field field : fields) {
      declare(file, field, types);
    }
  }

  private void declare(FileScope file, Field field, TypeResolver types) {
    Annotations.withOpen(file, field.preamble());
    Type type = types.resolve(field.type());
    String name = field.name().text();
    if (isReserved(file, name, field.name().span())) {
      return;
    }
    if (owner.find(name) != null) {
      file.report(
          Code.DUPLICATE,
          field.name().span(),
          "`" + owner.name() + "` already has a field `" + name + "`");
      return;
    }
    declareOutside(file, field);
    if (field.value() == null) {
      Annotations.refuseOpen(
          file,
          field.preamble(),
          "`@open` needs a constant that stands in for `" + name + "`",
          "write `" + name + ": … = constant`");
    }
    owner.add(DeclaredField.of(file, field, type));
  }

  private boolean isReserved(FileScope file, String name, Span span) {
    if (reserved.contains(name)) {
      file.report(
          Code.RESERVED_NAME,
          span,
          "the name `" + name + "` is kept for what all " + kind + " have");
    }
    return reserved.contains(name);
  }

  private void declareOutside(FileScope file, Field field) {
    String outside = field.outside() == null ? field.name().text() : field.outside().value();
    Span span = field.outside() == null ? field.name().span() : field.outside().span();
    if (field.outside() != null && isReserved(file, outside, span)) {
      return;
    }
    if (!outsideNames.add(outside)) {
      file.report(
          Code.DUPLICATE_OUTSIDE,
          span,
          "data already use the name `" + outside + "` for a field of `" + owner.name() + "`");
    }
  }
}
