package dev.zt.engine.facts;

import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.policy.Names;
import dev.zt.policy.Type;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * References to entities of one of several declared types: {@code {type, id}}, Java's own forms of
 * it, or a bare id where there is one type only.
 */
final class ReferenceReader implements ValueReader {
  private final Set<String> candidates;
  private final @Nullable String only;
  private final Map<String, String> typeByOutsideName;
  private final String expected;

  ReferenceReader(Type.Entity type, Map<String, String> typeByOutsideName) {
    this.candidates = Set.copyOf(type.candidates());
    this.only = candidates.size() == 1 ? candidates.iterator().next() : null;
    this.typeByOutsideName = typeByOutsideName;
    this.expected =
        "a reference to "
            + type.candidates().stream().map(Names::simple).collect(Collectors.joining(" or "));
  }

  @Override
  public Reading read(@Nullable Object given, Allowance allowance) {
    if (given == null) {
      return Unusable.NULL;
    }
    if (given instanceof EntityRef reference) {
      return reference(reference.type(), reference.id());
    }
    if (given instanceof Entity entity) {
      return reference(entity.type(), entity.id());
    }
    if (Parts.has(given)) {
      return ofParts(given, allowance);
    }
    String type = only;
    return type == null
        ? Unusable.mistyped(given, expected)
        : Texts.read(given, expected, allowance, id -> checked(type, id));
  }

  private Reading ofParts(Object given, Allowance allowance) {
    Object type = Parts.named(given, "type");
    Object id = Parts.named(given, "id");
    for (Object part : new @Nullable Object[] {type, id}) {
      if (part instanceof Unread unread) {
        return unread.reason();
      }
      if (!(part instanceof CharSequence)) {
        return Unusable.mistyped(given, expected);
      }
    }
    return Texts.read(
        type,
        expected,
        allowance,
        name -> Texts.read(id, expected, allowance, key -> reference(name, key)));
  }

  private Reading reference(String outside, String id) {
    String type = typeByOutsideName.get(outside);
    return type == null || !candidates.contains(type)
        ? Unusable.mistyped(new EntityRef(outside, id), expected)
        : checked(type, id);
  }

  private static Reading checked(String type, String id) {
    Reading text = Texts.string(id);
    return text instanceof Value.Text ? new Value.Ref(type, id) : text;
  }
}
